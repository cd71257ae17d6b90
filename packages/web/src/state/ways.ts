/**
 * Ways of working with one person: reactions counted by technique and by highest pressure, and which ways today's limits
 * allow. Safety and the vetoes of therapist and client come first; nothing here loosens a limit or changes a plan. Pure.
 */
import {
  answersTo,
  countReactions,
  type DiaryDay,
  type GivenSession,
  type Question,
  type Rating,
  type Reactions,
  readDiary,
  suspended,
  type Way,
} from '@assuage/outcomes';
import type { Engine, Envelope, Reason } from '@assuage/safety';
import { isStopped, mostPressure } from './derive.ts';
import { daysBetween } from './moment.ts';
import type { ClientRecord, SessionEntry } from './record.ts';
import { alsoPossible } from './techniques.ts';

export type WayKind = 'technique' | 'pressure';

/** Told within so many days after a session, a reaction belongs to it when nobody said to which. */
export const DAYS_AFTER = 3;

export const wayName = (engine: Pick<Engine, 'technique'>, way: Way): string =>
  'technique' in way
    ? (engine.technique(way.technique)?.name ?? way.technique)
    : `pressure ${way.pressure}`;

/** The highest pressure of a session, or each technique that was used in it. */
export const waysIn = (session: SessionEntry, kind: WayKind): readonly Way[] =>
  session.segments.length === 0
    ? []
    : kind === 'pressure'
      ? [{ pressure: session.pressure }]
      : [...new Set(session.segments.map(({ technique }) => technique))].map((technique) => ({
          technique,
        }));

export const isSame = (a: Way, b: Way): boolean =>
  'technique' in a
    ? 'technique' in b && a.technique === b.technique
    : 'pressure' in b && a.pressure === b.pressure;

/** Reactions after each way that was ever used with this person, those with a reaction first. */
export function reactionsBy(
  engine: Pick<Engine, 'technique'>,
  record: ClientRecord,
  kind: WayKind,
  today: string,
): readonly Reactions[] {
  const sessions = until(record, today).flatMap((session) =>
    waysIn(session, kind).map((way) => given(engine, record, session, wayName(engine, way))),
  );
  const counted = countReactions(PAIN, painDays(record, today), sessions);
  return [...counted].sort(
    (a, b) => Number(b.reactions > 0) - Number(a.reactions > 0) || b.sessions - a.sessions,
  );
}

/** The ways that are not suggested, because the client was worse after one of their sessions. */
export const suspendedWays = (
  engine: Pick<Engine, 'technique'>,
  record: ClientRecord,
  kind: WayKind,
  today: string,
): readonly Way[] => {
  const names = new Set(suspended(reactionsBy(engine, record, kind, today)));
  const used = until(record, today).flatMap((session) => waysIn(session, kind));
  return [...names].flatMap((name) => used.find((way) => wayName(engine, way) === name) ?? []);
};

const PAIN: Question = {
  outcome: 'pain',
  better: 'lower',
  scale: { from: 0, to: 10 },
  important: 1,
};

/**
 * Pain of every day as it was rated for the day; else pain as it was right then. The two are never mixed: people
 * remember more pain than they noted at the time.
 */
function painDays(record: ClientRecord, today: string): readonly DiaryDay[] {
  const ofDays = answersTo(record, 'nrs-pain');
  if (ofDays.length > 0) return daysOf(ofDays, PAIN, today);
  const before = record.checkIns.flatMap(({ on, painNow }) =>
    painNow === null ? [] : [{ day: on.slice(0, 10), value: painNow }],
  );
  return daysOf([...before, ...answersTo(record, 'nrs-pain-now')], PAIN, today);
}

export function daysOf(
  ratings: readonly Rating[],
  question: Question,
  today: string,
): readonly DiaryDay[] {
  const read = readDiary(
    ratings.filter(({ day }) => day <= today),
    question,
    today,
  );
  if (!read.ok) throw new Error(read.problems[0]?.message);
  return read.days;
}

export const until = ({ sessions }: ClientRecord, day: string): readonly SessionEntry[] =>
  sessions.filter(({ on }) => on.slice(0, 10) <= day);

export function given(
  engine: Pick<Engine, 'technique'>,
  record: ClientRecord,
  session: SessionEntry,
  way: string,
): GivenSession {
  const day = session.on.slice(0, 10);
  const isSettled = record.wayDecisions.some(
    ({ on, ways }) => on >= session.on && ways.some((one) => wayName(engine, one) === way),
  );
  const isOf = (about: string | null, on: string) =>
    about === null ? latestBefore(record, on)?.entry === session.entry : about === session.entry;
  const told = record.reactions.filter((one) => isOf(one.session, one.on));
  const hurt = record.adverseEvents.some((one) => isOf(one.session, one.happened));
  if (hurt || told.some(({ feeling }) => feeling === 'worse'))
    return { day, way, isSettled, hadReaction: true };
  return told.length > 0 ? { day, way, isSettled, hadReaction: false } : { day, way, isSettled };
}

/** The session that somebody means who tells of a reaction without naming one. */
const latestBefore = ({ sessions }: ClientRecord, on: string): SessionEntry | undefined =>
  sessions.findLast((session) => {
    const days = daysBetween(session.on, on);
    return session.on <= on && days <= DAYS_AFTER;
  });

export type Allowed =
  | { readonly ok: true }
  /** The limits that are in the way; none: the therapist lowered the pressure, or nothing is done today. */
  | { readonly ok: false; readonly because: readonly Reason[] };

/**
 * Whether a way is inside today's limits.
 *
 * @param envelope together with the therapist's own lower pressure
 */
export function allowedToday(
  engine: Engine,
  envelope: Envelope,
  reasons: readonly Reason[],
  training: readonly string[],
  way: Way,
): Allowed {
  const stopping = reasons.filter(({ kind }) => kind === 'decision');
  if (isStopped(envelope.decision)) return { ok: false, because: stopping };
  const needs =
    'pressure' in way ? way.pressure : (engine.technique(way.technique)?.pressure?.[0] ?? 0);
  const isIn =
    'pressure' in way
      ? mostPressure(envelope) >= way.pressure
      : alsoPossible(engine, envelope, training).some(({ id }) => id === way.technique);
  if (isIn) return { ok: true };
  const bit = 'technique' in way ? engine.techniqueIndex(way.technique) : undefined;
  const because = reasons.filter(({ limit, kind }) => {
    const compiled = engine.limit(limit);
    if (!compiled) return false;
    if (kind === 'pressure') return compiled.amount < needs;
    return bit !== undefined && ((compiled.techniques[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
  });
  return { ok: false, because };
}

/** What two can be chosen of: inside today's limits, not suspended, and no pressure beyond those already used. */
export function waysToCompare(
  engine: Engine,
  envelope: Envelope,
  training: readonly string[],
  record: ClientRecord,
  kind: WayKind,
  today: string,
): readonly Way[] {
  if (isStopped(envelope.decision)) return [];
  const out = suspendedWays(engine, record, kind, today);
  const used = until(record, today).flatMap((session) =>
    session.segments.length === 0 ? [] : [session.pressure],
  );
  const most = Math.min(mostPressure(envelope), Math.max(-1, ...used));
  const all: readonly Way[] =
    kind === 'pressure'
      ? Array.from({ length: Math.max(0, most + 1) }, (_, pressure) => ({ pressure })).filter(
          ({ pressure }) => pressure >= Math.min(...used),
        )
      : alsoPossible(engine, envelope, training).map(({ id }) => ({ technique: id }));
  return all.filter((way) => !out.some((held) => isSame(held, way)));
}
