/** `assuage score MEASURE FILE`: the scores of one answered form, what is missing, and where they lie. */
import {
  type Answers,
  didYouMean,
  formatIssue,
  type Measure,
  type Measures,
  nearestWords,
  responseOf,
  scalesOf,
} from '@assuage/knowledge';
import { type Score, score } from '@assuage/outcomes';
import { parseDocumentTree } from '../input/document.ts';
import { bullet, indented, section } from '../report/layout.ts';
import { DIRECTION_WORDS } from '../report/words.ts';
import { fail, ok, type Result } from '../result.ts';

/** @param id of a measure, as its file under `knowledge/measures/` is called */
export function measureCalled(measures: Measures, id: string): Result<Measure, string[]> {
  const found = measures.measures.find((measure) => measure.id === id);
  if (found) return ok(found);
  const near = nearestWords(
    id,
    measures.measures.map((measure) => measure.id),
    4,
  );
  return fail([`there is no measure "${id}"${didYouMean(near)}`]);
}

/** What can be answered, by id: for whoever writes a file. */
export function describeMeasure(measure: Measure): string {
  const answers = measure.items.map((item) => {
    const response = responseOf(measure, item);
    const can = !response
      ? ''
      : 'options' in response
        ? response.options
            .map(({ value, label }) => (label ? `${value} ${label}` : String(value)))
            .join(', ')
        : `${response.from} to ${response.to}`;
    return bullet(`${item.id}: ${item.text ? `${item.text} ` : ''}(${can})`);
  });
  const totals = measure.use === 'score-only' ? scalesOf(measure).filter(({ part }) => !part) : [];
  return [
    `${measure.name} (${measure.id})`,
    measure.asks,
    ...(measure.named ? [measure.named.ask] : []),
    ...section('Answers', answers),
    ...section(
      'Or totals, as the form gives them',
      totals.map(({ id, name, range }) => bullet(`${id}: ${name} (${range[0]} to ${range[1]})`)),
    ),
    ...section('Blanks', [indented(measure.missing)]),
    ...section('Licence', [
      indented(`${measure.licence.status}: ${measure.licence.says}`),
      ...(measure.credit ? [indented(measure.credit)] : []),
    ]),
    '',
  ].join('\n');
}

/** @param file the name for messages; ending in `.json`, it must be JSON */
export function scoreFile(measure: Measure, text: string, file: string): Result<string, string[]> {
  const answers = readAnswers(text, file);
  if (!answers.ok) return answers;
  const result = score(measure, answers.value);
  if (!result.ok) return fail(result.issues.map((issue) => `${file}: ${issue}`));
  return ok(
    [
      measure.name,
      ...result.scores.flatMap(scoreLines),
      ...result.noScores.map(({ name, message }) => bullet(`${name}: ${message}`)),
      ...(result.missing.length > 0 ? [indented(`Blank: ${result.missing.join(', ')}`)] : []),
      ...(measure.credit ? ['', measure.credit] : []),
      '',
    ].join('\n'),
  );
}

const scoreLines = ({ name, value, range, direction, bands }: Score): string[] => [
  bullet(`${name}: ${shown(value)} (${range[0]} to ${range[1]}, ${DIRECTION_WORDS[direction]})`),
  ...bands.map((band) => indented(`${band.name} (${band.population})`)),
];

/** Rounded only here. */
const shown = (value: number): string => String(Math.round(value * 100) / 100);

function readAnswers(text: string, file: string): Result<Answers, string[]> {
  const tree = parseDocumentTree(text, file);
  if (!tree.ok) return fail(tree.error.map(formatIssue));
  if (tree.value.kind !== 'map') return fail([`${file}: lines like "pain: 4" are expected`]);
  const wrong: string[] = [];
  const answers: Record<string, number> = {};
  for (const { key, line, value } of tree.value.entries) {
    if (value.kind === 'empty') continue;
    const number = value.kind === 'word' ? Number(value.text) : Number.NaN;
    if (Number.isFinite(number)) answers[key] = number;
    else wrong.push(`${file}:${line}: ${key}: a number is expected`);
  }
  return wrong.length > 0 ? fail(wrong) : ok(answers);
}
