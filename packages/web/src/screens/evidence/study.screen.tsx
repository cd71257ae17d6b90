import type { StudyOutcome, StudyPage } from '@assuage/handbook';
import { useParams } from '@tanstack/react-router';
import { NotHere } from '../../components/not-here.tsx';
import { Page } from '../../components/page.tsx';
import { useArrival } from '../../components/use-arrival.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { LinkSection } from '../knowledge/link-section.tsx';
import { WaysOut } from '../knowledge/ways-out.tsx';
import { evidenceTexts as texts } from './evidence.words.ts';
import { ClaimLinks, PaperLink } from './evidence-links.tsx';
import { loadEvidence } from './evidence-shelf.ts';
import { NoSuchPage } from './no-such-page.tsx';

/** One study: what it found, what a quick reader would get wrong, how it was done, and the way to the paper. */
export function StudyScreen() {
  const { id } = useParams({ from: '/knowledge/studies/$id' });
  const { loaded, again } = useLoaded(loadEvidence);
  if (loaded.status !== 'here')
    return <NotHere title={texts.study} loaded={loaded} failure={texts.failed} again={again} />;
  const study = loaded.value.study(id);
  return study === undefined ? <NoSuchPage /> : <Study key={id} study={study} />;
}

function Study({ study }: { readonly study: StudyPage }) {
  useArrival();
  return (
    <Page title={study.title} windowTitle={texts.study} audience="therapist" before={<WaysOut />}>
      <p className="hint">{study.name}</p>
      <p>{study.summary}</p>
      {study.isPublishedReview ? <p className="notice">{texts.published}</p> : null}
      <p>
        <PaperLink address={study.address}>{texts.open}</PaperLink>
      </p>
      {study.flags.length === 0 ? null : (
        <section aria-labelledby="flags">
          <h2 id="flags">{texts.flags}</h2>
          <ul>
            {study.flags.map((flag) => (
              <li key={flag}>{flag}</li>
            ))}
          </ul>
        </section>
      )}
      {study.outcomes.length === 0 ? null : (
        <section aria-labelledby="outcomes">
          <h2 id="outcomes">{texts.outcomes}</h2>
          {study.outcomes.map((outcome) => (
            <Outcome key={`${outcome.measure} ${outcome.how}`} outcome={outcome} />
          ))}
        </section>
      )}
      <section aria-labelledby="how">
        <h2 id="how">{texts.how}</h2>
        <dl className="knowledge-facts">
          {study.facts.map(({ term, text }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
      {study.claims.length === 0 ? null : (
        <section aria-labelledby="claims">
          <h2 id="claims">{texts.namedIn}</h2>
          <ClaimLinks claims={study.claims} />
        </section>
      )}
      <LinkSection id="about" title={texts.about} links={study.about} />
    </Page>
  );
}

function Outcome({ outcome }: { readonly outcome: StudyOutcome }) {
  return (
    <article className="reason">
      <h3>{outcome.measure}</h3>
      <p>
        <b>{outcome.shows}</b>
        {outcome.how === '' ? '' : ` (${outcome.how})`}
      </p>
      <ul>
        {outcome.numbers.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </article>
  );
}
