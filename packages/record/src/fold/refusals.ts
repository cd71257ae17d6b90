/** Clinicians' refusals, each with when it was taken back. */
import type { EntryOf } from '../entries.ts';

export interface Endable {
  /** Taken back: when, and which clinician said so. Left out: it stands until its last day. */
  readonly ended?: { readonly on: string; readonly clinician: string };
}

/** @param ends oldest first; the first that names a refusal ends it */
export const refusalsIn = <Refusal extends { readonly entry: string }>(
  refusals: readonly Refusal[],
  ends: readonly EntryOf<'refusal-end'>[],
): (Refusal & Endable)[] =>
  refusals.map((refusal) => {
    const end = ends.find(({ body }) => body.refusal === refusal.entry);
    return end === undefined
      ? refusal
      : { ...refusal, ended: { on: end.on, clinician: end.body.clinician } };
  });
