/**
 * What one file under `knowledge/measures/` may hold: an outcome instrument or a single rating, keyed by
 * the id of each item. Order in a file means nothing to a score: published copies number items differently.
 */
import * as v from 'valibot';
import { Citation, id, sentence, word } from '../fields.ts';

export const DIRECTIONS = ['higher-is-better', 'lower-is-better', 'unclear'] as const;

const integer = v.pipe(v.number(), v.integer('must be a whole number'));
const citations = v.pipe(v.array(Citation), v.minLength(1, 'needs its source'));
const oneOrRange = v.union([
  v.pipe(v.number(), v.minValue(0)),
  v.pipe(
    v.tuple([v.number(), v.number()]),
    v.check(([low, high]) => low >= 0 && low < high, 'a range is [low, high]'),
  ),
]);

/** Named answers, each with the points it scores when these are not the number itself. */
const Options = v.strictObject({
  options: v.pipe(
    v.array(
      v.strictObject({ value: integer, scores: v.optional(v.number()), label: v.optional(word) }),
    ),
    v.minLength(2, 'needs at least two answers'),
  ),
});
/** Any number from one end to the other, in steps. */
const Span = v.strictObject({
  from: v.number(),
  to: v.number(),
  /** 1 when left out; 0 for any number (an average). */
  step: v.optional(v.pipe(v.number(), v.minValue(0)), 1),
  low: v.optional(word),
  high: v.optional(word),
  unit: v.optional(word),
  /** Scored from the other end. */
  reversed: v.optional(v.boolean(), false),
});
const Response = v.union([Options, Span]);

const Item = v.strictObject({
  id,
  /** Left out where the licence does not let us show it. */
  text: v.optional(sentence),
  /** What stands above a group of items on the form. */
  stem: v.optional(sentence),
  /** One of `responses`; may be left out when there is only one. */
  response: v.optional(id),
  /** Blank counts as nothing rather than as missing. */
  optional: v.optional(v.boolean(), false),
});

const Scale = v.strictObject({
  id,
  name: sentence,
  /** Items, or scales above this one. Left out: can only be entered, as the form itself worked it out. */
  of: v.optional(v.pipe(v.array(id), v.minLength(1))),
  by: v.optional(v.picklist(['sum', 'mean', 'max']), 'sum'),
  /** Of parts that count other than once. */
  weights: v.optional(v.record(id, v.number()), {}),
  times: v.optional(v.number(), 1),
  dividedBy: v.optional(v.pipe(v.number(), v.gtValue(0)), 1),
  plus: v.optional(v.number(), 0),
  /** The fewest parts that give a score; all when left out. */
  needs: v.optional(v.pipe(integer, v.minValue(1))),
  /** What a blank counts as when enough is answered: the mean of the rest, or 0. */
  blank: v.optional(v.picklist(['mean', 'zero']), 'mean'),
  range: v.tuple([v.number(), v.number()]),
  direction: v.optional(v.picklist(DIRECTIONS)),
  /** Only a step on the way to another scale. */
  part: v.optional(v.boolean(), false),
});

/** Which scales something holds for; may be left out when there is only one. */
const scales = v.optional(v.pipe(v.array(id), v.minLength(1)));

const Bands = v.strictObject({
  scales,
  population: sentence,
  levels: v.pipe(
    v.array(
      v.strictObject({
        name: word,
        from: v.optional(v.number()),
        above: v.optional(v.number()),
        to: v.optional(v.number()),
        below: v.optional(v.number()),
      }),
    ),
    v.minLength(1),
  ),
  sources: citations,
  note: v.optional(sentence),
});

const Threshold = v.strictObject({
  scales,
  /** Least change for the better that matters, without sign. */
  better: v.optional(oneOrRange),
  worse: v.optional(oneOrRange),
  unit: v.picklist(['points', 'percent']),
  /** The length of the scale in the study, when ours is another: read across in proportion, an assumption. */
  outOf: v.optional(v.pipe(v.number(), v.gtValue(0))),
  population: sentence,
  method: sentence,
  note: v.optional(sentence),
  sources: citations,
});

/** The minimal detectable change: a smaller one in a single person may be measurement error. */
const Noise = v.strictObject({
  scales,
  mdc: v.pipe(v.number(), v.gtValue(0)),
  population: sentence,
  method: sentence,
  sources: citations,
});

export const Measure = v.strictObject({
  kind: v.literal('measure'),
  id,
  name: sentence,
  also: v.optional(v.array(word), []),
  /** `form`: its questions are shown. `score-only`: the practice brings its own form, or enters totals. */
  use: v.picklist(['form', 'score-only']),
  version: v.optional(word),
  /** What it asks, in one sentence for lay people. */
  asks: sentence,
  domains: v.pipe(v.array(word), v.minLength(1)),
  recall: v.optional(
    v.strictObject({ words: sentence, days: v.optional(v.pipe(integer, v.minValue(1))) }),
  ),
  direction: v.picklist(DIRECTIONS),
  /** Asks about change itself, so not at the start. */
  asksChange: v.optional(v.boolean(), false),
  instructions: v.optional(sentence),
  responses: v.optional(v.record(id, Response), {}),
  items: v.optional(v.array(Item), []),
  /** Instead of items: the client names their own, and the same ones are asked each time. */
  named: v.optional(
    v.strictObject({ ask: sentence, least: integer, most: integer, response: v.optional(id) }),
  ),
  /** Left out: every item is a score by itself and nothing is added up. */
  scales: v.optional(v.pipe(v.array(Scale), v.minLength(1)), undefined),
  /** What is done with blanks and who says so. */
  missing: sentence,
  bands: v.optional(v.array(Bands), []),
  thresholds: v.optional(v.array(Threshold), []),
  noise: v.optional(v.array(Noise), []),
  /** What to know before reading a score, and what stayed unknown. */
  notes: v.optional(v.array(sentence), []),
  licence: v.strictObject({
    status: v.picklist(['own-wording', 'public-domain', 'free', 'free-with-permission', 'unclear']),
    says: sentence,
    sources: v.optional(v.array(Citation), []),
  }),
  /** Shown wherever the measure is. */
  credit: v.optional(sentence),
  sources: v.optional(v.array(Citation), []),
});

const Ask = v.strictObject({
  measure: id,
  /** Only these scales' items. */
  scales: v.optional(v.pipe(v.array(id), v.minLength(1))),
  when: v.union([
    v.picklist(['before-session', 'after-session']),
    v.strictObject({ everyWeeks: v.pipe(integer, v.minValue(1)) }),
  ]),
  /** Only when the therapist and the client choose it at the start. */
  optional: v.optional(v.boolean(), false),
});

/** Who is asked what, and how often. */
export const MeasureSets = v.strictObject({
  kind: v.literal('measure-sets'),
  id,
  core: v.pipe(v.array(Ask), v.minLength(1)),
  conditions: v.array(
    v.strictObject({
      for: v.pipe(v.array(id), v.minLength(1)),
      asks: v.optional(v.array(Ask), []),
      /** Worth having where the practice holds the form. */
      scoreOnly: v.optional(v.array(id), []),
      note: v.optional(sentence),
    }),
  ),
});

const numbers = v.record(v.string(), v.number());

/** `<measure>.cases.yaml`: answers, and the scores that a source or a hand calculation gives. */
export const MeasureCases = v.strictObject({
  cases: v.array(
    v.strictObject({
      name: sentence,
      answers: numbers,
      expect: v.strictObject({
        /** By scale, with four decimals. */
        scores: v.optional(numbers, {}),
        noScore: v.optional(v.array(id), []),
        bands: v.optional(v.record(id, v.array(word)), {}),
        refused: v.optional(v.boolean(), false),
      }),
    }),
  ),
});

export type Direction = (typeof DIRECTIONS)[number];
export type Measure = v.InferOutput<typeof Measure>;
export type MeasureItem = v.InferOutput<typeof Item>;
export type MeasureResponse = v.InferOutput<typeof Response>;
export type MeasureScale = v.InferOutput<typeof Scale>;
export type MeasureBands = v.InferOutput<typeof Bands>;
export type MeasureThreshold = v.InferOutput<typeof Threshold>;
export type MeasureNoise = v.InferOutput<typeof Noise>;
export type MeasureSets = v.InferOutput<typeof MeasureSets>;
export type MeasureCases = v.InferOutput<typeof MeasureCases>;
export type MeasureAsk = v.InferOutput<typeof Ask>;
