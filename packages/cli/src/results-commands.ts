/** `assuage results …`: the options of each command. What it says is made in `commands/results*.ts`. */
import { formatIssue } from '@assuage/knowledge';
import { readKnowledge } from '@assuage/knowledge/node';
import { COMPARED, type Compared } from '@assuage/outcomes';
import { compileEngine } from '@assuage/safety';
import { Argument, type Command, Option } from 'commander';
import { listResults, type ResultsContext, releaseResults } from './commands/results.ts';
import { type NamedText, poolResults } from './commands/results-pool.ts';
import { EXIT, EXIT_HELP } from './exit.ts';
import { dayOf } from './input/dates.ts';
import { PLACE_HELP, placeOf } from './input/place.ts';
import { readText, STDIN_NAME } from './input/read-text.ts';
import { complain, leaveWith, print, refuse } from './output.ts';
import type { Result } from './result.ts';

interface Options {
  readonly database?: string;
  readonly data?: string;
  readonly practice?: string;
}
interface ReleaseOptions extends Options {
  readonly measure: string;
  readonly compares: Compared;
  readonly out: string;
}

/** Adds `results` and its commands. */
export function addResultsCommands(program: Command): void {
  const results = program
    .command('results')
    .summary('put the finished tests of several people together')
    .description(
      'Within-person tests of many clients: what they say together in one practice, and over several ' +
        'practices without anything of a single person leaving one.',
    );
  onPractice(results, 'list')
    .summary('say what the finished tests of a practice say together')
    .description(
      'For each rating and comparison: how many people, the average effect, how much people differ, and ' +
        'from ten people on what to expect of one more.',
    )
    .addHelpText(
      'after',
      help('assuage results list', 'assuage results list --data ~/assuage-records'),
    )
    .action((options: Options) =>
      withContext(async (context) => answer(await listResults(placed(options), context))),
    );
  onPractice(results, 'release')
    .summary('write the four sums of a practice that others may have')
    .description(
      'Writes how many people there are and the sums of their effects, squared effects and variances. ' +
        'Refuses fewer than five people, and people that differ from those of an earlier release by fewer ' +
        'than five: single people could be told by subtraction. The audit remembers whose tests were summed.',
    )
    .requiredOption('--out <file>', 'where to write the sums')
    .option('--measure <id>', 'the rating', 'nrs-pain')
    .addOption(
      new Option('--compares <what>', 'what the tests compare').choices(COMPARED).default('weeks'),
    )
    .addHelpText('after', help('assuage results release --out harbour.json'))
    .action((options: ReleaseOptions) =>
      withContext(async (context) => {
        const { measure, compares, out } = options;
        const request = { ...placed(options), measure, compares, file: out };
        answer(await releaseResults(request, context));
      }),
    );
  results
    .command('pool')
    .summary('put the sums of several practices together')
    .description(
      'Reads files of "assuage results release": the plain mean over all people with its t interval, and ' +
        "Hedges' estimate of how much people differ. docs/statistics.md has the formulae.",
    )
    .addArgument(new Argument('<files...>', 'files of sums'))
    .addOption(
      new Option('--format <format>', 'text for people, json for programs')
        .choices(['text', 'json'])
        .default('text'),
    )
    .addHelpText(
      'after',
      `\nExample:\n  assuage results pool harbour.json hill.json\n\n${EXIT_HELP}`,
    )
    .action(async (paths: string[], { format }: { format: 'text' | 'json' }) => {
      const files: NamedText[] = [];
      for (const path of paths) {
        const name = path === '-' ? STDIN_NAME : path;
        const text = await readText(path, process.stdin, { name: 'a file of sums', is: 'JSON' });
        if (!text.ok) return refuse([`${name}: ${text.error}`]);
        files.push({ name, text: text.value });
      }
      const pooled = poolResults(files, format);
      if (!pooled.ok) return refuse(pooled.error);
      print(pooled.value);
    });
}

async function withContext(work: (context: ResultsContext) => Promise<void>): Promise<void> {
  const loaded = readKnowledge();
  if (!loaded.ok) {
    for (const issue of loaded.issues) complain(formatIssue(issue));
    return leaveWith(EXIT.internal);
  }
  const { knowledge, measures } = loaded;
  await work({ engine: compileEngine(knowledge), measures, today: dayOf(new Date()) });
}

function answer(said: Result<string, string>): void {
  if (said.ok) print(said.value);
  else refuse([said.error]);
}

const onPractice = (results: Command, name: string): Command =>
  results
    .command(name)
    .option('--database <address>', 'the database: postgres://… or a file')
    .option('--data <folder>', 'the folder with the records')
    .option('--practice <id>', 'which practice, when there are several');

const placed = ({ database, data, practice }: Options) => ({
  database: placeOf({ database, data }, process.env).database,
  practice,
});

const help = (...examples: readonly string[]): string => `
Examples:
${examples.map((example) => `  ${example}`).join('\n')}

${PLACE_HELP}

${EXIT_HELP}`;
