/** Why each limit holds, in words: the facts, what it changes, what would release it, how sure, and the sources. */
import type {
  Body,
  Citation,
  Limit,
  LimitKind,
  RegionMask,
  Source,
  Strength,
} from '@assuage/knowledge';
import { canLift } from './clearance.ts';
import {
  type CompiledAtom,
  type CompiledLimit,
  type CompiledRule,
  decisionRank,
  type Engine,
} from './engine.ts';
import type { Envelope, FiredLimit } from './envelope.ts';
import { type State, stateOf, truthOfAtom } from './evaluate.ts';
import type { Profile, Statement } from './profile.ts';
import { type Answer, answerOf, NO, UNKNOWN } from './truth.ts';

export interface CitedSource extends Omit<Source, 'kind'> {
  readonly locator: string;
  readonly says?: string;
}
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
/** strong: several good studies · some: a trial or a review · expert: guideline, textbook, professional body · guess: one person's page, or our own judgement. */
export type Sure = 'strong' | 'some' | 'expert' | 'guess';

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

const SURE: Record<Strength, Sure> = {
  guideline: 'expert',
  textbook: 'expert',
  'professional-body': 'expert',
  review: 'some',
  trial: 'some',
  'opinion-page': 'guess',
};
const SURE_ORDER: readonly Sure[] = ['strong', 'some', 'expert', 'guess'];
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
  const sources = new Map(engine.knowledge.sources.map((source) => [source.id, source]));
  return [...envelope.limits]
    .sort(bySeverity)
    .map((fired) => reasonFor(engine, profile, state, sources, fired));
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
  sources: ReadonlyMap<string, Source>,
  { compiled, stated, where }: FiredLimit,
): Reason {
  const { rule, subject, always } = compiled.rule;
  const cited = (citations: readonly Citation[]): CitedSource[] =>
    citations.flatMap((citation) => {
      const source = sources.get(citation.source);
      if (!source) return [];
      const { kind: _, ...rest } = source;
      return [
        {
          ...rest,
          locator: citation.locator,
          ...(citation.says === undefined ? {} : { says: citation.says }),
        },
      ];
    });
  const own = cited(compiled.limit.sources);
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
    sure: compiled.limit.basis === 'judgement' ? 'guess' : surest(own),
    sources: own,
    disagree: cited(rule.disagree),
    release: describeRelease(engine, state, compiled),
  };
}

const surest = (sources: readonly CitedSource[]): Sure =>
  SURE_ORDER.find((sure) => sources.some((source) => SURE[source.strength] === sure)) ?? 'guess';

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
  const truth = state.truth[index];
  const value = statement?.value;
  return {
    fact: fact.id,
    name: statement ? (engine.fact(statement.fact)?.name ?? fact.name) : fact.name,
    answer:
      value !== undefined ? 'yes' : answerOf(truth === NO ? NO : truth === UNKNOWN ? UNKNOWN : 2),
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

const PRESSURE_WORDS = [
  'still, weightless hands only (0)',
  'light lotioning pressure at most (1)',
  'heavy lotioning pressure at most (2)',
  'medium pressure at most (3)',
  'strong pressure at most (4)',
  'no limit on pressure (5)',
] as const;
const POSITION_WORDS = {
  prone: 'lying face down',
  supine: 'lying on the back',
  'side-lying': 'lying on the side',
  'semi-reclined': 'half sitting',
  seated: 'sitting',
} as const;
const DECISION_WORDS = {
  'clear-first': 'Ask the care team before this session.',
  'not-today': 'No massage today.',
  'refer-soon': 'No massage today; see a doctor or nurse in the next few days.',
  'refer-now': 'No massage; get medical help now.',
} as const;

/** What a limit changes, in one sentence. */
export function describeLimit(engine: Engine, compiled: CompiledLimit, where: RegionMask): string {
  const { limit } = compiled;
  const at = wherePhrase(engine.body, where);
  if ('decision' in limit) return DECISION_WORDS[limit.decision];
  if ('pressure' in limit)
    return limit.pressure === 'none'
      ? `${at ? `${at}: ` : 'Everywhere: '}do not touch.`
      : `${at || 'Everywhere'}: ${PRESSURE_WORDS[limit.pressure]}.`;
  if ('exclude' in limit)
    return `Leave out ${listWords(limit.exclude.map((id) => lowerFirst(engine.technique(id)?.name ?? id)))}${at ? ` (${lowerFirst(at)})` : ''}.`;
  if ('heat' in limit)
    return limit.heat === 'avoid'
      ? `No applied heat${at ? ` (${lowerFirst(at)})` : ''}.`
      : `Take care with heat${at ? ` (${lowerFirst(at)})` : ''}.`;
  if ('cold' in limit)
    return limit.cold === 'avoid'
      ? `No applied cold${at ? ` (${lowerFirst(at)})` : ''}.`
      : `Take care with cold${at ? ` (${lowerFirst(at)})` : ''}.`;
  if ('positions' in limit)
    return `Not ${listWords(
      limit.positions.map((position) => POSITION_WORDS[position]),
      'or',
    )}.`;
  if ('minutes' in limit)
    return `At most ${limit.minutes} minutes${at && limit.at ? ` (${lowerFirst(at)})` : ''}.`;
  return limit.care;
}

/** Empty for the whole body. */
function wherePhrase(body: Body, where: RegionMask): string {
  const names = body.name(where);
  if (names[0] === 'everywhere') return '';
  const labels = names.map((id) => body.label(id));
  return labels.length > 6
    ? `${labels.slice(0, 5).join(', ')} and ${labels.length - 5} more places`
    : listWords(labels.map((label, i) => (i === 0 ? label : lowerFirst(label))));
}

/**
 * The smallest change of facts that would release a limit: one findable fact from every term that holds.
 * What cannot change (an illness) is named only when nothing else would do.
 */
function describeRelease(engine: Engine, state: State, compiled: CompiledLimit): string {
  const { rule } = compiled;
  if (rule.always) return 'It holds for everyone.';
  const holding = rule.terms.filter((term) =>
    term.every((atom) => truthOfAtom(state, atom) !== NO),
  );
  const chosen = new Set<number>();
  for (const term of holding) {
    if (term.some((atom) => chosen.has(atom.fact))) continue;
    const findings = term.filter((atom) => engine.facts[atom.fact]?.kind === 'finding');
    const pool = findings.length > 0 ? findings : term;
    const open = pool.find((atom) => truthOfAtom(state, atom) === UNKNOWN);
    const pick = open ?? pool.at(-1);
    if (pick) chosen.add(pick.fact);
  }
  const facts = [...chosen].flatMap((index) => engine.facts[index] ?? []);
  const open = facts.filter((fact) => state.truth[engine.factIndex(fact.id)] === UNKNOWN);
  const lasting = facts.filter((fact) => fact.kind !== 'finding');
  const clearance =
    decisionRank('refer-now') > compiled.amount || compiled.kind !== 'decision'
      ? canLift('clearance', compiled)
        ? ' A clearance from the care team can lift it.'
        : ''
      : '';
  if (open.length > 0)
    return `Until this is answered: ${listWords(open.map((fact) => lowerFirst(fact.name)))}.${clearance}`;
  if (lasting.length === facts.length)
    return `It holds as long as this does: ${listWords(facts.map((fact) => lowerFirst(fact.name)))}.${clearance}`;
  return `When this no longer holds: ${listWords(facts.map((fact) => lowerFirst(fact.name)))}.${clearance}`;
}

/** Keeps abbreviations such as "MS" as they are. */
const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

export function listWords(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
