/** Appends entries to the journal named on the command line and says each number once it is saved. */
import { writeSync } from 'node:fs';
import { openJournal } from '../store/open.ts';
import { ENTERED, facts } from './entries.ts';

const [, , file = '', from = '0'] = process.argv;
const journal = await openJournal(file);
for (let n = Number(from); ; n++) {
  await journal.append('a', [facts(2 * n), facts(2 * n + 1)], ENTERED);
  writeSync(1, `${n}\n`);
}
