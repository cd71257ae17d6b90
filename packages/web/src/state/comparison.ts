/** The comparison of two ways of working, session by session in the order that chance drew. Pure. */
import type { Measures } from '@assuage/knowledge';
import {
  answersTo,
  compareWays,
  dailyRatings,
  drawOrder,
  type FixedTest,
  type Question,
  sayWays,
  type Way,
  type WaysVerdict,
} from '@assuage/outcomes';
import type { Engine } from '@assuage/safety';
import { addDays } from './moment.ts';
import type { ClientRecord, SessionEntry } from './record.ts';
import {
  DAYS_AFTER,
  daysOf,
  given,
  isSame,
  suspendedWays,
  until,
  wayName,
  waysIn,
} from './ways.ts';

/** Neither of the two that are compared. */
const OTHER = 'another way';

type RecordedTrial = ClientRecord['trials'][number];
type WaysPlan = Extract<RecordedTrial['plan'], { compares: 'ways' }>;

/** `over`: every session of it was given; `ended`: before that. */
export type ComparisonPhase = 'planned' | 'running' | 'over' | 'ended';

export interface WaysComparison {
  readonly entry: string;
  readonly trial: RecordedTrial;
  readonly ways: readonly [Way, Way];
  readonly names: readonly [string, string];
  readonly phase: ComparisonPhase;
  /** Somebody has closed it, so that another test can begin. */
  readonly isClosed: boolean;
  /** Sessions given in one of the two ways since its start, and planned. */
  readonly given: number;
  readonly planned: number;
  /** Given in the way that chance had drawn. */
  readonly asDrawn: number;
  /** Drawn for the next session; undefined when it is not running. */
  readonly next: Way | undefined;
}

/** The newest comparison of two ways. */
export function comparisonIn(
  engine: Pick<Engine, 'technique'>,
  record: ClientRecord,
  today: string,
): WaysComparison | undefined {
  const trial = record.trials.findLast(({ plan }) => plan.compares === 'ways');
  const plan = trial?.plan;
  if (!trial || plan?.compares !== 'ways') return undefined;
  const [first, second] = plan.ways;
  const ways = [first, second] as const;
  const closed = trial.changes.find(({ change }) => change === 'ended')?.on;
  const took = sessionsOf(record, trial, plan, today).flatMap(({ which }) => which ?? []);
  const isOver = took.length === plan.order.length;
  const phase = isOver
    ? 'over'
    : closed !== undefined
      ? 'ended'
      : today < trial.start
        ? 'planned'
        : 'running';
  const drawn = plan.order[took.length];
  return {
    entry: trial.entry,
    trial,
    ways,
    names: [wayName(engine, first), wayName(engine, second)],
    phase,
    isClosed: closed !== undefined,
    given: took.length,
    planned: plan.order.length,
    asDrawn: took.filter((which, i) => which === plan.order[i]).length,
    next: phase === 'running' && drawn !== undefined ? ways[drawn] : undefined,
  };
}

/**
 * The sessions from the start to the last that was planned, each with the way it was really given in; both or neither
 * is neither, and takes no place in the order.
 */
function sessionsOf(
  record: ClientRecord,
  { start, changes }: RecordedTrial,
  { ways, order }: WaysPlan,
  today: string,
): readonly { readonly session: SessionEntry; readonly which: 0 | 1 | undefined }[] {
  const closed = changes.find(({ change }) => change === 'ended')?.on ?? `${today}T24`;
  let places = order.length;
  return until(record, today)
    .filter(({ on }) => on.slice(0, 10) >= start && on <= closed)
    .flatMap((session) => {
      if (places === 0) return [];
      const used = waysIn(session, kindOf(ways));
      const [isFirst, isSecond] = ways.map((way) => used.some((one) => isSame(one, way)));
      if (isFirst === isSecond) return { session, which: undefined };
      places -= 1;
      return { session, which: isFirst ? 0 : 1 };
    });
}

const kindOf = ([first]: WaysPlan['ways']) => ('technique' in first ? 'technique' : 'pressure');

export interface JudgedWays {
  readonly question: Question;
  /** `unfinished`: not every planned session was given. */
  readonly verdict: WaysVerdict | { readonly state: 'unfinished' };
}

/**
 * What may be known of a comparison: a number only when every planned session was given, a reaction at once.
 *
 * @returns undefined when the knowledge does not have the rating
 */
export function verdictOn(
  engine: Pick<Engine, 'technique'>,
  measures: Pick<Measures, 'measures'>,
  record: ClientRecord,
  { trial, names, phase }: WaysComparison,
  today: string,
): JudgedWays | undefined {
  const { plan } = trial;
  const rating = dailyRatings(measures).find(({ id }) => id === trial.question.measure);
  if (!rating || plan.compares !== 'ways') return undefined;
  const question = { ...rating.asked, important: trial.question.important };
  const done = sessionsOf(record, trial, plan, today);
  const first = addDays(trial.start, -DAYS_AFTER);
  // What is rated later belongs to sessions that nobody drew.
  const last = phase === 'over' ? addDays(done.at(-1)?.session.on ?? today, DAYS_AFTER) : today;
  const days = daysOf(
    answersTo(record, rating.id).filter(({ day }) => day >= first && day <= last),
    question,
    today,
  );
  const sessions = done.map(({ session, which }) =>
    given(engine, record, session, which === undefined ? OTHER : names[which]),
  );
  const verdict = compareWays(question, days, sessions, names);
  const before = suspendedWays(engine, record, kindOf(plan.ways), today)
    .map((way) => wayName(engine, way))
    .filter((name) => names.includes(name));
  const held = verdict.state === 'suspended' ? [...new Set([...before, ...verdict.ways])] : before;
  if (held.length > 0) return { question, verdict: { state: 'suspended', ways: held } };
  return { question, verdict: phase === 'over' ? verdict : { state: 'unfinished' } };
}

/** What is said of a comparison to the therapist and the client; undefined as for `verdictOn`. */
export function resultOf(
  engine: Pick<Engine, 'technique'>,
  measures: Pick<Measures, 'measures'>,
  record: ClientRecord,
  comparison: WaysComparison,
  today: string,
): readonly string[] | undefined {
  const judged = verdictOn(engine, measures, record, comparison, today);
  if (!judged) return undefined;
  const { question, verdict } = judged;
  const { names, given: count, planned, asDrawn } = comparison;
  if (verdict.state === 'suspended') return sayWays(question, names, verdict);
  if (verdict.state === 'unfinished') return [`Too early to say: ${count} of ${planned} sessions.`];
  const changed =
    asDrawn === count
      ? []
      : [`${count - asDrawn} of ${count} sessions were not as chance drew them.`];
  return [...sayWays(question, names, verdict), ...changed];
}

/** What is fixed when a comparison begins, from tomorrow on: the order is what the seed draws. */
export const fixComparison = (
  {
    measure,
    ways,
    blocks,
  }: { readonly measure: string; readonly ways: readonly [Way, Way]; readonly blocks: number },
  { release, told, today, seed }: Record<'release' | 'told' | 'today' | 'seed', string>,
): FixedTest => ({
  // Without a word in the verdict, which knows better and worse only.
  question: { measure, important: 1 },
  secondary: [],
  release,
  start: addDays(today, 1),
  plan: { compares: 'ways', ways, blocks, order: drawOrder([0, 1], blocks, seed) },
  seed,
  told,
});
