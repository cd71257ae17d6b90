/** `assuage pool`: its options, input and output. What it says is made in `commands/pool.ts`. */
import {
  type Better,
  MEASURES,
  METHODS,
  type Measure,
  type Method,
  type Test,
} from '@assuage/evidence';
import { Argument, type Command, Option } from 'commander';
import { poolFile } from './commands/pool.ts';
import { EXIT_HELP } from './exit.ts';
import { readText, STDIN_NAME } from './input/read-text.ts';
import { diskTrouble, writeWhole } from './input/whole-file.ts';
import { print, refuse } from './output.ts';

interface Options {
  readonly measure?: Measure;
  readonly better?: Better;
  readonly method: Method;
  readonly test: Test;
  readonly moderator: readonly string[];
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
  cat studies.csv | assuage pool -

Columns, one study to a line (others are passed over; NA or nothing is missing):
  yi vi                         effects and their variances
  yi sei                        effects and their standard errors
  m1i sd1i n1i m2i sd2i n2i     mean, deviation and people of two arms
  m1i sd1i m2i sd2i ni ri       two measurements of the same people, their correlation
  ai bi ci di                   people with and without the event in two arms
  ai n1i ci n2i                 people with the event, and all people, of two arms
  ri ni                         correlations and people
  study, author, year           what each is called

${EXIT_HELP}`,
    )
    .action(async (file: string, options: Options) => {
      const read = await readText(file, process.stdin, TABLE);
      const name = file === '-' ? STDIN_NAME : file;
      if (!read.ok) return refuse([`${name}: ${read.error}`]);
      const { measure, better, method, test, moderator, format, svg, funnel } = options;
      const pooled = poolFile({
        text: read.value,
        file: name,
        format,
        measure,
        better,
        method,
        test,
        moderators: moderator,
        funnel: funnel !== undefined,
      });
      if (!pooled.ok) return refuse(pooled.error);
      const files: [string | undefined, string | null][] = [
        [svg, pooled.value.forest],
        [funnel, pooled.value.funnel],
      ];
      for (const [path, content] of files) {
        if (path === undefined || content === null) continue;
        const trouble = await written(path, content);
        if (trouble !== undefined) return refuse([`${path}: ${trouble}`]);
      }
      print(pooled.value.output);
    });
}

/** What went wrong, or nothing. */
async function written(path: string, content: string): Promise<string | undefined> {
  try {
    await writeWhole(path, async (sink) => sink(new TextEncoder().encode(`${content}\n`)));
    return undefined;
  } catch (error) {
    const trouble = diskTrouble(error);
    if (trouble === undefined) throw error;
    return trouble;
  }
}
