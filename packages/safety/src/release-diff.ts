/** Which facts, rules and limits another release adds, removes or changes, and in which direction. */
import {
  type Atom,
  type Fact,
  factsOf,
  kindOf,
  type Limit,
  type Rule,
  rulesOf,
  type Technique,
  termsOf,
} from '@assuage/knowledge';
import { decisionRank, type Engine, NO_CONTACT } from './engine.ts';
import { type Direction, sumDirection } from './envelope-diff.ts';

export type Change = 'added' | 'removed' | 'changed';

export interface SubjectChange {
  readonly kind: Fact['kind'] | 'technique';
  readonly id: string;
  readonly name: string;
  readonly change: Change;
  /** Which lines of the file differ, rules left aside: `under`, `ask`, `also` … */
  readonly keys: readonly string[];
}
export interface RuleChange {
  readonly id: string;
  /** The subject whose file holds it. */
  readonly about: string;
  readonly change: Change;
  /** `words`: what may be done stays the same; reasons, sources or basis differ. */
  readonly direction: Direction | 'words';
  /** One short phrase to each difference. */
  readonly what: readonly string[];
  readonly limits: readonly LimitChange[];
}
export interface LimitChange {
  readonly id: string;
  readonly change: Change;
  readonly direction: Direction | 'words';
}
export interface ReleaseDiff {
  readonly from: string;
  readonly to: string;
  readonly subjects: readonly SubjectChange[];
  readonly rules: readonly RuleChange[];
  /** The body map differs. */
  readonly body: boolean;
}

export function compareReleases(before: Engine, after: Engine): ReleaseDiff {
  const subjectsIn = (engine: Engine) =>
    new Map(
      [...factsOf(engine.knowledge), ...engine.knowledge.techniques].map((subject) => [
        subject.id,
        subject,
      ]),
    );
  const rulesIn = (engine: Engine) =>
    new Map(rulesOf(engine.knowledge).map((held) => [held.rule.id, held]));
  const subjects = pairs(subjectsIn(before), subjectsIn(after)).flatMap(([was, is]) =>
    compareSubjects(was, is),
  );
  const rules = pairs(rulesIn(before), rulesIn(after)).flatMap(([was, is]): RuleChange[] => {
    if (was && is) return compareRules(before, after, was.rule, is.rule, is.subject.name);
    const held = was ?? is;
    if (!held) return [];
    const change = is ? 'added' : 'removed';
    const direction = is ? 'tighter' : 'looser';
    const limits = held.rule.limits.map((limit) => ({
      id: limitId(held.rule, limit),
      change,
      direction,
    }));
    return [
      { id: held.rule.id, about: held.subject.name, change, direction, what: [], limits },
    ] as RuleChange[];
  });
  return {
    from: before.knowledge.release,
    to: after.knowledge.release,
    subjects,
    rules,
    body: !isSameValue(before.knowledge.body, after.knowledge.body),
  };
}

function pairs<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): [T | undefined, T | undefined][] {
  return [...new Set([...before.keys(), ...after.keys()])].map((id) => [
    before.get(id),
    after.get(id),
  ]);
}

const isSameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function compareSubjects(
  was: Fact | Technique | undefined,
  is: Fact | Technique | undefined,
): SubjectChange[] {
  const subject = is ?? was;
  if (!subject) return [];
  const { kind, id, name } = subject;
  if (!was || !is) return [{ kind, id, name, change: is ? 'added' : 'removed', keys: [] }];
  const old = new Map<string, unknown>(Object.entries(was));
  const now = new Map<string, unknown>(Object.entries(is));
  const keys = [...new Set([...old.keys(), ...now.keys()])].filter(
    (key) => key !== 'rules' && !isSameValue(old.get(key), now.get(key)),
  );
  return keys.length === 0 ? [] : [{ kind, id, name, change: 'changed', keys }];
}

function compareRules(
  before: Engine,
  after: Engine,
  was: Rule,
  is: Rule,
  about: string,
): RuleChange[] {
  if (isSameValue(was, is)) return [];
  const what: string[] = [];
  const risen: number[] = [];
  const when = compareWhen(after, was, is);
  if (when.length > 0) {
    what.push(`holds ${whenWords(when)}`);
    risen.push(...when);
  }
  const limitsIn = (rule: Rule) =>
    new Map(rule.limits.map((limit) => [limitId(rule, limit), limit]));
  const limits = [...new Set([...limitsIn(was).keys(), ...limitsIn(is).keys()])].flatMap(
    (id): LimitChange[] => {
      const old = limitsIn(was).get(id);
      const now = limitsIn(is).get(id);
      if (old && now) {
        if (isSameValue(old, now)) return [];
        const steps = compareLimits(before, after, old, now);
        risen.push(...steps);
        const direction = sumDirection(steps) ?? 'words';
        what.push(direction === 'words' ? `${id}: only in words` : `${id}: ${direction}`);
        return [{ id, change: 'changed', direction }];
      }
      risen.push(now ? 1 : -1);
      what.push(`${id}: ${now ? 'added' : 'removed'}`);
      return [
        now
          ? { id, change: 'added', direction: 'tighter' }
          : { id, change: 'removed', direction: 'looser' },
      ];
    },
  );
  if (was.because !== is.because) what.push('the reason is worded anew');
  if (!isSameValue(was.disagree, is.disagree)) what.push('other milder sources');
  return [
    {
      id: is.id,
      about,
      change: 'changed',
      direction: sumDirection(risen) ?? 'words',
      what,
      limits,
    },
  ];
}

function whenWords(steps: readonly number[]): string {
  const direction = sumDirection(steps);
  if (direction === 'tighter') return 'for more clients';
  return direction === 'looser' ? 'for fewer clients' : 'for other clients';
}

const limitId = (rule: Rule, limit: Limit): string => `${rule.id}/${limit.name ?? kindOf(limit)}`;

/** Above zero: it holds for clients for whom it did not. Below zero: the reverse. Both: other clients. */
function compareWhen(engine: Engine, was: Rule, is: Rule): number[] {
  if (isSameValue(was.when, is.when)) return [];
  const old = termsOf(was.when);
  const now = termsOf(is.when);
  const implies = (a: typeof old, b: typeof old): boolean =>
    a.every((term) =>
      b.some((other) => other.every((atom) => term.some((own) => isStronger(engine, own, atom)))),
    );
  const oldInNow = implies(old, now);
  const nowInOld = implies(now, old);
  if (oldInNow && nowInOld) return [];
  return [...(nowInOld ? [] : [1]), ...(oldInNow ? [] : [-1])];
}

/** Whenever `a` holds, `b` does. */
function isStronger(engine: Engine, a: Atom, b: Atom): boolean {
  if ('atLeast' in a) return a.fact === b.fact && 'atLeast' in b && a.atLeast >= b.atLeast;
  if ('below' in a) return a.fact === b.fact && 'below' in b && a.below <= b.below;
  if ('atLeast' in b || 'below' in b) return false;
  if (a.fact === b.fact) return true;
  return engine.fact(a.fact) !== undefined && engine.ancestors(a.fact).includes(b.fact);
}

/** Above zero where the limit became stricter, below zero where it became milder. */
function compareLimits(before: Engine, after: Engine, was: Limit, is: Limit): number[] {
  return [
    ...compareAmounts(before, after, was, is),
    ...(isSameValue(atOf(was), atOf(is))
      ? []
      : compareSets(placesOf(before, was), placesOf(after, is))),
  ];
}

const atOf = (limit: Limit): unknown => ('at' in limit ? limit.at : undefined);

function compareAmounts(before: Engine, after: Engine, was: Limit, is: Limit): number[] {
  if ('decision' in was && 'decision' in is)
    return [decisionRank(is.decision) - decisionRank(was.decision)];
  if ('pressure' in was && 'pressure' in is) return [level(was.pressure) - level(is.pressure)];
  if ('minutes' in was && 'minutes' in is) return [was.minutes - is.minutes];
  if ('heat' in was && 'heat' in is) return [thermal(is.heat) - thermal(was.heat)];
  if ('cold' in was && 'cold' in is) return [thermal(is.cold) - thermal(was.cold)];
  if ('positions' in was && 'positions' in is)
    return compareSets(new Set(was.positions), new Set(is.positions));
  if ('exclude' in was && 'exclude' in is)
    return compareSets(excludedBy(before, was.exclude), excludedBy(after, is.exclude));
  // A care sentence, or a limit of another kind under the same name: neither stricter nor milder.
  return isSameValue(worded(was), worded(is)) ? [] : [1, -1];
}

const worded = (limit: Limit): unknown => ('care' in limit ? limit.care : kindOf(limit));
const level = (pressure: number | 'none'): number => (pressure === 'none' ? NO_CONTACT : pressure);
const thermal = (care: 'caution' | 'avoid'): number => (care === 'avoid' ? 2 : 1);

/** A larger set is a stricter limit. */
function compareSets(was: ReadonlySet<string>, is: ReadonlySet<string>): number[] {
  return [is.difference(was).size, -was.difference(is).size];
}

function excludedBy(engine: Engine, groups: readonly string[]): Set<string> {
  const found = new Set<string>();
  const visit = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    for (const technique of engine.techniques)
      if (technique.under.includes(id)) visit(technique.id);
  };
  for (const id of groups) visit(id);
  return found;
}

/** Fixed places by region, places that follow a fact by name; everywhere includes any of them. */
function placesOf(engine: Engine, limit: Limit): Set<string> {
  const { body } = engine;
  const everyRegion = body.regions.map(({ id }) => id);
  if (!('at' in limit) || limit.at === undefined)
    return new Set([
      ...everyRegion,
      ...engine.facts.flatMap(({ id }) => [`of ${id}`, `beyond ${id}`, `around ${id}`]),
    ]);
  return new Set(
    limit.at.flatMap((item) => {
      if (typeof item !== 'string')
        return Object.entries(item).map(([relation, fact]) => `${relation} ${fact}`);
      const mask = body.mask(item);
      return everyRegion.filter((_, i) => ((mask[i >>> 5] ?? 0) & (1 << (i & 31))) !== 0);
    }),
  );
}
