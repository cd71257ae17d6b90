import type { CitedSource } from '@assuage/safety';
import { SourceLink } from '../../components/source-link.tsx';
import { knowledgeTexts as texts } from './knowledge.words.ts';

interface SourceListProps {
  readonly sources: readonly CitedSource[];
}

/** Each source: what it says, its title as a link, who published it and when. */
export function SourceList({ sources }: SourceListProps) {
  return (
    <ul className="knowledge-sources">
      {sources.map((source) => (
        <li key={`${source.id} ${source.locator} ${source.says}`}>
          <SourceLink source={source} />
        </li>
      ))}
    </ul>
  );
}

/** The same, one tap away. */
export function FoldedSources({ sources }: SourceListProps) {
  return sources.length === 0 ? null : (
    <details>
      <summary>{texts.sourceCount(sources.length)}</summary>
      <SourceList sources={sources} />
    </details>
  );
}
