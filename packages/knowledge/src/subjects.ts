/**
 * What one file under `knowledge/` may hold. The schemas are the single definition: the types
 * of the program are inferred from them, and `knowledge/README.md` explains them to people.
 */
import * as v from 'valibot';
import { CERTAINTIES, Citation, GOALS, id, sentence, word } from './fields.ts';

const ids = v.array(id);

/** Rising order of severity; the order of this list is the order of the decision lattice. */
export const DECISIONS = [
  'go',
  'adapt',
  'clear-first',
  'not-today',
  'refer-soon',
  'refer-now',
] as const;
export const POSITIONS = ['prone', 'supine', 'side-lying', 'semi-reclined', 'seated'] as const;
export const FACT_KINDS = ['condition', 'medicine', 'finding'] as const;

const Quantified = v.union([
  v.strictObject({ fact: id, atLeast: v.number() }),
  v.strictObject({ fact: id, below: v.number() }),
]);
type WhenInput =
  | string
  | v.InferOutput<typeof Quantified>
  | { all: WhenInput[] }
  | { any: WhenInput[] };
const When: v.GenericSchema<WhenInput> = v.lazy(() =>
  v.union([
    id,
    Quantified,
    v.strictObject({ all: v.pipe(v.array(When), v.minLength(1)) }),
    v.strictObject({ any: v.pipe(v.array(When), v.minLength(1)) }),
  ]),
);

/** Where a limit holds. Left out: everywhere. */
const At = v.pipe(
  v.array(
    v.union([
      id,
      v.strictObject({ of: id }),
      v.strictObject({ beyond: id }),
      v.strictObject({ around: id }),
    ]),
  ),
  v.minLength(1),
);

const limitBase = {
  basis: v.picklist(['cited', 'judgement']),
  sources: v.optional(v.array(Citation), []),
  /** Only when one rule has two limits of one kind. */
  name: v.optional(id),
};
const limits = {
  decision: v.strictObject({
    ...limitBase,
    decision: v.picklist(['clear-first', 'not-today', 'refer-soon', 'refer-now']),
  }),
  pressure: v.strictObject({
    ...limitBase,
    pressure: v.union([
      v.literal('none'),
      v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4)),
    ]),
    at: v.optional(At),
  }),
  exclude: v.strictObject({
    ...limitBase,
    exclude: v.pipe(ids, v.minLength(1)),
    at: v.optional(At),
  }),
  heat: v.strictObject({
    ...limitBase,
    heat: v.picklist(['caution', 'avoid']),
    at: v.optional(At),
  }),
  cold: v.strictObject({
    ...limitBase,
    cold: v.picklist(['caution', 'avoid']),
    at: v.optional(At),
  }),
  positions: v.strictObject({
    ...limitBase,
    positions: v.pipe(v.array(v.picklist(POSITIONS)), v.minLength(1)),
  }),
  minutes: v.strictObject({
    ...limitBase,
    minutes: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(120)),
    at: v.optional(At),
  }),
  care: v.strictObject({ ...limitBase, care: sentence }),
};
export const LIMIT_KINDS = [
  'decision',
  'pressure',
  'exclude',
  'heat',
  'cold',
  'positions',
  'minutes',
  'care',
] as const satisfies (keyof typeof limits)[];
export type LimitKind = (typeof LIMIT_KINDS)[number];

const kindIn = (input: unknown): LimitKind | undefined =>
  LIMIT_KINDS.find((kind) => typeof input === 'object' && input !== null && kind in input);

/** Chosen by its own key, so that a mistake is reported against the limit that was meant. */
const Limit = v.pipe(
  v.custom<object>(
    (input) => kindIn(input) !== undefined,
    `a limit is one of: ${LIMIT_KINDS.join(', ')}`,
  ),
  v.lazy(
    // The custom check above has established that the key is there.
    (input) => limits[kindIn(input) ?? 'care'] as unknown as v.GenericSchema<object, AnyLimit>,
  ),
);
type AnyLimit = v.InferOutput<(typeof limits)[LimitKind]>;

const Rule = v.strictObject({
  id,
  /** `always`: holds for everyone and does not by itself make a session "changed". */
  when: v.union([v.literal('always'), When]),
  /** One sentence for the therapist: what it means. */
  because: sentence,
  limits: v.pipe(v.array(Limit), v.minLength(1, 'a rule needs at least one limit')),
  /** The milder side where sources conflict; this rule follows the stricter one. */
  disagree: v.optional(v.array(Citation), []),
});

const Question = v.strictObject({
  client: sentence,
  hint: v.optional(sentence),
  /** `no` when answering "yes" means that the fact does not hold ("Has your neck been checked?"). */
  yesMeans: v.optional(v.picklist(['yes', 'no']), 'yes'),
});

const factBase = {
  id,
  name: sentence,
  also: v.optional(v.array(word), []),
  under: v.optional(ids, []),
  plain: sentence,
  ask: v.optional(Question),
  rules: v.optional(v.array(Rule), []),
};

/** `[Sudden, strong pain]` without quotes would be two items; the second betrays itself. */
const item = v.pipe(
  sentence,
  v.regex(/^[^a-z]/, 'begins with a capital; an item of [ ] that has a comma needs quotes'),
);
const sentences = v.pipe(v.array(item), v.minLength(1, 'needs at least one sentence'));

/** What the client's page about something they have says, each a list of short sentences. */
const Page = v.strictObject({
  /** What people feel. */
  feel: sentences,
  /** What massage may do. */
  may: sentences,
  /** What massage does not do, or what nobody knows. */
  mayNot: sentences,
  /** What to tell the therapist. */
  tell: sentences,
  /** When to seek help, and from whom. */
  help: sentences,
  /** The studies and guidance that `may` and `mayNot` rest on. */
  sources: v.optional(v.array(Citation), []),
});

const codes = (shape: RegExp, message: string) =>
  v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.regex(shape, message))), v.minLength(1, 'needs a code')),
  );

/** The same thing in public classifications; left out where no code is certain. */
const Codes = v.strictObject({
  icd10: codes(
    /^[A-Z]\d\d(\.\d{1,2})?(-[A-Z]\d\d)?$/,
    'an ICD-10 code is like M06 or M06.9; a range like M05-M14',
  ),
  icd10cm: codes(
    /^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?(-[A-Z]\d[0-9A-Z])?$/,
    'an ICD-10-CM code is like M06 or M06.9; a range like M05-M14',
  ),
});

/** What a person may have and look up: an illness, or a finding such as a pregnancy or a stoma. */
const hadBase = { ...factBase, page: v.optional(Page), codes: v.optional(Codes) };

export const Condition = v.strictObject({
  kind: v.literal('condition'),
  ...hadBase,
  symptoms: v.optional(v.array(item), []),
  organs: v.optional(v.array(word), []),
  sources: v.optional(v.array(Citation), []),
});
export const Medicine = v.strictObject({
  kind: v.literal('medicine'),
  ...factBase,
  atc: codes(
    /^[A-Z](\d\d([A-Z]([A-Z](\d\d)?)?)?)?$/,
    'an ATC code is like L04AX03, or a group of them like L04A',
  ),
  places: v.optional(v.picklist(['skin'])),
  sources: v.optional(v.array(Citation), []),
});
export const Finding = v.strictObject({
  kind: v.literal('finding'),
  ...hadBase,
  redFlag: v.optional(v.boolean(), false),
  /** How long an answer counts: only on the day, for a number of days, or until it is corrected. */
  holds: v.optional(
    v.union([
      v.literal('today'),
      v.literal('always'),
      v.pipe(v.number(), v.integer(), v.minValue(1)),
    ]),
    'today',
  ),
  /** The fact is answered at body places. `joint`: only at joints. */
  places: v.optional(v.picklist(['joint', 'skin', 'anywhere'])),
  /** The fact is a number; rules compare it (`atLeast`, `below`). */
  quantity: v.optional(v.strictObject({ unit: word, min: v.number(), max: v.number() })),
  sources: v.optional(v.array(Citation), []),
});
export const Technique = v.strictObject({
  kind: v.literal('technique'),
  id,
  name: sentence,
  also: v.optional(v.array(word), []),
  /** Broader groups of techniques; excluding a group excludes all below it. */
  under: v.optional(ids, []),
  /** True for a mere group ("vigorous work") that is never itself put in a plan. */
  group: v.optional(v.boolean(), false),
  plain: sentence,
  /** Least and most pressure at which it is still this technique, 0 to 5. */
  pressure: v.optional(v.tuple([v.number(), v.number()])),
  uses: v.optional(v.picklist(['heat', 'cold'])),
  /** The only places where it makes sense. Left out: anywhere. */
  only: v.optional(ids),
  positions: v.optional(v.array(v.picklist(POSITIONS))),
  needsTraining: v.optional(v.boolean(), false),
  /** True for what a massage plan never proposes by itself (manipulation, traction). */
  neverPlanned: v.optional(v.boolean(), false),
  /** What to offer instead when it is out, nearest first. */
  nearest: v.optional(ids, []),
  helps: v.optional(
    v.array(
      v.strictObject({
        goal: v.picklist(GOALS),
        /** `custom`: done for this by habit. `none`: it was studied, and no gain was found. */
        level: v.picklist(['some', 'little', 'custom', 'none']),
        /** Only for clients with one of these conditions. Left out: anyone. */
        for: v.optional(ids),
        /** The finding in `knowledge/evidence/` that says how sure it is. */
        graded: v.optional(
          v.strictObject({ in: id, outcome: sentence, certainty: v.picklist(CERTAINTIES) }),
        ),
        /** Those that are studies carry the level: the check reads in them whether they do. */
        sources: v.optional(v.array(Citation), []),
      }),
    ),
    [],
  ),
  rules: v.optional(v.array(Rule), []),
  sources: v.optional(v.array(Citation), []),
});
export const Source = v.strictObject({
  kind: v.literal('source'),
  id,
  title: sentence,
  publisher: sentence,
  url: v.pipe(v.string(), v.url('must be a web address')),
  year: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1850), v.maxValue(2100))),
  strength: v.picklist([
    'guideline',
    'textbook',
    'review',
    'trial',
    'professional-body',
    'opinion-page',
  ]),
  /** The same paper in `studies/`, with what it found. */
  study: v.optional(id),
});

export { type Citation, GOALS } from './fields.ts';

export const Subject = v.variant('kind', [Condition, Medicine, Finding, Technique, Source]);

export type Decision = (typeof DECISIONS)[number];
export type Position = (typeof POSITIONS)[number];
export type Goal = (typeof GOALS)[number];
export type FactKind = (typeof FACT_KINDS)[number];
export type Question = v.InferOutput<typeof Question>;
export type WhenClause = WhenInput;
export type Quantified = v.InferOutput<typeof Quantified>;
export type AtItem = v.InferOutput<typeof At>[number];
export type Limit = AnyLimit;
export const kindOf = (limit: Limit): LimitKind => kindIn(limit) ?? 'care';
export type Rule = v.InferOutput<typeof Rule>;
export type Condition = v.InferOutput<typeof Condition>;
export type Medicine = v.InferOutput<typeof Medicine>;
export type Finding = v.InferOutput<typeof Finding>;
export type Fact = Condition | Medicine | Finding;
export type Technique = v.InferOutput<typeof Technique>;
export type Source = v.InferOutput<typeof Source>;
export type Subject = v.InferOutput<typeof Subject>;
export type Strength = Source['strength'];
