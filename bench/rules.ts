/**
 * The shipped rules and a client's answers in a neutral form, from which every engine gets its own.
 * Nothing here uses the compiled rules of `@assuage/safety`, so that agreement means something.
 */
import {
  type Atom,
  isEmptyMask,
  type Knowledge,
  kindOf,
  type Limit,
  type Rule,
  rulesOf,
  termsOf,
} from '@assuage/knowledge';
import { answerOf, type Engine, type Profile, stateOf, type Truth } from '@assuage/safety';

/** A test on one answer. Unknown counts as yes, so each asks whether something could be so. */
export type Test =
  | { readonly key: string; readonly test: 'not-no' }
  | { readonly key: string; readonly test: 'at-least'; readonly than: number }
  | { readonly key: string; readonly test: 'below'; readonly than: number };

/** The limits that hold when all tests of any one term are passed; one term without tests: always. */
export interface PlainRule {
  readonly limits: readonly string[];
  readonly terms: readonly (readonly Test[])[];
}

/**
 * `yes`, `no` or `unknown` by fact. A number is given as the least and the most that it could be: twice
 * the stated number, or out of every rule's reach when it is not known or does not apply.
 */
export type Answers = Readonly<Record<string, 'yes' | 'no' | 'unknown' | number>>;

const OUT_OF_REACH = 1e9;
const keyOf = (fact: string): string => fact.replaceAll('-', '_');
const leastOf = (fact: string): string => `${keyOf(fact)}__least`;
const mostOf = (fact: string): string => `${keyOf(fact)}__most`;
/** Stands for a fact in conditions: whether anything lies beyond its places. On the trunk nothing does. */
const beyondOf = (fact: string): string => `${fact}--beyond`;

export function plainRules(knowledge: Knowledge): PlainRule[] {
  return rulesOf(knowledge).flatMap(({ rule }) =>
    [...Map.groupBy(rule.limits, (limit) => followedBy(limit).join()).values()].map((limits) => ({
      limits: limits.map((limit) => `${rule.id}/${limit.name ?? kindOf(limit)}`),
      terms: termsOf(within(rule.when, followedBy(limits[0]))).map((term) => term.map(testOf)),
    })),
  );
}

/** The facts of which one must hold for the limit to hold anywhere; none when it needs nothing more. */
function followedBy(limit: Limit | undefined): string[] {
  const at = limit && 'at' in limit ? (limit.at ?? []) : [];
  const followed = at.filter((item) => typeof item !== 'string');
  if (followed.length < at.length) return [];
  return followed.flatMap((item) =>
    Object.entries(item).map(([relation, fact]) => (relation === 'beyond' ? beyondOf(fact) : fact)),
  );
}

function within(when: Rule['when'], followed: readonly string[]): Rule['when'] {
  if (followed.length === 0) return when;
  const somewhere = { any: [...followed] };
  return when === 'always' ? somewhere : { all: [when, somewhere] };
}

const testOf = (atom: Atom): Test =>
  'atLeast' in atom
    ? { key: mostOf(atom.fact), test: 'at-least', than: atom.atLeast }
    : 'below' in atom
      ? { key: leastOf(atom.fact), test: 'below', than: atom.below }
      : { key: keyOf(atom.fact), test: 'not-no' };

/** What a client's profile says to every key that a rule tests, narrower and broader facts included. */
export function answersFor(engine: Engine, rules: readonly PlainRule[], profile: Profile): Answers {
  const state = stateOf(engine, profile);
  const tested = new Set(rules.flatMap((rule) => rule.terms.flat().map((test) => test.key)));
  const answers: Record<string, 'yes' | 'no' | 'unknown' | number> = {};
  const answer = (key: string, value: 'yes' | 'no' | 'unknown' | number) => {
    if (tested.has(key)) answers[key] = value;
  };
  engine.facts.forEach(({ id }, i) => {
    // The state holds only the three truth values.
    const truth = answerOf(state.truth[i] as Truth);
    const value = state.values[i] ?? Number.NaN;
    const places = state.places.get(i);
    const beyond = places && isEmptyMask(engine.follow('beyond', places)) ? 'no' : truth;
    const reach = truth === 'no' ? -OUT_OF_REACH : OUT_OF_REACH;
    answer(keyOf(id), truth);
    answer(keyOf(beyondOf(id)), beyond);
    answer(leastOf(id), Number.isNaN(value) ? -reach : value);
    answer(mostOf(id), Number.isNaN(value) ? reach : value);
  });
  return answers;
}
