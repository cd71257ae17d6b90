/** Clients in from another program's list, and out again: the options of each command. What it says is made in `commands/`. */
import type { DateOrder, Field } from '@assuage/contacts';
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { exportContacts } from './commands/export-contacts.ts';
import { importClients, listImports, undoImport } from './commands/import-clients.ts';
import { EXIT_HELP } from './exit.ts';
import { PLACE_HELP, placeOf } from './input/place.ts';
import { print, refuse } from './output.ts';
import type { Result } from './result.ts';

/** By name here: reading them from the package would open the database for every command. */
const FIELDS = Object.keys({
  name: true,
  first: true,
  middle: true,
  last: true,
  born: true,
  pronouns: true,
  phone: true,
  email: true,
  address: true,
} satisfies Record<Field, true>) as Field[];

interface Options {
  readonly database?: string;
  readonly data?: string;
  readonly practice?: string;
}
interface ImportOptions extends Options {
  readonly dryRun?: boolean;
  readonly skipBad?: boolean;
  readonly map?: ReadonlyMap<string, Field | null>;
  readonly dates?: DateOrder;
  readonly sheet?: string;
  readonly list?: boolean;
  readonly undo?: string;
}

/** Adds `import-clients` and `export-contacts`. */
export function addContactCommands(program: Command): void {
  onRecords(program.command('import-clients'))
    .summary('add clients from the list of another program')
    .description(
      'Reads a CSV file, an Excel workbook (XLSX) or vCards, and adds everyone who is not here yet: name, date ' +
        'of birth, phone, e-mail and address. What a column means is found by its name, in any order. Either ' +
        'every row is taken or none. Who has the same name and date of birth as somebody here is left as they ' +
        'are. An import can be taken back: those in whose records nothing was written since go, the others stay.',
    )
    .addArgument(
      new Argument(
        '[file]',
        'CSV or XLSX with the names of the columns in its first row, or vCards (.vcf)',
      ),
    )
    .option('--dry-run', 'only say what would be done, row by row')
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
    .option('--sheet <name>', 'the sheet of a workbook (default: the first that holds rows)')
    .option('--list', 'list the imports that were made')
    .option('--undo <id>', 'take an import back')
    .addHelpText(
      'after',
      help(
        'assuage import-clients clients.csv --dry-run',
        'assuage import-clients clients.xlsx --sheet Active --skip-bad',
        'assuage import-clients clients.csv --map "Client label=name" --map "Phone=nothing"',
        'assuage import-clients --undo 019c0000-0000-7000-8000-000000000001 --dry-run',
      ),
    )
    .action(async (file: string | undefined, options: ImportOptions) => {
      const { practice, undo, dryRun = false } = options;
      const records = { database: databaseOf(options), practice };
      const ways = [file, undo, options.list].filter((way) => way !== undefined);
      if (ways.length !== 1)
        return refuse(['Name one file, or say --list, or --undo and the id of an import.']);
      if (undo !== undefined) return answer(await undoImport({ ...records, undo, dryRun }));
      if (file === undefined) return answer(await listImports(records));
      const { map, dates, sheet, skipBad = false } = options;
      const now = new Date();
      answer(await importClients({ ...records, file, map, dates, sheet, dryRun, skipBad, now }));
    });
  onRecords(program.command('export-contacts'))
    .summary("write clients' contact data for an address book")
    .description(
      'Writes name, phone, e-mail, address and date of birth as vCards (3.0), which telephones, mail programs ' +
        'and other practice programs read. Nothing about health, and not whom to call in an emergency.',
    )
    .addArgument(new Argument('<file>', 'the file to write, such as clients.vcf'))
    .option('--client <id or name>', 'this one alone (default: everyone)')
    .addHelpText(
      'after',
      help(
        'assuage export-contacts clients.vcf',
        'assuage export-contacts ana.vcf --client "Ana Silva"',
      ),
    )
    .action(async (file: string, { client, ...options }: Options & { client?: string }) =>
      answer(
        await exportContacts({
          database: databaseOf(options),
          practice: options.practice,
          file,
          client,
        }),
      ),
    );
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

const onRecords = (command: Command): Command =>
  command
    .option('--database <address>', 'the database: postgres://… or a file')
    .option('--data <folder>', 'the folder with the records')
    .option('--practice <id>', 'which practice, when there are several');

const databaseOf = ({ database, data }: Options): string =>
  placeOf({ database, data }, process.env).database;

function answer(result: Result<string, readonly string[]>): void {
  if (result.ok) print(result.value);
  else refuse(result.error);
}

const help = (...examples: readonly string[]): string => `
Examples:
${examples.map((example) => `  ${example}`).join('\n')}

${PLACE_HELP}

${EXIT_HELP}`;
