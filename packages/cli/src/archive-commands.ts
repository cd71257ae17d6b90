/** Taking records out, and putting them back: the options of each command. What it says is made in `commands/`. */
import { join, resolve } from 'node:path';
import { Argument, type Command } from 'commander';
import { backup } from './commands/backup.ts';
import { exportAll } from './commands/export.ts';
import { importAll } from './commands/import.ts';
import { restore } from './commands/restore.ts';
import { EXIT, EXIT_HELP } from './exit.ts';
import { atLeastOne } from './input/numbers.ts';
import { PLACE_HELP, placeOf } from './input/place.ts';
import { JOURNAL_FILE } from './input/practice.ts';
import { complain, leaveWith, print, refuse } from './output.ts';
import type { Result } from './result.ts';

interface Options {
  readonly database?: string;
  readonly data?: string;
}

/** Adds `export`, `import`, `backup` and `restore`. */
export function addArchiveCommands(program: Command): void {
  onRecords(program.command('export'))
    .summary('write the whole practice into one file')
    .description(
      'Writes everything into one ZIP file that any computer can read: entries, accounts without their ' +
        'passwords, the audit, and a page to read for each client. "assuage import" makes the same ' +
        'practice of it. docs/export-format.md explains every part.',
    )
    .requiredOption('--all <file>', 'the file to write')
    .option('--practice <id>', 'which practice, when there are several')
    .addHelpText('after', help('assuage export --all harbour.zip'))
    .action(async ({ all, practice, ...place }: Options & { all: string; practice?: string }) =>
      answer(await exportAll({ database: databaseOf(place), file: all, practice })),
    );
  onRecords(program.command('import'))
    .summary('make the practice again from such a file')
    .description(
      'Puts a practice back exactly as it was, in an empty folder or database. Every part and every ' +
        'chain is checked first; a damaged file is refused, and nothing is written. Nobody has a password ' +
        'afterwards: "assuage serve" prints a link for the owner.',
    )
    .addArgument(new Argument('<file>', 'a file from "assuage export --all"'))
    .addHelpText('after', help('assuage import harbour.zip --data ~/assuage-records'))
    .action(async (file: string, place: Options) =>
      answer(await importAll(databaseOf(place), file)),
    );
  onRecords(program.command('backup'))
    .summary('copy everything into one file, while Assuage runs')
    .description(
      'Copies the database, and the key beside it, into one file named after the time. The copy is ' +
        'opened and proved first, then read back from the disk, before it gets its name. Ends with 1 ' +
        'when the records themselves are not as they should be: the backup is made, and no older one removed.',
    )
    .addArgument(new Argument('<folder>', 'where backups go, best on another disk'))
    .option(
      '--keep <number>',
      'remove the oldest, so that this many stay (default: all)',
      atLeastOne,
    )
    .option(
      '--passphrase-file <file>',
      'encrypt it, in the age format, with the first line of this file',
    )
    .addHelpText(
      'after',
      help(
        'assuage backup /media/usb/assuage',
        'assuage backup ~/Backups --keep 30 --passphrase-file ~/.assuage-passphrase',
      ),
    )
    .action(async (folder: string, { keep, passphraseFile, ...options }: BackupOptions) => {
      const place = placeOf({ database: options.database, data: options.data }, process.env);
      const made = await backup({
        database: place.database,
        key: join(place.folder, `${JOURNAL_FILE}.key`),
        folder,
        keep,
        passphraseFile,
        now: new Date(),
      });
      if (!made.ok) return refuse([made.error]);
      print(made.value.text);
      if (made.value.oddities.length === 0) return;
      complain('The records are not as they should be. Run "assuage db verify":');
      complain(made.value.oddities.slice(0, 3).join('\n'));
      leaveWith(EXIT.internal);
    });
  program
    .command('restore')
    .summary('put a backup back, into a new folder')
    .description(
      'Unpacks a backup into a new or empty folder, after checking every byte of it, and proves the ' +
        'records before they get their name.',
    )
    .addArgument(new Argument('<file>', 'a file from "assuage backup"'))
    .requiredOption('--data <folder>', 'a new or empty folder')
    .option('--passphrase-file <file>', 'the file with the passphrase, if it is encrypted')
    .addHelpText(
      'after',
      help(
        'assuage restore /media/usb/assuage/assuage-20260301T120000Z.zip --data ~/assuage-again',
      ),
    )
    .action(async (file: string, { data, passphraseFile }: RestoreOptions) =>
      answer(await restore({ file, folder: resolve(data), passphraseFile })),
    );
}

interface BackupOptions extends Options {
  readonly keep?: number;
  readonly passphraseFile?: string;
}
interface RestoreOptions {
  readonly data: string;
  readonly passphraseFile?: string;
}

const onRecords = (command: Command): Command =>
  command
    .option('--database <address>', 'the database: postgres://… or a file')
    .option('--data <folder>', 'the folder with the records');

const databaseOf = ({ database, data }: Options): string =>
  placeOf({ database, data }, process.env).database;

function answer(result: Result<string, string>): void {
  if (result.ok) print(result.value);
  else refuse([result.error]);
}

const help = (...examples: readonly string[]): string => `
Examples:
${examples.map((example) => `  ${example}`).join('\n')}

${PLACE_HELP}

${EXIT_HELP}`;
