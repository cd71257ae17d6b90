import { formatIssue, type SourceText } from '@assuage/knowledge';
import { KNOWLEDGE_FOLDER, readKnowledgeFiles } from '@assuage/knowledge/node';
import { expect, test } from 'vitest';
import { shipped } from '../testing/measures.ts';
import { checkMeasureCases } from './cases.ts';

const files = readKnowledgeFiles(KNOWLEDGE_FOLDER).measureCases;
const peg: SourceText = {
  path: 'measures/peg.cases.yaml',
  text: `cases:
  - name: A sum by mistake
    answers: { pain: 7, enjoyment: 5, activity: 4 }
    expect:
      scores: { total: 16 }
`,
};
const only = { ...shipped, measures: shipped.measures.filter(({ id }) => id === 'peg') };

test('every worked case of the measures that ship comes true', () => {
  const report = checkMeasureCases(shipped, files);
  expect(report.issues.map(formatIssue)).toEqual([]);
  expect(report.passed).toBeGreaterThan(2 * shipped.measures.length);
});

test('a case that does not come true is named with file and line', () => {
  expect(checkMeasureCases(only, [peg]).issues.map(formatIssue)).toEqual([
    'measures/peg.cases.yaml:2: A sum by mistake: total should be 16, but is 5.333333333333333',
    'measures/peg.yaml:1: lacks a worked case in which blanks leave no score',
  ]);
});

test('a measure without a case is named', () => {
  expect(checkMeasureCases(only, []).issues.map(formatIssue)).toContain(
    'measures/peg.yaml:1: lacks a worked case with a score',
  );
});
