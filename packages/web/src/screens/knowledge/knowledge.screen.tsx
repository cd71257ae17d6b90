import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { NotHere } from '../../components/not-here.tsx';
import { Page } from '../../components/page.tsx';
import { useArrival } from '../../components/use-arrival.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { libraryTexts } from '../library/library.words.ts';
import { poolTexts } from '../pool/pool.words.ts';
import { knowledgeTexts as texts } from './knowledge.words.ts';
import { SearchBox } from './search-box.tsx';
import { loadShelf, type Shelf } from './shelf.ts';
import { listsOf } from './shelves.ts';
import { SubjectLinks } from './subject-links.tsx';

/** Everything that is known, to be looked up or looked through. */
export function KnowledgeScreen() {
  const { loaded, again } = useLoaded(loadShelf);
  if (loaded.status !== 'here')
    return <NotHere title={texts.title} loaded={loaded} failure={texts.failed} again={again} />;
  return <KnowledgeList shelf={loaded.value} />;
}

function KnowledgeList({ shelf }: { readonly shelf: Shelf }) {
  const { q = '' } = useSearch({ from: '/knowledge' });
  const navigate = useNavigate({ from: '/knowledge' });
  const [typed, setTyped] = useState(q);
  useArrival();
  const type = (next: string) => {
    setTyped(next);
    void navigate({ search: next === '' ? {} : { q: next }, replace: true, resetScroll: false });
  };
  const { index } = shelf.handbook;
  return (
    <Page title={texts.title} audience="therapist">
      <p>{texts.what}</p>
      <p>{texts.notDiagnosis}</p>
      <SearchBox shelf={shelf} typed={typed} onType={type} />
      <p>
        <Link to="/knowledge/claims" className="knowledge-link">
          {texts.claims}
        </Link>
      </p>
      <p>
        <Link to="/knowledge/measures" className="knowledge-link">
          {texts.measures}
        </Link>
      </p>
      <p>
        <Link to="/pool" className="knowledge-link">
          {poolTexts.title}
        </Link>
      </p>
      <p>
        <Link to="/library" className="knowledge-link">
          {libraryTexts.title}
        </Link>
      </p>
      <section aria-labelledby="lists">
        <h2 id="lists">{texts.browse}</h2>
        {listsOf(index).map(({ title, links }) => (
          <details key={title}>
            <summary>
              {title} ({links.length})
            </summary>
            <SubjectLinks links={links} />
          </details>
        ))}
      </section>
      <section aria-labelledby="release">
        <h2 id="release">{texts.release}</h2>
        <p>{texts.releaseIs(index.release, index.counts.rules, index.counts.sources)}</p>
        <p>{texts.releaseWhat}</p>
      </section>
    </Page>
  );
}
