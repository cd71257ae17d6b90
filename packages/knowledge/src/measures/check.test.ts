import { expect, test } from 'vitest';
import type { SourceText } from '../file.ts';
import { formatIssue } from '../issues.ts';
import { loadKnowledge } from '../load.ts';
import { bodyFile, SOURCE } from '../testing/files.ts';

const FORM = `kind: measure
id: a-form
name: A form
use: form
asks: Two things.
domains: [pain]
recall: { words: in the past week, days: 7 }
direction: lower-is-better
responses:
  rating: { from: 0, to: 10 }
items:
  - { id: one, text: The first. }
  - { id: two, text: The second. }
scales:
  - { id: total, name: Total, of: [one, two], by: mean, range: [0, 10] }
missing: All are needed.
thresholds:
  - better: 1
    unit: points
    population: 20 people
    method: asked
    sources: [{ source: a-page, locator: table 1 }]
licence: { status: free, says: Anybody may use it. }
`;
const SETS = `kind: measure-sets
id: sets
core: [{ measure: a-form, when: { everyWeeks: 2 } }]
conditions: []
`;
const file = (path: string, text: string): SourceText => ({ path, text });
const load = (form: string, sets = SETS) =>
  loadKnowledge(
    [bodyFile, SOURCE, file('measures/a-form.yaml', form), file('measures/sets.yaml', sets)],
    'r',
  );
const mistakes = (form: string, sets?: string): string[] => {
  const loaded = load(form, sets);
  return loaded.ok ? [] : loaded.issues.map(formatIssue);
};

test('a measure is kept apart from the knowledge that every page loads, with what only it cites', () => {
  const loaded = load(FORM);
  if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
  expect(loaded.measures.measures.map(({ id }) => id)).toEqual(['a-form']);
  expect(loaded.measures.sources.map(({ id }) => id)).toEqual(['a-page']);
  expect(loaded.measures.release).toBe('r');
  expect(loaded.knowledge.sources).toEqual([]);
});

test('a range that the items cannot give is named with file and line', () => {
  expect(mistakes(FORM.replace('range: [0, 10]', 'range: [0, 20]'))).toEqual([
    'measures/a-form.yaml:15: says 0 to 20, but its parts give 0 to 10',
  ]);
});

test('a scale refers to items that are there, and weighs only its own', () => {
  expect(mistakes(FORM.replace('of: [one, two]', 'of: [one, too], weights: { three: 2 }'))).toEqual(
    [
      'measures/a-form.yaml:15: unknown item or earlier scale "too"; did you mean "two"?',
      'measures/a-form.yaml:15: "three" is not a part of this scale',
    ],
  );
});

test('a form whose items have no words, and words where the licence forbids them, are refused', () => {
  expect(mistakes(FORM.replace(', text: The second.', ''))).toEqual([
    'measures/a-form.yaml:13: "two" needs its words: it is a form',
  ]);
  const closed = FORM.replace('use: form', 'use: score-only');
  expect(mistakes(closed)).toContain(
    'measures/a-form.yaml:12: score-only: the words of its items may not stand here',
  );
  expect(mistakes(closed)).toContain(
    'measures/sets.yaml:3: "a-form" has no questions to ask: list it in scoreOnly',
  );
});

test('a set never asks a form more often than it looks back', () => {
  expect(mistakes(FORM.replace('days: 7', 'days: 28'))).toEqual([
    'measures/sets.yaml:3: "a-form" looks back 28 days: ask it less often',
  ]);
});

test('a source that is not there, and a threshold without a number, are refused', () => {
  expect(mistakes(FORM.replace('source: a-page', 'source: a-pag'))).toContain(
    'measures/a-form.yaml:22: unknown source "a-pag"; did you mean "a-page"?',
  );
  expect(mistakes(FORM.replace('  - better: 1\n    unit', '  - unit'))).toEqual([
    'measures/a-form.yaml:18: a threshold needs "better" or "worse"',
  ]);
});

test('bands rise, and lie inside the scale', () => {
  const bands = (levels: string) =>
    FORM.replace(
      'licence:',
      `bands:
  - population: 20 people
    levels: ${levels}
    sources: [{ source: a-page, locator: table 2 }]
licence:`,
    );
  expect(mistakes(bands('[{ name: low, to: 3 }, { name: high, above: 3 }]'))).toEqual([]);
  expect(mistakes(bands('[{ name: high, from: 4 }, { name: low, to: 3 }]'))).toEqual([
    'measures/a-form.yaml:25: bands rise, and none reaches into the next',
  ]);
  expect(mistakes(bands('[{ name: high, from: 11 }]'))).toEqual([
    'measures/a-form.yaml:25: 11 lies outside the scale',
  ]);
});
