/** `assuage score`: its options. What it says is made in `commands/score.ts`. */
import { formatIssue } from '@assuage/knowledge';
import { readKnowledge } from '@assuage/knowledge/node';
import { Argument, type Command } from 'commander';
import { describeMeasure, measureCalled, scoreFile } from './commands/score.ts';
import { EXIT, EXIT_HELP } from './exit.ts';
import { readText, STDIN_NAME } from './input/read-text.ts';
import { complain, leaveWith, print, refuse } from './output.ts';

const ANSWERS = { name: 'a file of answers', is: 'JSON or YAML, in UTF-8' };

/** Adds `score`. */
export function addMeasureCommands(program: Command): void {
  program
    .command('score')
    .summary('score an answered form')
    .description(
      'Scores the answers to one outcome measure, by the id of each question: its scores, what was left ' +
        'blank, and the bands they lie in, with whom those were drawn for. Without a file: what can be ' +
        'answered. The measures are the files in knowledge/measures/.',
    )
    .addArgument(new Argument('<measure>', 'the id of a measure: peg, phq-4, fiqr'))
    .addArgument(new Argument('[file]', 'answers as "id: number" lines or JSON, or - for input'))
    .addHelpText(
      'after',
      `
Examples:
  assuage score peg
  assuage score peg answers.yaml
  assuage score phq-4 answers.json

A file of answers to the PEG:
  pain: 7
  enjoyment: 5
  activity: 4

${EXIT_HELP}`,
    )
    .action(async (id: string, file: string | undefined) => {
      const loaded = readKnowledge();
      if (!loaded.ok) {
        complain('The knowledge of this copy of Assuage has mistakes:');
        for (const issue of loaded.issues) complain(formatIssue(issue));
        return leaveWith(EXIT.internal);
      }
      const measure = measureCalled(loaded.measures, id);
      if (!measure.ok) return refuse(measure.error);
      if (file === undefined) return print(describeMeasure(measure.value));
      const read = await readText(file, process.stdin, ANSWERS);
      const name = file === '-' ? STDIN_NAME : file;
      if (!read.ok) return refuse([`${name}: ${read.error}`]);
      const scored = scoreFile(measure.value, read.value, name);
      if (!scored.ok) return refuse(scored.error);
      print(scored.value);
    });
}
