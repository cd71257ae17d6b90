/**
 * Invented clients, screened with two releases. One client at a time: memory does not grow with their
 * number, and the time is proportional to it.
 */
import type { Fact, Finding } from '@assuage/knowledge';
import type { Engine } from './engine.ts';
import { type Envelope, type FiredLimit, mergeLimits } from './envelope.ts';
import { comparisonOf } from './envelope-diff.ts';
import { limitsIn, stateOf } from './evaluate.ts';
import type { Profile, Statement } from './profile.ts';
import { compareReleases } from './release-diff.ts';

export interface Simulation {
  readonly clients: number;
  readonly changed: number;
  /** By decision, open questions counted as yes; `from` and `to` are the same where only the plan changes. */
  readonly decisions: readonly {
    readonly from: Envelope['decision'];
    readonly to: Envelope['decision'];
    readonly clients: number;
  }[];
  /** The rules whose limits differ for the clients that change, those behind most changes first. */
  readonly rules: readonly { readonly rule: string; readonly clients: number }[];
  /** Facts that only one release has: answered "no", as if they had been asked. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
}

const NOTHING: ReadonlySet<string> = new Set();

/** @param seed the same seed makes the same clients, whatever the machine */
export function simulate(before: Engine, after: Engine, clients: number, seed: number): Simulation {
  const { isSame } = comparisonOf(before, after);
  const diff = compareReleases(before, after);
  const edited = new Set(
    diff.rules.filter(({ direction }) => direction !== 'words').map(({ id }) => id),
  );
  const isAligned = !diff.body && !diff.subjects.some(({ kind }) => kind === 'technique');
  const shared = sharedFacts(before, after);
  const onlyBefore = missingIn(before, after);
  const onlyAfter = missingIn(after, before);
  const decisions = new Map<string, number>();
  const rules = new Map<string, number>();
  let changed = 0;

  for (const statements of inventClients(before, shared, clients, seed)) {
    const was = limitsIn(before, stateOf(before, profileWith(statements, onlyBefore)), NOTHING);
    const is = limitsIn(after, stateOf(after, profileWith(statements, onlyAfter)), NOTHING);
    // Most clients meet the same limits in both releases: no need to lay these on the body.
    if (isAligned && isSameList(was, is, edited)) continue;
    const old = mergeLimits(before, was);
    const now = mergeLimits(after, is);
    if (isSame(old, now)) continue;
    changed += 1;
    add(decisions, `${old.decision} ${now.decision}`);
    for (const rule of rulesBehind(was, is, edited)) add(rules, rule);
  }

  const most = (counts: ReadonlyMap<string, number>) =>
    [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return {
    clients,
    changed,
    decisions: most(decisions).map(([key, count]) => {
      // Both halves are decisions, written above.
      const [from, to] = key.split(' ') as [Envelope['decision'], Envelope['decision']];
      return { from, to, clients: count };
    }),
    rules: most(rules).map(([rule, count]) => ({ rule, clients: count })),
    onlyBefore,
    onlyAfter,
  };
}

const add = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

function isSameList(
  was: readonly FiredLimit[],
  is: readonly FiredLimit[],
  edited: ReadonlySet<string>,
): boolean {
  if (was.length !== is.length) return false;
  for (let i = 0; i < was.length; i++) {
    const a = was[i];
    const b = is[i];
    if (!a || !b || a.compiled.id !== b.compiled.id || a.stated !== b.stated) return false;
    if (edited.has(a.compiled.rule.rule.id) || !isSameMask(a.where, b.where)) return false;
  }
  return true;
}

function isSameMask(a: Uint32Array, b: Uint32Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function rulesBehind(
  was: readonly FiredLimit[],
  is: readonly FiredLimit[],
  edited: ReadonlySet<string>,
): Set<string> {
  const keyOf = ({ compiled, stated, where }: FiredLimit) =>
    `${compiled.id} ${stated} ${where.join()}`;
  const before = new Map(was.map((fired) => [keyOf(fired), fired.compiled.rule.rule.id]));
  const after = new Map(is.map((fired) => [keyOf(fired), fired.compiled.rule.rule.id]));
  const found = new Set<string>();
  for (const [key, rule] of before) if (!after.has(key) || edited.has(rule)) found.add(rule);
  for (const [key, rule] of after) if (!before.has(key) || edited.has(rule)) found.add(rule);
  return found;
}

const SAID = { by: 'simulation', at: '2026-01-15T09:00' };
const LISTED = { condition: true, medicine: true };

function profileWith(statements: readonly Statement[], alsoNo: readonly string[]): Profile {
  const facts = new Map<string, Statement>();
  for (const statement of statements) facts.set(statement.fact, statement);
  for (const fact of alsoNo) facts.set(fact, { ...SAID, fact, answer: 'no' });
  return { facts, listed: LISTED };
}

/** One invented client after the other; the same seed makes the same clients, whatever the machine. */
export function* inventProfiles(engine: Engine, clients: number, seed: number): Generator<Profile> {
  for (const statements of inventClients(engine, engine.facts, clients, seed))
    yield profileWith(statements, []);
}

const missingIn = (engine: Engine, other: Engine): string[] =>
  engine.facts.filter(({ id, kind }) => other.fact(id)?.kind !== kind).map(({ id }) => id);

/** The facts that an answer can be about in both releases, as the newer one describes them. */
function sharedFacts(before: Engine, after: Engine): Fact[] {
  return after.facts.filter(({ id, kind }) => before.fact(id)?.kind === kind);
}

/**
 * How often something is so. Invented, not measured: they make clients as varied as a practice's, with a
 * few conditions and medicines each, most questions answered no and some left open.
 */
const ODDS = {
  anotherCondition: 0.45,
  anotherMedicine: 0.55,
  findingYes: 0.06,
  findingOpen: 0.03,
  ownFindingYes: 0.2,
  ownFindingOpen: 0.15,
} as const;
const MOST_OF_A_KIND = 8;

/** Statements of one client after the other, from the facts that both releases share. */
function* inventClients(
  engine: Engine,
  facts: readonly Fact[],
  clients: number,
  seed: number,
): Generator<readonly Statement[]> {
  const random = randomFrom(seed);
  const pick = <T>(items: readonly T[]): T | undefined =>
    items[Math.floor(random() * items.length)];
  const conditions = facts.filter(({ kind }) => kind === 'condition');
  const medicines = facts.filter(({ kind }) => kind === 'medicine');
  const findings = facts.filter((fact): fact is Finding => fact.kind === 'finding');
  const joints = engine.body.data.parts.filter(({ joint }) => joint).map(({ id }) => id);
  const parts = engine.body.data.parts.map(({ id }) => id);
  const no = new Map(findings.map(({ id }) => [id, { ...SAID, fact: id, answer: 'no' as const }]));
  const above = new Map(facts.map(({ id }) => [id, engine.ancestors(id)]));

  const yes = (fact: Fact): Statement => {
    const said = { ...SAID, fact: fact.id, answer: 'yes' as const };
    if (fact.kind === 'finding' && fact.quantity) {
      const { min, max } = fact.quantity;
      // The square makes small numbers the more likely ones.
      return { ...said, value: Math.round(min + (max - min) * random() ** 2) };
    }
    const where = 'places' in fact ? fact.places : undefined;
    const place = where && pick(where === 'joint' ? joints : parts);
    return place === undefined ? said : { ...said, places: [place] };
  };

  for (let client = 0; client < clients; client++) {
    const statements: Statement[] = [];
    const held = new Set<string>();
    const hold = (fact: Fact | undefined): void => {
      if (!fact || held.has(fact.id)) return;
      statements.push(yes(fact));
      held.add(fact.id);
      for (const broader of above.get(fact.id) ?? []) held.add(broader);
    };
    for (let n = 0; n < MOST_OF_A_KIND; n++) {
      hold(pick(conditions));
      if (random() >= ODDS.anotherCondition) break;
    }
    for (let n = 0; n < MOST_OF_A_KIND && random() < ODDS.anotherMedicine; n++)
      hold(pick(medicines));
    for (const fact of findings) {
      if (held.has(fact.id)) continue;
      const isRoot = fact.under.length === 0;
      if (!isRoot && !fact.under.some((parent) => held.has(parent))) continue;
      const luck = random();
      const toYes = isRoot ? ODDS.findingYes : ODDS.ownFindingYes;
      if (luck < toYes) hold(fact);
      else if (luck >= toYes + (isRoot ? ODDS.findingOpen : ODDS.ownFindingOpen)) {
        const said = no.get(fact.id);
        if (said) statements.push(said);
      }
    }
    yield statements;
  }
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, even enough for invented clients. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
