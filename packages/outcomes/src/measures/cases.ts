/** The worked cases beside the measures: answers, and the scores that a source or a hand calculation gives. */
import {
  type Issue,
  MeasureCases,
  type Measures,
  parseFile,
  type SourceText,
  scalesOf,
} from '@assuage/knowledge';
import { type ScoreResult, score } from './score.ts';

/** Cases are written with four decimals. */
const WRITTEN = 0.00005;

type Expected = MeasureCases['cases'][number]['expect'];

export interface MeasureCaseReport {
  readonly passed: number;
  readonly failed: number;
  readonly issues: readonly Issue[];
}

/**
 * Runs every case. A measure needs one in which it gives a score, and, where blanks can keep it from one, a
 * case of that.
 *
 * @param files `measures/*.cases.yaml`, each beside the measure of the same name
 */
export function checkMeasureCases(
  { measures }: Measures,
  files: readonly SourceText[],
): MeasureCaseReport {
  const issues: Issue[] = [];
  const scored = new Set<string>();
  const withheld = new Set<string>();
  let passed = 0;
  let failed = 0;
  for (const text of files) {
    const parsed = parseFile(text, MeasureCases);
    if (!parsed.ok) {
      issues.push(...parsed.issues);
      failed += 1;
      continue;
    }
    const id = text.path.replace(/^measures\/|\.cases\.yaml$/g, '');
    const measure = measures.find((one) => one.id === id);
    if (!measure) {
      issues.push({ file: text.path, line: 1, message: `there is no measure "${id}"` });
      continue;
    }
    for (const [i, { name, answers, expect }] of parsed.file.value.cases.entries()) {
      const result = score(measure, answers);
      const wrong = differences(result, expect);
      if (Object.keys(expect.scores).length > 0) scored.add(id);
      if (expect.noScore.length > 0) withheld.add(id);
      if (wrong.length === 0) passed += 1;
      else failed += 1;
      issues.push(
        ...wrong.map((message) => parsed.file.issue(['cases', i], `${name}: ${message}`)),
      );
    }
  }
  for (const measure of measures) {
    const file = `measures/${measure.id}.yaml`;
    const canLack = scalesOf(measure).some(({ of = [] }) => of.length > 1) || measure.named;
    if (!scored.has(measure.id))
      issues.push({ file, line: 1, message: 'lacks a worked case with a score' });
    if (canLack && !withheld.has(measure.id))
      issues.push({ file, line: 1, message: 'lacks a worked case in which blanks leave no score' });
  }
  return { passed, failed, issues };
}

function differences(result: ScoreResult, expected: Expected): string[] {
  if (!result.ok)
    return expected.refused ? [] : [`the answers are refused: ${result.issues.join('; ')}`];
  if (expected.refused) return ['the answers should be refused, but are not'];
  const wrong: string[] = [];
  for (const [id, value] of Object.entries(expected.scores)) {
    const found = result.scores.find(({ scale }) => scale === id)?.value;
    if (found === undefined) wrong.push(`${id} should be ${value}, but there is no score`);
    else if (Math.abs(found - value) > WRITTEN)
      wrong.push(`${id} should be ${value}, but is ${found}`);
  }
  for (const id of expected.noScore)
    if (!result.noScores.some(({ scale }) => scale === id))
      wrong.push(`${id} should have no score, but has one`);
  for (const [id, names] of Object.entries(expected.bands)) {
    const found = result.scores.find(({ scale }) => scale === id)?.bands.map(({ name }) => name);
    if (found?.join() !== names.join())
      wrong.push(
        `${id} should lie in ${names.join(', ')}, but lies in ${found?.join(', ') || 'none'}`,
      );
  }
  return wrong;
}
