import type { Decision } from '@assuage/knowledge';
import { expect, test } from 'vitest';
import { type Clearance, canLift, type Departure, isInForce } from './clearance.ts';
import { compileEngine } from './engine.ts';
import { knowledgeWith } from './testing/arbitrary-knowledge.ts';

const clearance: Clearance = {
  kind: 'clearance',
  limits: [],
  by: 'Dr Okafor',
  from: '2026-03-02',
  until: '2026-03-09',
};
const departure: Departure = {
  kind: 'departure',
  limits: [],
  by: 'Jo Field',
  reason: 'Asked.',
  on: '2026-03-02',
};

test.each([
  ['2026-03-01', false],
  ['2026-03-02', true],
  ['2026-03-09', true],
  ['2026-03-10', false],
])('a clearance from the 2nd until the 9th of March is in force on %s: %s', (today, expected) => {
  expect(isInForce(clearance, today)).toBe(expected);
});

test.each([
  ['2026-03-01', false],
  ['2026-03-02', true],
  ['2026-03-03', false],
])('a departure of the 2nd of March is in force on %s: %s', (today, expected) => {
  expect(isInForce(departure, today)).toBe(expected);
});

const limitWith = (decision: Exclude<Decision, 'go' | 'adapt'>) => {
  const engine = compileEngine(
    knowledgeWith([
      {
        id: 'r',
        when: 'a',
        because: 'A made-up reason.',
        limits: [
          { basis: 'judgement', sources: [], decision },
          { basis: 'judgement', sources: [], pressure: 'none' },
        ],
        disagree: [],
      },
    ]),
  );
  const [decisionLimit, pressureLimit] = engine.rules[0]?.limits ?? [];
  if (!decisionLimit || !pressureLimit) throw new Error('no limits');
  return { decisionLimit, pressureLimit };
};

test.each([
  ['clear-first', true, true],
  ['not-today', true, false],
  ['refer-soon', true, false],
  ['refer-now', false, false],
] as const)(
  'of %s, a clearance lifts it: %s, a departure lifts it: %s; anything but a decision both lift',
  (decision, byClearance, byDeparture) => {
    const { decisionLimit, pressureLimit } = limitWith(decision);
    expect(canLift('clearance', decisionLimit)).toBe(byClearance);
    expect(canLift('departure', decisionLimit)).toBe(byDeparture);
    expect(canLift('clearance', pressureLimit)).toBe(true);
    expect(canLift('departure', pressureLimit)).toBe(true);
  },
);
