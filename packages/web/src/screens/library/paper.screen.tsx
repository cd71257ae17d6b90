import type { ReviewView } from '@assuage/server';
import { Link, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { NotHere } from '../../components/not-here.tsx';
import { Page } from '../../components/page.tsx';
import { addStep, foldReview, getReview, withSteps } from '../../state/review.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { extractionTexts as texts } from './extraction.words.ts';
import { ExtractionForm } from './extraction-form.tsx';
import { ExtractionTables } from './extraction-table.tsx';
import { libraryTexts } from './library.words.ts';
import { PaperFacts } from './paper-facts.tsx';

/** One paper that is read in full: its numbers, by each reader. */
export function PaperScreen() {
  const { loaded, again } = useLoaded(getReview);
  if (loaded.status !== 'here')
    return (
      <NotHere title={texts.title} loaded={loaded} failure={libraryTexts.failed} again={again} />
    );
  return <OnePaper first={loaded.value} />;
}

function OnePaper({ first }: { readonly first: ReviewView }) {
  const { name } = useSearch({ from: '/library/paper' });
  const [view, setView] = useState(first);
  const review = useMemo(() => foldReview(view), [view]);
  const candidate = review.candidates.find((one) => one.name === name);
  const samePeople = (cohort: string): string | undefined => {
    const people = cohort.trim().toLowerCase();
    return review.candidates.find(
      (one) =>
        one.name !== name &&
        one.extractions.some(({ body }) => body.cohort.toLowerCase() === people),
    )?.paper.title;
  };
  return (
    <Page
      title={texts.title}
      audience="therapist"
      before={
        <Link to="/library" className="button button-plain">
          {texts.back}
        </Link>
      }
    >
      {candidate === undefined ? (
        <p>{texts.missing}</p>
      ) : (
        <>
          <h2>{candidate.paper.title}</h2>
          <PaperFacts paper={candidate.paper} />
          {candidate.standing.at === 'in' ? null : <p className="notice">{texts.notIn}</p>}
          <section aria-labelledby="read">
            <h2 id="read">{texts.read}</h2>
            {candidate.extractions.length === 0 ? <p>{texts.nothingRead}</p> : null}
            <ExtractionTables extractions={candidate.extractions} />
          </section>
          <section aria-labelledby="form">
            <h2 id="form">{texts.form}</h2>
            <ExtractionForm
              paper={name}
              samePeople={samePeople}
              onSave={async (extraction) => {
                const news = await addStep(extraction);
                setView((before) => withSteps(before, news));
              }}
            />
          </section>
        </>
      )}
    </Page>
  );
}
