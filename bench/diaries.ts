/**
 * Invented diaries of tests, with everything that misleads: ratings that hang together from day to day, a slow
 * drift, flares, missing days, whole numbers. Seeded: the same diaries in every run.
 */
import { drawSchedule, type Question, readDiary, type Trial } from '@assuage/outcomes';
import { type RandomStream, seededRandom } from '@assuage/statistics';

export interface World {
  readonly weeks: number;
  /** The correlation of two days in a row. */
  readonly rho: number;
  readonly flares: boolean;
  /** What massage weeks really do, in points. */
  readonly effect: number;
}

export interface Invented {
  readonly trial: Trial;
  readonly days: ReturnType<typeof daysOf>;
  /** A day after the end. */
  readonly today: string;
}

export const PAIN: Question = {
  outcome: 'pain',
  better: 'lower',
  scale: { from: 0, to: 10 },
  important: 1,
};

const START = Date.UTC(2026, 0, 5);
const DAY_MS = 86_400_000;
const USUAL = 5.5;
/** Of the ratings around their expectation. */
const SD = 1.5;
/** Points a week: it slowly gets better, whatever is done. */
const DRIFT = -0.15;
/** One flare in so many days, of 3 to 6 days and 2 to 4 points. */
const BETWEEN_FLARES = 28;

export function inventDiary(world: World, seed: string): Invented {
  const random = seededRandom(seed);
  const design = { kind: 'balanced', periods: world.weeks, longestRun: 2 } as const;
  const schedule = drawSchedule(design, `${seed} schedule`);
  const trial: Trial = { start: dayOf(0), periodDays: 7, design, seed, schedule };
  const flare = world.flares ? flaresOf(7 * world.weeks, random) : [];
  const ratings = schedule.flatMap((on, week) => {
    // Six days of seven are rated.
    const missing = random.integer(7);
    return Array.from({ length: 7 }, (_, i) => i)
      .filter((i) => i !== missing)
      .map((i) => ({ day: 7 * week + i, on }));
  });
  let error = SD * random.normal();
  let last = ratings[0]?.day ?? 0;
  const rated = ratings.map(({ day, on }) => {
    const alike = world.rho ** (day - last);
    if (day > last) error = alike * error + SD * Math.sqrt(1 - alike * alike) * random.normal();
    last = day;
    const felt = USUAL + world.effect * on + (DRIFT * day) / 7 + (flare[day] ?? 0) + error;
    return { day: dayOf(day), value: Math.min(10, Math.max(0, Math.round(felt))) };
  });
  const today = dayOf(7 * world.weeks);
  return { trial, days: daysOf(rated, today), today };
}

/** The points that flares add to each day. */
function flaresOf(days: number, random: RandomStream): number[] {
  const added = Array.from({ length: days }, () => 0);
  for (let day = 0; day < days; day += 1) {
    if (random.uniform() >= 1 / BETWEEN_FLARES) continue;
    const length = 3 + random.integer(4);
    const points = 2 + 2 * random.uniform();
    for (let i = day; i < Math.min(days, day + length); i += 1) added[i] = points;
    day += length;
  }
  return added;
}

const dayOf = (day: number): string => new Date(START + day * DAY_MS).toISOString().slice(0, 10);

function daysOf(ratings: Parameters<typeof readDiary>[0], today: string) {
  const read = readDiary(ratings, PAIN, today);
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  return read.days;
}
