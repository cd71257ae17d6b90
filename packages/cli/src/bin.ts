/** The options of the command, its input and output, and its exit codes. What it says is made beside. */
import { formatIssue, type Knowledge } from '@assuage/knowledge';
import { readKnowledge } from '@assuage/knowledge/node';
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { addArchiveCommands } from './archive-commands.ts';
import { explain } from './commands/explain.ts';
import { type PlanFormat, plan } from './commands/plan.ts';
import { serve } from './commands/serve.ts';
import { addContactCommands } from './contact-commands.ts';
import { addDatabaseCommands } from './db-commands.ts';
import { addEvidenceCommands } from './evidence-commands.ts';
import { EXIT, EXIT_HELP } from './exit.ts';
import { dayOf, parseDay } from './input/dates.ts';
import { atLeastOne } from './input/numbers.ts';
import { PLACE_HELP } from './input/place.ts';
import { readText, STDIN_NAME } from './input/read-text.ts';
import { addKnowledgeCommands } from './knowledge-commands.ts';
import { addMeasureCommands } from './measure-commands.ts';
import { complain, leaveWith, print, refuse } from './output.ts';
import { addPoolCommand } from './pool-command.ts';
import { addResultsCommands } from './results-commands.ts';
import { addRetentionCommands } from './retention-commands.ts';
import { addVerdictCommand } from './verdict-command.ts';

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
  assuage pool studies.csv --better lower
  assuage serve --port 8080
  assuage db verify
  assuage export --all harbour.zip

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

addKnowledgeCommands(program);
addMeasureCommands(program);
addEvidenceCommands(program);
addPoolCommand(program);
addVerdictCommand(program);
addDatabaseCommands(program);
addResultsCommands(program);
addRetentionCommands(program);
addArchiveCommands(program);
addContactCommands(program);

program
  .command('serve')
  .summary('open the interface on this computer')
  .description(
    'Serves the interface and keeps the records, on this computer only (127.0.0.1). The first start in a ' +
      'folder makes a demo practice, in which everyone is invented; with --own, a practice of your own, ' +
      'which you set up in the browser with a password and a second step.',
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
  .option(
    '--database <address>',
    'a database instead: postgres://… or a file (default: $ASSUAGE_DATABASE)',
  )
  .option('--own', 'a practice of your own in a new folder, instead of the demo')
  .option('--origin <address>', 'the https address of the proxy through which others reach it')
  .option('--backup <folder>', 'back up into this folder by itself')
  .addOption(
    new Option('--backup-every <hours>', 'how old the newest backup may get')
      .default(24)
      .argParser(atLeastOne),
  )
  .addOption(
    new Option('--backup-keep <number>', 'how many backups stay').default(30).argParser(atLeastOne),
  )
  .option('--passphrase-file <file>', 'encrypt the backups with the first line of this file')
  .addHelpText(
    'after',
    `
Examples:
  assuage serve
  assuage serve --own --data ~/assuage-records
  assuage serve --port 8080 --data ~/assuage-records --origin https://harbour.example.org
  assuage serve --database postgres://assuage@localhost/assuage
  assuage serve --data ~/assuage-records --backup /media/usb/assuage

${PLACE_HELP}

Mails (sign-in links, invitations) go out when $ASSUAGE_SMTP holds an address such as
smtp://user:password@mail.example.org?from=harbour@example.org`,
  )
  .action(async ({ port, data, database, own = false, origin, ...backups }: ServeOptions) => {
    const started = await serve({ port, data, database, own, origin, backups }, process.env);
    if (!started.ok) {
      complain(`assuage: ${started.error}`);
      leaveWith(EXIT.internal);
    }
  });

interface ServeOptions {
  readonly port?: number;
  readonly data?: string;
  readonly database?: string;
  readonly own?: boolean;
  readonly origin?: string;
  readonly backup?: string;
  readonly backupEvery: number;
  readonly backupKeep: number;
  readonly passphraseFile?: string;
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
