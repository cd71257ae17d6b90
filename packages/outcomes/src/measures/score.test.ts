import type { Answers } from '@assuage/knowledge';
import { expect, test } from 'vitest';
import { measureCalled, shipped } from '../testing/measures.ts';
import { type Score, score } from './score.ts';

const scored = (id: string, answers: Answers): Record<string, number> => {
  const result = score(measureCalled(id), answers);
  if (!result.ok) throw new Error(result.issues.join('; '));
  return Object.fromEntries(result.scores.map(({ scale, value }) => [scale, value]));
};
const scoreOf = (id: string, scale: string, answers: Answers): Score => {
  const result = score(measureCalled(id), answers);
  const found = result.ok ? result.scores.find((one) => one.scale === scale) : undefined;
  if (!found) throw new Error(`${id} has no score ${scale}`);
  return found;
};
const messages = (id: string, answers: Answers): string[] => {
  const result = score(measureCalled(id), answers);
  return result.ok ? result.noScores.map(({ message }) => message) : [...result.issues];
};
/** The same answer to each of these. */
const all = (ids: readonly string[], answer: number): Answers =>
  Object.fromEntries(ids.map((id) => [id, answer]));
const itemsOf = (id: string): string[] => measureCalled(id).items.map((item) => item.id);
const q = (...numbers: number[]): string[] => numbers.map((number) => `q${number}`);

test('PEG is a mean and not a sum, in full precision', () => {
  // 7, 5, 4: 16 / 3
  expect(scored('peg', { pain: 7, enjoyment: 5, activity: 4 }).total).toBeCloseTo(16 / 3, 12);
});

test('BASDAI averages its last two answers before the rest', () => {
  // Only severity and duration of morning stiffness are 10: (0+0+0+0+10)/5 = 2; a mean of six would be 3.33.
  const answers = { ...all(itemsOf('basdai'), 0), ...all(itemsOf('basdai').slice(4), 10) };
  expect(scored('basdai', answers)).toEqual({ total: 2 });
});

test('HAQ takes an aid as at least 2, and changes nothing that is worse already', () => {
  const kinds = itemsOf('haq-di').filter((id) => id.endsWith('-worst'));
  expect(scored('haq-di', all(kinds, 0))).toEqual({ total: 0 });
  // One aid: 2 / 8. With that kind at 3: 3 / 8.
  expect(scored('haq-di', { ...all(kinds, 0), 'grip-aid': 1 })).toEqual({ total: 0.25 });
  expect(scored('haq-di', { ...all(kinds, 0), 'grip-worst': 3, 'grip-aid': 1 })).toEqual({
    total: 0.375,
  });
});

test('each measure knows which way is better', () => {
  const better = (id: string, scale: string, answers: Answers) =>
    scoreOf(id, scale, answers).direction;
  const higher = 'higher-is-better';
  expect(better('who-5', 'total', all(q(1, 2, 3, 4, 5), 3))).toBe(higher);
  expect(better('koos-12', 'summary', all(itemsOf('koos-12'), 1))).toBe(higher);
  expect(better('psfs', 'total', { kneel: 2, walk: 3, sit: 4 })).toBe(higher);
  expect(better('rses', 'total', all(itemsOf('rses'), 2))).toBe(higher);
  expect(better('ibd-control', 'ibd-control-8', { 'ibd-control-8': 9 })).toBe(higher);
  expect(better('rand-36', 'pain', { q21: 1, q22: 1 })).toBe(higher);
  expect(better('promis-physical-function-4a', 't', { t: 40 })).toBe(higher);
  expect(better('promis-social-roles-4a', 't', { t: 40 })).toBe(higher);
  expect(better('promis-29', 'physical-function', { 'physical-function': 40 })).toBe(higher);
  expect(better('maia-2', 'trusting', all(['trusting-1', 'trusting-2', 'trusting-3'], 4))).toBe(
    higher,
  );
  const lower = 'lower-is-better';
  expect(better('pgic', 'change', { change: 1 })).toBe(lower);
  expect(better('promis-29', 'fatigue', { fatigue: 40 })).toBe(lower);
  expect(better('phq-9', 'total', all(itemsOf('phq-9').slice(0, 9), 1))).toBe(lower);
  expect(better('sbc', 'dissociation', { dissociation: 2 })).toBe('unclear');
});

test('Rosenberg is reversed by what the sentence says, in whatever order it is asked', () => {
  // Full agreement with the five sentences against oneself, none with the five for oneself: the least there is.
  const against = ['no-good', 'not-proud', 'useless', 'respect', 'failure'];
  const worst = { ...all(itemsOf('rses'), 0), ...all(against, 3) };
  expect(scored('rses', worst)).toEqual({ total: 0 });
  const shuffled = Object.fromEntries(Object.entries(worst).reverse());
  expect(scored('rses', shuffled)).toEqual({ total: 0 });
});

test('MAIA-2 turns all of Not-Distracting and three of Not-Worrying', () => {
  const of = (subscale: string) => itemsOf('maia-2').filter((id) => id.startsWith(subscale));
  expect(of('not-distracting').length).toBe(6);
  expect(scored('maia-2', all(of('not-distracting'), 5))['not-distracting']).toBe(0);
  // Five answers of 5: three turn to 0, two stay: 10 / 5 = 2.
  expect(scored('maia-2', all(of('not-worrying'), 5))['not-worrying']).toBe(2);
  expect(scored('maia-2', all(of('trusting'), 5)).trusting).toBe(5);
});

test('PROMIS gives no T-score from a sum: the table of another form or version is never used', () => {
  const result = score(measureCalled('promis-pain-interference-4a'), { raw: 20 });
  expect(result.ok && result.scores.map(({ scale, value }) => [scale, value])).toEqual([
    ['raw', 20],
  ]);
  expect(result.ok && result.noScores.map(({ scale, message }) => [scale, message])).toEqual([
    ['t', 'no score: not entered'],
  ]);
});

test('PROMIS bands are given only for the domain they were read for', () => {
  expect(scoreOf('promis-fatigue-4a', 't', { t: 60 }).bands.map(({ name }) => name)).toEqual([
    'mild',
  ]);
  expect(scoreOf('promis-anxiety-4a', 't', { t: 60 }).bands).toEqual([]);
});

test('FIQR divides function by 3, keeps the overall part, and halves the symptoms', () => {
  // Every answer 6: 54/3 + 12 + 60/2 = 60.
  expect(scored('fiqr', all(itemsOf('fiqr'), 6))).toEqual({
    function: 18,
    overall: 12,
    symptoms: 30,
    total: 60,
  });
});

test('FIQR has no threshold: the 14 percent belong to the older FIQ', () => {
  expect(measureCalled('fiqr').thresholds).toEqual([]);
});

test('two studies that draw bands otherwise are both named, and a score between whole bands says so', () => {
  // Function 9 x 5 / 3 = 15, overall 3 + 2 = 5, symptoms 7 / 2 = 3.5: 23.5 lies between 23 and 24.
  const answers = {
    ...all(itemsOf('fiqr').slice(0, 9), 5),
    goals: 3,
    overwhelmed: 2,
    ...all(itemsOf('fiqr').slice(11), 0),
    pain: 7,
  };
  const { value, bands } = scoreOf('fiqr', 'total', answers);
  expect(value).toBe(23.5);
  expect(bands.map(({ name }) => name)).toEqual(['between remission and mild', 'remission']);
  expect(bands.map(({ population }) => population)).toEqual([
    '2,339 people with fibromyalgia in Italy',
    '521 people with fibromyalgia, 2018',
  ]);
});

test('jaw, chest and abdomen count in the pain index, and headaches count 0 or 1', () => {
  const areas = itemsOf('fm-criteria-2016').slice(0, 19);
  const some = { ...all(areas, 0), 'jaw-left': 1, 'jaw-right': 1, chest: 1, abdomen: 1 };
  expect(scored('fm-criteria-2016', some)).toEqual({ wpi: 4 });
  expect(messages('fm-criteria-2016', { headaches: 3 })).toEqual([
    'Widespread pain index and symptom severity scale (2016), headaches: 3 is none of its answers',
  ]);
});

test('PHQ-4 begins with anxiety', () => {
  const answers = { nervous: 3, 'worry-control': 3, interest: 0, down: 0 };
  expect(scored('phq-4', answers)).toEqual({ anxiety: 6, depression: 0, total: 6 });
});

test('the tenth question of the PHQ-9 is never added', () => {
  const nine = all(q(1, 2, 3, 4, 5, 6, 7, 8, 9), 1);
  expect(scored('phq-9', nine)).toEqual({ total: 9 });
  expect(scored('phq-9', { ...nine, difficulty: 3 })).toEqual({ total: 9 });
});

test('the lowest answer of the GAD-7 is "Not at all"', () => {
  const response = measureCalled('gad-7').responses['how-often'];
  expect(response && 'options' in response && response.options[0]?.label).toBe('Not at all');
});

test('PSS has no bands, and GAD-2 only a cut-off', () => {
  expect(scoreOf('pss-10', 'total', { total: 30 }).bands).toEqual([]);
  const gad = scoreOf('gad-2', 'total', { nervous: 3, 'worry-control': 3 });
  expect(gad.bands.map(({ name }) => name)).toEqual(['at or above the cut-off']);
});

test('each form has its own rule for blanks, and where none was read one blank is too many', () => {
  const without = (id: string, answer: number, ...blank: string[]): string[] =>
    messages(
      id,
      Object.fromEntries(
        itemsOf(id).flatMap((item) => (blank.includes(item) ? [] : [[item, answer]])),
      ),
    );
  expect(without('koos-12', 2, 'pain-1', 'pain-2')).toEqual([]);
  expect(without('koos-12', 2, 'pain-1', 'pain-2', 'pain-3')).toEqual([
    'no score: 1 of 4 answered, needs 2',
    'no score: 2 of 3 answered, needs 3',
  ]);
  expect(without('dlqi', 2, 'q1')).toEqual([]);
  expect(without('dlqi', 2, 'q1', 'q2')).toEqual(['no score: 8 of 10 answered, needs 9']);
  expect(without('psaid12', 2, 'skin')).toEqual([]);
  expect(without('psaid12', 2, 'skin', 'sleep')).toEqual(['no score: 10 of 12 answered, needs 11']);
  expect(without('fiqr', 2, 'goals', 'pain', 'energy')).toEqual([]);
  expect(without('peg', 2, 'pain')).toEqual(['no score: 2 of 3 answered, needs 3']);
});

test('a blank is named', () => {
  const result = score(measureCalled('peg'), { pain: 3, activity: 2 });
  expect(result.ok && result.missing).toEqual(['enjoyment']);
});

test('a sum of the longer fatigue scale is not made from part of it', () => {
  expect(scored('mfis', all(q(1, 9, 10, 17, 19), 4))).toEqual({ 'mfis-5': 20 });
});

test('an unknown item, a number that is no answer, and a total beside its answers are refused', () => {
  expect(messages('peg', { pian: 3 })).toEqual([
    'PEG: pain, enjoyment of life, general activity has no "pian"; did you mean "pain"?',
  ]);
  expect(messages('nrs-pain', { 'nrs-pain': 4.5 })).toEqual([
    'Pain, 0 to 10, nrs-pain: 4.5 is none of its answers',
  ]);
  expect(messages('nrs-pain', { 'nrs-pain': Number.NaN })).toHaveLength(1);
  expect(messages('peg', { total: 5 })).toHaveLength(1);
  expect(messages('who-5', { total: 52, q1: 3 })).toEqual([
    'WHO-5 Well-Being Index, WHO-5: enter the total or its answers (q1), not both',
  ]);
});

test('no words of a form that may not be shown are shipped, and every form shows its licence', () => {
  for (const measure of shipped.measures) {
    const words = measure.items.some(({ text }) => text !== undefined);
    expect([measure.id, words]).toEqual([measure.id, measure.use === 'form' && !measure.named]);
    if (measure.licence.status !== 'own-wording' && measure.use === 'form')
      expect([
        measure.id,
        measure.licence.sources.length > 0 || measure.id === 'range-of-motion',
      ]).toEqual([measure.id, true]);
  }
});

test('what may be shown under conditions carries its credit line', () => {
  for (const id of [
    'peg',
    'fiqr',
    'psfs',
    'phq-2',
    'phq-4',
    'gad-2',
    'gad-7',
    'rses',
    'rand-36',
    'maia-2',
    'dlqi',
  ])
    expect([id, (measureCalled(id).credit ?? '').length > 20]).toEqual([id, true]);
});
