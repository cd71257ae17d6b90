/** Who the client is, when they come, and what is written about or to them. */
import * as v from 'valibot';
import { CalendarDate, LocalTime } from '../dates.ts';
import { Id, id, minutes, name, note, oneOf, text, words } from './fields.ts';

const Contact = v.strictObject({
  phone: v.exactOptional(words(50)),
  email: v.exactOptional(v.pipe(words(320), v.email('must be an e-mail address'))),
  address: v.exactOptional(words(500)),
  /** Whom to call when something happens. */
  emergency: v.exactOptional(v.strictObject({ name, phone: words(50), relation: text(100) })),
  /** How the client wants to be reached. */
  reach: v.exactOptional(oneOf(['phone', 'text', 'email', 'post'])),
});
/** The whole of it each time: the newest entry counts. */
export const Client = v.strictObject({
  name,
  /** Left out: nobody has asked yet. The age is then unknown, and nothing may take it for that of an adult. */
  born: v.exactOptional(CalendarDate),
  pronouns: v.exactOptional(text(40)),
  contact: v.exactOptional(Contact),
});
export const Appointment = v.strictObject({ starts: LocalTime, minutes });
export const AppointmentChange = v.variant('change', [
  v.strictObject({
    appointment: Id,
    change: v.literal('moved'),
    /** The appointment that takes its place. */
    to: Id,
    askedBy: oneOf(['client', 'practice']),
    note,
  }),
  v.strictObject({
    appointment: Id,
    change: v.picklist(['cancelled', 'missed'], 'must be moved, cancelled or missed'),
    askedBy: oneOf(['client', 'practice']),
    /** Later than the practice asks for. */
    late: v.boolean(),
    note,
  }),
]);
/** A note outside a session. */
export const Note = v.strictObject({
  text: words(10_000),
  /** The account that alone reads it. Left out: everyone who reads the record. */
  privateTo: v.exactOptional(id),
});
/** Somebody reads the private notes of others today, for this reason. */
export const EmergencyOpening = v.strictObject({
  account: id,
  reason: words(1000, 'opening in an emergency needs its reason'),
});
export const Letter = v.strictObject({
  to: name,
  /** As it was sent. */
  text: words(50_000),
  how: oneOf(['email', 'post', 'hand', 'fax', 'link']),
});
