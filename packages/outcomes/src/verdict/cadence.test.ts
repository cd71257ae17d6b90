import { seededRandom } from '@assuage/statistics';
import { describe, expect, it } from 'vitest';
import { dayNumber, dayOf, type Question, readDiary } from './diary.ts';
import { allowedSchedules, drawSchedule } from './schedule.ts';
import { periodsOf, type Trial, trialOf } from './trial.ts';
import { judgeTest } from './verdict.ts';
import { say, sayBefore } from './wording.ts';

const PAIN: Question = {
  outcome: 'pain',
  better: 'lower',
  scale: { from: 0, to: 10 },
  important: 1,
};
const FIRST = dayNumber('2026-01-05') ?? 0;
const TODAY = '2026-12-01';
const DESIGN = { kind: 'balanced', periods: 4, longestRun: 2 } as const;
const TRIAL: Trial = {
  start: '2026-01-05',
  periodDays: 28,
  everyDays: [7, 14],
  design: DESIGN,
  seed: 'Ana',
  schedule: drawSchedule(DESIGN, 'Ana'),
};

/** Every day of the test, around 6 with less massage; `effect` is added with more. */
function diary(effect: number, isKept: (day: number, on: 0 | 1) => boolean = () => true, sd = 0.8) {
  const { normal } = seededRandom('cadence');
  const ratings = TRIAL.schedule.flatMap((on, block) =>
    Array.from({ length: 28 }, (_, i) => 28 * block + i).flatMap((day) => {
      const value = Math.min(10, Math.max(0, 6 + on * effect + sd * normal()));
      return isKept(day, on) ? [{ day: dayOf(FIRST + day), value }] : [];
    }),
  );
  const read = readDiary(ratings, PAIN, TODAY);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.days;
}
const saidOf = (days: ReturnType<typeof diary>, today = TODAY, question = PAIN) =>
  say(question, judgeTest(question, days, TRIAL, today));

describe('a test of how often', () => {
  it('has blocks of 28 days, each level twice, in any of the six orders', () => {
    // 4! / (2! 2!) = 6 orders of two and two, and none has three alike in a row.
    expect(allowedSchedules(DESIGN)).toHaveLength(6);
    expect(periodsOf(TRIAL, []).map(({ from, to }) => [from, to])).toEqual([
      ['2026-01-05', '2026-02-01'],
      ['2026-02-02', '2026-03-01'],
      ['2026-03-02', '2026-03-29'],
      ['2026-03-30', '2026-04-26'],
    ]);
  });

  it('is read from what was fixed, and a test of ways has no such periods', () => {
    const { start, seed, schedule } = TRIAL;
    const cadence = {
      compares: 'cadence',
      everyDays: [7, 14],
      periodDays: 28,
      design: DESIGN,
      schedule,
    } as const;
    expect(trialOf({ start, seed, plan: cadence })).toEqual(TRIAL);
    const weeks = { compares: 'weeks', periodDays: 7, design: DESIGN, schedule } as const;
    expect(trialOf({ start, seed, plan: weeks })).toEqual({
      start,
      seed,
      periodDays: 7,
      design: DESIGN,
      schedule,
    });
    const ways = [{ pressure: 2 }, { pressure: 4 }] as const;
    const ofWays = { compares: 'ways', ways, blocks: 1, order: [0, 1] } as const;
    expect(trialOf({ start, seed, plan: ofWays })).toBeUndefined();
  });

  it('speaks of more and less massage, never of none', () => {
    const verdict = judgeTest(PAIN, diary(-3), TRIAL, TODAY);
    expect(verdict).toMatchObject({
      level: 'test',
      compares: 'cadence',
      state: 'final',
      weeks: 16,
    });
    const { sentences } = say(PAIN, verdict);
    expect(sentences[0]).toMatch(
      /^Weeks with more massage were better for you: .+ chance that pain is lower by at least 1 point\.$/,
    );
    expect(sentences.at(-1)).toBe(
      'Nobody can have more or less massage without knowing it. What you expect is part of this result.',
    );
    const none = saidOf(diary(0, undefined, 0.3));
    expect(none.sentences[0]).toMatch(
      /^Little difference between more massage and less: .+ chance that it is less than 1 point\.$/,
    );
    for (const all of [sentences, none.sentences])
      expect(all.join(' ')).not.toMatch(/with massage|without massage|massage weeks/i);
  });

  it('says worse in a mirror', () => {
    const mirror = (sentence = '') =>
      sentence
        .replace('better', 'worse')
        .replace('lowers', 'raises')
        .replace('lower', 'higher')
        .replace(/\d+%|over \d+%/, '%');
    for (const effect of [-3, -1]) {
      const worse = diary(effect).map((day) => ({ ...day, value: 10 - day.value }));
      expect(mirror(saidOf(worse).sentences[0])).toBe(mirror(saidOf(diary(effect)).sentences[0]));
    }
    expect(saidOf(diary(-3)).headline).toBe('Better');
    expect(saidOf(diary(3)).headline).toBe('Worse');
  });

  it('says before the end only whether stopping looks justified, by the arms it has', () => {
    const six = { kind: 'balanced', periods: 6, longestRun: 2 } as const;
    const longer = { ...TRIAL, design: six, schedule: [...TRIAL.schedule, 0, 1] as const };
    const verdict = judgeTest(PAIN, diary(-4), longer, dayOf(FIRST + 112));
    expect(verdict).toMatchObject({ state: 'interim', weeks: 24 });
    expect(say(PAIN, verdict).sentences[0]).toBe(
      'Stopping early looks justified: the weeks with more massage are clearly better.',
    );
  });

  it('says beforehand what so many weeks usually find and miss', () => {
    expect(sayBefore(8, 'cadence')).toBe('8 weeks are too few: a test needs four periods.');
    expect(sayBefore(16, 'cadence')).toBe(
      '16 weeks will usually find a difference of 2 points, and usually miss one of 1 point. More and less massage may differ less than massage and none.',
    );
    expect(sayBefore(24, 'cadence')).toContain('nearly always find a difference of 2 points');
  });

  it('names little room and uneven ratings by the arms it has', () => {
    const low = diary(-3).map((day) => ({ ...day, value: Math.max(0, day.value - 5) }));
    expect(saidOf(low).sentences).toContain(
      'There was little room to improve: your pain was good with less massage too.',
    );
    const sparse = diary(-2, (day, on) => on === 0 || day % 2 === 0);
    expect(saidOf(sparse).sentences.join(' ')).toContain(
      'You rated 50% of the days with more massage and 100% of those with less.',
    );
  });
});
