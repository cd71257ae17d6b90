/** The knowledge as pages and as words to look up, made once for the life of the page. */
import { createHandbook, type Handbook } from '@assuage/handbook';
import { createSearch, type Search } from '@assuage/knowledge';
import { loadWorkplace } from '../../state/engine.ts';

export interface Shelf {
  readonly handbook: Handbook;
  readonly search: Search;
  /** The name of a page. */
  readonly nameOf: (id: string) => string;
}

let shelf: Promise<Shelf> | undefined;

/** A failure is not kept: the next page tries again. */
export function loadShelf(): Promise<Shelf> {
  shelf ??= loadWorkplace().then(
    ({ engine }) => ({
      handbook: createHandbook(engine),
      search: createSearch(engine.knowledge),
      nameOf: (id: string) => (engine.fact(id) ?? engine.technique(id))?.name ?? id,
    }),
    (error: unknown) => {
      shelf = undefined;
      throw error;
    },
  );
  return shelf;
}
