import { seededRandom } from '@assuage/statistics';
import { describe, expect, it } from 'vitest';
import { dayNumber, dayOf, type Question, readDiary } from './diary.ts';
import { judgeSecondary } from './secondary.ts';
import type { Trial } from './trial.ts';
import { saySecondary } from './wording.ts';

const SCALE = { from: 0, to: 10 };
const SLEEP: Question = { outcome: 'sleep', better: 'higher', scale: SCALE, important: 1 };
const MOOD: Question = { ...SLEEP, outcome: 'mood' };
const TRIAL: Trial = {
  start: '2026-01-05',
  periodDays: 7,
  design: { kind: 'balanced', periods: 10, longestRun: 2 },
  seed: 'Ana',
  schedule: [0, 1, 1, 0, 1, 0, 0, 1, 1, 0],
};
const TODAY = '2026-06-01';
const FIRST = dayNumber(TRIAL.start) ?? 0;

function rated(question: Question, effect: number, days = 70, seed = question.outcome) {
  const { normal } = seededRandom(seed);
  const ratings = Array.from({ length: days }, (_, day) => ({
    day: dayOf(FIRST + day),
    value: Math.min(
      10,
      Math.max(0, 5 + effect * (TRIAL.schedule[Math.floor(day / 7)] ?? 0) + normal()),
    ),
  }));
  const read = readDiary(ratings, question, TODAY);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return { question, days: read.days };
}

describe('what was asked beside the main question', () => {
  it('gets words only where it passes Holm’s procedure, and an interval everywhere', () => {
    const [sleep, mood] = judgeSecondary([rated(SLEEP, 3), rated(MOOD, 0)], TRIAL, TODAY);
    expect(sleep?.result?.finding).toBe('better-important');
    expect(mood?.result).toBeDefined();
    expect(mood?.result?.finding).toBeUndefined();
    if (!sleep || !mood) throw new Error('two outcomes');
    expect(saySecondary(sleep, 'weeks')).toMatch(
      /^Massage weeks were better for you: .+ chance that sleep is higher by at least 1 point\.$/,
    );
    expect(saySecondary(mood, 'weeks')).toMatch(
      /^Mood with massage minus mood without: .+ points, 95 in 100 from .+ to .+\. Too unsure for a verdict\.$/,
    );
  });

  it('has a harder time among many: the same ratings lose their words beside others', () => {
    // Chosen so that the outcome alone passes .05 and beside four others does not pass .05/5.
    const close = [...Array(60).keys()]
      .map((i) => rated(SLEEP, 1, 70, `close ${i}`))
      .find((one) => {
        const chances = judgeSecondary([one], TRIAL, TODAY)[0]?.result?.chances;
        const tail = 2 * Math.min(chances?.anyBetter ?? 0, 1 - (chances?.anyBetter ?? 0));
        return tail > 0.015 && tail < 0.045;
      });
    if (!close) throw new Error('none is close');
    expect(judgeSecondary([close], TRIAL, TODAY)[0]?.result?.finding).toBeDefined();
    const others = Array.from({ length: 4 }, () => rated(MOOD, 0));
    expect(judgeSecondary([close, ...others], TRIAL, TODAY)[0]?.result?.finding).toBeUndefined();
    // One that nobody rated was looked for as well: it counts among the five.
    const empty = Array.from({ length: 4 }, () => rated(MOOD, 0, 0));
    const beside = judgeSecondary([close, ...empty], TRIAL, TODAY);
    expect(beside[0]?.result?.finding).toBeUndefined();
    expect(beside[1]).toEqual({ question: MOOD, ratings: 0 });
  });

  it('is only counted, up to the day, in a test that was stopped', () => {
    const stopped = { stoppedOn: dayOf(FIRST + 41) };
    expect(judgeSecondary([rated(SLEEP, 4)], TRIAL, TODAY, stopped)).toEqual([
      { question: SLEEP, ratings: 42 },
    ]);
  });

  it('gives a change of medicine a level of its own, as the main question has it', () => {
    const sleep = rated(SLEEP, 1);
    const changed = {
      ...sleep,
      days: sleep.days.map((day) => (day.t < FIRST + 35 ? day : { ...day, value: day.value - 4 })),
    };
    const width = (medicineChanges: readonly string[]) => {
      const [one] = judgeSecondary([changed], TRIAL, TODAY, { medicineChanges });
      const [low, high] = one?.result?.effect.interval ?? [0, 0];
      return high - low;
    };
    expect(width([dayOf(FIRST + 35)])).toBeLessThan(width([]));
  });

  it('says nothing but how many ratings before the end', () => {
    const halfway = judgeSecondary([rated(SLEEP, 4, 42)], TRIAL, dayOf(FIRST + 42));
    expect(halfway).toEqual([{ question: SLEEP, ratings: 42 }]);
    expect(halfway.map((one) => saySecondary(one, 'weeks'))).toEqual(['Sleep: 42 ratings.']);
  });
});
