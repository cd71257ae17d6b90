/**
 * Mutation testing of the rules: every rule is dropped, loosened and shifted on purpose, one change at
 * a time. A change that no worked case notices could be made by mistake, and nobody would see it.
 */
import {
  DECISIONS,
  type Knowledge,
  type Limit,
  type Rule,
  rulesOf,
  type SourceText,
  type WhenClause,
} from '@assuage/knowledge';
import { type ReadCase, readCases } from './cases.ts';
import { type CompiledRule, compileEngine, type Engine } from './engine.ts';
import { type State, stateOf, truthOfRule } from './evaluate.ts';
import { NO } from './truth.ts';

export const MUTANT_KINDS = ['dropped', 'loosened', 'narrowed', 'boundary'] as const;
/**
 * `dropped`: the rule or one of its limits is gone. `loosened`: one limit is one step milder.
 * `narrowed`: the rule fires for fewer people. `boundary`: a number lies one step to the strict side.
 */
export type MutantKind = (typeof MUTANT_KINDS)[number];
export interface RuleMutant {
  readonly kind: MutantKind;
  /** What was changed, for people. */
  readonly change: string;
  /** The rule as changed; undefined when it is gone. */
  readonly rule: Rule | undefined;
}
export interface Survivor {
  /** Path from the knowledge folder. */
  readonly file: string;
  readonly rule: string;
  readonly kind: MutantKind;
  readonly change: string;
}
export interface MutationScore {
  readonly made: Readonly<Record<MutantKind, number>>;
  /** Changes that change nothing, and so are not made: a technique left out beside its own group. */
  readonly equivalent: readonly Survivor[];
  readonly survivors: readonly Survivor[];
}

/** Makes every mutant of every rule and runs the cases that it could change. */
export function mutateRules(knowledge: Knowledge, files: readonly SourceText[]): MutationScore {
  const engine = compileEngine(knowledge);
  const cases = readCases(engine, files).filter((example) => example.holdsFor(engine));
  const states = cases.map((example) => stateOf(engine, example.profile));
  const made = { dropped: 0, loosened: 0, narrowed: 0, boundary: 0 };
  const survivors: Survivor[] = [];
  const equivalent: Survivor[] = [];
  for (const { rule, subject } of rulesOf(knowledge))
    for (const { kind, change, rule: changed } of mutantsOf(rule)) {
      const mutant = compileEngine(withRule(knowledge, rule, changed));
      const [before, after] = [engine, mutant].map((one) =>
        one.rules.filter((compiled) => compiled.rule.id === rule.id),
      ) as [CompiledRule[], CompiledRule[]];
      const found = { file: `${subject.kind}s/${subject.id}.yaml`, rule: rule.id, kind, change };
      if (meaningOf(before) === meaningOf(after)) {
        equivalent.push(found);
        continue;
      }
      made[kind] += 1;
      if (!isCaught(mutant, cases, states, [...before, ...after])) survivors.push(found);
    }
  return { made, equivalent, survivors };
}

/** What a compiled rule does, so that two ways of writing the same are seen to be the same. */
const meaningOf = (rules: readonly CompiledRule[]): string =>
  JSON.stringify(
    rules.map(({ terms, limits }) => [
      terms.map((term) => term.map(({ fact, atLeast, below }) => `${fact} ${atLeast} ${below}`)),
      limits.map(({ id, amount, places, techniques }) => [
        id,
        amount,
        [...places.fixed],
        places.following,
        [...techniques],
      ]),
    ]),
  );

/** Whether a case fails with the mutant. A case in which the rule is ruled out cannot change. */
const isCaught = (
  mutant: Engine,
  cases: readonly ReadCase[],
  states: readonly State[],
  mayFire: readonly CompiledRule[],
): boolean =>
  cases.some((example, i) => {
    const state = states[i];
    const concerned =
      state !== undefined && mayFire.some((rule) => truthOfRule(state, rule) !== NO);
    return concerned && !example.holdsFor(mutant);
  });

function withRule(knowledge: Knowledge, old: Rule, changed: Rule | undefined): Knowledge {
  const edit = <T extends { readonly rules: Rule[] }>(subjects: readonly T[]): T[] =>
    subjects.map((subject) =>
      subject.rules.includes(old)
        ? { ...subject, rules: subject.rules.flatMap((r) => (r === old ? (changed ?? []) : r)) }
        : subject,
    );
  return {
    ...knowledge,
    conditions: edit(knowledge.conditions),
    medicines: edit(knowledge.medicines),
    findings: edit(knowledge.findings),
    techniques: edit(knowledge.techniques),
  };
}

/** Every single change to a rule that a worked case should notice. */
export function mutantsOf(rule: Rule): RuleMutant[] {
  const mutants: RuleMutant[] = [{ kind: 'dropped', change: 'the rule is gone', rule: undefined }];
  rule.limits.forEach((limit, i) => {
    const put = (limits: Limit[]): Rule => ({
      ...rule,
      limits: rule.limits.toSpliced(i, 1, ...limits),
    });
    if (rule.limits.length > 1)
      mutants.push({ kind: 'dropped', change: `without ${say(limit)}`, rule: put([]) });
    for (const [change, milder] of milderThan(limit))
      mutants.push({ kind: 'loosened', change: `${say(limit)}: ${change}`, rule: put([milder]) });
  });
  if (rule.when !== 'always')
    for (const [kind, change, when] of otherConditions(rule.when))
      mutants.push({ kind, change, rule: { ...rule, when } });
  return mutants;
}

function milderThan(limit: Limit): [string, Limit][] {
  const milder: [string, Limit][] = [];
  if ('decision' in limit) {
    const below = DECISIONS[DECISIONS.indexOf(limit.decision) - 1];
    if (below && below !== 'go' && below !== 'adapt')
      milder.push([`${below} instead`, { ...limit, decision: below }]);
  }
  if ('pressure' in limit) {
    const more = limit.pressure === 'none' ? 0 : limit.pressure + 1;
    milder.push([`${more} instead`, { ...limit, pressure: more }]);
  }
  if ('heat' in limit && limit.heat === 'avoid')
    milder.push(['caution instead', { ...limit, heat: 'caution' }]);
  if ('cold' in limit && limit.cold === 'avoid')
    milder.push(['caution instead', { ...limit, cold: 'caution' }]);
  if ('minutes' in limit)
    milder.push(['five minutes more', { ...limit, minutes: limit.minutes + 5 }]);
  if ('exclude' in limit)
    for (const [left, exclude] of eachLeftOut(limit.exclude))
      milder.push([`without ${left}`, { ...limit, exclude }]);
  if ('positions' in limit)
    for (const [left, positions] of eachLeftOut(limit.positions))
      milder.push([`without ${left}`, { ...limit, positions }]);
  if ('at' in limit && limit.at)
    for (const [left, at] of eachLeftOut(limit.at))
      milder.push([`not at ${typeof left === 'string' ? left : sayPair(left)}`, { ...limit, at }]);
  return milder;
}

type OtherCondition = readonly [MutantKind, string, WhenClause];
function otherConditions(when: WhenClause): OtherCondition[] {
  if (typeof when === 'string') return [];
  if ('atLeast' in when) {
    const { fact, atLeast } = when;
    const step = stepOf(atLeast);
    return [
      ['narrowed', `${fact} from ${atLeast + step}`, { fact, atLeast: atLeast + step }],
      ['boundary', `${fact} from ${atLeast - step}`, { fact, atLeast: atLeast - step }],
    ];
  }
  if ('below' in when) {
    const { fact, below } = when;
    const step = stepOf(below);
    return [
      ['narrowed', `${fact} below ${below - step}`, { fact, below: below - step }],
      ['boundary', `${fact} below ${below + step}`, { fact, below: below + step }],
    ];
  }
  const parts = 'any' in when ? when.any : when.all;
  const rebuilt = (changed: WhenClause[]): WhenClause =>
    'any' in when ? { any: changed } : { all: changed };
  const inside = parts.flatMap((part, i) =>
    otherConditions(part).map(
      ([kind, change, other]): OtherCondition => [kind, change, rebuilt(parts.with(i, other))],
    ),
  );
  if (!('any' in when)) return inside;
  const fewer = eachLeftOut(when.any).map(
    ([left, any]): OtherCondition => ['narrowed', `not for ${sayWhen(left)}`, { any }],
  );
  return [...inside, ...fewer];
}

const stepOf = (number: number): number => (Number.isInteger(number) ? 1 : 0.1);

/** Each item with the list that is left without it; nothing for a list of one. */
const eachLeftOut = <T>(items: readonly T[]): [T, T[]][] =>
  items.length < 2 ? [] : items.map((item, i) => [item, items.toSpliced(i, 1)]);

const say = (limit: Limit): string => {
  const [kind, value] =
    Object.entries(limit).find(([key]) => !['basis', 'sources', 'name', 'at'].includes(key)) ?? [];
  return limit.name ?? `${kind} ${String(value)}`;
};
const sayPair = (pair: object): string => Object.entries(pair).flat().join(' ');
const sayWhen = (when: WhenClause): string =>
  typeof when === 'string'
    ? when
    : 'fact' in when
      ? 'atLeast' in when
        ? `${when.fact} from ${when.atLeast}`
        : `${when.fact} below ${when.below}`
      : 'any' in when
        ? `any of ${when.any.map(sayWhen).join(', ')}`
        : when.all.map(sayWhen).join(' and ');
