/** `assuage evidence …`: the options of each command. What it says is made in `commands/evidence-import.ts`. */
import { readFileSync, statSync } from 'node:fs';
import { formatIssue } from '@assuage/knowledge';
import { readLibrary } from '@assuage/knowledge/node';
import { Argument, type Command, Option } from 'commander';
import {
  type FoundFile,
  formatImport,
  type ImportReport,
  reportImport,
} from './commands/evidence-import.ts';
import { EXIT, EXIT_HELP } from './exit.ts';
import { complain, leaveWith, print, refuse } from './output.ts';

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
      new Option('--format <format>', 'text for people, json for programs')
        .choices(['text', 'json'])
        .default('text'),
    )
    .addHelpText(
      'after',
      `
Examples:
  assuage evidence import pubmed-set.nbib
  assuage evidence import search.ris pubmed.xml --format json

${EXIT_HELP}`,
    )
    .action((files: string[], { format }: { format: 'text' | 'json' }) => {
      const read = files.map(readFile);
      const refused = read.flatMap((file) => ('error' in file ? [file.error] : []));
      if (refused.length > 0) return refuse(refused);
      const library = readLibrary();
      if (!library.ok) {
        complain('The library of this copy of Assuage has mistakes:');
        for (const issue of library.issues) complain(formatIssue(issue));
        return leaveWith(EXIT.internal);
      }
      const { studies, unread } = library.library;
      const report: ImportReport = reportImport(
        read.filter((file): file is FoundFile => 'text' in file),
        [...studies, ...unread],
      );
      print(format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : formatImport(report));
      if (report.refused.length > 0) leaveWith(EXIT.badInput);
    });
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
