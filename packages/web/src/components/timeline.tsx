import type { ReactNode } from 'react';

/** So many are seen without asking for more. */
const SEEN = 5;

interface TimelineProps<Item> {
  /** The newest first. */
  readonly items: readonly Item[];
  /** What the items are called, after a number: `older sessions`. */
  readonly older: string;
  /** One `li` with its key. */
  readonly children: (item: Item) => ReactNode;
}

/** What happened, the newest first; the older folded away, so that a long record stays a short page. */
export function Timeline<Item>({ items, older, children }: TimelineProps<Item>) {
  const rest = items.slice(SEEN);
  return (
    <>
      <ol className="timeline">{items.slice(0, SEEN).map(children)}</ol>
      {rest.length === 0 ? null : (
        <details>
          <summary>
            {rest.length} {older}
          </summary>
          <ol className="timeline">{rest.map(children)}</ol>
        </details>
      )}
    </>
  );
}
