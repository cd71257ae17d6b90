/** The options of the command, its input and output, and its exit codes. What it says is made beside. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatIssue, type Knowledge } from '@assuage/knowledge';
import {
  KNOWLEDGE_FOLDER,
  readKnowledge,
  readKnowledgeFiles,
  releaseOf,
} from '@assuage/knowledge/node';
import { type Engine, simulate } from '@assuage/safety';
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { explain } from './commands/explain.ts';
import { checkKnowledge } from './commands/knowledge-check.ts';
import { formatCoverage, reportCoverage } from './commands/knowledge-coverage.ts';
import { diffKnowledge, formatDiff, type TimedSimulation } from './commands/knowledge-diff.ts';
import { mutateKnowledge } from './commands/knowledge-mutate.ts';
import { type PlanFormat, plan } from './commands/plan.ts';
import { serve } from './commands/serve.ts';
import { EXIT, EXIT_HELP, type ExitCode } from './exit.ts';
import { dayOf, parseDay } from './input/dates.ts';
import { readPractice } from './input/practice.ts';
import { readText, STDIN_NAME } from './input/read-text.ts';
import { readRelease } from './input/release.ts';

const MOST_MESSAGES = 100;

const print = (text: string): void => {
  process.stdout.write(text);
};
const complain = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
const leaveWith = (code: ExitCode): void => {
  process.exitCode = code;
};

/** The knowledge that ships with the program; mistakes in it are not the caller's. */
function knowledge(): Knowledge | undefined {
  const loaded = readKnowledge();
  if (loaded.ok) return loaded.knowledge;
  complain('The knowledge of this copy of Assuage has mistakes, so no plan would be safe:');
  for (const issue of loaded.issues) complain(formatIssue(issue));
  leaveWith(EXIT.internal);
  return undefined;
}

const program = new Command('assuage')
  .description(
    'Safe, explained massage session plans for people with autoimmune and inflammatory conditions.',
  )
  .version(manifest.version, '-V, --version', 'print the version')
  .helpOption('-h, --help', 'explain a command')
  .helpCommand('help [command]', 'explain a command')
  .showHelpAfterError('(assuage --help explains the commands)')
  .exitOverride()
  .addHelpText(
    'after',
    `
Examples:
  assuage plan examples/ra-hot-wrist.yaml
  assuage plan client.json --format json
  assuage explain RA
  assuage knowledge check
  assuage knowledge diff git:HEAD~1
  assuage serve --port 8080

${EXIT_HELP}`,
  );

program
  .command('plan')
  .summary('make a session plan from a client file')
  .description(
    'Makes a session plan from a client file (YAML or JSON), and says why. The folder examples/ has ' +
      'client files to copy; its README explains every line that one can have.',
  )
  .addArgument(new Argument('<file>', 'a client file, or - for standard input'))
  .addOption(
    new Option('--format <format>', 'text for people, json for programs')
      .choices(['text', 'json'] satisfies PlanFormat[])
      .default('text'),
  )
  .addOption(
    new Option('--today <date>', 'plan for this day, as YYYY-MM-DD (default: today)').argParser(
      (text) => {
        const day = parseDay(text);
        if (!day.ok) throw new InvalidArgumentError(day.error);
        return day.value;
      },
    ),
  )
  .addHelpText(
    'after',
    `
Examples:
  assuage plan examples/ra-hot-wrist.yaml
  assuage plan examples/osteoarthritis-knees.json --format json
  assuage plan client.yaml --today 2026-03-01
  cat client.yaml | assuage plan -

A small client file:
  client: Ana (invented)
  conditions: [RA]
  medicines: [methotrexate, no others]
  others: no            # everything else that was asked was answered no
  today:
    hot joint: right wrist
  goals: [pain, sleep]
  minutes: 45

${EXIT_HELP}`,
  )
  .action(async (file: string, options: { format: PlanFormat; today?: string }) => {
    const read = await readText(file, process.stdin);
    const name = file === '-' ? STDIN_NAME : file;
    if (!read.ok) return refuse([`${name}: ${read.error}`]);
    const known = knowledge();
    if (!known) return;
    const answer = plan(known, {
      text: read.value,
      file: name,
      today: options.today ?? dayOf(new Date()),
      format: options.format,
    });
    if (!answer.ok) return refuse(answer.error);
    print(answer.value.output);
    leaveWith(answer.value.exit);
  });

program
  .command('explain')
  .summary('explain a limit, a rule, or all rules of a subject')
  .description(
    'Says what a limit, a rule, or every rule of a condition, medicine, finding or technique ' +
      'changes, why, how sure that is, by which sources, and what releases it.',
  )
  .addArgument(
    new Argument(
      '<word...>',
      'the id of a limit or rule, as a plan shows it, or a word such as RA',
    ),
  )
  .addHelpText(
    'after',
    `
Examples:
  assuage explain rheumatoid-arthritis-hot-joint/pressure
  assuage explain rheumatoid-arthritis-hot-joint
  assuage explain Humira
  assuage explain warm stones`,
  )
  .action((words: string[]) => {
    const known = knowledge();
    if (!known) return;
    const answer = explain(known, words.join(' '));
    if (!answer.ok) return refuse([answer.error]);
    print(`${answer.value}\n`);
  });

const knowledgeCommand = program
  .command('knowledge')
  .summary('check the clinical knowledge, and compare releases')
  .description('Works on the clinical knowledge: plain files, one subject to a file.');
knowledgeCommand
  .command('check')
  .summary('name every mistake, and run every case')
  .description(
    'Reads every file of a knowledge folder, names every mistake with its file and line, and runs ' +
      'every worked case. Ends with 1 when anything is wrong.',
  )
  .addArgument(new Argument('[folder]', 'default: the knowledge that ships with Assuage'))
  .addHelpText(
    'after',
    `
Examples:
  assuage knowledge check
  assuage knowledge check ../my-knowledge`,
  )
  .action((folder: string | undefined) => reportOn(folder, checkKnowledge));

knowledgeCommand
  .command('mutate')
  .summary('drop and loosen every rule, to see whether a case notices')
  .description(
    'Drops, loosens and shifts every rule and limit, one change at a time, and names each change that ' +
      'no worked case notices. Ends with 1 when fewer than 95% are noticed. Takes a minute or two.',
  )
  .addArgument(new Argument('[folder]', 'default: the knowledge that ships with Assuage'))
  .addHelpText(
    'after',
    `
Examples:
  assuage knowledge mutate
  assuage knowledge mutate ../my-knowledge`,
  )
  .action((folder: string | undefined) => reportOn(folder, mutateKnowledge));

function reportOn(folder: string | undefined, report: typeof checkKnowledge) {
  const path = folder ?? KNOWLEDGE_FOLDER;
  if (!existsSync(path)) return refuse([`${path}: there is no such folder`]);
  if (!statSync(path).isDirectory()) return refuse([`${path}: this is not a folder`]);
  const files = readKnowledgeFiles(resolve(path));
  const prefix = folder === undefined ? 'knowledge/' : `${folder.replace(/[\\/]+$/, '')}/`;
  const { lines, isFine } = report(files, releaseOf(files.subjects), prefix);
  print(`${lines.join('\n')}\n`);
  if (!isFine) leaveWith(EXIT.internal);
}

knowledgeCommand
  .command('coverage')
  .summary('show which conditions lack rules about what')
  .description(
    'Shows for each condition the kinds of limit and the questions asked of everyone about which no ' +
      'rule speaks: where to read next. A gap is no mistake.',
  )
  .addArgument(new Argument('[folder]', 'default: the knowledge that ships with Assuage'))
  .addOption(
    new Option('--format <format>', 'text for people, json for programs')
      .choices(['text', 'json'] satisfies PlanFormat[])
      .default('text'),
  )
  .addHelpText(
    'after',
    `
Examples:
  assuage knowledge coverage
  assuage knowledge coverage ../my-knowledge --format json`,
  )
  .action((folder: string | undefined, { format }: { format: PlanFormat }) => {
    const read = readRelease(folder ?? KNOWLEDGE_FOLDER);
    if (!read.ok) return refuse(read.error);
    const report = reportCoverage(read.value);
    print(format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : formatCoverage(report));
  });

knowledgeCommand
  .command('diff')
  .summary('compare two releases, before one is adopted')
  .description(
    'Shows which facts, rules and limits are added, removed or changed, and whether that is tighter ' +
      'or looser. With --practice: which clients it changes, and how. With --simulate: how many of so ' +
      'many invented clients. Ends with 0 whether or not anything differs.',
  )
  .addArgument(new Argument('<old>', 'a knowledge folder, or git:<revision>'))
  .addArgument(new Argument('[new]', 'the same (default: the knowledge that ships with Assuage)'))
  .option('--practice <data>', 'screen the clients in this data folder with both')
  .addOption(
    new Option('--simulate <number>', 'screen this many invented clients').argParser((text) =>
      wholeNumber(text, 1),
    ),
  )
  .addOption(
    new Option('--seed <number>', 'other invented clients')
      .argParser((text) => wholeNumber(text, 0))
      .default(1),
  )
  .addOption(
    new Option('--format <format>', 'text for people, json for programs')
      .choices(['text', 'json'] satisfies PlanFormat[])
      .default('text'),
  )
  .addHelpText(
    'after',
    `
Examples:
  assuage knowledge diff git:HEAD~1
  assuage knowledge diff old-knowledge knowledge --practice data
  assuage knowledge diff git:HEAD~1 knowledge --simulate 100000
  assuage knowledge diff git:HEAD~1 --format json

${EXIT_HELP}`,
  )
  .action(async (old: string, other: string | undefined, options: DiffOptions) => {
    const before = readRelease(old);
    if (!before.ok) return refuse(before.error);
    const after = readRelease(other ?? KNOWLEDGE_FOLDER);
    if (!after.ok) return refuse(after.error);
    const clients =
      options.practice === undefined ? undefined : await readPractice(options.practice);
    if (clients && !clients.ok) return refuse([clients.error]);
    const { simulate: number, seed } = options;
    const report = diffKnowledge({
      before: before.value,
      after: after.value,
      ...(clients ? { clients: clients.value } : {}),
      ...(number === undefined ? {} : { simulate: timed(number, seed) }),
    });
    print(options.format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : formatDiff(report));
  });

interface DiffOptions {
  readonly practice?: string;
  readonly simulate?: number;
  readonly seed: number;
  readonly format: PlanFormat;
}

function timed(clients: number, seed: number): (old: Engine, now: Engine) => TimedSimulation {
  return (old, now) => {
    const start = performance.now();
    const simulation = simulate(old, now, clients, seed);
    return { ...simulation, seed, seconds: (performance.now() - start) / 1000 };
  };
}

function wholeNumber(text: string, least: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > 0xffff_ffff)
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${0xffff_ffff}.`);
  return number;
}

program
  .command('serve')
  .summary('open the interface on this computer')
  .description(
    'Serves the interface and keeps the records, on this computer only (127.0.0.1). The first start ' +
      'makes a demo practice; everyone in it is invented.',
  )
  .addOption(
    new Option('--port <number>', 'the port (default: 4600, or the next free one)').argParser(
      (text) => {
        const port = Number(text);
        if (!/^\d+$/.test(text) || port > 65_535)
          throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
        return port;
      },
    ),
  )
  .option('--data <folder>', 'where the records are kept (default: $ASSUAGE_DATA, else data/)')
  .addHelpText(
    'after',
    `
Examples:
  assuage serve
  assuage serve --port 8080 --data ~/assuage-records`,
  )
  .action(async ({ port, data }: { port?: number; data?: string }) => {
    const started = await serve({ port, data }, process.env);
    if (!started.ok) {
      complain(`assuage: ${started.error}`);
      leaveWith(EXIT.internal);
    }
  });

/** What the caller can mend: one message to a line, nothing on standard output. */
function refuse(messages: readonly string[]): void {
  complain(messages.slice(0, MOST_MESSAGES).join('\n'));
  const more = messages.length - MOST_MESSAGES;
  if (more > 0) complain(`… and ${more} more`);
  leaveWith(EXIT.badInput);
}

// A reader that stops early, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) leaveWith(error.exitCode === 0 ? EXIT.fine : EXIT.badInput);
  else {
    complain(
      `assuage: something went wrong inside Assuage, and nothing was written. Please report it:`,
    );
    complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    leaveWith(EXIT.internal);
  }
}
