import { Link } from '@tanstack/react-router';
import type { Ref } from 'react';
import type { FoundLink } from './found.ts';

interface FoundLinksProps {
  readonly links: readonly FoundLink[];
  readonly list?: Ref<HTMLUListElement>;
}

/** Pages that may be meant, the nearest first. */
export function FoundLinks({ links, list }: FoundLinksProps) {
  return (
    <ul ref={list} className="suggestions">
      {links.map(({ id, label }) => (
        <li key={id}>
          <Link to="/knowledge/$id" params={{ id }} className="button">
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
