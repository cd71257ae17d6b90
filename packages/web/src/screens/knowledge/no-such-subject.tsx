import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { linksNear } from './found.ts';
import { FoundLinks } from './found-links.tsx';
import { knowledgeTexts as texts } from './knowledge.words.ts';
import { SearchBox } from './search-box.tsx';
import type { Shelf } from './shelf.ts';
import { WaysOut } from './ways-out.tsx';

interface NoSuchSubjectProps {
  readonly shelf: Shelf;
  readonly id: string;
}

/** An address that leads to no page: what may have been meant, and a box to look it up. */
export function NoSuchSubject({ shelf, id }: NoSuchSubjectProps) {
  const [typed, setTyped] = useState('');
  const near = linksNear(shelf.search, shelf.nameOf, id);
  return (
    <Page title={texts.missing} audience="therapist" before={<WaysOut />}>
      <p>{texts.missingHelp}</p>
      {near.length === 0 ? null : (
        <>
          <p>{texts.missingNear}</p>
          <FoundLinks links={near} />
        </>
      )}
      <SearchBox shelf={shelf} typed={typed} onType={setTyped} />
    </Page>
  );
}
