import { expect, test } from 'vitest';
import { shipped } from '../testing/measures.ts';
import { formToAsk } from './form-today.ts';

const DAY = 86_400_000;
const dayOf = (n: number): string =>
  new Date(Date.UTC(2026, 0, 5) + n * DAY).toISOString().slice(0, 10);
const answered = (measure: string, day: string) => ({
  measure,
  on: `${day}T09:00`,
  answers: { first: 1 },
});
type Scores = Parameters<typeof formToAsk>[1]['scores'];
const form = (today: string, scores: Scores = [], conditions: readonly string[] = []) =>
  formToAsk(shipped, { scores }, { conditions }, today);
/** Every form that comes up within two weeks when none is answered. */
const within = (conditions: readonly string[] = []) =>
  new Set(Array.from({ length: 14 }, (_, n) => form(dayOf(n), [], conditions)?.measure));

test('each day asks another one of the short forms that are due, the same all day long', () => {
  expect(within()).toEqual(new Set(['peg', 'phq-4', 'maia-2']));
  expect(form('2026-01-05')).toEqual(form('2026-01-05'));
});

test('what an illness calls for comes too, but for a long form', () => {
  // The FIQR has 21 questions; the GAD-7 seven.
  expect(within(['fibromyalgia'])).toEqual(within());
  expect(within(['chronic-pain'])).toContain('gad-7');
});

test('one form a day is enough, and it comes back when it is due', () => {
  const peg = [answered('peg', '2026-01-05')];
  expect(form('2026-01-05', peg)).toBeUndefined();
  const later = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, n) => form(dayOf(from + n), peg)?.measure);
  expect(later(1, 14)).not.toContain('peg');
  expect(later(14, 20)).toContain('peg');
});

test('a rating that was given today is no form', () => {
  expect(form('2026-01-05', [answered('nrs-pain', '2026-01-05')])).toBeDefined();
});

test('a question has its own answers, and what stands above the first stands above all', () => {
  const found = Array.from({ length: 3 }, (_, n) => form(dayOf(n)));
  const phq = found.find((one) => one?.measure === 'phq-4');
  expect(phq?.questions.map(({ id }) => id)).toEqual([
    'nervous',
    'worry-control',
    'interest',
    'down',
  ]);
  expect(new Set(phq?.questions.map(({ stem }) => stem)).size).toBe(1);
  expect(phq?.questions[3]?.stem).toMatch(/^Over the last 2 weeks/);
  expect(phq?.questions[3]?.answers).toEqual([
    { value: 0, label: 'Not at all' },
    { value: 1, label: 'Several days' },
    { value: 2, label: 'More than half the days' },
    { value: 3, label: 'Nearly every day' },
  ]);
  const maia = found.find((one) => one?.measure === 'maia-2');
  expect(maia?.questions).toHaveLength(6);
  expect(maia?.questions[0]?.answers.map(({ label }) => label)).toEqual([
    'Never',
    '',
    '',
    '',
    '',
    'Always',
  ]);
  expect(found.find((one) => one?.measure === 'peg')?.credit).toMatch(/Krebs/);
});
