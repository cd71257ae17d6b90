/** What is said about a client: at the intake, before a session, or in between. */
import { GOALS, POSITIONS } from '@assuage/knowledge';
import * as v from 'valibot';
import { CalendarDate, LocalTime } from '../dates.ts';
import { id, ids, list, minutes, name, note, oneOf, zeroToTen } from './fields.ts';

const YEAR_OR_MONTH = /^(19|20)\d{2}(-(0[1-9]|1[0-2]))?$/;
/** As exactly as it is known: `2019`, `2019-03` or `2019-03-14`. */
const RoughDate = v.union(
  [v.pipe(v.string(), v.regex(YEAR_OR_MONTH)), CalendarDate],
  (issue) => `${issue.received} is not a date: write it as 2019, 2019-03 or 2019-03-14`,
);
/** How somebody knows: "diagnosed by Dr Okafor in 2019" weighs more than "the client says". */
const Source = v.strictObject({
  kind: oneOf(['diagnosed-by', 'client-says', 'letter', 'seen']),
  who: v.exactOptional(name),
  when: v.exactOptional(RoughDate),
});
export type Source = v.InferOutput<typeof Source>;

const Statement = v.strictObject({
  fact: id,
  answer: v.picklist(['yes', 'no', 'unknown'], 'must be yes, no or unknown'),
  places: v.exactOptional(ids),
  value: v.exactOptional(v.pipe(v.number('must be a number'), v.finite('must be a number'))),
  by: name,
  at: LocalTime,
  source: v.exactOptional(Source),
  /** The word that was typed and led to the fact: "Humira" for its class. */
  word: v.exactOptional(name),
});
const statements = list(Statement, 1000);
const goals = list(oneOf(GOALS));

export const Intake = v.strictObject({
  statements,
  /** "These are all": whatever is not listed is then a no. */
  listed: v.strictObject({ condition: v.boolean(), medicine: v.boolean() }),
  goals,
  /** The positions the client can lie or sit in. */
  positions: list(oneOf(POSITIONS)),
  /** The sensitive places the client agrees to have worked on: all of them, so the others are not. */
  consents: ids,
  /** Where the client does not want to be touched. */
  avoid: v.exactOptional(ids),
});
export const CheckIn = v.strictObject({
  statements,
  pain: list(v.strictObject({ place: id, level: v.picklist([1, 2, 3], 'must be 1, 2 or 3') })),
  painNow: zeroToTen,
  /** "Anything you want done, or not done, today?" in the client's words. */
  wish: note,
  /** Ids of the techniques wished for. */
  wishes: ids,
  goals: v.exactOptional(goals),
  minutes: v.exactOptional(minutes),
});
/** Answers added outside a check-in, as on the plan screen. */
export const Facts = v.strictObject({
  statements,
  /** Only the lists that were asked about. */
  listed: v.exactOptional(
    v.strictObject({
      condition: v.exactOptional(v.boolean()),
      medicine: v.exactOptional(v.boolean()),
    }),
  ),
});
