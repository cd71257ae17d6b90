/** The session as it was planned and as it was done. */
import { DECISIONS, type Decision } from '@assuage/knowledge';
import * as v from 'valibot';
import { LocalTime } from '../dates.ts';
import { between, Id, id, ids, list, name, note, oneOf, words, zeroToTen } from './fields.ts';

const pressure = between(0, 5);
const Segment = { places: ids, technique: id, pressure, minutes: between(0, 240) };
const decision = oneOf(DECISIONS);
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
export const Plan = v.strictObject({
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
export const Session = v.strictObject({
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
export const Amendment = v.strictObject({ amends: Id, text: words(10_000) });
