/** What was typed or stood in an address → links to the pages that may be meant. Pure. */
import { describeMatch, type Search, type SearchKind } from '@assuage/knowledge';

export interface FoundLink {
  readonly id: string;
  /** "Humira (TNF inhibitors)" */
  readonly label: string;
}

const KINDS: readonly SearchKind[] = ['condition', 'medicine', 'finding', 'technique'];
const MOST = 8;

/**
 * The nearest first, at most eight; one to a page. A medicine of two classes leads to both.
 * @param nameOf the name of a page
 */
export function linksFor(
  search: Search,
  nameOf: (id: string) => string,
  typed: string,
): FoundLink[] {
  const { exact, suggestions } = search.find(typed, KINDS);
  const links = new Map<string, FoundLink>();
  for (const match of [...exact, ...suggestions]) {
    if (match.kind === 'place') continue;
    for (const id of match.ids)
      if (!links.has(id))
        links.set(id, { id, label: describeMatch({ ...match, id, name: nameOf(id) }) });
  }
  return [...links.values()].slice(0, MOST);
}

/** @param id from an address that leads to no page: "rheumatoid-artritis" */
export const linksNear = (
  search: Search,
  nameOf: (id: string) => string,
  id: string,
): FoundLink[] => linksFor(search, nameOf, id.replaceAll('-', ' '));
