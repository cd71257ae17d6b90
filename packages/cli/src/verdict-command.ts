/** `assuage verdict`: its options. What it says is made in `commands/verdict.ts`. */
import type { Schedule } from '@assuage/outcomes';
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { verdict } from './commands/verdict.ts';
import { EXIT_HELP } from './exit.ts';
import { dayOf, parseDay } from './input/dates.ts';
import type { OutcomeSettings } from './input/diary-settings.ts';
import { readText, STDIN_NAME } from './input/read-text.ts';
import { writeText } from './input/whole-file.ts';
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
  readonly periodDays?: 7 | 14 | 28;
  readonly everyDays?: readonly [7, 14 | 28];
  readonly longestRun?: 2 | 3;
  readonly also?: readonly OutcomeSettings[];
  readonly report?: boolean;
  readonly svg?: string;
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
    .option(
      '--also <column>',
      'a column asked beside it; with :higher when that end is good; may be given again',
      also,
    )
    .option('--since <date>', 'a medicine changed: a course counts anew from this day', day)
    .option('--start <date>', 'a test: its first day', day)
    .option('--schedule <digits>', 'a test: 1 with, 0 without massage, a digit a period', schedule)
    .addOption(
      new Option('--period-days <days>', 'a test: the length of a period (default: 7)')
        .choices(['7', '14', '28'])
        .argParser((text) => choice(text, [7, 14, 28])),
    )
    .option(
      '--every-days <more,less>',
      'a test of how often: days from one massage to the next, 7,14 or 7,28; periods have 28 days',
      everyDays,
    )
    .addOption(
      new Option('--longest-run <periods>', 'a test: most alike in a row (default: 2)')
        .choices(['2', '3'])
        .argParser((text) => choice(text, [2, 3])),
    )
    .option('--report', 'a test: all of it, as CENT 2015 and SCRIBE 2016 ask for it')
    .option('--svg <file>', 'write the drawing of the diary there')
    .addHelpText(
      'after',
      `
Examples:
  assuage verdict examples/diaries/course.csv --today 2026-04-20
  assuage verdict examples/diaries/test.json
  assuage verdict sleep.csv --outcome sleep --better higher --start 2026-01-05 --schedule 0110100110
  assuage verdict examples/diaries/test.json --report --svg diary.svg
  assuage verdict diary.csv --also sleep:higher --also stiffness

CSV: the first line names the columns, commas, semicolons or tabs between them. Others are passed over.
  day       2026-03-01; several ratings of one day are averaged
  rating    a number on the scale; nothing, NA or - is a day without one
  session   1 on the days of a massage; nothing on others

JSON: { "outcome": "pain", "better": "lower", "scale": { "from": 0, "to": 10 }, "important": 1,
  "since": "2026-02-01",
  "test": { "start": "2026-01-05", "periodDays": 7, "schedule": [0, 1, 1, 0], "longestRun": 2 },
  "also": [{ "outcome": "sleep", "better": "higher", "ratings": […] }],
  "sessions": ["2026-01-14", { "day": "2026-01-21", "way": "deep work", "reaction": true }],
  "changes": [{ "day": "2026-02-02", "text": "a week away" }], "ended": { "day": …, "why": … },
  "ratings": [{ "day": "2026-01-05", "value": 6 }] }
  Only "ratings" is needed. "since" is a day on which a medicine changed: a course counts anew from it, and a
  test gives the days from it a level of their own. A test may have its "seed", with "periods" or with the
  schedule that it drew. A test of how often has "everyDays": [7, 14]. In place of "test", "fixed" is a test as
  the record of Assuage keeps it, with its hash: it is refused when anything was altered.

${EXIT_HELP}`,
    )
    .action(async (file: string, options: Options) => {
      const read = await readText(file, process.stdin, DIARY);
      const name = file === '-' ? STDIN_NAME : file;
      if (!read.ok) return refuse([`${name}: ${read.error}`]);
      const { outcome, better, important, since, start, longestRun, periodDays } = options;
      const ofTest = options.schedule ?? longestRun ?? periodDays ?? options.everyDays;
      if (start === undefined && ofTest !== undefined)
        return refuse(['a test needs --start, its first day']);
      const said = verdict({
        text: read.value,
        file: name,
        today: options.today ?? dayOf(new Date()),
        format: options.format,
        asReport: options.report ?? false,
        options: {
          outcome,
          better,
          scale: options.scale,
          important,
          also: options.also,
          since,
          test:
            start === undefined
              ? undefined
              : {
                  start,
                  schedule: options.schedule,
                  periodDays,
                  everyDays: options.everyDays,
                  longestRun,
                },
        },
      });
      if (!said.ok) return refuse(said.error);
      const { output, svg } = said.value;
      if (options.svg !== undefined) {
        if (svg === undefined) return refuse(['there is nothing to draw: no rating, no test']);
        const trouble = await writeText(options.svg, svg);
        if (trouble !== undefined) return refuse([`${options.svg}: ${trouble}`]);
      }
      print(output);
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

function also(text: string, before: readonly OutcomeSettings[] = []): OutcomeSettings[] {
  const parts = /^(.*\S)\s*:\s*(lower|higher)$/.exec(text);
  const one = parts
    ? {
        outcome: parts[1],
        better: parts[2] === 'higher' ? ('higher' as const) : ('lower' as const),
      }
    : { outcome: text };
  return [...before, one];
}

function everyDays(text: string): readonly [7, 14 | 28] {
  if (text === '7,14') return [7, 14];
  if (text === '7,28') return [7, 28];
  throw new InvalidArgumentError('write 7,14 or 7,28');
}

function choice<T extends number>(text: string, choices: readonly T[]): T {
  const found = choices.find((one) => String(one) === text);
  if (found === undefined) throw new InvalidArgumentError(`choose ${choices.join(' or ')}`);
  return found;
}
