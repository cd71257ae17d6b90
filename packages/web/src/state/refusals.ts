/** What clinicians refuse on a day. Pure. */
import { decisionRank, type Envelope } from '@assuage/safety';
import type { ClientRecord } from './record.ts';

export type Refusal = ClientRecord['refusals'][number];

export const isRefusing = ({ from, until, ended }: Refusal, today: string): boolean =>
  from <= today && today <= until && (ended === undefined || today < ended.on.slice(0, 10));

export const refusalsOn = (record: ClientRecord, today: string): Refusal[] =>
  record.refusals.filter((refusal) => isRefusing(refusal, today));

/** A refusal of massage as a whole is a question for the clinician before anything is done. Never loosens. */
export function withRefusedMassage(
  envelope: Envelope,
  record: ClientRecord,
  today: string,
): Envelope {
  if (refusalsOn(record, today).every(({ limits }) => limits !== undefined)) return envelope;
  const least = (decision: Envelope['decision']): Envelope['decision'] =>
    decisionRank(decision) < decisionRank('clear-first') ? 'clear-first' : decision;
  return { ...envelope, decision: least(envelope.decision), known: least(envelope.known) };
}
