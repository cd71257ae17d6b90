/** Taking records out, and putting them back: the options of each command. What it says is made in `commands/`. */
import { join, resolve } from 'node:path';
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { backup } from './commands/backup.ts';
import { exportAll } from './commands/export.ts';
import { importAll } from './commands/import.ts';
import { importClients } from './commands/import-clients.ts';
import { restore } from './commands/restore.ts';
import { EXIT, EXIT_HELP } from './exit.ts';
import { FIELDS, type Field } from './input/client-list.ts';
import type { DateOrder } from './input/list-dates.ts';
import { atLeastOne } from './input/numbers.ts';
import { PLACE_HELP, placeOf } from './input/place.ts';
import { JOURNAL_FILE } from './input/practice.ts';
import { complain, leaveWith, print, refuse } from './output.ts';
import type { Result } from './result.ts';

interface Options {
  readonly database?: string;
  readonly data?: string;
}

/** Adds `export`, `import`, `backup`, `restore` and `import-clients`. */
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
  addClientList(program);
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

function addClientList(program: Command): void {
  onRecords(program.command('import-clients'))
    .summary('add clients from the list of another program')
    .description(
      'Reads a CSV file and adds everyone who is not here yet: name, date of birth, phone, e-mail and ' +
        'address. What a column means is found by its name, in any order. Either every row is taken or ' +
        'none. Who has the same name and date of birth as somebody here is left as they are.',
    )
    .addArgument(
      new Argument('<file>', 'a CSV file, with the names of the columns in its first row'),
    )
    .option('--dry-run', 'only say what each column and each row would become')
    .option('--skip-bad', 'leave out the rows that cannot be taken')
    .addOption(
      new Option(
        '--map <column=field>',
        `what a column means: ${FIELDS.join(', ')}, or nothing; may be given again`,
      ).argParser(mapping),
    )
    .addOption(
      new Option(
        '--dates <order>',
        'how dates are written, when they could be read in two ways',
      ).choices(['dmy', 'mdy']),
    )
    .option('--practice <id>', 'which practice, when there are several')
    .addHelpText(
      'after',
      help(
        'assuage import-clients clients.csv --dry-run',
        'assuage import-clients clients.csv --map "Client label=name" --map "Phone=nothing"',
      ),
    )
    .action(async (file: string, options: ClientListOptions) => {
      const done = await importClients({
        database: databaseOf(options),
        file,
        practice: options.practice,
        dryRun: options.dryRun ?? false,
        skipBad: options.skipBad ?? false,
        map: options.map ?? new Map(),
        dates: options.dates,
        now: new Date(),
      });
      if (done.ok) print(done.value);
      else refuse(done.error);
    });
}

interface ClientListOptions extends Options {
  readonly practice?: string;
  readonly dryRun?: boolean;
  readonly skipBad?: boolean;
  readonly map?: ReadonlyMap<string, Field | null>;
  readonly dates?: DateOrder;
}

function mapping(
  text: string,
  before: ReadonlyMap<string, Field | null> | undefined,
): ReadonlyMap<string, Field | null> {
  const at = text.lastIndexOf('=');
  const said = text.slice(at + 1).trim();
  const field = FIELDS.find((one) => one === said);
  if (at < 1 || (field === undefined && said !== 'nothing'))
    throw new InvalidArgumentError(
      `Write column=field; the field is one of ${FIELDS.join(', ')}, or nothing.`,
    );
  return new Map(before).set(text.slice(0, at).trim(), field ?? null);
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
