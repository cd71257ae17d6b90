/**
 * What one entry of a journal may hold. The schemas are the single definition: the types are
 * inferred from them. Whether the facts, places and techniques exist is `check.ts`.
 */
import * as v from 'valibot';
import { LocalTime } from './dates.ts';
import { AdverseEvent, Goal, Reaction } from './entries/afterwards.ts';
import { CheckIn, Facts, Intake } from './entries/answers.ts';
import { Consent } from './entries/consents.ts';
import { Id, name } from './entries/fields.ts';
import { AddedFile, FileChange } from './entries/files.ts';
import {
  Appointment,
  AppointmentChange,
  Client,
  EmergencyOpening,
  Letter,
  Note,
} from './entries/office.ts';
import { Clearance, Departure, Refusal, RefusalEnd } from './entries/permissions.ts';
import { Score } from './entries/scores.ts';
import { Amendment, Plan, Session } from './entries/sessions.ts';
import { MeasureChoice, Trial, TrialChange, WayDecision } from './entries/trials.ts';
import { currentVersion, upgradedInput } from './upgrade.ts';

export type { Source } from './entries/answers.ts';
export { Id } from './entries/fields.ts';
export type { PlanSnapshot } from './entries/sessions.ts';

const Author = v.strictObject({
  name,
  role: v.picklist(
    ['client', 'therapist', 'front-desk'],
    'must be client, therapist or front-desk',
  ),
});
export type Author = v.InferOutput<typeof Author>;

const entryOf = <const Kind extends string, Body extends v.GenericSchema>(kind: Kind, body: Body) =>
  v.strictObject({
    /** Made where the entry is written, so that two devices never conflict. */
    id: Id,
    client: Id,
    kind: v.literal(kind),
    v: v.pipe(
      v.number('must be the number of the version'),
      v.value(
        currentVersion(kind),
        ({ requirement }) => `only versions up to ${requirement} are known`,
      ),
    ),
    /** When it happened, in the practice's local time. */
    on: LocalTime,
    by: Author,
    body,
  });

const Written = v.variant(
  'kind',
  [
    entryOf('client', Client),
    entryOf('appointment', Appointment),
    entryOf('appointment-change', AppointmentChange),
    entryOf('intake', Intake),
    entryOf('check-in', CheckIn),
    entryOf('fact', Facts),
    entryOf('consent', Consent),
    entryOf('clearance', Clearance),
    entryOf('refusal', Refusal),
    entryOf('refusal-end', RefusalEnd),
    entryOf('departure', Departure),
    entryOf('plan', Plan),
    entryOf('session', Session),
    entryOf('reaction', Reaction),
    entryOf('score', Score),
    entryOf('measure-choice', MeasureChoice),
    entryOf('trial', Trial),
    entryOf('trial-change', TrialChange),
    entryOf('way-decision', WayDecision),
    entryOf('adverse-event', AdverseEvent),
    entryOf('goal', Goal),
    entryOf('note', Note),
    entryOf('emergency-opening', EmergencyOpening),
    entryOf('letter', Letter),
    entryOf('file', AddedFile),
    entryOf('file-change', FileChange),
    entryOf('amendment', Amendment),
  ],
  (issue) => `${issue.received} is not a kind of entry: it must be one of ${issue.expected}`,
);
/**
 * An entry as it is written on a device, before the journal has received it. One from a device that has not
 * been updated yet is brought to the newest version first.
 */
export const NewEntry = v.pipe(v.unknown(), v.transform(upgradedInput), Written);
export type NewEntry = v.InferOutput<typeof NewEntry>;
export type EntryKind = NewEntry['kind'];
export type EntryOf<Kind extends EntryKind> = Extract<Entry, { kind: Kind }>;
export type BodyOf<Kind extends EntryKind> = EntryOf<Kind>['body'];

/** An entry as the journal keeps it. */
export type Entry = NewEntry & Receipt;
export interface Receipt {
  readonly practice: string;
  /** When the journal received it: an instant, `2026-03-01T09:42:00.000Z`. */
  readonly entered: string;
  /** The hash of the entry received before it for the same client; null for the first. */
  readonly previous: string | null;
  /** SHA-256 over everything else in the entry, in hexadecimal. */
  readonly hash: string;
}
