/** `assuage db …`: the options of each command. What it says is made in `commands/db.ts`. */
import { Argument, type Command } from 'commander';
import { copyDatabase, rebuildDatabase, verifyDatabase } from './commands/db.ts';
import { EXIT, EXIT_HELP } from './exit.ts';
import { PLACE_HELP, placeOf } from './input/place.ts';
import { complain, leaveWith, print, refuse } from './output.ts';

interface Options {
  readonly database?: string;
  readonly data?: string;
}

/** Adds `db` and its commands. */
export function addDatabaseCommands(program: Command): void {
  const db = program
    .command('db')
    .summary('prove, mend and copy the records')
    .description('Works on the database with the records of all practices.');
  onRecords(db, 'verify')
    .summary('prove that no entry was changed, and that every list is true')
    .description(
      'Reads every entry: the chain of every client, what entries name, and whether the lists, the ' +
        'search and the calendar are what the entries lead to. Changes nothing. Ends with 1 when ' +
        'anything is wrong.',
    )
    .addHelpText('after', help('assuage db verify', 'assuage db verify --data ~/assuage-records'))
    .action(async (options: Options) => {
      const answer = await verifyDatabase(databaseOf(options));
      if (!answer.ok) return refuse([answer.error]);
      print(answer.value.text);
      leaveWith(answer.value.whole ? EXIT.fine : EXIT.internal);
    });
  onRecords(db, 'rebuild')
    .summary('make the lists, the search and the calendar anew from the entries')
    .description(
      'Makes everything that is derived from the entries anew. The entries themselves stay as they are.',
    )
    .addHelpText('after', help('assuage db rebuild', 'assuage db rebuild --data ~/assuage-records'))
    .action(async (options: Options) => {
      const answer = await rebuildDatabase(databaseOf(options));
      if (!answer.ok) return refuse([answer.error]);
      print(answer.value);
    });
  db.command('copy')
    .summary('copy all records to another database')
    .description(
      'Copies every practice with its entries, accounts and audit, and compares both at the end. After ' +
        'an interruption, the same command goes on where it was. A target that holds other records is ' +
        'refused. Stop Assuage first. The key file beside the database is not copied: keep the data folder.',
    )
    .addArgument(new Argument('<from>', 'a file, or postgres://user@host/name'))
    .addArgument(new Argument('<to>', 'a new file, or an empty PostgreSQL database'))
    .addHelpText(
      'after',
      `
Examples:
  assuage db copy data/assuage.sqlite postgres://assuage@localhost/assuage
  assuage db copy postgres://assuage@localhost/assuage copy.sqlite

A password is read from $PGPASSWORD, so that it need not be typed into the address.

${EXIT_HELP}`,
    )
    .action(async (from: string, to: string) => {
      const answer = await copyDatabase(from, to, complain);
      if (!answer.ok) return refuse([answer.error]);
      print(answer.value);
    });
}

const onRecords = (db: Command, name: string): Command =>
  db
    .command(name)
    .option('--database <address>', 'the database: postgres://… or a file')
    .option('--data <folder>', 'the folder with the records');

const databaseOf = ({ database, data }: Options): string =>
  placeOf({ database, data }, process.env).database;

const help = (...examples: readonly string[]): string => `
Examples:
${examples.map((example) => `  ${example}`).join('\n')}
  assuage db ${examples[0]?.split(' ').at(-1)} --database postgres://assuage@localhost/assuage

${PLACE_HELP}

${EXIT_HELP}`;
