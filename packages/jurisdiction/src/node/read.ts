/** Reads the folder of jurisdictions from disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type LoadedJurisdictions, loadJurisdictions } from '../jurisdiction.ts';

const FOLDER = fileURLToPath(new URL('../../../../jurisdictions/', import.meta.url));

/** @param folder left out: the one that ships with the program */
export const readJurisdictions = (folder = FOLDER): LoadedJurisdictions =>
  loadJurisdictions(
    readdirSync(folder)
      .filter((path) => path.endsWith('.yaml'))
      .sort()
      .map((path) => ({ path, text: readFileSync(`${folder}/${path}`, 'utf8') })),
  );
