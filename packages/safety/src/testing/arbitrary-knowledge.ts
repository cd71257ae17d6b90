/** Random small knowledge bases and profiles, for testing laws that hold whatever the knowledge says. */
import {
  type BodyData,
  BodyData as BodySchema,
  DECISIONS,
  type Finding,
  type Knowledge,
  type Limit,
  POSITIONS,
  parseFile,
  type Rule,
  type Technique,
  type WhenClause,
} from '@assuage/knowledge';
import { KNOWLEDGE_FOLDER, readKnowledgeFiles } from '@assuage/knowledge/node';
import fc from 'fast-check';
import type { Profile, Statement } from '../profile.ts';

export const TODAY = '2026-03-02';

export const realBody: BodyData = (() => {
  const file = readKnowledgeFiles(KNOWLEDGE_FOLDER).subjects.find(
    (text) => text.path === 'body.yaml',
  );
  const parsed = file && parseFile(file, BodySchema);
  if (!parsed?.ok) throw new Error('body.yaml cannot be read');
  return parsed.file.value;
})();

/** Two trees of findings: a > (b > c, d), e > f, and g, h alone; c, f and g have places; n is a number. */
const TREE: readonly (readonly [string, string[]])[] = [
  ['a', []],
  ['b', ['a']],
  ['c', ['b']],
  ['d', ['a']],
  ['e', []],
  ['f', ['e']],
  ['g', []],
  ['h', []],
  ['n', ['h']],
];
export const PLACED = ['c', 'f', 'g'];
export const FACTS = TREE.map(([id]) => id);
export const PLACES = ['wrist-right', 'knee-left', 'neck', 'lower-back', 'hand-left', 'calf-right'];

const finding = ([id, under]: readonly [string, string[]]): Finding => ({
  kind: 'finding',
  id,
  name: `Fact ${id}`,
  also: [],
  under,
  plain: 'A made-up fact.',
  ask: { client: `Is ${id} so?`, yesMeans: 'yes' },
  rules: [],
  redFlag: false,
  holds: 'always',
  sources: [],
  ...(PLACED.includes(id) ? { places: id === 'g' ? ('joint' as const) : ('skin' as const) } : {}),
  ...(id === 'n' ? { quantity: { unit: 'weeks', min: 0, max: 100 } } : {}),
});

const technique = (
  id: string,
  under: string[],
  pressure: [number, number],
  uses?: 'heat' | 'cold',
): Technique => ({
  kind: 'technique',
  id,
  name: id,
  also: [],
  under,
  group: false,
  plain: 'A made-up technique.',
  pressure,
  needsTraining: false,
  neverPlanned: false,
  nearest: [],
  helps: [],
  rules: [],
  sources: [],
  ...(uses ? { uses } : {}),
});
const TECHNIQUES = [
  technique('light', [], [0, 2]),
  technique('deep', [], [3, 5]),
  technique('very-deep', ['deep'], [4, 5]),
  technique('stones', [], [1, 3], 'heat'),
];

const atom: fc.Arbitrary<WhenClause> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...FACTS.filter((id) => id !== 'n')) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 99 }).map((atLeast) => ({ fact: 'n', atLeast })),
  },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 99 }).map((below) => ({ fact: 'n', below })) },
);
const when: fc.Arbitrary<WhenClause> = fc.oneof(
  atom,
  fc.array(atom, { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
  fc.array(atom, { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
  fc
    .tuple(atom, fc.array(atom, { minLength: 1, maxLength: 2 }))
    .map(([first, any]) => ({ all: [first, { any }] })),
);

const namesIn = (clause: WhenClause): string[] =>
  typeof clause === 'string'
    ? [clause]
    : 'fact' in clause
      ? [clause.fact]
      : ('all' in clause ? clause.all : clause.any).flatMap(namesIn);

type Where = { at?: (string | { of: string } | { beyond: string } | { around: string })[] };
const whereFor = (clause: WhenClause): fc.Arbitrary<Where> => {
  const placed = namesIn(clause).filter((id) => PLACED.includes(id));
  const options: fc.Arbitrary<Where>[] = [
    fc.constant({}),
    fc.subarray(PLACES, { minLength: 1, maxLength: 2 }).map((at) => ({ at })),
  ];
  for (const id of placed)
    options.push(
      fc.constantFrom(
        { at: [{ of: id }] },
        { at: [{ of: id }, { beyond: id }] },
        { at: [{ around: id }] },
      ),
    );
  return fc.oneof(...options);
};
const basis = { basis: 'judgement' as const, sources: [] };
const limitFor = (clause: WhenClause): fc.Arbitrary<Limit> =>
  whereFor(clause).chain(
    (where): fc.Arbitrary<Limit> =>
      fc.oneof(
        fc
          .constantFrom(...DECISIONS.slice(2))
          .map((decision) => ({ ...basis, decision: decision as 'clear-first' })),
        fc
          .constantFrom('none' as const, 0, 1, 2, 3, 4)
          .map((pressure) => ({ ...basis, ...where, pressure })),
        fc
          .constantFrom('light', 'deep', 'stones')
          .map((id) => ({ ...basis, ...where, exclude: [id] })),
        fc
          .constantFrom('caution' as const, 'avoid' as const)
          .map((heat) => ({ ...basis, ...where, heat })),
        fc
          .constantFrom('caution' as const, 'avoid' as const)
          .map((cold) => ({ ...basis, ...where, cold })),
        fc.constantFrom(...POSITIONS).map((position) => ({ ...basis, positions: [position] })),
        fc.integer({ min: 5, max: 90 }).map((minutes) => ({ ...basis, ...where, minutes })),
        fc.constant({ ...basis, care: 'Take care.' }),
      ),
  );
const NAMES = ['one', 'two', 'three'];
const ruleArbitrary: fc.Arbitrary<Omit<Rule, 'id'>> = when.chain((clause) =>
  fc.array(limitFor(clause), { minLength: 1, maxLength: 3 }).map((limits) => ({
    when: clause,
    because: 'A made-up reason.',
    limits: limits.map((limit, i) => ({ ...limit, name: NAMES[i] ?? 'more' })),
    disagree: [],
  })),
);

export const arbitraryRules: fc.Arbitrary<Rule[]> = fc
  .array(ruleArbitrary, { minLength: 1, maxLength: 8 })
  .map((rules) => rules.map((rule, i) => ({ ...rule, id: `rule-${i}` })));

export const knowledgeWith = (rules: readonly Rule[]): Knowledge => ({
  release: 'test',
  body: realBody,
  conditions: [],
  medicines: [],
  medicineNames: [],
  techniques: TECHNIQUES,
  sources: [],
  findings: TREE.map((entry, i) => ({
    ...finding(entry),
    rules: i === 0 ? [...rules] : [],
  })),
});

const said = { by: 'test', at: `${TODAY}T09:00` };
export const arbitraryStatement = (fact: string): fc.Arbitrary<Statement> =>
  fact === 'n'
    ? fc
        .integer({ min: 0, max: 100 })
        .map((value) => ({ ...said, fact, answer: 'yes' as const, value }))
    : fc.oneof(
        fc
          .constantFrom('yes' as const, 'no' as const, 'unknown' as const)
          .map((answer) => ({ ...said, fact, answer })),
        ...(PLACED.includes(fact)
          ? [
              fc
                .subarray(PLACES, { minLength: 1 })
                .map((places) => ({ ...said, fact, answer: 'yes' as const, places })),
            ]
          : []),
      );

export const profileFrom = (statements: readonly Statement[]): Profile => ({
  facts: new Map(statements.map((statement) => [statement.fact, statement])),
  listed: { condition: true, medicine: true },
});
export const arbitraryProfile: fc.Arbitrary<Profile> = fc
  .subarray(FACTS)
  .chain((facts) => fc.tuple(...facts.map(arbitraryStatement)))
  .map(profileFrom);
