import type { CitedSource } from '@assuage/safety';

/** A source: its title as a link to a new tab, who published it and when, and the place inside it. */
export function SourceLink({ source }: { readonly source: CitedSource }) {
  const { title, publisher, url, year, locator, says } = source;
  return (
    <span className="source">
      {says === undefined ? null : <span className="source-says">{says} </span>}
      <a href={url} target="_blank" rel="noreferrer">
        {title}
        <span className="visually-hidden"> (opens in a new tab)</span>
      </a>
      <span> ({[publisher, year, locator].filter((part) => part !== undefined).join(', ')})</span>
    </span>
  );
}
