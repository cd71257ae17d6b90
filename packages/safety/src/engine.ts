/**
 * Knowledge compiled for evaluation: facts become numbers, rules become arrays of atoms and limits
 * with their region masks worked out.
 */
import {
  type Atom,
  addMask,
  type Body,
  createBody,
  DECISIONS,
  type Decision,
  emptyMask,
  type Fact,
  factsOf,
  isEmptyMask,
  type Knowledge,
  kindOf,
  type Limit,
  type LimitKind,
  type PlaceId,
  POSITIONS,
  type RegionMask,
  type Rule,
  rulesOf,
  type Technique,
  termsOf,
} from '@assuage/knowledge';

export interface CompiledAtom {
  readonly fact: number;
  /** `NaN` for a plain fact. */
  readonly atLeast: number;
  readonly below: number;
}
/** A limit's places: a fixed mask, or, where there are any, masks that follow the places of a fact. */
export interface CompiledPlaces {
  readonly fixed: RegionMask;
  readonly following: readonly FollowedPlaces[];
}
export interface FollowedPlaces {
  readonly relation: Relation;
  readonly fact: number;
}
export type Relation = 'of' | 'beyond' | 'around';
export interface CompiledLimit {
  readonly id: string;
  readonly kind: LimitKind;
  readonly limit: Limit;
  readonly rule: CompiledRule;
  readonly places: CompiledPlaces;
  /** Decision rank, pressure (-1 none), heat or cold (1 caution, 2 avoid), position bits, or minutes. */
  readonly amount: number;
  /** Techniques excluded, one bit each. */
  readonly techniques: Uint32Array;
}
export interface CompiledRule {
  readonly rule: Rule;
  readonly subject: Fact | Technique;
  readonly always: boolean;
  readonly terms: readonly (readonly CompiledAtom[])[];
  readonly limits: readonly CompiledLimit[];
}

export interface Engine {
  readonly knowledge: Knowledge;
  readonly body: Body;
  /** Parents before children. */
  readonly facts: readonly Fact[];
  readonly techniques: readonly Technique[];
  readonly rules: readonly CompiledRule[];
  /** Indices of each fact's parents, by fact index. */
  readonly parents: readonly (readonly number[])[];
  readonly above: readonly (readonly number[])[];
  fact(id: string): Fact | undefined;
  factIndex(id: string): number;
  ancestors(id: string): string[];
  descendants(id: string): string[];
  technique(id: string): Technique | undefined;
  techniqueIndex(id: string): number;
  limit(id: string): CompiledLimit | undefined;
  /** The regions that a fact's stated places stand for. */
  follow(relation: Relation, places: readonly PlaceId[]): RegionMask;
  /** The same when it is not known where: wherever it could be. */
  followAnywhere(relation: Relation, fact: number): RegionMask;
}

export const decisionRank = (decision: Decision): number => DECISIONS.indexOf(decision);
export const NO_CONTACT = -1;

export function compileEngine(knowledge: Knowledge): Engine {
  const body = createBody(knowledge.body);
  const facts = parentsFirst(factsOf(knowledge));
  const index = new Map(facts.map((fact, i) => [fact.id, i]));
  const at = (id: string): number => {
    const i = index.get(id);
    if (i === undefined) throw new Error(`unknown fact: ${id}`);
    return i;
  };
  const parents = facts.map((fact) => fact.under.map(at));
  const above: number[][] = [];
  for (const own of parents)
    above.push([...new Set(own.flatMap((parent) => [parent, ...(above[parent] ?? [])]))]);

  const techniques = knowledge.techniques;
  const techniqueIndices = new Map(techniques.map((technique, i) => [technique.id, i]));
  const words = Math.max(1, Math.ceil(techniques.length / 32));
  const isUnder = (technique: Technique, group: string): boolean =>
    technique.id === group ||
    technique.under.some((parent) => {
      const broader = techniques[techniqueIndices.get(parent) ?? -1];
      return broader !== undefined && isUnder(broader, group);
    });
  const bitsOf = (excluded: readonly string[]): Uint32Array => {
    const bits = new Uint32Array(words);
    techniques.forEach((technique, i) => {
      if (excluded.some((group) => isUnder(technique, group)))
        bits[i >>> 5] = (bits[i >>> 5] ?? 0) | (1 << (i & 31));
    });
    return bits;
  };

  const newCache = () => new Map<PlaceId, RegionMask>();
  const caches = { of: newCache(), beyond: newCache(), around: newCache() };
  const followOne = (relation: Relation, place: PlaceId): RegionMask => {
    let mask = caches[relation].get(place);
    if (!mask) {
      mask =
        relation === 'of'
          ? body.mask(place)
          : relation === 'beyond'
            ? body.beyond(place)
            : body.around(place);
      caches[relation].set(place, mask);
    }
    return mask;
  };
  const follow = (relation: Relation, places: readonly PlaceId[]): RegionMask => {
    const [first] = places;
    if (places.length === 1 && first !== undefined) return followOne(relation, first);
    const mask = emptyMask(body);
    for (const place of places) addMask(mask, followOne(relation, place));
    return mask;
  };
  const jointIds = body.data.parts.filter((part) => part.joint).map((part) => part.id);
  const anywhere = (relation: Relation, fact: Fact | undefined): RegionMask => {
    const joint = fact?.kind === 'finding' && fact.places === 'joint';
    if (relation === 'beyond')
      return follow('beyond', joint ? jointIds : body.data.parts.map((part) => part.id));
    return joint && relation === 'of' ? body.joints : body.everywhere;
  };
  const anywhereMasks = facts.map((fact) => ({
    of: anywhere('of', fact),
    beyond: anywhere('beyond', fact),
    around: anywhere('around', fact),
  }));

  const compileAtom = (atom: Atom): CompiledAtom => ({
    fact: at(atom.fact),
    atLeast: 'atLeast' in atom ? atom.atLeast : Number.NaN,
    below: 'below' in atom ? atom.below : Number.NaN,
  });

  const rules = rulesOf(knowledge).flatMap(({ rule, subject }) => {
    const parts = rule.limits.flatMap((limit) =>
      splitPlaces(limit, body).map((part) => ({ limit, ...part })),
    );
    return [...new Set(parts.map((part) => part.follows))].map((follows): CompiledRule => {
      const when = follows === undefined ? rule.when : narrow(rule.when, follows);
      const limits: CompiledLimit[] = [];
      const compiled: CompiledRule = {
        rule,
        subject,
        always: rule.when === 'always',
        terms: termsOf(when).map((term) => term.map(compileAtom)),
        limits,
      };
      for (const { limit, fixed, relations } of parts.filter((part) => part.follows === follows))
        limits.push({
          id: `${rule.id}/${limit.name ?? kindOf(limit)}`,
          kind: kindOf(limit),
          limit,
          rule: compiled,
          places: {
            fixed,
            following: relations.map((relation) => ({ relation, fact: at(follows ?? '') })),
          },
          amount: amountOf(limit),
          techniques: 'exclude' in limit ? bitsOf(limit.exclude) : new Uint32Array(words),
        });
      return compiled;
    });
  });
  const limits = new Map(rules.flatMap((rule) => rule.limits.map((limit) => [limit.id, limit])));

  return {
    knowledge,
    body,
    facts,
    techniques,
    rules,
    parents,
    above,
    fact: (id) => facts[index.get(id) ?? -1],
    factIndex: at,
    ancestors: (id) => (above[at(id)] ?? []).flatMap((i) => facts[i]?.id ?? []),
    descendants: (id) =>
      facts.filter((_, i) => above[i]?.includes(at(id)) ?? false).map((fact) => fact.id),
    technique: (id) => techniques[techniqueIndices.get(id) ?? -1],
    techniqueIndex: (id) => {
      const i = techniqueIndices.get(id);
      if (i === undefined) throw new Error(`unknown technique: ${id}`);
      return i;
    },
    limit: (id) => limits.get(id),
    follow,
    followAnywhere: (relation, fact) => anywhereMasks[fact]?.[relation] ?? body.everywhere,
  };
}

/**
 * A limit that follows the places of a fact holds only where that fact does, so each followed fact
 * becomes a condition of its own part: otherwise an unanswered second fact would limit the whole body
 * without being asked about.
 */
function splitPlaces(
  limit: Limit,
  body: Body,
): { fixed: RegionMask; follows: string | undefined; relations: Relation[] }[] {
  const nowhere = emptyMask(body);
  if (!('at' in limit) || limit.at === undefined)
    return [{ fixed: body.everywhere, follows: undefined, relations: [] }];
  const fixed = emptyMask(body);
  const followed = new Map<string, Relation[]>();
  for (const item of limit.at) {
    if (typeof item === 'string') addMask(fixed, body.mask(item));
    else
      for (const [relation, fact] of Object.entries(item))
        followed.set(fact, [...(followed.get(fact) ?? []), relation as Relation]);
  }
  const parts = [...followed].map(([follows, relations]) => ({
    fixed: nowhere,
    follows,
    relations,
  }));
  return isEmptyMask(fixed) ? parts : [{ fixed, follows: undefined, relations: [] }, ...parts];
}

const narrow = (when: Rule['when'], fact: string): Rule['when'] =>
  when === 'always' ? fact : { all: [when, fact] };

function amountOf(limit: Limit): number {
  if ('decision' in limit) return decisionRank(limit.decision);
  if ('pressure' in limit) return limit.pressure === 'none' ? NO_CONTACT : limit.pressure;
  if ('heat' in limit) return limit.heat === 'avoid' ? 2 : 1;
  if ('cold' in limit) return limit.cold === 'avoid' ? 2 : 1;
  if ('positions' in limit)
    return limit.positions.reduce((bits, position) => bits | (1 << POSITIONS.indexOf(position)), 0);
  if ('minutes' in limit) return limit.minutes;
  return 0;
}

function parentsFirst(facts: readonly Fact[]): Fact[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const done = new Set<Fact>();
  const visit = (fact: Fact) => {
    if (done.has(fact)) return;
    for (const id of fact.under) {
      const parent = byId.get(id);
      if (parent) visit(parent);
    }
    done.add(fact);
  };
  for (const fact of facts) visit(fact);
  return [...done];
}
