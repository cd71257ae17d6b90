/** Taking records out, and putting them back: the options of each command. What it says is made in `commands/`. */
import { Argument, type Command } from 'commander';
import { exportAll } from './commands/export.ts';
import { importAll } from './commands/import.ts';
import { EXIT_HELP } from './exit.ts';
import { PLACE_HELP, placeOf } from './input/place.ts';
import { print, refuse } from './output.ts';
import type { Result } from './result.ts';

interface Options {
  readonly database?: string;
  readonly data?: string;
}

/** Adds `export` and `import`. */
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
