import { countWords, gradeOf, longEnough, sentencesIn } from '@assuage/knowledge';
import { expect, test } from 'vitest';
import { DECISION_WORDS } from './components/decision.words.ts';
import { trackTexts } from './screens/client/measure-choice.words.ts';
import { consultationTexts } from './screens/consultation/consultation.words.ts';
import { evidenceTexts } from './screens/evidence/evidence.words.ts';
import { knowledgeTexts } from './screens/knowledge/knowledge.words.ts';
import { poolTexts } from './screens/pool/pool.words.ts';
import { ratingsTexts } from './screens/ratings/ratings.words.ts';
import { afterSessionTexts } from './screens/record/after-session.words.ts';
import {
  testReportTexts,
  testSetupTexts,
  testTexts,
  testWorkTexts,
} from './screens/test/test.words.ts';
import * as texts from './texts.ts';

const testWords = { testTexts, testWorkTexts, testSetupTexts, testReportTexts };

/** Every text in the catalogue, with its path; those with a gap are filled as they would be. */
function textsIn(value: unknown, path: string): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value === 'function') {
    const fill = value as (...gaps: unknown[]) => string;
    return [{ path, text: fill(...(/of|work|avoid|agreed/.test(path) ? ['left knee'] : [3, 10])) }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`));
}

const decisions = Object.fromEntries(
  Object.entries(DECISION_WORDS).map(([decision, { words }]) => [decision, words.client]),
);
const all = [
  ...textsIn(
    {
      ...texts,
      knowledgeTexts,
      evidenceTexts,
      poolTexts,
      consultationTexts,
      ratingsTexts,
      trackTexts,
      afterSessionTexts,
      ...testWords,
    },
    'texts',
  ),
  ...textsIn(decisions, 'decision'),
];

test('the catalogue is found', () => {
  expect(all.length).toBeGreaterThan(70);
});

test.each(all.filter(({ text }) => longEnough(text)))(
  'a reader of 11 can read $path',
  ({ text }) => {
    expect(gradeOf(text)).toBeLessThanOrEqual(6);
  },
);

test('the short texts together are as easy to read', () => {
  const short = all.filter(({ text }) => !longEnough(text));
  const joined = short.map(({ text }) => text.replace(/[.:?]?$/, '.')).join(' ');
  expect(gradeOf(joined)).toBeLessThanOrEqual(6);
});

test('no sentence is longer than 20 words, and no paragraph than 3 sentences', () => {
  for (const { path, text } of all) {
    expect(sentencesIn(text).length, path).toBeLessThanOrEqual(3);
    for (const sentence of sentencesIn(text))
      expect(countWords(sentence), `${path}: ${sentence}`).toBeLessThanOrEqual(20);
  }
});

const NOT_SAID =
  /\b(fever|oedema|edema|DVT|paraesthesia|abdomen|nausea|experience|diabetic|suffers?|non-compliant|failed|normal|submit|OK)\b/i;

test('the words that clients should not have to read are not there', () => {
  for (const { path, text } of all) expect(text, path).not.toMatch(NOT_SAID);
});

test('the check-in of a usual day is 190 words or fewer', () => {
  const { ill, worse, joint, leg, news, pain } = texts.checkInTexts;
  const yesNo = 'No Yes Not sure';
  const screens = [
    [ill.question, ill.hint, yesNo],
    [worse.question, worse.hint, ...Object.values(worse.answers)],
    [joint.question, joint.hint, yesNo],
    [leg.question, leg.hint, yesNo],
    [news.question, news.nothing, ...Object.values(news.choices), texts.checkInWords.goOn],
    [pain.question, pain.least, pain.most],
  ];
  expect(countWords(screens.flat().join(' '))).toBeLessThanOrEqual(190);
});
