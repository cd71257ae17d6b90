import { seededRandom } from '@assuage/statistics';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, dayOf, type Question, type Rating, readDiary } from './diary.ts';
import { drawSchedule, type Schedule } from './schedule.ts';
import type { Trial } from './trial.ts';
import { describeCourse, findingOf, judgeTest, passHolm } from './verdict.ts';
import { fiftyDots, say, sayBefore, threeNumbers } from './wording.ts';

const PAIN: Question = {
  outcome: 'pain',
  better: 'lower',
  scale: { from: 0, to: 10 },
  important: 1,
};
const SLEEP: Question = { ...PAIN, outcome: 'sleep', better: 'higher' };
const TODAY = '2026-11-01';
const START = '2026-01-05';

const dayAt = (offset: number) => dayOf((dayNumber(START) ?? 0) + offset);
const daysOf = (ratings: readonly Rating[], question = PAIN) => {
  const read = readDiary(ratings, question, TODAY);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.days;
};
const ratingsOf = (values: readonly number[]): Rating[] =>
  values.map((value, i) => ({ day: dayAt(i), value }));

const trialOf = (periods: number, seed = 'Ana'): Trial => {
  const design = { kind: 'balanced', periods, longestRun: 2 } as const;
  return { start: START, periodDays: 7, design, seed, schedule: drawSchedule(design, seed) };
};
/** Ratings on every day of a schedule, around 6 without massage. */
function diaryOf(schedule: Schedule, effect: number, seed = 'noise', sd = 0.8): Rating[] {
  const { normal } = seededRandom(seed);
  return schedule.flatMap((on, week) =>
    Array.from({ length: 7 }, (_, i) => ({
      day: dayAt(7 * week + i),
      value: Math.min(10, Math.max(0, 6 + on * effect + sd * normal())),
    })),
  );
}

describe('a diary', () => {
  it('names every rating that is none, and where', () => {
    const read = readDiary(
      [
        { day: '2026-02-30', value: 3 },
        { day: '2026-12-24', value: 3 },
        { day: '2026-03-01', value: 11 },
        { day: '2026-03-02', value: Number.NaN },
        { day: '', value: 1 },
      ],
      PAIN,
      TODAY,
    );
    expect(read).toEqual({
      ok: false,
      problems: [
        { at: 0, message: '2026-02-30 is not a day: write it as 2026-03-01' },
        { at: 1, message: '2026-12-24 is in the future' },
        { at: 2, message: '11 on 2026-03-01 is not on the scale from 0 to 10' },
        { at: 3, message: 'NaN on 2026-03-02 is not on the scale from 0 to 10' },
        { at: 4, message: 'nothing is not a day: write it as 2026-03-01' },
      ],
    });
  });

  it('averages the ratings of one day, and puts days in order', () => {
    const days = daysOf([
      { day: '2026-03-02', value: 4 },
      { day: '2026-03-01', value: 7 },
      { day: '2026-03-02', value: 5 },
    ]);
    expect(days.map(({ day, value }) => [day, value])).toEqual([
      ['2026-03-01', 7],
      ['2026-03-02', 4.5],
    ]);
  });

  it('has one day between the days around a change of the clock', () => {
    // Clocks went forward on 29 March 2026 in Europe and on 8 March 2026 in North America.
    for (const [a, b] of [
      ['2026-03-28', '2026-03-29'],
      ['2026-03-29', '2026-03-30'],
      ['2026-03-08', '2026-03-09'],
      ['2026-10-25', '2026-10-26'],
    ] as const)
      expect((dayNumber(b) ?? 0) - (dayNumber(a) ?? 0)).toBe(1);
  });
});

describe('an ordinary course', () => {
  it('is only collected until there are five ratings at the start and five now', () => {
    const verdict = describeCourse(PAIN, daysOf(ratingsOf([7, 7, 6, 8, 7, 3, 3, 4, 3])));
    expect(verdict).toEqual({ level: 'collecting', ratings: 9, needed: 10 });
    expect(say(PAIN, verdict)).toEqual({
      headline: 'Too soon to tell',
      sentences: ['Too early to say: 9 of 10 ratings.'],
    });
  });

  it('is described with start, now and the own ups and downs, and never explained', () => {
    const verdict = describeCourse(PAIN, daysOf(ratingsOf([7, 7, 6, 8, 7, 5, 3, 3, 4, 3, 2])));
    // Medians by hand: 7 of 6 7 7 7 8; 3 of 2 3 3 3 4.
    expect(verdict).toMatchObject({ level: 'pattern', change: -4, direction: 'better' });
    expect(say(PAIN, verdict)).toEqual({
      headline: 'Better',
      sentences: [
        'Your pain is lower than when you started: 3, was 7.',
        'This is more than your usual ups and downs.',
        'This is a pattern, not a test. It cannot say why.',
      ],
    });
  });

  it('says worse in the same form, and turns round where higher is better', () => {
    const rising = daysOf(ratingsOf([3, 3, 4, 3, 2, 7, 7, 6, 8, 7]));
    expect(say(PAIN, describeCourse(PAIN, rising)).sentences[0]).toBe(
      'Your pain is higher than when you started: 7, was 3.',
    );
    expect(say(PAIN, describeCourse(PAIN, rising)).headline).toBe('Worse');
    expect(say(SLEEP, describeCourse(SLEEP, rising)).headline).toBe('Better');
  });

  it('says when the ups and downs are as large as the change', () => {
    const { sentences } = say(
      PAIN,
      describeCourse(PAIN, daysOf(ratingsOf([7, 2, 9, 7, 7, 5, 5, 5, 5, 5]))),
    );
    expect(sentences[1]).toBe('Your usual ups and downs are as large as that.');
  });

  it('begins again when a medicine changes', () => {
    const days = daysOf(ratingsOf([9, 9, 9, 9, 9, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5]));
    expect(describeCourse(PAIN, days)).toMatchObject({ change: -4 });
    expect(describeCourse(PAIN, days, dayAt(5))).toMatchObject({ change: 0, direction: 'same' });
  });
});

describe('a test', () => {
  const ten = trialOf(10);

  it('says nothing but dots below five ratings in either arm', () => {
    const days = daysOf(diaryOf(ten.schedule, -2).slice(0, 6));
    expect(judgeTest(PAIN, days, ten, dayAt(6))).toEqual({
      level: 'collecting',
      ratings: 6,
      needed: 60,
    });
  });

  it('gives no probability before four periods and 24 ratings', () => {
    const days = daysOf(diaryOf(ten.schedule, -2).slice(0, 27));
    const verdict = judgeTest(PAIN, days, ten, dayAt(27));
    expect(verdict).toMatchObject({ level: 'test', state: 'too-early' });
    expect(verdict).not.toHaveProperty('result');
    expect(say(PAIN, verdict).sentences).toEqual(['Too early to say: 27 of 60 ratings.']);
  });

  it('says before the end only whether stopping looks justified', () => {
    const half = daysOf(diaryOf(ten.schedule, 0).slice(0, 42));
    const verdict = judgeTest(PAIN, half, ten, dayAt(42));
    expect(verdict).toMatchObject({ state: 'interim' });
    expect(say(PAIN, verdict).sentences[0]).toBe('Not settled yet.');
    const clear = judgeTest(PAIN, daysOf(diaryOf(ten.schedule, -4).slice(0, 42)), ten, dayAt(42));
    expect(say(PAIN, clear).sentences[0]).toBe(
      'Stopping early looks justified: the weeks with massage are clearly better.',
    );
  });

  it('stopped early says only what is clear enough to stop for, and counts nothing after that day', () => {
    const stopped = (effect: number, day: number, today = TODAY) => {
      const days = daysOf(diaryOf(ten.schedule, effect));
      return say(PAIN, judgeTest(PAIN, days, ten, today, { stoppedOn: dayAt(day) }));
    };
    expect(stopped(-4, 41)).toMatchObject({
      headline: 'Better',
      sentences: [
        'The test was stopped early: by then the weeks with massage were clearly better.',
        'There were 42 of 60 ratings.',
        /^Nobody can have massage/,
      ].map((one) => (one instanceof RegExp ? expect.stringMatching(one) : one)),
    });
    expect(stopped(4, 41)).toMatchObject({ headline: 'Worse' });
    expect(stopped(0, 41)).toMatchObject({ headline: 'No clear answer' });
    expect(stopped(-4, 20).sentences).toEqual([
      'The test was stopped with 21 of 60 ratings. That is too few to say.',
    ]);
    // On its last day, the seventieth, it can still be stopped; after that it is over.
    expect(stopped(-4, 69).sentences[0]).toContain('stopped early');
    expect(stopped(-4, 70).sentences[0]).toContain('Massage weeks were better');
    // Stopped later than today, as a clock that is wrong may have it, is not stopped yet.
    expect(stopped(-4, 60, dayAt(42)).sentences[0]).toContain('Stopping early looks justified');
  });

  it('finds a large effect at the end, with three numbers that add up and 50 dots', () => {
    const verdict = judgeTest(PAIN, daysOf(diaryOf(ten.schedule, -3)), ten, TODAY);
    if (verdict.level !== 'test' || !verdict.result) throw new Error('no result');
    expect(verdict).toMatchObject({ state: 'final', ratings: 70, planned: 60, weeks: 10 });
    expect(verdict.result.finding).toBe('better-important');
    expect(say(PAIN, verdict).sentences[0]).toMatch(
      /^Massage weeks were better for you: .+ chance that pain is lower by at least 1 point\.$/,
    );
    expect(say(PAIN, verdict).sentences.at(-1)).toMatch(/^Nobody can have massage without knowing/);
    const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
    expect(sum(threeNumbers(verdict.result.chances))).toBe(100);
    expect(sum(fiftyDots(verdict.result.chances))).toBe(50);
    // 84 allowed schedules: at best 2 of them are as far apart.
    expect(verdict.result.details.randomisation).toMatchObject({ schedules: 84, smallest: 2 / 84 });
  });

  it('says worse in a mirror', () => {
    const better = judgeTest(PAIN, daysOf(diaryOf(ten.schedule, -3)), ten, TODAY);
    const mirrored = diaryOf(ten.schedule, -3).map(({ day, value }) => ({
      day,
      value: 10 - value,
    }));
    const worse = judgeTest(PAIN, daysOf(mirrored), ten, TODAY);
    if (better.level !== 'test' || worse.level !== 'test') throw new Error('no test');
    expect(worse.result?.finding).toBe('worse-important');
    expect(worse.result?.chances.worse).toBeCloseTo(better.result?.chances.better ?? 0, 6);
    expect(say(PAIN, worse).sentences[0]).toMatch(
      /^Massage weeks were worse for you: .+ chance that pain is higher by at least 1 point\.$/,
    );
    // The same ratings where higher is better are good news.
    const sleep = judgeTest(SLEEP, daysOf(mirrored, SLEEP), ten, TODAY);
    expect(sleep.level === 'test' && sleep.result?.finding).toBe('better-important');
  });

  it('says that there was little room when the weeks without are at the good end', () => {
    const low = ten.schedule.flatMap((_, week) =>
      Array.from({ length: 7 }, (_, i) => ({
        day: dayAt(7 * week + i),
        value: i % 3 === 0 ? 1 : 0,
      })),
    );
    const said = (ratings: readonly Rating[]) =>
      say(PAIN, judgeTest(PAIN, daysOf(ratings), ten, TODAY)).sentences.join(' ');
    expect(said(low)).toContain('There was little room to improve');
    // Little room is less than the important change and 1 point: here below 2.
    const around = (usual: number) =>
      said(low.map(({ day, value }) => ({ day, value: value === 1 ? usual + 0.1 : usual })));
    expect(around(1.9)).toContain('There was little room to improve');
    expect(around(2)).not.toContain('There was little room to improve');
  });

  it('says what it would mean when one arm has far fewer ratings and they were bad days', () => {
    const sparse = diaryOf(ten.schedule, -2).filter(
      (_, i) => ten.schedule[Math.floor(i / 7)] === 0 || i % 7 < 4,
    );
    const verdict = judgeTest(PAIN, daysOf(sparse), ten, TODAY);
    if (verdict.level !== 'test') throw new Error('no test');
    expect(verdict.completion.with).toBeCloseTo(4 / 7, 10);
    expect(verdict.result?.ifMissingWereBad).toBeGreaterThan(verdict.result?.effect.mean ?? 0);
    expect(say(PAIN, verdict).sentences.join(' ')).toContain(
      'You rated 57% of the days with massage and 100% of those without.',
    );
  });

  it('starts from the experience of the practice when it is given', () => {
    const days = daysOf(diaryOf(ten.schedule, -1));
    const sceptical = judgeTest(PAIN, days, ten, TODAY);
    const hopeful = judgeTest(PAIN, days, ten, TODAY, { prior: { mean: -2, sd: 0.5 } });
    if (sceptical.level !== 'test' || hopeful.level !== 'test') throw new Error('no test');
    expect(hopeful.result?.effect.mean).toBeLessThan(sceptical.result?.effect.mean ?? 0);
  });

  it('gives every phase of medicine a level of its own', () => {
    // From the 36th day on a new medicine takes 4 points; massage takes 1.
    const dropped = diaryOf(ten.schedule, -1).map(({ day, value }) => ({
      day,
      value: day >= dayAt(35) ? Math.max(0, value - 4) : value,
    }));
    const judged = (medicineChanges: readonly string[]) => {
      const verdict = judgeTest(PAIN, daysOf(dropped), ten, TODAY, { medicineChanges });
      if (verdict.level !== 'test' || !verdict.result) throw new Error('no result');
      return verdict.result;
    };
    expect(judged([dayAt(35)]).details.sigma).toBeLessThan(judged([]).details.sigma);
    expect(judged([dayAt(35)]).chances.anyBetter).toBeGreaterThan(0.975);
    // Nothing can be said of the level of a phase that has hardly a rating.
    expect(judged([dayAt(68), 'soon'])).toEqual(judged([]));
  });

  it('counts a scale of 0 to 100 as it counts one of 0 to 10', () => {
    const ratings = diaryOf(ten.schedule, -2);
    const hundred: Question = { ...PAIN, scale: { from: 0, to: 100 }, important: 10 };
    const a = judgeTest(PAIN, daysOf(ratings), ten, TODAY);
    const b = judgeTest(
      hundred,
      daysOf(
        ratings.map(({ day, value }) => ({ day, value: 10 * value })),
        hundred,
      ),
      ten,
      TODAY,
    );
    if (a.level !== 'test' || b.level !== 'test') throw new Error('no test');
    expect(b.result?.chances.better).toBeCloseTo(a.result?.chances.better ?? 0, 9);
    expect(b.result?.effect.mean).toBeCloseTo(10 * (a.result?.effect.mean ?? 0), 8);
  });

  it('is finite, or says too early, whatever the ratings', () => {
    const value = fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constant(5));
    fc.assert(
      fc.property(fc.array(fc.option(value), { minLength: 24, maxLength: 70 }), (values) => {
        const days = daysOf(
          values.flatMap((one, i) => (one === null ? [] : [{ day: dayAt(i), value: one }])),
        );
        const verdict = judgeTest(PAIN, days, ten, TODAY);
        expect(JSON.stringify(verdict)).not.toMatch(/null|NaN/);
        if (verdict.level === 'test' && verdict.result) {
          const { better, within, worse } = verdict.result.chances;
          expect(better + within + worse).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('before a test', () => {
  it('says what so many weeks usually find and miss', () => {
    expect(sayBefore(2)).toBe('2 weeks are too few: a test needs four periods.');
    expect(sayBefore(4)).toBe('4 weeks will usually miss even a change of 2 points.');
    expect(sayBefore(8)).toBe(
      '8 weeks will usually find a change of 2 points, and usually miss one of 1 point.',
    );
  });

  it('promises less of periods of two weeks', () => {
    const said = (weeks: number) => sayBefore(weeks, 'weeks', 14);
    expect(said(4)).toContain('too few');
    expect(said(8)).toContain('may find a change of 2 points');
    expect(said(12)).toContain('usually find a change of 2 points');
    expect(said(16)).toContain('nearly always find a change of 2 points');
  });
});

describe('the ladder', () => {
  // The thresholds of docs/statistics.md, each from both sides.
  it.each([
    [{ better: 0.8, within: 0.2, worse: 0, anyBetter: 0.975 }, 'better-important'],
    [{ better: 0.79, within: 0.21, worse: 0, anyBetter: 0.975 }, 'better'],
    [{ better: 0.5, within: 0.5, worse: 0, anyBetter: 0.974 }, 'leans-better'],
    [{ better: 0.1, within: 0.9, worse: 0, anyBetter: 0.89 }, 'little-difference'],
    [{ better: 0.15, within: 0.79, worse: 0.06, anyBetter: 0.6 }, 'unclear'],
    [{ better: 0, within: 0.5, worse: 0.5, anyBetter: 0.026 }, 'leans-worse'],
    [{ better: 0, within: 0.21, worse: 0.79, anyBetter: 0.025 }, 'worse'],
    [{ better: 0, within: 0.2, worse: 0.8, anyBetter: 0.025 }, 'worse-important'],
  ] as const)('%j is %s', (chances, finding) => {
    expect(findingOf(chances)).toBe(finding);
  });
});

describe('Holm’s procedure', () => {
  it('stops at the first that does not pass', () => {
    // .05/4 = .0125, .05/3 = .0167, .05/2 = .025: .01 and .013 pass, .03 does not, and so .04 neither.
    expect(passHolm([0.04, 0.01, 0.03, 0.013])).toEqual([false, true, false, true]);
    expect(passHolm([])).toEqual([]);
  });
});
