/** Why each limit holds, in words: the facts, what it changes, what would release it, how sure, and the sources. */
import type { Limit, LimitKind } from '@assuage/knowledge';
import { type CitedSource, createCiter, type Sure, sureOf } from './cite.ts';
import { describeLimit, describeRelease } from './describe.ts';
import type { CompiledAtom, CompiledRule, Engine } from './engine.ts';
import type { Envelope, FiredLimit } from './envelope.ts';
import { type State, stateOf, truthOfAtom } from './evaluate.ts';
import type { Profile, Statement } from './profile.ts';
import { type Answer, answerOf, NO, type Truth, UNKNOWN } from './truth.ts';

export interface ReasonFact {
  readonly fact: string;
  readonly name: string;
  /** `unknown`: not answered yet, and so counted as yes. */
  readonly answer: Answer;
  readonly places?: readonly string[];
  readonly value?: number;
  readonly unit?: string;
  readonly by?: string;
  readonly at?: string;
}
export interface Reason {
  readonly limit: string;
  readonly rule: string;
  readonly kind: LimitKind;
  /** The subject whose file holds the rule: "Rheumatoid arthritis". */
  readonly about: string;
  /** What it changes, one sentence. */
  readonly says: string;
  /** What it means, one sentence. */
  readonly because: string;
  readonly facts: readonly ReasonFact[];
  /** False: it holds only until a question is answered. */
  readonly stated: boolean;
  /** Holds for everyone, and does not make a session "changed". */
  readonly always: boolean;
  readonly basis: Limit['basis'];
  readonly sure: Sure;
  readonly sources: readonly CitedSource[];
  /** Milder sources, where sources disagree; the limit follows the stricter. */
  readonly disagree: readonly CitedSource[];
  /** What would release it. */
  readonly release: string;
}

const KIND_ORDER: readonly LimitKind[] = [
  'decision',
  'pressure',
  'exclude',
  'heat',
  'cold',
  'positions',
  'minutes',
  'care',
];

/** One reason for each limit in force, the most severe first. */
export function explain(engine: Engine, profile: Profile, envelope: Envelope): Reason[] {
  const state = stateOf(engine, profile);
  const cite = createCiter(engine.knowledge);
  return [...envelope.limits]
    .sort(bySeverity)
    .map((fired) => reasonFor(engine, profile, state, cite, fired));
}

function bySeverity(a: FiredLimit, b: FiredLimit): number {
  const rank = ({ compiled, stated }: FiredLimit): number =>
    (compiled.rule.always ? 1_000 : 0) +
    (compiled.kind === 'decision' ? -100 * compiled.amount : 0) +
    KIND_ORDER.indexOf(compiled.kind) * 2 +
    (stated ? 0 : 1);
  return rank(a) - rank(b);
}

function reasonFor(
  engine: Engine,
  profile: Profile,
  state: State,
  cite: ReturnType<typeof createCiter>,
  { compiled, stated, where }: FiredLimit,
): Reason {
  const { rule, subject, always } = compiled.rule;
  const own = cite(compiled.limit.sources);
  return {
    limit: compiled.id,
    rule: rule.id,
    kind: compiled.kind,
    about: subject.name,
    says: describeLimit(engine, compiled, where),
    because: rule.because,
    facts: holdingFacts(state, compiled.rule).map((index) =>
      reasonFact(engine, profile, state, index),
    ),
    stated,
    always,
    basis: compiled.limit.basis,
    sure: sureOf(compiled.limit.basis, own),
    sources: own,
    disagree: cite(rule.disagree),
    release: describeRelease(engine, state, compiled),
  };
}

/** The facts of the terms that hold, or could. */
function holdingFacts(state: State, rule: CompiledRule): number[] {
  const best = rule.terms.filter((term) => term.every((atom) => truthOfAtom(state, atom) !== NO));
  const settled = best.filter((term) => term.every((atom) => truthOfAtom(state, atom) !== UNKNOWN));
  return [
    ...new Set((settled.length > 0 ? settled : best).flat().map((atom: CompiledAtom) => atom.fact)),
  ];
}

function reasonFact(engine: Engine, profile: Profile, state: State, index: number): ReasonFact {
  const fact = engine.facts[index];
  if (!fact) throw new Error(`no fact ${index}`);
  const statement = profile.facts.get(fact.id) ?? statementBelow(engine, profile, fact.id);
  const truth = state.truth[index] as Truth;
  const value = statement?.value;
  return {
    fact: fact.id,
    name: statement ? (engine.fact(statement.fact)?.name ?? fact.name) : fact.name,
    answer: value === undefined ? answerOf(truth) : 'yes',
    ...(statement?.places === undefined ? {} : { places: statement.places }),
    ...(value === undefined ? {} : { value }),
    ...(fact.kind === 'finding' && fact.quantity ? { unit: fact.quantity.unit } : {}),
    ...(statement === undefined ? {} : { by: statement.by, at: statement.at }),
  };
}

/** The statement that made a broader fact hold: "rheumatoid arthritis" for "inflammatory arthritis". */
const statementBelow = (engine: Engine, profile: Profile, id: string): Statement | undefined =>
  engine
    .descendants(id)
    .map((below) => profile.facts.get(below))
    .find((statement) => statement?.answer === 'yes');
