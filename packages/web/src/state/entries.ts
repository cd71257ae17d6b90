/** New entries, made in the page. */
import { newId } from './ids.ts';
import { timeText } from './moment.ts';
import type { BodyOf, EntryKind, NewEntry, PracticeView } from './record.ts';

export interface Author {
  readonly name: string;
  readonly role: 'client' | 'therapist' | 'front-desk';
}

/** Whoever is signed in, as who they write. */
export const authorOf = ({ therapist, you }: Pick<PracticeView, 'therapist' | 'you'>): Author => ({
  name: therapist.name,
  role: you?.role === 'front-desk' ? 'front-desk' : 'therapist',
});

export function newEntry<const Kind extends EntryKind>(
  kind: Kind,
  client: string,
  by: Author,
  body: BodyOf<Kind>,
  now: Date = new Date(),
): NewEntry {
  const entry = { id: newId(now.getTime()), client, kind, v: 1, on: timeText(now), by, body };
  // `kind` and `body` belong together by the signature; TypeScript cannot follow that into the union.
  return entry as unknown as NewEntry;
}
