/**
 * Invented diaries of tests, with everything that misleads: ratings that hang together from day to day, a slow
 * drift, flares, missing days, whole numbers. Seeded: the same diaries in every run.
 */
import {
  drawSchedule,
  type Question,
  readDiary,
  type Schedule,
  type Trial,
} from '@assuage/outcomes';
import { type RandomStream, seededRandom } from '@assuage/statistics';

export interface World {
  readonly weeks: number;
  /** The correlation of two days in a row. */
  readonly rho: number;
  readonly flares: boolean;
  /** The length of a period if it is not 7; a test of cadence has 28. */
  readonly periodDays?: 14 | 28;
  /** After weeks with massage, half of the effect is left after so many days; none at all when it is left out. */
  readonly halfLife?: number;
  /** What weeks with massage, or with more of it, really do, in points. */
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
/** The same points over the whole of a test of cadence, which else would end where there is nothing left to gain. */
const DRIFT_OF_CADENCE = -1.5;
/** One flare in so many days, of 3 to 6 days and 2 to 4 points. */
const BETWEEN_FLARES = 28;

/** @param also another outcome of the same person, with the same schedule */
export function inventDiary(world: World, seed: string, also = ''): Invented {
  const random = seededRandom(`${seed}${also}`);
  const periodDays = world.periodDays ?? 7;
  const periods = (7 * world.weeks) / periodDays;
  const design = { kind: 'balanced', periods, longestRun: 2 } as const;
  const schedule = drawSchedule(design, `${seed} schedule`);
  const isCadence = world.periodDays === 28;
  const everyDays = isCadence ? { everyDays: [7, 14] as const } : {};
  const trial: Trial = { start: dayOf(0), periodDays, ...everyDays, design, seed, schedule };
  const flare = world.flares ? flaresOf(7 * world.weeks, random) : [];
  const shares = sharesOf(schedule, periodDays, world.halfLife);
  const ratings = Array.from({ length: world.weeks }, (_, week) => {
    // Six days of seven are rated.
    const missing = random.integer(7);
    return Array.from({ length: 7 }, (_, i) => i)
      .filter((i) => i !== missing)
      .map((i) => 7 * week + i);
  }).flat();
  const drift = isCadence ? DRIFT_OF_CADENCE / world.weeks : DRIFT;
  let error = SD * random.normal();
  let last = ratings[0] ?? 0;
  const rated = ratings.map((day) => {
    const alike = world.rho ** (day - last);
    if (day > last) error = alike * error + SD * Math.sqrt(1 - alike * alike) * random.normal();
    last = day;
    const felt =
      USUAL + world.effect * (shares[day] ?? 0) + (drift * day) / 7 + (flare[day] ?? 0) + error;
    return { day: dayOf(day), value: Math.min(10, Math.max(0, Math.round(felt))) };
  });
  const today = dayOf(7 * world.weeks);
  return { trial, days: daysOf(rated, today), today };
}

/** The share of the effect that is there on each day: all of it with massage, and what lasts after. */
function sharesOf(schedule: Schedule, periodDays: number, halfLife: number | undefined): number[] {
  const left = halfLife === undefined ? 0 : 0.5 ** (1 / halfLife);
  const shares: number[] = [];
  for (const on of schedule)
    for (let i = 0; i < periodDays; i += 1) shares.push(on === 1 ? 1 : left * (shares.at(-1) ?? 0));
  return shares;
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
