/** What the client, or who speaks for the client, agrees to or no longer agrees to. */
import * as v from 'valibot';
import { CalendarDate } from '../dates.ts';
import { name, note, oneOf, someIds } from './fields.ts';

const rest = {
  /** False: withdrawn, from when the entry says it happened. */
  given: v.boolean('must be true (given) or false (withdrawn)'),
  /** Whose word it is. */
  from: v.strictObject({ name, as: oneOf(['client', 'guardian', 'representative']) }),
  /** The last day on which it counts. Left out: until it is withdrawn. */
  until: v.exactOptional(CalendarDate),
  /** typed: the name typed on this device · paper: signed on paper · spoken: said, and noted here */
  how: oneOf(['typed', 'paper', 'spoken']),
  note,
};

export const Consent = v.variant(
  'what',
  [
    v.strictObject({ what: v.literal('sensitive-places'), places: someIds, ...rest }),
    v.strictObject({
      what: v.literal('share'),
      /** The clinician with whom. */
      with: name,
      ...rest,
    }),
    v.strictObject({ what: v.picklist(['massage', 'photos', 'email']), ...rest }),
  ],
  (issue) =>
    `${issue.received} is nothing that consent is kept for: it must be one of ${issue.expected}`,
);
