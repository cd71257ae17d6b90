/** Opens the journal named on the command line as a user without privileges, and prints how that went. */
import { openJournal } from '../store/open.ts';

if (process.getuid?.() === 0) process.setuid?.(65_534);
try {
  await (await openJournal(process.argv[2] ?? '')).close();
  console.log('opened');
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
}
