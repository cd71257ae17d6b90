/**
 * The shortest list of questions that could still change the plan, most consequential first.
 *
 * A rule that is not settled has terms whose unanswered facts keep it open. A question is worth asking
 * only when its answer can change the envelope: when some term fires the rule with it, and without it
 * the rest of the term leaves a looser envelope. One question to a term is enough: a "no" settles the
 * term, a "yes" brings the term's next question.
 *
 * Each comparison of an unknown number counts as a question of its own: where two rules with the same
 * limit cover every value between them, that is not noticed, and a question may be asked in vain.
 */
import type { Decision, Fact } from '@assuage/knowledge';
import type { CompiledRule, Engine } from './engine.ts';
import { decisionRank } from './engine.ts';
import { type Envelope, type FiredLimit, isSameEnvelope, mergeLimits } from './envelope.ts';
import {
  liftedBy,
  limitsIn,
  type Moment,
  type State,
  stateOf,
  truthOfAtom,
  truthOfRule,
} from './evaluate.ts';
import type { Profile } from './profile.ts';
import { NO, UNKNOWN, YES } from './truth.ts';

export interface OpenQuestion {
  /** A fact id, or `conditions` / `medicines` for "do you have any others?" */
  readonly id: string;
  /** `where`: the fact is stated, its places are not. */
  readonly kind: 'yes-no' | 'where' | 'number' | 'list';
  readonly text: string;
  readonly hint?: string;
  /** What answering "yes" says about the fact. */
  readonly yesMeans: 'yes' | 'no';
  /** The decision that the most severe rule behind the question would bring. */
  readonly worst: Decision;
  /** The rules that wait for the answer. */
  readonly rules: readonly string[];
}

const LISTS = {
  conditions: 'Do you have any other long-term illness?',
  medicines: 'Do you take any other medicine? Think of tablets, injections, patches and creams.',
} as const;

interface OpenTerm {
  readonly rule: CompiledRule;
  /** The questions, by id, any one of which can settle the term. */
  readonly candidates: readonly string[];
  readonly weight: number;
}

export function openQuestions(engine: Engine, profile: Profile, moment: Moment): OpenQuestion[] {
  const state = stateOf(engine, profile);
  const lifted = liftedBy(engine, moment);
  const envelopeIf = memo((assumed: readonly number[]): Envelope => {
    const imagined = imagine(engine, state, assumed);
    return mergeLimits(engine, limitsIn(engine, imagined, lifted));
  });

  const open: OpenTerm[] = [];
  for (const rule of engine.rules) {
    if (truthOfRule(state, rule) !== UNKNOWN) continue;
    if (rule.limits.every((limit) => lifted.has(limit.id))) continue;
    for (const term of rule.terms) {
      const truths = term.map((atom) => truthOfAtom(state, atom));
      if (truths.includes(NO)) continue;
      const unknown = [
        ...new Set(term.filter((_, i) => truths[i] === UNKNOWN).map((atom) => atom.fact)),
      ];
      const withAll = envelopeIf(unknown);
      const candidates = unknown
        .filter((fact) => !isSameEnvelope(withAll, envelopeIf(unknown.filter((f) => f !== fact))))
        .map((fact) => questionFor(engine, profile, state, fact));
      if (candidates.length > 0)
        open.push({ rule, candidates: [...new Set(candidates)], weight: weightOf(rule) });
    }
  }
  open.sort((a, b) => b.weight - a.weight);

  const reach = new Map<string, number>();
  for (const { candidates } of open)
    for (const id of candidates) reach.set(id, (reach.get(id) ?? 0) + 1);
  const chosen = new Set<string>();
  for (const { candidates } of open) {
    if (candidates.some((id) => chosen.has(id))) continue;
    const widest = Math.max(...candidates.map((id) => reach.get(id) ?? 0));
    const best = candidates.find((id) => reach.get(id) === widest);
    if (best !== undefined) chosen.add(best);
  }
  const asked = [...chosen].map((id) => {
    const rules = open.filter((term) => term.candidates.includes(id)).map((term) => term.rule);
    return describe(engine, id, rules);
  });
  return [...asked, ...whereQuestions(engine, state, lifted)].sort(
    (a, b) => decisionRank(b.worst) - decisionRank(a.worst),
  );
}

/** The state in which the assumed facts are yes and every other unanswered fact is no. */
function imagine(engine: Engine, state: State, assumed: readonly number[]): State {
  const truth = state.truth.slice();
  for (let i = 0; i < truth.length; i++) if (truth[i] === UNKNOWN) truth[i] = NO;
  for (const fact of assumed) {
    truth[fact] = UNKNOWN;
    for (const parent of engine.above[fact] ?? [])
      if (truth[parent] === NO) truth[parent] = UNKNOWN;
  }
  return { ...state, truth };
}

function memo<T>(compute: (key: readonly number[]) => T): (key: readonly number[]) => T {
  const known = new Map<string, T>();
  return (key) => {
    const name = [...key].sort((a, b) => a - b).join();
    let value = known.get(name);
    if (value === undefined) {
      value = compute(key);
      known.set(name, value);
    }
    return value;
  };
}

/** The broadest unanswered question that a "no" to would settle the fact. */
function questionFor(engine: Engine, profile: Profile, state: State, index: number): string {
  const fact = engine.facts[index];
  if (!fact) throw new Error(`no fact ${index}`);
  if (profile.facts.get(fact.id)?.answer === 'no') return notSureBelow(engine, profile, fact.id);
  if (profile.facts.has(fact.id)) return fact.id;
  for (const parent of engine.parents[index] ?? []) {
    if (state.truth[parent] !== UNKNOWN || isSettledLower(engine, profile, parent)) continue;
    const broader = questionFor(engine, profile, state, parent);
    if (broader in LISTS || engine.fact(broader)?.ask) return broader;
  }
  if (fact.kind === 'finding' || fact.ask) return fact.id;
  return profile.listed[fact.kind] ? fact.id : `${fact.kind}s`;
}

/** Asking the broader fact would settle nothing: it, or something narrower, was answered "not sure". */
function isSettledLower(engine: Engine, profile: Profile, index: number): boolean {
  const id = engine.facts[index]?.id ?? '';
  return profile.facts.has(id) || notSureBelow(engine, profile, id) !== id;
}

/** What keeps a fact open that was answered "no": a narrower one answered "not sure". */
const notSureBelow = (engine: Engine, profile: Profile, id: string): string =>
  engine.descendants(id).find((below) => profile.facts.get(below)?.answer === 'unknown') ?? id;

const weightOf = (rule: CompiledRule): number =>
  worstOf(rule) * 100 + rule.limits.filter((limit) => limit.kind !== 'care').length;

const worstOf = (rule: CompiledRule): number =>
  Math.max(...rule.limits.map((limit) => (limit.kind === 'decision' ? limit.amount : 1)));

function worstDecision(rules: readonly CompiledRule[]): Decision {
  const worst = Math.max(...rules.map(worstOf));
  const found = rules
    .flatMap((rule) => rule.limits)
    .find((limit) => limit.kind === 'decision' && limit.amount === worst);
  return found && 'decision' in found.limit ? found.limit.decision : 'adapt';
}

function describe(engine: Engine, id: string, rules: readonly CompiledRule[]): OpenQuestion {
  const common = {
    id,
    worst: worstDecision(rules),
    rules: [...new Set(rules.map((rule) => rule.rule.id))],
  };
  if (id === 'conditions' || id === 'medicines')
    return { ...common, kind: 'list', text: LISTS[id], yesMeans: 'yes' };
  const fact = engine.fact(id);
  const ask = fact?.ask;
  return {
    ...common,
    kind: fact?.kind === 'finding' && fact.quantity ? 'number' : 'yes-no',
    text: ask?.client ?? `${fact?.name ?? id}?`,
    ...(ask?.hint === undefined ? {} : { hint: ask.hint }),
    yesMeans: ask?.yesMeans ?? 'yes',
  };
}

/**
 * Facts stated without their places, where the places could loosen something: what the fact limits is
 * not limited anyway, by what has its places.
 */
function whereQuestions(engine: Engine, state: State, lifted: ReadonlySet<string>): OpenQuestion[] {
  const missing = new Map<number, CompiledRule[]>();
  for (const rule of engine.rules) {
    if (truthOfRule(state, rule) !== YES) continue;
    for (const { id, places } of rule.limits)
      for (const { fact } of places.following)
        if (!lifted.has(id) && state.truth[fact] === YES && !state.places.has(fact))
          missing.set(fact, [...(missing.get(fact) ?? []), rule]);
  }
  const all = limitsIn(engine, state, lifted);
  const followsUnplaced = (fired: FiredLimit) =>
    fired.compiled.places.following.some(({ fact }) => missing.has(fact));
  const placed = all.filter((fired) => !followsUnplaced(fired));
  const elsewhere = mergeLimits(engine, placed);
  const questions: OpenQuestion[] = [];
  for (const [index, rules] of missing) {
    const own = all.filter(({ compiled }) =>
      compiled.places.following.some(({ fact }) => fact === index),
    );
    if (isSameEnvelope(elsewhere, mergeLimits(engine, [...placed, ...own]))) continue;
    const fact = engine.facts[index] as Fact;
    questions.push({
      id: fact.id,
      kind: 'where',
      text: `Where? (${fact.name})`,
      yesMeans: 'yes',
      worst: worstDecision(rules),
      rules: [...new Set(rules.map((rule) => rule.rule.id))],
    });
  }
  return questions;
}
