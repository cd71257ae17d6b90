import { expect, test } from 'vitest';
import type { ClientRecord } from './record.ts';
import { studiesOf } from './studied.ts';

const engine = {
  fact: (id: string) => ({ kind: id === 'fever' ? 'finding' : 'condition' }),
} as Parameters<typeof studiesOf>[1];
const pages = {
  sentence: (condition: string, technique?: string) =>
    condition === 'eczema' ? undefined : `${condition} with ${technique ?? 'nothing'}`,
};
const facts = (...yes: string[]) => ({
  facts: new Map(
    [...yes, 'no-answer'].map((fact) => [
      fact,
      {
        fact,
        answer: fact === 'no-answer' ? ('no' as const) : ('yes' as const),
        by: 'Ana',
        at: '2026-03-02',
      },
    ]),
  ),
});
const used = (...minutes: readonly (readonly [string, number])[]) => ({
  sessions: [
    {
      segments: minutes.map(([technique, count]) => ({
        places: [],
        technique,
        pressure: 2,
        minutes: count,
      })),
    },
  ] as unknown as ClientRecord['sessions'],
});

test('the first illness on which there is a word is told, of the technique used for longest', () => {
  // Swedish massage 20 and 15 minutes, holding 30: 35 is more than 30.
  const sessions = used(['swedish', 20], ['holding', 30], ['swedish', 15]);
  expect(studiesOf(pages, engine, sessions, facts('fever', 'eczema', 'lupus', 'psoriasis'))).toBe(
    'lupus with swedish',
  );
  expect(studiesOf(pages, engine, used(), facts('lupus'))).toBe('lupus with nothing');
});

test('nothing is told where nobody has looked', () => {
  expect(studiesOf(pages, engine, used(), facts('eczema'))).toBeUndefined();
  expect(studiesOf(pages, engine, used(), facts())).toBeUndefined();
});
