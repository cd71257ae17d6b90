import { describe, expect, it } from 'vitest';
import { slotsOf } from './appointments.ts';
import { suggestPeriod } from './carry-over.ts';
import type { Trial } from './trial.ts';

const WEEKS: Trial = {
  start: '2026-01-05',
  periodDays: 7,
  design: { kind: 'balanced', periods: 4, longestRun: 2 },
  seed: 'Ana',
  schedule: [1, 0, 0, 1],
};

describe('appointments and a schedule', () => {
  it('each week with massage needs one, and none is missed elsewhere', () => {
    const slots = slotsOf(WEEKS, []);
    expect(slots.map(({ from, to, isMissing }) => [from, to, isMissing])).toEqual([
      ['2026-01-05', '2026-01-11', true],
      ['2026-01-12', '2026-01-18', false],
      ['2026-01-19', '2026-01-25', false],
      ['2026-01-26', '2026-02-01', true],
    ]);
  });

  it('a session counts on the first and the last day of its week, and one before the test nowhere', () => {
    const slots = slotsOf(WEEKS, ['2026-02-01', '2026-01-05', '2026-01-04', '2026-02-02']);
    expect(slots.map(({ sessions }) => sessions)).toEqual([['2026-01-05'], [], [], ['2026-02-01']]);
    expect(slots.some(({ isMissing }) => isMissing)).toBe(false);
  });

  it('sessions in weeks without, and second ones, are beyond the plan', () => {
    const slots = slotsOf(WEEKS, ['2026-01-06', '2026-01-09', '2026-01-14']);
    expect(slots.map(({ beyondPlan }) => beyondPlan)).toEqual([
      ['2026-01-09'],
      ['2026-01-14'],
      [],
      [],
    ]);
  });

  it('a period of two weeks with massage needs a session in each of them', () => {
    const slots = slotsOf({ ...WEEKS, periodDays: 14 }, ['2026-01-07']);
    expect(
      slots.map(({ from, needsSession, isMissing }) => [from, needsSession, isMissing]),
    ).toEqual([
      ['2026-01-05', true, false],
      ['2026-01-12', true, true],
      ['2026-01-19', false, false],
      ['2026-02-02', false, false],
      ['2026-02-16', true, true],
      ['2026-02-23', true, true],
    ]);
  });

  it('a test of how often plans four sessions of 28 days, or two, or one', () => {
    const planned = (everyDays: readonly [number, number]) =>
      slotsOf({ ...WEEKS, periodDays: 28, everyDays }, []).filter((one) => one.needsSession).length;
    // Two blocks with more and two with less: 2 × 4 + 2 × 2, and 2 × 4 + 2 × 1.
    expect(planned([7, 14])).toBe(12);
    expect(planned([7, 28])).toBe(10);
  });

  it('the night of a change of the clock moves no session into another week', () => {
    // Clocks went forward on 29 March 2026 in Europe, a Sunday.
    const [week, next] = slotsOf({ ...WEEKS, start: '2026-03-23' }, ['2026-03-29', '2026-03-30']);
    expect([week?.sessions, next?.sessions]).toEqual([['2026-03-29'], ['2026-03-30']]);
  });

  it('a session on a day that is none is refused', () => {
    expect(() => slotsOf(WEEKS, ['2026-02-30'])).toThrow('2026-02-30, which is not a day');
  });
});

describe('the length of a period', () => {
  it.each([
    [0, 7],
    [6.5, 7],
    [7, 14],
    [20, 14],
    [undefined, 7],
  ])('when massage does good for %s days is %s', (lasts, periodDays) => {
    expect(suggestPeriod(lasts).periodDays).toBe(periodDays);
  });

  it('is never said to be long enough for an effect of two weeks', () => {
    expect(suggestPeriod(14).reason).toContain('will find less than there is');
    expect(suggestPeriod(13).reason).not.toContain('less than there is');
  });
});
