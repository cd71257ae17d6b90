import type { CitedSource } from '@assuage/safety';
import { SourceLink } from '../../components/source-link.tsx';

export function SourceList({ sources }: { readonly sources: readonly CitedSource[] }) {
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
