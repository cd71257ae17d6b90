/**
 * What worked cases show of each rule: that it fires, that it stops just across its boundary, and that an
 * unanswered question is asked. Pure.
 */
import type { CompiledRule, Engine } from './engine.ts';
import { type State, stateOf, truthOfAtom, truthOfRule } from './evaluate.ts';
import type { Profile } from './profile.ts';
import { NO, UNKNOWN, YES } from './truth.ts';

export interface ShownCase {
  readonly profile: Profile;
  /** The questions that the case expects. */
  readonly asks: readonly string[];
  /** It says what holds until everything is answered. */
  readonly saysUntilAnswered: boolean;
}
export const ASPECTS = ['fires', 'boundary', 'missing'] as const;
export type Aspect = (typeof ASPECTS)[number];

export interface NotShown {
  readonly rule: CompiledRule;
  readonly aspects: readonly Aspect[];
}

/** The aspects that no case shows, for each rule that lacks one. A rule for everyone has no boundary. */
export function notShown(engine: Engine, cases: readonly ShownCase[]): NotShown[] {
  const shown = new Map(engine.rules.map((rule) => [rule, new Set<Aspect>()]));
  for (const example of cases) {
    const state = stateOf(engine, example.profile);
    for (const [rule, aspects] of shown) {
      const aspect = aspectIn(engine, state, rule, example);
      if (aspect) aspects.add(aspect);
    }
  }
  return [...shown].flatMap(([rule, aspects]) => {
    const lacking = ASPECTS.filter((aspect) => !aspects.has(aspect));
    return rule.always || lacking.length === 0 ? [] : [{ rule, aspects: lacking }];
  });
}

function aspectIn(
  engine: Engine,
  state: State,
  rule: CompiledRule,
  { asks, saysUntilAnswered }: ShownCase,
): Aspect | undefined {
  switch (truthOfRule(state, rule)) {
    case YES:
      return 'fires';
    case NO:
      return isOneAnswerAway(state, rule) ? 'boundary' : undefined;
    case UNKNOWN:
      return saysUntilAnswered || asksAbout(engine, state, rule, asks) ? 'missing' : undefined;
  }
}

/** One fact of one term answered otherwise, or one number on the other side of its bound, and the rule fires. */
const isOneAnswerAway = (state: State, { terms }: CompiledRule): boolean =>
  terms.some((term) => {
    const against = term.filter((atom) => truthOfAtom(state, atom) === NO);
    return against.length === 1 && term.every((atom) => truthOfAtom(state, atom) !== UNKNOWN);
  });

/** Among the questions is one whose answer the rule waits for: the fact itself, something broader, or its whole list. */
const asksAbout = (
  engine: Engine,
  state: State,
  { terms }: CompiledRule,
  asks: readonly string[],
): boolean =>
  terms.flat().some((atom) => {
    const fact = engine.facts[atom.fact];
    return (
      fact !== undefined &&
      truthOfAtom(state, atom) === UNKNOWN &&
      [fact.id, ...engine.ancestors(fact.id), `${fact.kind}s`].some((id) => asks.includes(id))
    );
  });
