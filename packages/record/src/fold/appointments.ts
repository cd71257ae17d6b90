/** Appointments that stand, and those that were moved, cancelled or missed. */
import type { BodyOf, EntryOf } from '../entries.ts';

export interface BookedAppointment extends BodyOf<'appointment'> {
  readonly entry: string;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** @returns in order of their start */
export function standingAppointments(
  booked: readonly EntryOf<'appointment'>[],
  changes: readonly EntryOf<'appointment-change'>[],
): BookedAppointment[] {
  const changed = new Set(changes.map(({ body }) => body.appointment));
  return booked
    .filter(({ id }) => !changed.has(id))
    .map((entry) => ({ entry: entry.id, ...entry.body }))
    .sort((a, b) => byText(a.starts, b.starts) || byText(a.entry, b.entry));
}
