import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { NewEntry } from './entries.ts';
import { ana, appointment, entry, facts, statement } from './testing/entries.ts';

const problems = (input: unknown): string[] => {
  const result = v.safeParse(NewEntry, input);
  return result.success
    ? []
    : result.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`);
};
const withBody = (written: NewEntry, more: object) => ({
  ...written,
  body: { ...written.body, ...more },
});

describe('an entry', () => {
  test('is taken as it was written', () => {
    const written = facts(1, statement('hot-joint', 'yes', { places: ['wrist-right'] }));
    expect(v.parse(NewEntry, written)).toEqual(written);
  });

  test.each(['2026-02-30', '2026-13-01', '2025-02-29', '0068-04-12', 'yesterday', '', 12])(
    'with the impossible date of birth %j is refused',
    (born) => {
      expect(problems(withBody(ana(), { born }))).toEqual([expect.stringContaining('body.born')]);
    },
  );

  test('may be dated on 29 February of a leap year', () => {
    expect(problems(withBody(ana(), { born: '2024-02-29' }))).toEqual([]);
  });

  test.each([
    '2026-03-01',
    '2026-03-01T24:00',
    '2026-03-01T09:60',
    '2026-02-30T09:00',
    '2026-03-01T09:42Z',
    '2026-03-01 09:42',
  ])('at the impossible time %s is refused', (starts) => {
    expect(problems(appointment(1, starts))).toEqual([
      `body.starts: "${starts}" is not a time: write it as 2026-03-01T09:42, without a zone`,
    ]);
  });

  test.each(['2026-03-01T09:42', '2026-03-01T09:42:10', '2026-03-01T00:00:00.000'])(
    'at the time %s is taken',
    (starts) => {
      expect(problems(appointment(1, starts))).toEqual([]);
    },
  );

  test('of an unknown kind is refused with the kinds there are', () => {
    expect(problems({ ...ana(), kind: 'diary' }).join()).toMatch(
      /"diary" is not a kind of entry: .*"check-in".*"amendment"/,
    );
  });

  test('with a key that nobody knows is refused, so that nothing is silently lost', () => {
    expect(problems(withBody(ana(), { allergies: 'nuts' }))).toHaveLength(1);
    expect(problems({ ...ana(), hash: 'made up' })).toHaveLength(1);
  });

  test.each([
    ['a random id', '7f2e4c1a-9b3d-4e5f-8a6b-1c2d3e4f5a6b'],
    ['an id in capitals', '019A0000-0000-7000-8000-00000000000C'],
    ['a name', 'ana'],
  ])('with %s instead of a UUID of version 7 is refused', (_, id) => {
    expect(problems({ ...ana(), id })).toEqual(['id: must be a UUID of version 7, in lower case']);
  });

  test('of a newer version is refused', () => {
    expect(problems({ ...ana(), v: 2 })).toEqual(['v: only entries of version 1 are known']);
  });

  test('keeps everything a plan says, also what has no name here', () => {
    const plan = {
      decision: 'adapt' as const,
      minutes: 30,
      segments: [
        { places: ['neck'], technique: 'holding', pressure: 0, minutes: 30, why: { text: 'calm' } },
      ],
      aftercare: ['Drink a glass of water.'],
    };
    const envelope = { decision: 'adapt' as const, limits: [], questions: [] };
    const written = entry(1, 'plan', { release: 'abc', plan, envelope });
    expect(v.parse(NewEntry, written).body).toEqual({ release: 'abc', plan, envelope });
  });

  test.each([Number.POSITIVE_INFINITY, Number.NaN, '10'])(
    'with the number %s as a value is refused',
    (value) => {
      expect(problems(facts(1, statement('dose', 'yes', { value })))).toHaveLength(1);
    },
  );

  test('with several mistakes names them all', () => {
    expect(problems(withBody(ana(), { name: ' ', born: '2026-02-30' }))).toHaveLength(2);
  });
});
