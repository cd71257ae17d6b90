/**
 * What one entry of a journal may hold. The schemas are the single definition: the types are
 * inferred from them. Whether the facts, places and techniques exist is `check.ts`.
 */
import { DECISIONS, type Decision, GOALS, POSITIONS } from '@assuage/knowledge';
import * as v from 'valibot';
import { CalendarDate, LocalTime } from './dates.ts';

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
export const Id = v.pipe(
  v.string('must be an id'),
  v.regex(UUID_V7, 'must be a UUID of version 7, in lower case'),
);

const text = (most: number) =>
  v.pipe(v.string('must be text'), v.maxLength(most, `must not be longer than ${most} characters`));
const name = v.pipe(text(200), v.trim(), v.minLength(1, 'must not be empty'));
const note = text(10_000);
const id = v.pipe(text(100), v.minLength(1, 'must not be empty'));
const list = <Item extends v.GenericSchema>(item: Item, most = 500) =>
  v.pipe(v.array(item), v.maxLength(most, `must not have more than ${most} items`), v.readonly());
const ids = list(id);
const someIds = v.pipe(ids, v.minLength(1, 'must name at least one'));
const between = (least: number, most: number) =>
  v.pipe(
    v.number(`must be a number from ${least} to ${most}`),
    v.integer('must be a whole number'),
    v.minValue(least, `must be at least ${least}`),
    v.maxValue(most, `must be at most ${most}`),
  );
const minutes = between(5, 240);
const zeroToTen = v.nullable(between(0, 10));
const pressure = between(0, 5);

const Statement = v.strictObject({
  fact: id,
  answer: v.picklist(['yes', 'no', 'unknown'], 'must be yes, no or unknown'),
  places: v.exactOptional(ids),
  value: v.exactOptional(v.pipe(v.number('must be a number'), v.finite('must be a number'))),
  by: name,
  at: LocalTime,
});
const statements = list(Statement, 1000);
const goals = list(v.picklist(GOALS, `must be one of: ${GOALS.join(', ')}`));

const Client = v.strictObject({ name, born: CalendarDate, pronouns: v.exactOptional(text(40)) });
const Appointment = v.strictObject({ starts: LocalTime, minutes });
const Intake = v.strictObject({
  statements,
  /** "These are all": whatever is not listed is then a no. */
  listed: v.strictObject({ condition: v.boolean(), medicine: v.boolean() }),
  goals,
  /** The positions the client can lie or sit in. */
  positions: list(v.picklist(POSITIONS, `must be one of: ${POSITIONS.join(', ')}`)),
  /** The sensitive places the client agrees to have worked on. */
  consents: ids,
  /** Where the client does not want to be touched. */
  avoid: v.exactOptional(ids),
});
const CheckIn = v.strictObject({
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
const Facts = v.strictObject({
  statements,
  /** Only the lists that were asked about. */
  listed: v.exactOptional(
    v.strictObject({
      condition: v.exactOptional(v.boolean()),
      medicine: v.exactOptional(v.boolean()),
    }),
  ),
});
const Clearance = v.strictObject({
  limits: someIds,
  /** The clinician who gives it. */
  by: name,
  from: CalendarDate,
  until: CalendarDate,
  note,
});
const Departure = v.strictObject({
  limits: someIds,
  reason: v.pipe(note, v.trim(), v.minLength(1, 'a departure needs its reason')),
});
const Segment = { places: ids, technique: id, pressure, minutes: between(0, 240) };
const decision = v.picklist(DECISIONS, `must be one of: ${DECISIONS.join(', ')}`);
const Done = v.strictObject(Segment);
/** A plan as it was shown. It holds more than is named here, which is kept as it came. */
export interface PlanSnapshot {
  readonly decision: Decision;
  readonly minutes: number;
  readonly segments: readonly v.InferOutput<typeof Done>[];
}
const PlanSnapshot: v.GenericSchema<PlanSnapshot> = v.looseObject({
  decision,
  minutes: between(0, 240),
  segments: list(v.looseObject(Segment)),
});
const Plan = v.strictObject({
  /** The knowledge release that the plan was made with. */
  release: id,
  plan: PlanSnapshot,
  envelope: v.strictObject({
    decision,
    /** Ids of the limits in force. */
    limits: ids,
    /** Ids of the questions that were still open. */
    questions: ids,
  }),
});
const Session = v.strictObject({
  /** The entry of the plan that was followed. */
  plan: v.nullable(Id),
  asPlanned: v.boolean(),
  /** What was really done. */
  segments: list(Done),
  /** The most pressure used. */
  pressure,
  minutes: between(0, 240),
  response: note,
  painAfter: zeroToTen,
  soap: v.strictObject({ s: note, o: note, a: note, p: note }),
  signed: v.strictObject({ by: name, at: LocalTime }),
});
const Amendment = v.strictObject({
  amends: Id,
  text: v.pipe(note, v.trim(), v.minLength(1, 'must not be empty')),
});

const Author = v.strictObject({
  name,
  role: v.picklist(['client', 'therapist'], 'must be client or therapist'),
});
export type Author = v.InferOutput<typeof Author>;

const entryOf = <const Kind extends string, Body extends v.GenericSchema>(kind: Kind, body: Body) =>
  v.strictObject({
    /** Made where the entry is written, so that two devices never conflict. */
    id: Id,
    client: Id,
    kind: v.literal(kind),
    v: v.literal(1, 'only entries of version 1 are known'),
    /** When it happened, in the practice's local time. */
    on: LocalTime,
    by: Author,
    body,
  });

/** An entry as it is written on a device, before the journal has received it. */
export const NewEntry = v.variant(
  'kind',
  [
    entryOf('client', Client),
    entryOf('appointment', Appointment),
    entryOf('intake', Intake),
    entryOf('check-in', CheckIn),
    entryOf('fact', Facts),
    entryOf('clearance', Clearance),
    entryOf('departure', Departure),
    entryOf('plan', Plan),
    entryOf('session', Session),
    entryOf('amendment', Amendment),
  ],
  (issue) => `${issue.received} is not a kind of entry: it must be one of ${issue.expected}`,
);
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
