import type { CitedSource } from '@assuage/safety';
import { Link } from '@tanstack/react-router';

/**
 * A source: its title as a link to a new tab, who published it and when, the place inside it, and, where it is a
 * study, what it found.
 */
export function SourceLink({ source }: { readonly source: CitedSource }) {
  const { title, publisher, url, year, locator, says, study } = source;
  return (
    <span className="source">
      {says === undefined ? null : <span className="source-says">{says} </span>}
      <a href={url} target="_blank" rel="noreferrer">
        {title}
        <span className="visually-hidden"> (opens in a new tab)</span>
      </a>
      <span> ({[publisher, year, locator].filter((part) => part !== undefined).join(', ')})</span>
      {study === undefined ? null : (
        <>
          {' '}
          <Link to="/knowledge/studies/$id" params={{ id: study }} className="no-print">
            What this study found
          </Link>
        </>
      )}
    </span>
  );
}
