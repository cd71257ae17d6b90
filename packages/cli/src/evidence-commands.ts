/** `assuage evidence …`: the options of each command. What it says is made in `commands/evidence-import.ts`. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatIssue } from '@assuage/knowledge';
import { readLibrary } from '@assuage/knowledge/node';
import { Argument, type Command, Option } from 'commander';
import {
  type FoundFile,
  formatImport,
  type ImportReport,
  reportImport,
} from './commands/evidence-import.ts';
import { formatScreening, reportScreening, sheetOf } from './commands/evidence-screen.ts';
import { EXIT, EXIT_HELP } from './exit.ts';
import { searchPubmed } from './input/pubmed-search.ts';
import { complain, leaveWith, print, refuse } from './output.ts';

const EUTILS = 'https://eutils.ncbi.nlm.nih.gov/entrez/eutils/';

/** A search with thousands of abstracts has some 10 MB. */
const MOST_BYTES = 50_000_000;

/** Adds `evidence` and its commands. */
export function addEvidenceCommands(program: Command): void {
  const evidence = program
    .command('evidence')
    .summary('bring studies up to date')
    .description('Works on the studies behind what Assuage says that massage does.');
  evidence
    .command('import')
    .summary('list the new papers of a search')
    .description(
      'Reads what a search wrote, in PubMed XML, MEDLINE (nbib), RIS or BibTeX, and lists the papers that ' +
        'are not in the library yet, those found twice or there already, and what could not be read. ' +
        'Changes nothing: what is taken up is written as a file under knowledge/studies/.',
    )
    .addArgument(new Argument('<files...>', 'what the search wrote, any of the formats'))
    .addOption(
      new Option(
        '--format <format>',
        'text for people, json for programs, csv for a sheet to screen with',
      )
        .choices(['text', 'json', 'csv'])
        .default('text'),
    )
    .addHelpText(
      'after',
      `
Examples:
  assuage evidence import pubmed-set.nbib
  assuage evidence import search.ris pubmed.xml --format csv > sheet.csv

${EXIT_HELP}`,
    )
    .action((files: string[], { format }: { format: 'text' | 'json' | 'csv' }) => {
      const report = importOf(files);
      if (!report) return;
      if (format === 'csv') print(sheetOf(report));
      else print(format === 'json' ? asJson(report) : formatImport(report));
      if (report.refused.length > 0) leaveWith(EXIT.badInput);
    });

  evidence
    .command('search')
    .summary('fetch the papers of a search from PubMed')
    .description(
      'Asks PubMed through the E-utilities of NCBI, no faster than it allows, and writes the papers as PubMed XML ' +
        'for "assuage evidence import". Needs the network, and sends the query and your address, nothing else. With ' +
        'a key of NCBI in NCBI_API_KEY it may ask faster.',
    )
    .addArgument(new Argument('<query>', 'as typed at pubmed.ncbi.nlm.nih.gov'))
    .requiredOption('--email <address>', 'whom NCBI may write to when something is wrong')
    .requiredOption('--save <folder>', 'where the files go; it is made')
    .option('--since <day>', 'only what came into PubMed from this day on: 2026-03-01')
    .addHelpText(
      'after',
      `
Examples:
  assuage evidence search "massage[tiab] AND lupus[tiab]" --email ann@example.org --save found
  assuage evidence import found/*.xml

${EXIT_HELP}`,
    )
    .action((query: string, options: { email: string; save: string; since?: string }) =>
      search(query, options),
    );

  evidence
    .command('screen')
    .summary('count who decided what about the papers of a search')
    .description(
      'Reads the same search and the sheets that readers filled in (assuage evidence import --format csv): ' +
        'for each paper a reader, the stage (title or full-text), the decision (in or out) and a reason. Prints ' +
        'the counts of a PRISMA 2020 flow, how well two readers agree, and what is open. A row of the reader ' +
        '"agreed" ends a disagreement.',
    )
    .addArgument(new Argument('<files...>', 'what the search wrote'))
    .requiredOption('--decisions <sheet...>', 'the sheets, one or more')
    .addOption(
      new Option('--format <format>', 'text for people, json for programs')
        .choices(['text', 'json'])
        .default('text'),
    )
    .addHelpText(
      'after',
      `
Examples:
  assuage evidence screen search.ris pubmed.xml --decisions ann.csv ben.csv

${EXIT_HELP}`,
    )
    .action((files: string[], options: { decisions: string[]; format: 'text' | 'json' }) => {
      const sheets = readFiles(options.decisions);
      const found = sheets && importOf(files);
      if (!found) return;
      const report = reportScreening(found, sheets);
      if (report.issues.length > 0)
        return refuse(report.issues.map(({ file, line, why }) => `${file}:${line}: ${why}`));
      print(options.format === 'json' ? asJson(report) : formatScreening(report));
    });
}

async function search(
  query: string,
  { email, save, since }: { email: string; save: string; since?: string },
): Promise<void> {
  const wrong = [
    ...(query.trim() === '' ? ['the query is empty'] : []),
    ...(/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email) ? [] : [`--email: ${email} is no e-mail address`]),
    ...(since === undefined || /^\d{4}-\d{2}-\d{2}$/.test(since)
      ? []
      : [`--since: ${since} is not a day: write it as 2026-03-01`]),
  ];
  if (wrong.length > 0) return refuse(wrong);
  const taken = existsSync(save) && readdirSync(save).length > 0;
  if (taken) return refuse([`--save: ${save} holds something already; choose another folder`]);
  const at = process.env.ASSUAGE_EUTILS ?? EUTILS;
  const found = await searchPubmed({ query, email, since, at, key: process.env.NCBI_API_KEY });
  if (!found.ok) return refuse([found.error]);
  const { count, fetched, documents } = found.value;
  mkdirSync(save, { recursive: true });
  documents.forEach((document, i) => {
    writeFileSync(join(save, `pubmed-${i + 1}.xml`), document);
  });
  const cut = count > fetched ? `, of ${count}: narrow the query, or use --since` : '';
  print(`${fetched} papers saved in ${save}${cut}\n`);
}

const asJson = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** @returns undefined after it has said what is wrong */
function importOf(files: readonly string[]): ImportReport | undefined {
  const read = readFiles(files);
  if (!read) return undefined;
  const library = readLibrary();
  if (library.ok) {
    const { studies, unread } = library.library;
    return reportImport(read, [...studies, ...unread]);
  }
  complain('The library of this copy of Assuage has mistakes:');
  for (const issue of library.issues) complain(formatIssue(issue));
  leaveWith(EXIT.internal);
  return undefined;
}

function readFiles(names: readonly string[]): FoundFile[] | undefined {
  const read = names.map(readFile);
  const refused = read.flatMap((file) => ('error' in file ? [file.error] : []));
  if (refused.length === 0) return read.filter((file): file is FoundFile => 'text' in file);
  refuse(refused);
  return undefined;
}

function readFile(name: string): FoundFile | { readonly error: string } {
  try {
    const { size } = statSync(name);
    if (size > MOST_BYTES) return { error: `${name}: larger than ${MOST_BYTES / 1_000_000} MB` };
    return { name, text: readFileSync(name, 'utf8') };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return {
      error: `${name}: ${code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'this is a folder; name the files in it' : String(error)}`,
    };
  }
}
