/** `assuage pool`: its options, input and output. What it says is made in `commands/pool.ts`. */
import {
  type Better,
  MEASURES,
  METHODS,
  type Measure,
  type Method,
  type Test,
} from '@assuage/evidence';
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { type PoolRequest, poolFile, sumsOfFile } from './commands/pool.ts';
import { EXIT_HELP } from './exit.ts';
import { readText, STDIN_NAME } from './input/read-text.ts';
import { writeText } from './input/whole-file.ts';
import { print, refuse } from './output.ts';

interface Options {
  readonly measure?: Measure;
  readonly better?: Better;
  readonly method: Method;
  readonly test: Test;
  readonly moderator: readonly string[];
  readonly subgroup?: string;
  readonly cohort?: string;
  readonly correlation?: number;
  readonly important?: number;
  readonly sd?: number;
  readonly sums?: string;
  readonly format: 'text' | 'json';
  readonly svg?: string;
  readonly funnel?: string;
}

const TABLE = { name: 'a table of studies', is: 'CSV, in UTF-8' };

/** Adds `pool`. */
export function addPoolCommand(program: Command): void {
  program
    .command('pool')
    .summary('pool studies from a table')
    .description(
      'Pools the studies in a CSV file: a random-effects meta-analysis with REML and the Hartung–Knapp ' +
        'interval, the spread between studies, and what so few studies do not allow to say. ' +
        'docs/pooling.md has the methods and every column.',
    )
    .addArgument(new Argument('<file>', 'a CSV file, or - for standard input'))
    .addOption(
      new Option(
        '--measure <measure>',
        'what to make of the columns (default: by the columns)',
      ).choices(MEASURES),
    )
    .addOption(
      new Option(
        '--better <side>',
        'which effects are good for people: pain is better lower',
      ).choices(['lower', 'higher'] satisfies Better[]),
    )
    .addOption(
      new Option('--method <method>', 'how the spread between studies is estimated')
        .choices(METHODS)
        .default('REML'),
    )
    .addOption(
      new Option('--test <test>', 'how the interval is made: docs/pooling.md explains each')
        .choices(['adhoc', 'knha', 'z'] satisfies Test[])
        .default('adhoc'),
    )
    .option(
      '--moderator <column>',
      'a column with numbers that might explain differences; may be given again',
      (column: string, before: readonly string[]) => [...before, column],
      [],
    )
    .option('--subgroup <column>', 'a column with words: each group is pooled by itself')
    .option(
      '--cohort <column>',
      'a column that says which effects come from the same people: three-level model',
    )
    .option(
      '--correlation <r>',
      'of two measurements of a person, where the table has none; .3, .5 and .7 are shown beside it',
      number,
    )
    .option(
      '--important <change>',
      'a change that matters, above 0, in points or as a ratio: a line in the plot',
      number,
    )
    .option(
      '--sd <points>',
      'with --important: what one standard deviation between people is in points',
      number,
    )
    .option(
      '--sums <site>',
      'print only the four sums that a clinic sends of five people or more, and pool nothing',
    )
    .addOption(
      new Option('--format <format>', 'text for people, json for programs')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option('--svg <file>', 'write the forest plot there')
    .option('--funnel <file>', 'write the funnel plot there (from ten studies on)')
    .addHelpText(
      'after',
      `
Examples:
  assuage pool studies.csv --better lower
  assuage pool studies.csv --measure MD --svg forest.svg
  assuage pool studies.csv --format json --moderator weeks
  assuage pool studies.csv --better lower --important 1 --sd 2.3
  assuage pool effects.csv --cohort study
  assuage pool people.csv --sums "Clinic A" > clinic-a.csv
  assuage pool sites.csv
  cat studies.csv | assuage pool -

Columns, one study to a line (others are passed over; NA or nothing is missing):
  yi vi                         effects and their variances
  yi sei                        effects and their standard errors
  m1i sd1i n1i m2i sd2i n2i     mean, deviation and people of two arms
  m1i sd1i m2i sd2i ni ri       two measurements of the same people, their correlation
  ai bi ci di                   people with and without the event in two arms
  ai n1i ci n2i                 people with the event, and all people, of two arms
  ri ni                         correlations and people
  study, author, year           what each is called; by year it is told how the answer came
  lq1i med1i uq1i (and 2)       quartiles and median, where m1i or sd1i is missing
  se1i, or cilb1i ciub1i        standard error or 95 % interval of the mean, where sd1i is missing
  shared                        how many rows of the table the second arm is in: it is split
  site k sumY sumYY sumV        sums of clinics, one clinic to a line, instead of studies

${EXIT_HELP}`,
    )
    .action(async (file: string, options: Options) => {
      if (options.sd !== undefined && options.important === undefined)
        return refuse(['--sd goes with --important: it says how many points a deviation is']);
      const read = await readText(file, process.stdin, TABLE);
      const name = file === '-' ? STDIN_NAME : file;
      if (!read.ok) return refuse([`${name}: ${read.error}`]);
      const { measure, svg, funnel, sums } = options;
      const source = { text: read.value, file: name, ...(measure && { measure }) };
      if (sums !== undefined) {
        const line = sumsOfFile(sums, source);
        return line.ok ? print(line.value) : refuse(line.error);
      }
      const pooled = poolFile({ ...source, ...requestOf(options) });
      if (!pooled.ok) return refuse(pooled.error);
      const files: [string | undefined, string | null][] = [
        [svg, pooled.value.forest],
        [funnel, pooled.value.funnel],
      ];
      for (const [path, content] of files) {
        if (path === undefined || content === null) continue;
        const trouble = await writeText(path, `${content}\n`);
        if (trouble !== undefined) return refuse([`${path}: ${trouble}`]);
      }
      print(pooled.value.output);
    });
}

function requestOf(options: Options): Omit<PoolRequest, 'text' | 'file'> {
  const { better = null, method, test, format, moderator, svg, funnel } = options;
  const { subgroup, cohort, correlation, important, sd } = options;
  return {
    format,
    better,
    method,
    test,
    moderators: moderator,
    forest: svg !== undefined,
    funnel: funnel !== undefined,
    ...(subgroup !== undefined && { subgroup }),
    ...(cohort !== undefined && { cohort }),
    ...(correlation !== undefined && { correlation }),
    ...(important !== undefined && {
      important: { change: important, ...(sd !== undefined && { sd }) },
    }),
  };
}

function number(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value))
    throw new InvalidArgumentError('Not a number.');
  return value;
}
