/** What may be gone beyond, and what may not: by a clinician's word, or by the therapist's decision. */
import * as v from 'valibot';
import { CalendarDate } from '../dates.ts';
import { Id, name, note, someIds, words } from './fields.ts';

export const Clearance = v.strictObject({
  limits: someIds,
  /** The clinician who gives it. */
  by: name,
  from: CalendarDate,
  until: CalendarDate,
  note,
});
export const Departure = v.strictObject({
  limits: someIds,
  reason: words(10_000, 'a departure needs its reason'),
});
/** A clinician's "no". */
export const Refusal = v.strictObject({
  /** Left out: to massage as a whole. */
  limits: v.exactOptional(someIds),
  clinician: name,
  from: CalendarDate,
  until: CalendarDate,
  note,
});
/** The clinician no longer says no, from when the entry says it happened. */
export const RefusalEnd = v.strictObject({ refusal: Id, clinician: name, note });
