/** What was said about a client, and what of it holds today. */
import type { Body, Fact, PlaceId } from '@assuage/knowledge';
import type { Engine } from './engine.ts';
import type { Answer } from './truth.ts';

/** One answer, with who gave it and when. */
export interface Statement {
  readonly fact: string;
  readonly answer: Answer;
  /** For facts answered at body places: where. Left out with "yes": somewhere, not said where. */
  readonly places?: readonly PlaceId[];
  /** For facts that are numbers, in the fact's unit. */
  readonly value?: number;
  /** Who said it, as shown to people: "Ana Silva", "Dr Okafor". */
  readonly by: string;
  /** When, ISO 8601: `2026-03-01T09:42` in the practice's local time. */
  readonly at: string;
}

/** "These are all": whatever is not listed is then a no, instead of not asked. */
export interface Listed {
  readonly condition: boolean;
  readonly medicine: boolean;
}

/** All facts about a client that hold at one moment, at most one statement to a fact. */
export interface Profile {
  readonly facts: ReadonlyMap<string, Statement>;
  readonly listed: Listed;
}

export const EMPTY_PROFILE: Profile = {
  facts: new Map(),
  listed: { condition: false, medicine: false },
};

export interface Contradiction {
  readonly facts: readonly [string, string];
  readonly message: string;
}
export interface ProfileResult {
  readonly profile: Profile;
  /** Statements that held once and are too old now: to be asked again. */
  readonly stale: readonly Statement[];
  /** Answers that cannot both be true. The profile keeps the more careful one. */
  readonly contradictions: readonly Contradiction[];
}

const DAY_MS = 86_400_000;
const dateOf = (at: string): string => at.slice(0, 10);
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${dateOf(to)}T00:00Z`) - Date.parse(`${dateOf(from)}T00:00Z`)) / DAY_MS);

/** Whether a statement still counts on `today` (`YYYY-MM-DD`). */
function holds(fact: Fact, statement: Statement, today: string): boolean {
  if (fact.kind !== 'finding' || fact.holds === 'always') return true;
  const age = daysBetween(statement.at, today);
  return fact.holds === 'today' ? age === 0 : age <= fact.holds;
}

/**
 * The newest statement to each fact that still holds on `today`.
 *
 * @param statements in any order; facts unknown to the knowledge are ignored (a newer release may
 *   have renamed them), so parse words into facts before
 */
export function profileOf(
  engine: Engine,
  statements: readonly Statement[],
  listed: Listed,
  today: string,
): ProfileResult {
  const facts = new Map<string, Statement>();
  const stale = new Map<string, Statement>();
  const contradictions: Contradiction[] = [];
  for (const statement of statements) {
    const fact = engine.fact(statement.fact);
    if (!fact) continue;
    const earlier = facts.get(fact.id);
    if (!holds(fact, statement, today)) {
      if ((stale.get(fact.id)?.at ?? '') <= statement.at) stale.set(fact.id, statement);
    } else if (!earlier || earlier.at < statement.at) facts.set(fact.id, statement);
    else if (earlier.at === statement.at && !sameAnswer(earlier, statement)) {
      contradictions.push({
        facts: [fact.id, fact.id],
        message: `"${fact.name}" was answered twice, differently: ${say(engine.body, earlier)} and ${say(engine.body, statement)}`,
      });
      facts.set(fact.id, moreCareful(earlier, statement));
    }
  }
  for (const statement of facts.values()) {
    if (statement.answer !== 'yes') continue;
    for (const above of engine.ancestors(statement.fact)) {
      const other = facts.get(above);
      if (other?.answer !== 'no' || isAboutTodayOnly(engine, other, statement)) continue;
      contradictions.push({
        facts: [statement.fact, above],
        message: `"${engine.fact(statement.fact)?.name}" was answered yes, but "${engine.fact(above)?.name}" was answered no, and the first is a kind of the second`,
      });
    }
  }
  return {
    profile: { facts, listed },
    stale: [...stale.values()].filter((statement) => !facts.has(statement.fact)),
    contradictions,
  };
}

/** "Nothing new today" does not contradict an injection that was named two days ago. */
function isAboutTodayOnly(engine: Engine, no: Statement, yes: Statement): boolean {
  const fact = engine.fact(no.fact);
  return fact?.kind === 'finding' && fact.holds === 'today' && dateOf(yes.at) < dateOf(no.at);
}

/**
 * The same profile with every finding that is asked of everyone, and is not yet answered, answered
 * "no", and all conditions and medicines taken as listed.
 */
export function withOthersNo(engine: Engine, profile: Profile, by: string, at: string): Profile {
  const facts = new Map(profile.facts);
  for (const fact of engine.facts)
    if (
      fact.under.length === 0 &&
      !facts.has(fact.id) &&
      !engine.descendants(fact.id).some((below) => isYes(profile.facts.get(below)))
    )
      facts.set(fact.id, { fact: fact.id, answer: 'no', by, at });
  return { facts, listed: { condition: true, medicine: true } };
}

/** Ids of the conditions that somebody is said to have. */
export const conditionsIn = (engine: Engine, { facts }: Profile): string[] =>
  [...facts.values()]
    .filter(({ fact, answer }) => answer === 'yes' && engine.fact(fact)?.kind === 'condition')
    .map(({ fact }) => fact);

const isYes = (statement: Statement | undefined): boolean =>
  statement?.answer === 'yes' || statement?.value !== undefined;

const sameAnswer = (a: Statement, b: Statement): boolean =>
  a.answer === b.answer &&
  a.value === b.value &&
  [...(a.places ?? [])].sort().join() === [...(b.places ?? [])].sort().join();

const CARE: Record<Answer, number> = { no: 0, unknown: 1, yes: 2 };
/** The stronger answer; of two that are equal, what both allow: every place, and no number that is not sure. */
function moreCareful(a: Statement, b: Statement): Statement {
  if (a.answer !== b.answer) return CARE[a.answer] > CARE[b.answer] ? a : b;
  const { value, places, ...rest } = a;
  if (value !== b.value) return { ...rest, answer: 'unknown' };
  // Without its places it may be anywhere, which is more than any places.
  const all = places && b.places && [...new Set([...places, ...b.places])];
  return { ...rest, ...(value === undefined ? {} : { value }), ...(all ? { places: all } : {}) };
}

const say = (body: Body, statement: Statement): string =>
  statement.value !== undefined
    ? String(statement.value)
    : statement.places
      ? `${statement.answer} (${statement.places.map((place) => body.label(place)).join(', ')})`
      : statement.answer;
