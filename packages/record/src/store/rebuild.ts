/** The read models, made anew from the entries. */
import type { Flavour } from './flavour.ts';
import { keepUp } from './read-models.ts';
import { receivedClients } from './received.ts';
import { practicesIn } from './sql-journal.ts';
import { READ_MODELS, type Writing } from './tables.ts';

/** @returns how many clients the journal holds */
export async function rebuild(flavour: Flavour): Promise<number> {
  let clients = 0;
  for (const { id } of await flavour.read(null, practicesIn))
    clients += await flavour.write(id, 'alone', (rows) => rebuildPractice(rows, id));
  return clients;
}

export async function rebuildPractice(rows: Writing, practice: string): Promise<number> {
  for (const table of READ_MODELS)
    await rows.deleteFrom(table).where('practice', '=', practice).execute();
  let clients = 0;
  for await (const { placed } of receivedClients((read) => read(rows), practice)) {
    await keepUp(rows, undefined, placed);
    clients++;
  }
  return clients;
}
