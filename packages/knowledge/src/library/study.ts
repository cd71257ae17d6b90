/**
 * What a file under `knowledge/studies/`, `knowledge/claims/` and `knowledge/evidence/` may hold. The
 * types are inferred from the schemas; `knowledge/README.md` explains them to people.
 */
import * as v from 'valibot';
import { CERTAINTIES, GOALS, id, sentence, word } from '../fields.ts';

export const DESIGNS = [
  'randomised-trial',
  'pilot-randomised-trial',
  'crossover',
  'controlled-trial',
  'before-after',
  'case-report',
  'observational',
  'mechanistic',
  'meta-analysis',
  'systematic-review',
  'evidence-map',
  'narrative-review',
  'guideline',
  'unknown',
] as const;

/** What massage was compared with. Effects against different classes answer different questions. */
export const COMPARATORS = [
  'no-treatment',
  'waitlist',
  'usual-care',
  'education',
  'rest',
  'attention',
  'light-touch',
  'sham-device',
  'relaxation',
  'exercise',
  'medicine',
  'other-massage',
  'mixed',
  'not-described',
  'none',
] as const;

export const EFFECT_KINDS = [
  'mean-difference',
  'difference-of-change',
  'standardised-mean-difference',
  'hedges-g',
  'cohens-d',
  'risk-ratio',
  'change-in-one-group',
  'standardised-change-in-one-group',
  'percent-change-in-one-group',
  't',
  /** A test, without a size. */
  'test',
  'not-said',
] as const;

/** What an outcome shows. Only the first three compare people with massage with people without it. */
export const SHOWS = [
  'favours-massage',
  'no-difference',
  'favours-control',
  'favours-one-kind',
  'within-group',
  'mixed',
  'unclear',
  'harm',
  'no-trials',
  'mechanism',
  'not-about-massage',
] as const;

export const DOMAINS = [
  'risk-of-bias',
  'inconsistency',
  'indirectness',
  'imprecision',
  'publication-bias',
] as const;
export const VERDICTS = ['supported', 'weak', 'mixed', 'not-supported', 'contradicted'] as const;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const year = v.pipe(v.number(), v.integer(), v.minValue(1850), v.maxValue(2100));
const date = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}){0,2}$/, 'a date is like 2018-08'));
const better = v.picklist(['higher', 'lower']);

/** Where a paper is found: at least one way to open it. */
const citation = {
  id,
  /** Left out where no page that was read showed it. */
  title: v.optional(sentence),
  authors: sentence,
  year: v.optional(year),
  journal: v.optional(sentence),
  pmid: v.optional(v.pipe(v.string(), v.regex(/^\d{1,8}$/, 'a PMID is up to 8 digits'))),
  doi: v.optional(v.pipe(v.string(), v.regex(/^10\.\d{4,9}\/\S+$/, 'a DOI is like 10.1000/182'))),
  url: v.optional(v.pipe(v.string(), v.url('must be a web address'))),
};

const Arm = v.strictObject({
  n: v.optional(count),
  mean: v.optional(v.number()),
  sd: v.optional(v.pipe(v.number(), v.minValue(0))),
  /** A standard error, never to be taken for a standard deviation. */
  se: v.optional(v.pipe(v.number(), v.minValue(0))),
  low: v.optional(v.number()),
  high: v.optional(v.number()),
  baseline: v.optional(v.number()),
  baselineSd: v.optional(v.pipe(v.number(), v.minValue(0))),
});

const Effect = v.strictObject({
  kind: v.picklist(EFFECT_KINDS),
  value: v.optional(v.number()),
  /** Least and greatest, where only a range was given. */
  range: v.optional(v.tuple([v.number(), v.number()])),
  /** Bounds of the 95% interval. */
  low: v.optional(v.number()),
  high: v.optional(v.number()),
  sd: v.optional(v.pipe(v.number(), v.minValue(0))),
  /** As printed: a number, a bound such as `<0.05`, or `not significant`. */
  p: v.optional(
    v.union([
      v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      v.pipe(
        v.string(),
        v.regex(/^((<|<=|>)0?\.\d+|not significant)$/, 'p is 0.03, "<0.05" or "not significant"'),
      ),
    ]),
  ),
  /** In percent. */
  iSquared: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
  /** Which way the number of the effect is better for people: reviews differ in the sign. */
  better: v.optional(better),
  /** Why an interval and a p that disagree are both shown. */
  disagree: v.optional(sentence),
});

const Outcome = v.strictObject({
  measure: sentence,
  /** Where a study has several arms: what this one is compared with. Left out: as the whole study. */
  against: v.optional(v.picklist(COMPARATORS)),
  instrument: v.optional(word),
  when: v.optional(word),
  /** Which way the scale itself is better. Left out: not said. */
  better: v.optional(better),
  massage: v.optional(Arm),
  control: v.optional(Arm),
  effect: v.optional(Effect),
  shows: v.picklist(SHOWS),
  /** Which goals of a plan it speaks of, where the choice of a technique rests on it. */
  goals: v.optional(v.array(v.picklist(GOALS)), []),
  /** The figures in the source's own notation, or what it reports, in our words. */
  reported: v.optional(sentence),
});

export const Study = v.strictObject({
  kind: v.literal('study'),
  ...citation,
  /** What was read of it: abstract, table, news report. */
  read: sentence,
  design: v.picklist(DESIGNS),
  conditions: v.optional(v.array(id), []),
  /** Whom it is about, in the words of the study. */
  about: sentence,
  people: v.optional(sentence),
  /** People counted once although they are in two papers. */
  cohort: v.optional(id),
  numbers: v.optional(v.record(id, count), {}),
  technique: v.strictObject({
    /** Kinds of massage are not interchangeable; one word to each. */
    facet: id,
    given: sentence,
    /** Techniques of `knowledge/techniques/`. */
    ids: v.optional(v.array(id), []),
  }),
  /** In the words of the source. */
  pressure: v.optional(sentence),
  dose: v.optional(
    v.strictObject({
      minutes: v.optional(v.number()),
      perWeek: v.optional(v.number()),
      weeks: v.optional(v.number()),
      sessions: v.optional(v.number()),
      /** Which of the numbers are our arithmetic. */
      workedOut: v.optional(v.array(v.picklist(['minutes', 'perWeek', 'weeks', 'sessions'])), []),
      /** What the source says where one number would mislead ("biweekly", a schedule that changes). */
      said: v.optional(sentence),
    }),
  ),
  comparator: v.strictObject({ class: v.picklist(COMPARATORS), given: v.optional(sentence) }),
  outcomes: v.optional(v.array(Outcome), []),
  adverse: v.optional(sentence),
  limits: v.optional(sentence),
  funding: v.optional(sentence),
  /** What a careless reader would get wrong. */
  flags: v.optional(v.array(sentence), []),
  summary: sentence,
});

/** Papers whose results nobody has read: named, never summarised or pooled. */
export const Citations = v.strictObject({
  kind: v.literal('citations'),
  id,
  citations: v.array(
    v.strictObject({
      ...citation,
      design: v.picklist(DESIGNS),
      conditions: v.optional(v.array(id), []),
      note: sentence,
    }),
  ),
});

export const Claim = v.strictObject({
  kind: v.literal('claim'),
  id,
  claim: sentence,
  verdict: v.picklist(VERDICTS),
  /** How sure the verdict is. */
  sure: v.picklist(['low', 'moderate', 'high']),
  /** For lay people: short words, short sentences. */
  plain: sentence,
  /** The reasons, in the same words. */
  because: sentence,
  /** The reasons in the terms of the studies, with their figures. */
  why: sentence,
  /** What may be said instead. */
  say: v.optional(sentence),
  /** A popular page that makes the claim. */
  seenAt: v.optional(v.pipe(v.string(), v.url('must be a web address'))),
  conditions: v.optional(v.array(id), []),
  techniques: v.optional(v.array(id), []),
  for: v.optional(v.array(id), []),
  against: v.optional(v.array(id), []),
  /** Of neither side: mixed, without comparison, or only close to the question. */
  beside: v.optional(v.array(id), []),
});

const Finding = v.strictObject({
  outcome: sentence,
  against: v.picklist(COMPARATORS),
  says: v.picklist(['helps', 'no-difference', 'unclear', 'other-better']),
  plain: sentence,
  /** GRADE starts high with randomised trials, low with others. */
  start: v.picklist(['high', 'low']),
  down: v.array(
    v.strictObject({
      for: v.picklist(DOMAINS),
      steps: v.picklist([1, 2]),
      because: sentence,
    }),
  ),
  certainty: v.picklist(CERTAINTIES),
  /** Which goals of a plan it speaks of. */
  goals: v.optional(v.array(v.picklist(GOALS)), []),
  /** The techniques that it is about, where it is not about massage in general. */
  techniques: v.optional(v.array(id), []),
  studies: v.pipe(v.array(id), v.minLength(1, 'needs a study')),
});

/** What is known about massage with one condition. */
export const Evidence = v.strictObject({
  kind: v.literal('evidence'),
  /** Of the condition. */
  id,
  plain: sentence,
  /** How far a search that found these studies went. Left out: nobody wrote it down. */
  searched: v.optional(v.strictObject({ until: date, by: id })),
  findings: v.array(Finding),
  /** Required where there are no findings: the search that found nothing. */
  none: v.optional(v.strictObject({ because: sentence, studies: v.optional(v.array(id), []) })),
  gaps: v.optional(v.array(sentence), []),
});

export const LibraryFile = v.variant('kind', [Study, Citations, Claim, Evidence]);

export type Study = v.InferOutput<typeof Study>;
export type Outcome = Study['outcomes'][number];
export type StudyEffect = NonNullable<Outcome['effect']>;
export type Citations = v.InferOutput<typeof Citations>;
export type UnreadStudy = Citations['citations'][number];
export type Claim = v.InferOutput<typeof Claim>;
export type Evidence = v.InferOutput<typeof Evidence>;
export type LibraryFile = v.InferOutput<typeof LibraryFile>;
