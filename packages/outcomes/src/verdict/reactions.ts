/**
 * Sessions after which a person was worse, by what was done. Counted and shown at once, without any test: they
 * suspend suggestions for that way of working, and nothing statistical lifts that.
 */
import { betaQuantile } from '@assuage/statistics';
import { type DiaryDay, dayNumber, type Question } from './diary.ts';

export interface GivenSession {
  readonly day: string;
  /** The way of working: a technique, a pressure. */
  readonly way: string;
  /** Whether the person or the therapist told of a reaction. */
  readonly hadReaction?: boolean;
  /** A person has looked at what followed since, and decided that the way may be suggested again. */
  readonly isSettled?: boolean;
}

export interface Reactions {
  readonly way: string;
  readonly sessions: number;
  readonly reactions: number;
  /** Of the reactions, those that nobody has decided on since: they suspend. */
  readonly open: number;
  /** Sessions that nobody can judge: no report, and a rating before or after is missing. */
  readonly unknown: number;
  /** The share with a reaction among those that can be judged: Clopper and Pearson's exact 95 % interval. */
  readonly share: readonly [number, number];
}

/** So many points of ten worse, on each of the two days after. */
const WORSE_BY = 2;
/** A session is compared with the rating of its day, else with the latest of so many days before. */
const OLDEST_BEFORE = 3;

/** By way of working, in the order of their first session. */
export function countReactions(
  question: Question,
  days: readonly DiaryDay[],
  sessions: readonly GivenSession[],
): readonly Reactions[] {
  const ways = [...new Set(sessions.map(({ way }) => way))];
  return ways.map((way) => {
    const given = sessions.filter((session) => session.way === way);
    const judged = given.map((session) => wasReaction(question, days, session));
    const reactions = judged.filter((one) => one === true).length;
    const open = given.filter((one, i) => judged[i] === true && one.isSettled !== true).length;
    const unknown = judged.filter((one) => one === undefined).length;
    const known = given.length - unknown;
    return {
      way,
      sessions: given.length,
      reactions,
      open,
      unknown,
      share: exact(reactions, known),
    };
  });
}

/** What nobody should be offered by a suggestion until a person has decided. */
export const suspended = (all: readonly Reactions[]): readonly string[] =>
  all.filter(({ open }) => open > 0).map(({ way }) => way);

function wasReaction(
  { better, scale }: Question,
  days: readonly DiaryDay[],
  { day, hadReaction }: GivenSession,
): boolean | undefined {
  if (hadReaction === true) return true;
  const at = dayNumber(day);
  if (at === undefined) throw new RangeError(`a session on ${day}, which is not a day`);
  const before = days.findLast(({ t }) => t <= at && t >= at - OLDEST_BEFORE)?.value;
  const [next, second] = [1, 2].map((after) => days.find(({ t }) => t === at + after)?.value);
  if (before === undefined || next === undefined || second === undefined) return hadReaction;
  const by = (WORSE_BY * (scale.to - scale.from)) / 10;
  return [next, second].every(
    (value) => (better === 'lower' ? value - before : before - value) >= by,
  );
}

function exact(events: number, of: number): readonly [number, number] {
  if (of === 0) return [0, 1];
  return [
    events === 0 ? 0 : betaQuantile(0.025, events, of - events + 1),
    events === of ? 1 : betaQuantile(0.975, events + 1, of - events),
  ];
}
