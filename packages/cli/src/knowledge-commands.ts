/** `assuage knowledge …`: the options of each command. What it says is made in `commands/`. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { KNOWLEDGE_FOLDER, readKnowledgeFiles, releaseOf } from '@assuage/knowledge/node';
import { type Engine, simulate } from '@assuage/safety';
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { checkKnowledge } from './commands/knowledge-check.ts';
import { formatCoverage, reportCoverage } from './commands/knowledge-coverage.ts';
import { diffKnowledge, formatDiff, type TimedSimulation } from './commands/knowledge-diff.ts';
import { formatJudgement, reportJudgement } from './commands/knowledge-judgement.ts';
import { mutateKnowledge } from './commands/knowledge-mutate.ts';
import { siteOf } from './commands/knowledge-site.ts';
import type { PlanFormat } from './commands/plan.ts';
import { EXIT, EXIT_HELP } from './exit.ts';
import { readPractice } from './input/practice.ts';
import { readAnyRelease, readRelease, readWholeRelease } from './input/release.ts';
import { leaveWith, print, refuse } from './output.ts';
import { writeSite } from './site/write-site.ts';

/** Adds `knowledge` and its commands. */
export function addKnowledgeCommands(program: Command): void {
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
    .command('judgement')
    .summary('list the limits that no source gives')
    .description(
      'Counts and lists every limit that is our judgement and not what a source says, subject by subject, ' +
        'with what it changes and the sources that it leans on: what a clinician is to sign off.',
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
  assuage knowledge judgement
  assuage knowledge judgement ../my-knowledge --format json`,
    )
    .action((folder: string | undefined, { format }: { format: PlanFormat }) => {
      const read = readRelease(folder ?? KNOWLEDGE_FOLDER);
      if (!read.ok) return refuse(read.error);
      const report = reportJudgement(read.value);
      print(format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : formatJudgement(report));
    });

  knowledgeCommand
    .command('site')
    .summary('write the knowledge as pages that need no program')
    .description(
      'Writes a folder of web pages: every illness, medicine, sign and technique with its rules, reasons, ' +
        'sources and studies, what is said of massage, and a search box that forgives slips. Open its index.html, or put the folder on ' +
        'any web server. An earlier site in the folder is replaced; other files are never touched.',
    )
    .addArgument(new Argument('<dir>', 'a new or empty folder, or one with an earlier site'))
    .addArgument(
      new Argument(
        '[knowledge]',
        'a knowledge folder, or git:<revision> (default: the knowledge that ships with Assuage)',
      ),
    )
    .addOption(
      new Option(
        '--corrections <url>',
        'where corrections go, as ?title=…&body=… (default: an email without a recipient)',
      ).argParser(webAddress),
    )
    .addHelpText(
      'after',
      `
Examples:
  assuage knowledge site site
  assuage knowledge site site --corrections https://example.org/issues/new
  assuage knowledge site site ../my-knowledge`,
    )
    .action((dir: string, source: string | undefined, options: { corrections?: string }) => {
      const read = readWholeRelease(source ?? KNOWLEDGE_FOLDER);
      if (!read.ok) return refuse(read.error);
      const style = readFileSync(new URL('site/site.css', import.meta.url), 'utf8');
      const written = writeSite(dir, siteOf(read.value, { ...options, style }));
      if (!written.ok) return refuse([written.error]);
      print(
        `Wrote ${written.value} files of release ${read.value.knowledge.release}. Open ${join(dir, 'index.html')}\n`,
      );
    });

  knowledgeCommand
    .command('diff')
    .summary('compare two releases, before one is adopted')
    .description(
      'Shows which facts, rules and limits are added, removed or changed, and whether that is tighter ' +
        'or looser; then which studies, claims, evidence and measures. With --practice: which clients it changes, and how. With --simulate: how many of so ' +
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
      const before = readAnyRelease(old);
      if (!before.ok) return refuse(before.error);
      const after = readAnyRelease(other ?? KNOWLEDGE_FOLDER);
      if (!after.ok) return refuse(after.error);
      const clients =
        options.practice === undefined ? undefined : await readPractice(options.practice);
      if (clients && !clients.ok) return refuse([clients.error]);
      const { simulate: number, seed } = options;
      const report = diffKnowledge({
        before: before.value.knowledge,
        after: after.value.knowledge,
        shelves: [before.value, after.value],
        ...(clients ? { clients: clients.value } : {}),
        ...(number === undefined ? {} : { simulate: timed(number, seed) }),
      });
      print(
        options.format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : formatDiff(report),
      );
    });
}

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

function webAddress(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new InvalidArgumentError('Give a web address, such as https://example.org/issues/new.');
  return text;
}

function wholeNumber(text: string, least: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > 0xffff_ffff)
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${0xffff_ffff}.`);
  return number;
}
