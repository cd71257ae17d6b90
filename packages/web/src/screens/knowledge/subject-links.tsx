import type { SubjectLink } from '@assuage/handbook';
import { Link } from '@tanstack/react-router';

/** Other pages of the knowledge, as a list of links. */
export function SubjectLinks({ links }: { readonly links: readonly SubjectLink[] }) {
  return links.length === 0 ? null : (
    <ul className="knowledge-links">
      {links.map(({ id, name }) => (
        <li key={id}>
          <Link to="/knowledge/$id" params={{ id }} className="knowledge-link">
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
