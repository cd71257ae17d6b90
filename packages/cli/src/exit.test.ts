import { DECISIONS } from '@assuage/knowledge';
import { expect, test } from 'vitest';
import { exitForDecision } from './exit.ts';

test.each([
  ['go', 0],
  ['adapt', 0],
  ['clear-first', 3],
  ['not-today', 4],
  ['refer-soon', 4],
  ['refer-now', 5],
] as const)('%s ends with %i when nothing is open', (decision, code) => {
  expect(exitForDecision(decision, decision)).toBe(code);
});

test('open questions that could stop the session are to be asked first', () => {
  expect(exitForDecision('adapt', 'refer-now')).toBe(3);
  expect(exitForDecision('go', 'adapt')).toBe(0);
  expect(exitForDecision('not-today', 'refer-now')).toBe(4);
});

test('a plan that may not simply go ahead never ends with 0', () => {
  for (const known of DECISIONS)
    for (const untilAnswered of DECISIONS.slice(DECISIONS.indexOf(known)))
      if (untilAnswered !== 'go' && untilAnswered !== 'adapt')
        expect(exitForDecision(known, untilAnswered)).toBeGreaterThan(0);
});
