/**
 * What must hold of all rules together, whatever each of them says: no two conditions bring a limit that
 * nobody can explain, no illness or medicine refuses a session by itself, no technique is out for
 * everybody, and no question is asked for nothing.
 */
import type { Fact, Technique } from '@assuage/knowledge';
import { type CompiledAtom, type CompiledRule, decisionRank, type Engine } from './engine.ts';
import { allowsTechnique, type Envelope, isSameEnvelope } from './envelope.ts';
import { evaluate } from './evaluate.ts';
import { explain } from './explain.ts';
import type { Profile, Statement } from './profile.ts';

/** Something wrong with the rules as a whole, and the file in which it is best mended. */
export interface Mistake {
  readonly kind: Fact['kind'] | Technique['kind'];
  readonly id: string;
  readonly message: string;
}

const MOMENT = { today: '2026-01-15' };
const SAID = { by: 'analysis', at: '2026-01-15T09:00' };
const LISTED = { condition: true, medicine: true };

export const analyse = (engine: Engine): Mistake[] => [
  ...unexplained(engine),
  ...refusedAlone(engine),
  ...neverAllowed(engine),
  ...idleQuestions(engine),
];

/** Each pair of conditions, with every question still open: the most limits that the pair can meet. */
function unexplained(engine: Engine): Mistake[] {
  const { conditions } = engine.knowledge;
  const found = new Map<string, Mistake>();
  conditions.forEach((one, i) => {
    for (const other of conditions.slice(i)) {
      const profile = profileWith([yes(one.id), yes(other.id)]);
      const envelope = evaluate(engine, profile, MOMENT);
      const explained = new Map(
        explain(engine, profile, envelope).map((reason) => [reason.limit, reason]),
      );
      for (const { compiled } of envelope.limits) {
        const reason = explained.get(compiled.id);
        const lacks = [
          ...(reason?.says ? [] : ['what it changes']),
          ...(reason?.because ? [] : ['why']),
          ...(reason?.release ? [] : ['what would release it']),
          ...(reason?.always || (reason?.facts.length ?? 0) > 0 ? [] : ['the facts behind it']),
        ];
        if (lacks.length === 0 || found.has(compiled.id)) continue;
        const { kind, id } = compiled.rule.subject;
        const message = `for ${one.id} with ${other.id}, the limit ${compiled.id} does not say ${lacks.join(', ')}`;
        found.set(compiled.id, { kind, id, message });
      }
    }
  });
  return [...found.values()];
}

/** Over-refusal: only something acute, which is a finding, is a reason not to work at all. */
function refusedAlone(engine: Engine): Mistake[] {
  const limit = decisionRank('clear-first');
  return engine.facts.flatMap((fact): Mistake[] => {
    if (fact.kind === 'finding') return [];
    const { known, limits } = evaluate(engine, withNoFindings(engine, [yes(fact.id)]), MOMENT);
    if (decisionRank(known) <= limit) return [];
    const rules = new Set(
      limits.flatMap(({ compiled, stated }) =>
        stated && compiled.kind === 'decision' && compiled.amount > limit
          ? [compiled.rule.rule.id]
          : [],
      ),
    );
    const message = `"${fact.id}" alone leads to ${known} (${[...rules].join(', ')}): a rule that refuses needs an acute finding as well`;
    return [{ kind: fact.kind, id: fact.id, message }];
  });
}

function neverAllowed(engine: Engine): Mistake[] {
  const healthy = evaluate(engine, withNoFindings(engine, []), MOMENT);
  return engine.techniques.flatMap(({ kind, id, group, neverPlanned }): Mistake[] => {
    if (group || neverPlanned) return [];
    if (engine.body.regions.some((region) => allowsTechnique(engine, healthy, id, region.id)))
      return [];
    return [{ kind, id, message: `"${id}" is allowed nowhere, even for a healthy person` }];
  });
}

/** A question is worth asking when some rule's envelope differs by its answer, all else being equal. */
function idleQuestions(engine: Engine): Mistake[] {
  return engine.facts.flatMap((fact): Mistake[] => {
    if (fact.kind !== 'finding' || !fact.ask || changesSomePlan(engine, fact.id)) return [];
    const message = `no answer to "${fact.id}" changes any plan: other rules already bring all that its rules do`;
    return [{ kind: fact.kind, id: fact.id, message }];
  });
}

function changesSomePlan(engine: Engine, id: string): boolean {
  const within = new Set([id, ...engine.descendants(id)].map((fact) => engine.factIndex(fact)));
  const above = new Set(engine.ancestors(id).map((fact) => engine.factIndex(fact)));
  const own = engine.factIndex(id);
  return engine.rules.some((rule) =>
    rule.terms.some((term) => {
      const touched = term.filter(({ fact }) => within.has(fact) || above.has(fact));
      if (touched.length === 0) return false;
      // A rule about something broader holds through the narrower fact that is asked.
      const statements = term.map((atom) =>
        above.has(atom.fact) && Number.isNaN(atom.atLeast) && Number.isNaN(atom.below)
          ? yes(id)
          : holding(engine, atom),
      );
      const without = term
        .filter((atom) => !touched.includes(atom))
        .map((atom) => holding(engine, atom));
      const opposite = touched.find(({ fact }) => fact === own);
      const other = opposite ? failing(engine, opposite) : undefined;
      return !isSameEnvelope(
        envelopeOf(engine, statements),
        envelopeOf(engine, other ? [...without, other] : without),
      );
    }),
  );
}

/** "Adapt" alone is no change: it only says that some limit holds. */
function envelopeOf(engine: Engine, statements: readonly Statement[]): Envelope {
  const envelope = evaluate(engine, withNoFindings(engine, statements), MOMENT);
  return envelope.decision === 'go' ? { ...envelope, decision: 'adapt' } : envelope;
}

function holding(engine: Engine, { fact, atLeast, below }: CompiledAtom): Statement {
  const said = yes(engine.facts[fact]?.id ?? '');
  if (!Number.isNaN(atLeast)) return { ...said, value: atLeast };
  return Number.isNaN(below) ? said : { ...said, value: below - 1 };
}

/** A number just beyond the comparison; for anything else leaving it unsaid is enough. */
function failing(engine: Engine, { fact, atLeast, below }: CompiledAtom): Statement | undefined {
  const said = yes(engine.facts[fact]?.id ?? '');
  if (!Number.isNaN(atLeast)) return { ...said, value: atLeast - 1 };
  return Number.isNaN(below) ? undefined : { ...said, value: below };
}

const yes = (fact: string): Statement => ({ ...SAID, fact, answer: 'yes' });

const profileWith = (statements: readonly Statement[]): Profile => ({
  facts: new Map(statements.map((statement) => [statement.fact, statement])),
  listed: LISTED,
});

/** These statements, and no to every finding that does not follow from them. */
function withNoFindings(engine: Engine, statements: readonly Statement[]): Profile {
  const held = new Set(statements.flatMap(({ fact }) => [fact, ...engine.ancestors(fact)]));
  const others = engine.facts.flatMap(({ id, kind }): Statement[] =>
    kind === 'finding' && !held.has(id) ? [{ ...SAID, fact: id, answer: 'no' }] : [],
  );
  return profileWith([...others, ...statements]);
}

/**
 * Whether rules speak about a question for a condition: `own`, a rule about this condition or a broader
 * one; `general`, only rules that hold for anybody; `none`.
 */
export type Covered = 'own' | 'general' | 'none';
export interface Coverage {
  /** What is looked at: kinds of limit, then what is asked of everyone. */
  readonly questions: readonly string[];
  readonly conditions: readonly {
    readonly id: string;
    readonly name: string;
    readonly rules: number;
    readonly covered: Readonly<Record<string, Covered>>;
  }[];
}

const LIMIT_QUESTIONS = ['pressure', 'heat', 'cold', 'positions'] as const;

/** Which conditions have rules about what therapists ask of each: the gaps are where to read next. */
export function coverageOf(engine: Engine): Coverage {
  const roots = engine.facts.filter(
    (fact) => fact.kind === 'finding' && fact.under.length === 0 && fact.ask,
  );
  const below = new Map(
    roots.map(({ id }) => [
      id,
      new Set([id, ...engine.descendants(id)].map((fact) => engine.factIndex(fact))),
    ]),
  );
  const isAbout = (rule: CompiledRule, facts: ReadonlySet<number>): boolean =>
    rule.terms.some((term) => term.some(({ fact }) => facts.has(fact)));
  const general = new Set(
    [...below].flatMap(([id, facts]) =>
      engine.rules.some((rule) => hasNoCondition(engine, rule) && isAbout(rule, facts)) ? [id] : [],
    ),
  );
  const conditions = engine.knowledge.conditions.map(({ id, name }) => {
    const self = new Set([id, ...engine.ancestors(id)].map((fact) => engine.factIndex(fact)));
    const own = engine.rules.filter((rule) => isAbout(rule, self));
    const covered: Record<string, Covered> = {};
    for (const question of LIMIT_QUESTIONS)
      covered[question] = own.some((rule) => limits(engine, rule, question)) ? 'own' : 'none';
    for (const [root, facts] of below)
      covered[root] = own.some((rule) =>
        rule.terms.some(
          (term) =>
            term.some(({ fact }) => self.has(fact)) && term.some(({ fact }) => facts.has(fact)),
        ),
      )
        ? 'own'
        : general.has(root)
          ? 'general'
          : 'none';
    return { id, name, rules: new Set(own.map(({ rule }) => rule.id)).size, covered };
  });
  return { questions: [...LIMIT_QUESTIONS, ...below.keys()], conditions };
}

const hasNoCondition = (engine: Engine, rule: CompiledRule): boolean =>
  rule.terms.some((term) => term.every(({ fact }) => engine.facts[fact]?.kind !== 'condition'));

/** Leaving out what works with heat is a rule about heat, too. */
function limits(
  engine: Engine,
  rule: CompiledRule,
  question: (typeof LIMIT_QUESTIONS)[number],
): boolean {
  return rule.limits.some(
    ({ kind, techniques }) =>
      kind === question ||
      engine.techniques.some(
        ({ uses }, i) => uses === question && ((techniques[i >>> 5] ?? 0) & (1 << (i & 31))) !== 0,
      ),
  );
}
