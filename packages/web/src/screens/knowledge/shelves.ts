/** The lists that the knowledge is looked through in: illnesses, medicines, red flags, the rest. Pure. */
import type { HandbookIndex, SubjectLink } from '@assuage/handbook';

export interface ShelfList {
  readonly title: string;
  readonly links: readonly SubjectLink[];
}

const RED_FLAGS = 'Red flags: warning signs';

/** The red flags stand by themselves, before the other findings, and are not told twice. */
export function listsOf({ groups, redFlags }: HandbookIndex): ShelfList[] {
  const flagged = new Set(redFlags.map(({ id }) => id));
  return groups.flatMap(({ kind, title, links }) =>
    kind === 'finding'
      ? [
          { title: RED_FLAGS, links: redFlags },
          { title, links: links.filter(({ id }) => !flagged.has(id)) },
        ]
      : [{ title, links }],
  );
}
