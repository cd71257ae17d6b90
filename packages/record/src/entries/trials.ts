/** Within-person tests, and which measures a client is asked. */
import * as v from 'valibot';
import { CalendarDate } from '../dates.ts';
import { between, Id, id, list, note, oneOf, sha256, words } from './fields.ts';

const MOST_SECONDARY = 5;

const number = v.number('must be a number');
const Design = v.variant('kind', [
  v.strictObject({
    kind: v.literal('balanced'),
    periods: between(2, 16),
    longestRun: between(1, 8),
  }),
  v.strictObject({ kind: v.literal('pairs'), pairs: between(1, 8) }),
]);
const drawn = v.pipe(
  list(v.picklist([0, 1], 'must be 0 or 1'), 100),
  v.minLength(2, 'is too short'),
);
const Way = v.union(
  [v.strictObject({ technique: id }), v.strictObject({ pressure: between(0, 5) })],
  'must be a technique or a pressure',
);
const Plan = v.variant('compares', [
  v.strictObject({
    compares: v.literal('weeks'),
    periodDays: v.picklist([7, 14], 'must be 7 or 14'),
    design: Design,
    schedule: drawn,
  }),
  v.strictObject({
    compares: v.literal('cadence'),
    everyDays: v.strictTuple([v.literal(7), v.picklist([14, 28], 'must be 14 or 28')]),
    periodDays: v.literal(28),
    design: Design,
    schedule: drawn,
  }),
  v.strictObject({
    compares: v.literal('ways'),
    ways: v.strictTuple([Way, Way]),
    blocks: between(1, 20),
    order: drawn,
  }),
]);

/** Fixed before its first day and never changed: `FixedTest` of `@assuage/outcomes` says what each part means. */
export const Trial = v.strictObject({
  question: v.strictObject({
    measure: id,
    important: v.pipe(
      number,
      v.gtValue(0, 'must be more than 0'),
      v.maxValue(10, 'must be at most 10'),
    ),
  }),
  secondary: list(id, MOST_SECONDARY),
  release: words(100),
  start: CalendarDate,
  plan: Plan,
  seed: words(200),
  prior: v.exactOptional(
    v.strictObject({
      mean: v.pipe(number, v.minValue(-10, 'is too low'), v.maxValue(10, 'is too high')),
      sd: v.pipe(number, v.gtValue(0, 'must be more than 0'), v.maxValue(10, 'is too high')),
      people: between(10, 1_000_000),
    }),
  ),
  told: words(2000),
  /** Of `fixedText`, in hexadecimal. */
  hash: sha256,
});

export const TrialChange = v.variant('change', [
  v.strictObject({
    trial: Id,
    change: v.literal('ended'),
    why: oneOf(['client-wished', 'therapist-wished', 'harm', 'settled-early', 'other']),
    note,
  }),
  /** Something went otherwise than planned: a week away, a session left out. */
  v.strictObject({
    trial: Id,
    change: v.picklist(['noted'], 'must be ended or noted'),
    text: words(2000),
  }),
]);

/** Reactions had suspended these ways; somebody talked about it with the client and decided. */
export const WayDecision = v.strictObject({
  ways: v.pipe(list(Way, 50), v.minLength(1, 'must name at least one')),
  decision: v.picklist(['suggest-again'], 'must be suggest-again'),
  reason: words(2000, 'a decision needs its reason'),
});

/** The whole of it each time: the newest counts. */
export const MeasureChoice = v.strictObject({
  /** Measures that are asked only when chosen. */
  chosen: list(id, 100),
  /** Measures of the usual list that are left out. */
  dropped: list(id, 100),
});
