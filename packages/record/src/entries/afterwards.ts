/** What became of it: reactions, harm, and what the client wants. */
import * as v from 'valibot';
import { CalendarDate, LocalTime } from '../dates.ts';
import { between, Id, list, name, note, oneOf, words, zeroToTen } from './fields.ts';

const session = v.nullable(Id);

/** How the client was in the day or two after a session. */
export const Reaction = v.strictObject({
  /** Null: it is not known which, or none. */
  session,
  feeling: oneOf(['better', 'same', 'worse']),
  /** How sore, 0 to 10; null: not asked. */
  soreness: zeroToTen,
  /** How long it lasted; null: not asked. */
  hours: v.nullable(between(0, 336)),
  what: note,
});
export const AdverseEvent = v.strictObject({
  session,
  happened: LocalTime,
  what: words(10_000, 'must say what happened'),
  severity: oneOf(['mild', 'moderate', 'severe']),
  /** What was done about it. */
  done: words(10_000, 'must say what was done, even if it was nothing'),
  /** To whom it was reported, and when; empty: to nobody. */
  reported: list(v.strictObject({ to: name, on: CalendarDate }), 20),
});
/** A goal in the client's own words. */
export const Goal = v.strictObject({
  words: words(1000),
  state: oneOf(['open', 'reached', 'dropped']),
  /** The goal that this changes; left out: a new one. */
  changes: v.exactOptional(Id),
});
