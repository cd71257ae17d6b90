/** `assuage retention …`: the options of each command. What it says is made in `commands/retention.ts`. */
import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import {
  type ChangeRequest,
  destroyRecord,
  holdRecord,
  liftHold,
  listRetention,
} from './commands/retention.ts';
import { EXIT_HELP } from './exit.ts';
import { dayOf } from './input/dates.ts';
import { PLACE_HELP, placeOf } from './input/place.ts';
import { print, refuse } from './output.ts';
import type { Result } from './result.ts';

interface Options {
  readonly database?: string;
  readonly data?: string;
  readonly practice?: string;
  readonly by?: string;
}

/** Adds `retention` and its commands. */
export function addRetentionCommands(program: Command): void {
  const retention = program
    .command('retention')
    .summary('how long records are kept, holds, and destroying a record')
    .description(
      'How long records are kept under the rules of the place that is chosen in the settings. This is ' +
        'not legal advice.',
    );
  onPractice(retention, 'list')
    .summary('list from when each record may be destroyed')
    .description(
      'For each client: the last session, whether they were under 18 then, from when the record may be ' +
        'destroyed, under which rule, and what holds it. Unknown rules keep a record.',
    )
    .addHelpText('after', help('assuage retention list'))
    .action(async (options: Options) =>
      answer(await listRetention(requestOf(options), dayOf(new Date()))),
    );
  onClient(retention, 'hold', '<client>')
    .summary('keep a record whatever the rules say')
    .description(
      'Puts a record on hold, for a complaint, a claim or a court. Nobody can destroy it.',
    )
    .requiredOption('--reason <text>', 'why it must be kept')
    .addHelpText(
      'after',
      help('assuage retention hold "Ana Silva" --reason "a claim" --by jo@harbour.example'),
    )
    .action(async (client: string, options: Options & { reason: string }) =>
      answer(await holdRecord({ ...changeOf(client, options), reason: options.reason })),
    );
  onClient(retention, 'lift', '<client> <hold>')
    .summary('end a hold')
    .description('Ends a hold. "assuage retention list" shows the id of each.')
    .addHelpText(
      'after',
      help('assuage retention lift "Ana Silva" 019a0000-0000-7000-8000-000000000001'),
    )
    .action(async (client: string, hold: string, options: Options) =>
      answer(await liftHold({ ...changeOf(client, options), hold })),
    );
  onClient(retention, 'destroy', '<client>')
    .summary('destroy the record of one client for good')
    .description(
      'Removes every entry of one client and leaves a tombstone: who did it, when, why, under which rule, ' +
        'how many entries there were and the hash of the last. The audit stays. It asks for the ' +
        "client's name. Backups and exports that were made before still hold the record: destroy them " +
        'when it is their turn.',
    )
    .requiredOption('--reason <text>', 'why it is destroyed')
    .option('--early', 'also when no rule that Assuage knows allows it yet')
    .addHelpText(
      'after',
      help(
        'assuage retention destroy "Ana Silva" --reason "kept long enough" --by jo@harbour.example',
      ),
    )
    .action(async (client: string, options: Options & { reason: string; early?: boolean }) =>
      answer(
        await destroyRecord({
          ...changeOf(client, options),
          reason: options.reason,
          early: options.early ?? false,
          today: dayOf(new Date()),
          ask,
        }),
      ),
    );
}

const onPractice = (parent: Command, name: string): Command =>
  parent
    .command(name)
    .option('--practice <id>', 'which practice, when there are several')
    .option('--database <address>', 'the database: postgres://… or a file')
    .option('--data <folder>', 'the folder with the records');

const onClient = (parent: Command, name: string, words: string): Command =>
  onPractice(parent, `${name} ${words}`).option(
    '--by <email>',
    'the account of the owner whose deed it is (a demo needs none)',
  );

const requestOf = ({ database, data, practice }: Options) => ({
  database: placeOf({ database, data }, process.env).database,
  practice,
});
const changeOf = (client: string, options: Options): ChangeRequest => ({
  ...requestOf(options),
  client,
  by: options.by,
});

/** On standard error, so that standard output holds the answer only. */
async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    // The end of the input, without a line, is no answer.
    return await new Promise((resolve, reject) => {
      lines.once('close', () => resolve(''));
      lines.question(question).then(resolve, reject);
    });
  } finally {
    lines.close();
  }
}

function answer(result: Result<string, string>): void {
  if (result.ok) print(result.value);
  else refuse([result.error]);
}

const help = (example: string): string => `
Examples:
  ${example}

${PLACE_HELP}

${EXIT_HELP}`;
