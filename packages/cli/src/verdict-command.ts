/** `assuage verdict`: its options. What it says is made in `commands/verdict.ts`. */
import type { Schedule } from '@assuage/outcomes';
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { verdict } from './commands/verdict.ts';
import { EXIT_HELP } from './exit.ts';
import { dayOf, parseDay } from './input/dates.ts';
import { readText, STDIN_NAME } from './input/read-text.ts';
import { print, refuse } from './output.ts';

interface Options {
  readonly format: 'text' | 'json';
  readonly today?: string;
  readonly outcome?: string;
  readonly better?: 'lower' | 'higher';
  readonly scale?: { readonly from: number; readonly to: number };
  readonly important?: number;
  readonly since?: string;
  readonly start?: string;
  readonly schedule?: Schedule;
  readonly periodDays?: 7 | 14;
  readonly longestRun?: 2 | 3;
}

const DIARY = { name: 'a diary', is: 'CSV or JSON, in UTF-8' };

/** Adds `verdict`. */
export function addVerdictCommand(program: Command): void {
  program
    .command('verdict')
    .summary('say whether massage is helping one person, from a diary')
    .description(
      'Reads a diary of ratings. An ordinary course of treatment is described as a pattern, which cannot ' +
        'say why. A test, whose weeks with and without massage chance chose, gives probabilities when it is ' +
        'over. docs/statistics.md has the method, how often it is wrong, and the limits.',
    )
    .addArgument(new Argument('<file>', 'a CSV or JSON file, or - for standard input'))
    .addOption(
      new Option('--format <format>', 'text for people, json for programs')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option('--today <date>', 'judge as on this day, as YYYY-MM-DD (default: today)', day)
    .option('--outcome <word>', 'what is rated, as within a sentence (default: pain)')
    .addOption(
      new Option('--better <side>', 'which end is good (default: lower)').choices([
        'lower',
        'higher',
      ]),
    )
    .option('--scale <from-to>', 'the ends of the scale (default: 0-10)', scale)
    .option('--important <points>', 'the smallest change that matters (default: a tenth)', points)
    .option('--since <date>', 'a medicine changed: a course counts anew from this day', day)
    .option('--start <date>', 'a test: its first day', day)
    .option('--schedule <digits>', 'a test: 1 with, 0 without massage, a digit a period', schedule)
    .addOption(
      new Option('--period-days <days>', 'a test: the length of a period (default: 7)')
        .choices(['7', '14'])
        .argParser((text) => choice(text, [7, 14])),
    )
    .addOption(
      new Option('--longest-run <periods>', 'a test: most alike in a row (default: 2)')
        .choices(['2', '3'])
        .argParser((text) => choice(text, [2, 3])),
    )
    .addHelpText(
      'after',
      `
Examples:
  assuage verdict examples/diaries/course.csv --today 2026-04-20
  assuage verdict examples/diaries/test.json
  assuage verdict sleep.csv --outcome sleep --better higher --start 2026-01-05 --schedule 0110100110

CSV: the first line names the columns, commas, semicolons or tabs between them. Others are passed over.
  day       2026-03-01; several ratings of one day are averaged
  rating    a number on the scale; nothing, NA or - is a day without one

JSON: { "outcome": "pain", "better": "lower", "scale": { "from": 0, "to": 10 }, "important": 1,
  "since": "2026-02-01",
  "test": { "start": "2026-01-05", "periodDays": 7, "schedule": [0, 1, 1, 0], "longestRun": 2 },
  "ratings": [{ "day": "2026-01-05", "value": 6 }] }
  Only "ratings" is needed. "since" is a day on which a medicine changed: a course counts anew from it, and a
  test gives the days from it a level of their own. A test may have its "seed", with "periods" or with the schedule that it drew.

${EXIT_HELP}`,
    )
    .action(async (file: string, options: Options) => {
      const read = await readText(file, process.stdin, DIARY);
      const name = file === '-' ? STDIN_NAME : file;
      if (!read.ok) return refuse([`${name}: ${read.error}`]);
      const { outcome, better, important, since, start, longestRun, periodDays } = options;
      if (start === undefined && (options.schedule ?? longestRun ?? periodDays) !== undefined)
        return refuse(['a test needs --start, its first day']);
      const said = verdict({
        text: read.value,
        file: name,
        today: options.today ?? dayOf(new Date()),
        format: options.format,
        options: {
          outcome,
          better,
          scale: options.scale,
          important,
          since,
          test:
            start === undefined
              ? undefined
              : { start, schedule: options.schedule, periodDays, longestRun },
        },
      });
      if (!said.ok) return refuse(said.error);
      print(said.value);
    });
}

function day(text: string): string {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new InvalidArgumentError(parsed.error);
  return parsed.value;
}

function scale(text: string): { from: number; to: number } {
  const parts = /^(-?\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(text);
  if (!parts) throw new InvalidArgumentError('write its two ends, such as 0-10');
  return { from: Number(parts[1]), to: Number(parts[2]) };
}

function points(text: string): number {
  if (!/^\d+(\.\d+)?$/.test(text)) throw new InvalidArgumentError('write a number, such as 1.5');
  return Number(text);
}

function schedule(text: string): Schedule {
  if (!/^[01]+$/.test(text)) throw new InvalidArgumentError('write only 1 and 0, such as 0110');
  return [...text].map((digit) => (digit === '1' ? 1 : 0));
}

function choice<T extends number>(text: string, choices: readonly T[]): T {
  const found = choices.find((one) => String(one) === text);
  if (found === undefined) throw new InvalidArgumentError(`choose ${choices.join(' or ')}`);
  return found;
}
