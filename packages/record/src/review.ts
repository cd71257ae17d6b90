/**
 * A practice's own reading of the literature: searches, who took which paper up and why, numbers out of papers, and
 * where its curator judges the certainty of evidence otherwise. Steps are only ever added; the newest of a reader
 * counts. They say nothing of any client.
 */
import { CERTAINTIES, COMPARATORS, DOMAINS } from '@assuage/knowledge';
import * as v from 'valibot';
import { CalendarDate } from './dates.ts';

/** More in one file is no search that people screen; a larger one is split by year. */
const MOST_PAPERS = 2000;

const line = (most: number) =>
  v.pipe(
    v.string('must be text'),
    v.trim(),
    v.minLength(1, 'must not be empty'),
    v.maxLength(most, `must not be longer than ${most} characters`),
  );
const text = (most: number) =>
  v.pipe(
    v.string('must be text'),
    v.trim(),
    v.maxLength(most, `must not be longer than ${most} characters`),
  );
const number = v.pipe(v.number('must be a number'), v.finite('must be a number'));
const count = (least: number) =>
  v.pipe(
    v.number('must be a whole number'),
    v.integer('must be a whole number'),
    v.minValue(least, `must be at least ${least}`),
    v.maxValue(10_000_000, 'is more people than any study had'),
  );

const CandidatePaper = v.strictObject({
  title: line(2000),
  authors: v.pipe(v.array(line(500)), v.maxLength(5000)),
  year: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1800), v.maxValue(2100))),
  journal: v.exactOptional(line(1000)),
  pmid: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{1,8}$/, 'a PMID is up to 8 digits'))),
  doi: v.exactOptional(line(500)),
  url: v.exactOptional(line(4000)),
  abstract: v.exactOptional(line(50_000)),
  types: v.pipe(v.array(line(500)), v.maxLength(100)),
});

/** A file of papers that a search found. */
const Search = v.strictObject({
  kind: v.literal('search'),
  /** Where was searched: "PubMed". */
  where: line(200),
  /** The words that were searched for. */
  query: text(10_000),
  /** Until when the search reaches: the day it was made. */
  on: CalendarDate,
  /** Those that are new; the others were left out before anybody read them. */
  papers: v.pipe(
    v.array(CandidatePaper),
    v.maxLength(
      MOST_PAPERS,
      `more than ${MOST_PAPERS} papers: export the search in parts, by year`,
    ),
  ),
  /** How many records were left out as found before. */
  duplicates: count(0),
  /** How many records could not be read. */
  unreadable: count(0),
});

/** The word of one reader about one paper; `agreed`: what two readers who disagreed settled on. */
const Screening = v.pipe(
  v.strictObject({
    kind: v.literal('screening'),
    paper: line(2000),
    stage: v.picklist(['title', 'full-text'], 'must be title or full-text'),
    decision: v.picklist(['in', 'out', 'maybe'], 'must be in, out or maybe'),
    reason: v.exactOptional(line(500)),
    agreed: v.exactOptional(v.boolean()),
  }),
  v.forward(
    v.check(
      ({ stage, decision, reason }) =>
        stage === 'title' || decision !== 'out' || reason !== undefined,
      'a paper that was read in full is left out with a reason',
    ),
    ['reason'],
  ),
  v.forward(
    v.check(
      ({ stage, decision, agreed }) =>
        decision !== 'maybe' || (stage === 'title' && agreed !== true),
      'after the full text, and where readers agree, it is in or out',
    ),
    ['decision'],
  ),
);

const people = count(1);
const Means = v.strictObject({
  as: v.literal('means'),
  /** Of the group with massage, then of the one it is compared with. */
  mean1: number,
  sd1: number,
  n1: people,
  mean2: number,
  sd2: number,
  n2: people,
});
const Events = v.strictObject({
  as: v.literal('events'),
  events1: count(0),
  n1: people,
  events2: count(0),
  n2: people,
});
const PrintedEffect = v.strictObject({
  as: v.literal('effect'),
  measure: v.picklist(['SMD', 'MD', 'RR', 'OR'], 'must be SMD, MD, RR or OR'),
  estimate: number,
  /** The bounds of the 95% interval. */
  low: number,
  high: number,
  p: v.exactOptional(
    v.pipe(number, v.minValue(0, 'p is 0 or more'), v.maxValue(1, 'p is at most 1')),
  ),
});

/** The numbers of one outcome of one paper, as one reader read them. */
const Extraction = v.strictObject({
  kind: v.literal('extraction'),
  paper: line(2000),
  outcome: line(300),
  against: v.picklist(COMPARATORS, 'must be one of the known comparators'),
  /** Names the people: a trial's number. Two papers about the same people have the same. */
  cohort: line(200),
  /** Page, table or figure. */
  where: line(300),
  numbers: v.variant('as', [Means, Events, PrintedEffect]),
  note: v.exactOptional(line(2000)),
});

/** High or low to begin with, less every step down, is what is stated. */
const Judged = v.pipe(
  v.strictObject({
    start: v.picklist(['high', 'low'], 'must be high or low'),
    down: v.pipe(
      v.array(
        v.strictObject({
          for: v.picklist(DOMAINS, 'must be one of the five reasons of GRADE'),
          steps: v.picklist([1, 2], 'must be 1 or 2'),
          because: line(1000),
        }),
      ),
      v.check(
        (down) => new Set(down.map((one) => one.for)).size === down.length,
        'each reason of GRADE stands once, with one step or two',
      ),
    ),
    certainty: v.picklist(CERTAINTIES, 'must be a level of certainty'),
  }),
  v.forward(
    v.check(({ start, down, certainty }) => {
      const steps = down.reduce((sum, one) => sum + one.steps, 0);
      return CERTAINTIES[Math.max(0, CERTAINTIES.indexOf(start) - steps)] === certainty;
    }, 'must be where it starts less every step down'),
    ['certainty'],
  ),
);
/** What the practice's curator thinks of one finding of the knowledge, beside which it is shown. */
const Certainty = v.strictObject({
  kind: v.literal('certainty'),
  condition: line(200),
  outcome: line(500),
  against: v.picklist(COMPARATORS, 'must be one of the known comparators'),
  /** The certainty and its steps down; null: the practice agrees with the knowledge again. */
  judged: v.nullable(Judged),
  /** Why the practice judges otherwise than the knowledge. */
  because: line(1000),
});

export const ReviewBody = v.variant('kind', [Search, Screening, Extraction, Certainty]);
export type ReviewBody = v.InferOutput<typeof ReviewBody>;

export interface ReviewStep {
  /** Made where the step is received, and in order of time. */
  readonly id: string;
  /** The account that did it, and its name then. */
  readonly account: string;
  readonly by: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly body: ReviewBody;
}

export interface ReviewStore {
  /** In the order in which they were done. */
  steps(practice: string): Promise<ReviewStep[]>;
  /** When the promise resolves the step is on the disk. */
  add(practice: string, step: ReviewStep): Promise<void>;
}
