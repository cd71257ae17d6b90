import { seededRandom } from '@assuage/statistics';
import { describe, expect, it } from 'vitest';
import { dayNumber, dayOf, type Question, readDiary } from './diary.ts';
import { countReactions, type GivenSession, suspended } from './reactions.ts';
import { compareWays, drawOrder, sayWays } from './ways.ts';

const PAIN: Question = {
  outcome: 'pain',
  better: 'lower',
  scale: { from: 0, to: 10 },
  important: 1,
};
const WAYS = ['slower, lighter work', 'deep work'] as const;
const FIRST = dayNumber('2026-01-05') ?? 0;
const daysOf = (values: readonly (readonly [offset: number, value: number])[], question = PAIN) => {
  const ratings = values.map(([offset, value]) => ({ day: dayOf(FIRST + offset), value }));
  const read = readDiary(ratings, question, '2027-01-01');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.days;
};
const session = (offset: number, way: string, hadReaction?: boolean): GivenSession => ({
  day: dayOf(FIRST + offset),
  way,
  ...(hadReaction !== undefined && { hadReaction }),
});

/** Two sessions a week in a drawn order; three days after each, `effects` are added. */
function course(effects: readonly [number, number], sessions: number, seed: string) {
  const { normal } = seededRandom(seed);
  const order = drawOrder(WAYS, sessions / 2, seed);
  const given = order.map((way, i) => session(4 * i, way));
  const values = Array.from({ length: 4 * sessions }, (_, day) => {
    const way = order[Math.floor(day / 4)];
    const effect = day % 4 === 0 ? 0 : effects[way === WAYS[0] ? 0 : 1];
    return [day, Math.min(10, Math.max(0, 5 + effect + 0.5 * normal()))] as const;
  });
  return { days: daysOf(values), given };
}

describe('reactions', () => {
  const steady = Array.from({ length: 30 }, (_, day) => [day, 3] as const);

  it('are two days at least 2 points worse than before, or told', () => {
    // After day 10: 5 and 5 (a reaction). After day 15: 5 and 4 (none). Day 20: told.
    const worse = new Map([
      [11, 5],
      [12, 5],
      [16, 5],
      [17, 4],
    ]);
    const days = daysOf(steady.map(([day, value]) => [day, worse.get(day) ?? value]));
    const sessions = [
      session(10, 'deep work'),
      session(15, 'deep work'),
      session(20, 'deep work', true),
      session(25, 'holding'),
    ];
    const counted = countReactions(PAIN, days, sessions);
    expect(counted).toMatchObject([
      { way: 'deep work', sessions: 3, reactions: 2, unknown: 0 },
      { way: 'holding', sessions: 1, reactions: 0, unknown: 0 },
    ]);
    expect(suspended(counted)).toEqual(['deep work']);
    // A person decided about two of three sessions: the one that is left suspends, and all are counted.
    const settled = sessions.map((one, i) => ({ ...one, isSettled: i < 2 }));
    expect(countReactions(PAIN, days, settled)[0]).toMatchObject({ reactions: 2, open: 1 });
    const all = sessions.map((one) => ({ ...one, isSettled: true }));
    expect(suspended(countReactions(PAIN, days, all))).toEqual([]);
    // Where higher is better, rising is no reaction.
    expect(
      countReactions({ ...PAIN, better: 'higher' }, days, sessions.slice(0, 2))[0]?.reactions,
    ).toBe(0);
  });

  it('are unknown where a rating is missing and nobody told, never counted as none', () => {
    const days = daysOf(steady.filter(([day]) => day !== 11));
    expect(countReactions(PAIN, days, [session(10, 'deep work')])).toEqual([
      { way: 'deep work', sessions: 1, reactions: 0, open: 0, unknown: 1, share: [0, 1] },
    ]);
    expect(countReactions(PAIN, days, [session(10, 'deep work', false)])[0]?.unknown).toBe(0);
  });

  it('have the exact interval: 0 of 10 is up to 30.8 %, 3 of 10 is 6.7 to 65.2 %', () => {
    const share = (reactions: number) =>
      countReactions(
        PAIN,
        [],
        Array.from({ length: 10 }, (_, i) => session(i, 'a', i < reactions)),
      )[0]?.share;
    // 1 − 0.025^(1/10), and Clopper & Pearson's chart of 1934 (R: binom.test(3, 10)).
    expect(share(0)?.[1]).toBeCloseTo(1 - 0.025 ** 0.1, 12);
    expect(share(3)?.[0]).toBeCloseTo(0.06673951, 7);
    expect(share(3)?.[1]).toBeCloseTo(0.6524529, 7);
    expect(share(10)?.[1]).toBe(1);
  });
});

describe('two ways of working', () => {
  it('are not compared before six sessions of each', () => {
    const { days, given } = course([-3, 0], 10, 'few');
    const verdict = compareWays(PAIN, days, given, WAYS);
    expect(verdict).toEqual({ state: 'too-early', sessions: [5, 5], needed: 6 });
    expect(sayWays(PAIN, WAYS, verdict)[0]).toMatch(/^Too early to say\./);
  });

  it('have a winner when the days after differ a lot, whichever is named first', () => {
    const { days, given } = course([-2.5, 0], 16, 'large');
    const verdict = compareWays(PAIN, days, given, WAYS);
    expect(verdict).toMatchObject({ state: 'compared', better: 'first', shareOfFirst: 0.8 });
    expect(sayWays(PAIN, WAYS, verdict)[0]).toMatch(
      /^After "slower, lighter work" your pain was [\d.]+ points lower over the next three days than after "deep work"\.$/,
    );
    const other = compareWays(PAIN, days, given, [WAYS[1], WAYS[0]]);
    if (verdict.state !== 'compared' || other.state !== 'compared') throw new Error('no numbers');
    expect(other.better).toBe('second');
    expect(other.chanceOfFirst).toBeCloseTo(1 - verdict.chanceOfFirst, 9);
    expect(other.gap.mean).toBeCloseTo(-verdict.gap.mean, 9);
    expect(sayWays(PAIN, [WAYS[1], WAYS[0]], other)).toEqual(sayWays(PAIN, WAYS, verdict));
  });

  it('seldom have a winner when they are the same', () => {
    let winners = 0;
    for (let person = 0; person < 60; person += 1) {
      const { days, given } = course([-1, -1], 12, `same ${person}`);
      const verdict = compareWays(PAIN, days, given, WAYS);
      if (verdict.state === 'compared' && verdict.better) winners += 1;
    }
    // Two tails of 5 % are 6 of 60 without the prior; more than 11 would come once in a hundred runs.
    expect(winners).toBeLessThanOrEqual(11);
  }, 30_000);

  it('are not compared once a reaction followed one of them', () => {
    const { days, given } = course([-2.5, 0], 16, 'large');
    const told = given.map((one, i) => (i === 15 ? { ...one, hadReaction: true } : one));
    const way = told[15]?.way ?? '';
    expect(compareWays(PAIN, days, told, WAYS)).toEqual({ state: 'suspended', ways: [way] });
  });
});

describe('the order of sessions', () => {
  it('has each way once in every block, and is found again by its seed', () => {
    const order = drawOrder(['A', 'B'], 8, 'seed');
    for (let block = 0; block < 8; block += 1)
      expect([...order.slice(2 * block, 2 * block + 2)].sort()).toEqual(['A', 'B']);
    expect(drawOrder(['A', 'B'], 8, 'seed')).toEqual(order);
    expect(new Set(order.filter((_, i) => i % 2 === 0)).size).toBe(2);
  });
});
