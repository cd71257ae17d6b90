/** Private notes are for the account that wrote them, so no page and no client's copy shows them. */
import type { Entry } from '../entries.ts';

/** The entries without private notes, and without what amends them. */
export function withoutPrivateNotes(entries: readonly Entry[]): Entry[] {
  const hidden = new Set(
    entries.flatMap((entry) =>
      entry.kind === 'note' && entry.body.privateTo !== undefined ? [entry.id] : [],
    ),
  );
  return entries.filter(
    (entry) =>
      !hidden.has(entry.id) && !(entry.kind === 'amendment' && hidden.has(entry.body.amends)),
  );
}
