import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Clearance, isInForce, type Permission } from './clearance.ts';
import { type Refusal, withRefusals } from './refusal.ts';

const clearance = (more: Partial<Clearance> = {}): Clearance => ({
  kind: 'clearance',
  limits: ['a/heat', 'b/pressure'],
  by: 'Dr Okafor',
  from: '2026-01-01',
  until: '2026-06-30',
  ...more,
});
const lifted = (permissions: readonly Permission[], today: string): string[] =>
  permissions
    .filter((permission) => isInForce(permission, today))
    .flatMap(({ limits }) => limits)
    .sort();
const no = (more: Partial<Refusal> = {}): Refusal => ({
  from: '2026-03-01',
  until: '2026-04-30',
  ...more,
});

describe('a refusal', () => {
  test('ends what was cleared before, from its first day, for its own limits only', () => {
    const left = withRefusals([clearance()], [no({ limits: ['a/heat'] })]);
    expect(lifted(left, '2026-02-28')).toEqual(['a/heat', 'b/pressure']);
    expect(lifted(left, '2026-03-01')).toEqual(['b/pressure']);
    expect(lifted(left, '2026-05-01'), 'and it does not begin again').toEqual(['b/pressure']);
  });

  test('of massage as a whole ends every clearance', () => {
    expect(lifted(withRefusals([clearance()], [no()]), '2026-03-01')).toEqual([]);
  });

  test('of the same day as a clearance wins; a clearance of a later day counts', () => {
    expect(withRefusals([clearance({ from: '2026-03-01' })], [no()])).toEqual([]);
    const newer = clearance({ from: '2026-03-02' });
    expect(withRefusals([newer], [no()])).toEqual([newer]);
  });

  test("leaves a departure, which is the therapist's own decision for one day", () => {
    const departure: Permission = {
      kind: 'departure',
      limits: ['a/heat'],
      by: 'Jo Field',
      reason: 'Asked.',
      on: '2026-03-02',
    };
    expect(withRefusals([departure], [no()])).toEqual([departure]);
  });

  test('never lifts anything, in whatever order, and twice is as once', () => {
    const day = fc.constantFrom('2026-01-01', '2026-01-31', '2026-02-01', '2026-03-01');
    const limits = fc.subarray(['a/heat', 'b/pressure', 'c/decision'], { minLength: 1 });
    const clearances = fc.array(
      fc.record({
        kind: fc.constant('clearance' as const),
        by: fc.constant('Dr Okafor'),
        limits,
        from: day,
        until: day,
      }),
    );
    const refusals = fc.array(
      fc.record({ limits, from: day, until: day }, { requiredKeys: ['from', 'until'] }),
    );
    fc.assert(
      fc.property(clearances, refusals, day, (given, refused, today) => {
        const once = withRefusals(given, refused);
        const before = lifted(given, today);
        const after = lifted(once, today);
        expect(after.every((limit) => before.includes(limit))).toBe(true);
        expect(lifted(withRefusals(once, refused), today)).toEqual(after);
        expect(lifted(withRefusals(given, refused.toReversed()), today)).toEqual(after);
      }),
    );
  });
});
