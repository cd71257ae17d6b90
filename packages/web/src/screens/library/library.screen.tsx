import type { ReviewView } from '@assuage/server';
import { useMemo, useState } from 'react';
import { NotHere } from '../../components/not-here.tsx';
import { Page } from '../../components/page.tsx';
import { longDate } from '../../components/times.ts';
import { getEvidence } from '../../state/api.ts';
import { addStep, foldReview, getReview, type ReviewBody, withSteps } from '../../state/review.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { WaysOut } from '../knowledge/ways-out.tsx';
import { saveFile } from '../pool/save-file.ts';
import { Candidates } from './candidates.tsx';
import { ChangedFindings } from './changed-findings.tsx';
import { Counts } from './counts.tsx';
import { decisionsCsv, numbersCsv } from './exports.ts';
import { ImportPapers } from './import-papers.tsx';
import { libraryTexts as texts } from './library.words.ts';
import { PoolTables } from './pool-tables.tsx';

type Library = Awaited<ReturnType<typeof getEvidence>>;
const load = async () => {
  const [view, library] = await Promise.all([getReview(), getEvidence()]);
  return { view, library };
};

/** The practice's own review of papers: searches, screening by two people, counts. */
export function LibraryScreen() {
  const { loaded, again } = useLoaded(load);
  if (loaded.status !== 'here')
    return <NotHere title={texts.title} loaded={loaded} failure={texts.failed} again={again} />;
  return <OwnReview first={loaded.value.view} library={loaded.value.library} />;
}

interface OwnReviewProps {
  readonly first: ReviewView;
  readonly library: Library;
}

function OwnReview({ first, library }: OwnReviewProps) {
  const [view, setView] = useState(first);
  const review = useMemo(() => foldReview(view), [view]);
  const known = useMemo(() => [...library.studies, ...library.unread], [library]);
  const add = async (body: ReviewBody) => {
    const news = await addStep(body);
    setView((before) => withSteps(before, news));
  };
  const { searches, lastSearched } = review;
  return (
    <Page title={texts.title} audience="therapist" before={<WaysOut />}>
      <p>{texts.what}</p>
      <p>
        <b>
          {lastSearched === undefined
            ? texts.neverSearched
            : texts.lastSearched(longDate(lastSearched))}
        </b>
      </p>
      <section aria-labelledby="bring">
        <h2 id="bring">{texts.importTitle}</h2>
        <ImportPapers review={review} library={known} onAdd={add} />
        {searches.length === 0 ? null : (
          <details>
            <summary>{texts.searches}</summary>
            <ul>
              {searches.toReversed().map(({ id, by, body }) => (
                <li key={id}>
                  {texts.search(longDate(body.on), body.where, by, body.papers.length)}
                  {body.query === '' ? null : <span className="hint"> {body.query}</span>}
                </li>
              ))}
            </ul>
          </details>
        )}
      </section>
      <ChangedFindings changes={review.changes} />
      {searches.length === 0 ? null : (
        <>
          <Candidates review={review} onDecide={add} />
          <Counts review={review} waiting={new Set(view.waiting.map(({ paper }) => paper)).size} />
          <PoolTables review={review} />
          <section aria-labelledby="keep">
            <h2 id="keep">{texts.save}</h2>
            <button
              type="button"
              className="button"
              onClick={() => saveFile('screening.csv', 'text/csv', decisionsCsv(review))}
            >
              {texts.saveDecisions}
            </button>{' '}
            <button
              type="button"
              className="button"
              onClick={() => saveFile('numbers.csv', 'text/csv', numbersCsv(review))}
            >
              {texts.saveNumbers}
            </button>
          </section>
        </>
      )}
    </Page>
  );
}
