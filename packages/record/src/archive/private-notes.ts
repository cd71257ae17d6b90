/** Private notes are for the account that wrote them, so no page and no client's copy shows them. */
import type { Entry } from '../entries.ts';

/** The entries without private notes, what amends them, and who opened them in an emergency, and why. */
export function withoutPrivateNotes(entries: readonly Entry[]): Entry[] {
  const hidden = new Set(
    entries.flatMap((entry) =>
      entry.kind === 'note' && entry.body.privateTo !== undefined ? [entry.id] : [],
    ),
  );
  return entries.filter(
    (entry) =>
      !hidden.has(entry.id) &&
      entry.kind !== 'emergency-opening' &&
      !(entry.kind === 'amendment' && hidden.has(entry.body.amends)),
  );
}
