import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { DecisionBanner } from '../../components/decision-banner.tsx';
import { Page } from '../../components/page.tsx';
import { localToday } from '../../components/times.ts';
import { checkInOn } from '../../state/choices.ts';
import { isStopped, standingOf } from '../../state/derive.ts';
import { type ClientAtWork, useClient } from '../../state/use-client.ts';
import { checkInWords, sentTexts } from '../../texts.ts';
import { ClientLoading } from '../client-loading.tsx';
import { MoreQuestions } from './more-questions.tsx';

const route = getRouteApi('/check-in/$id/sent');

/** After the check-in: what it means for today, and what happens next. */
export function SentScreen() {
  const { id } = route.useParams();
  const { loaded, again } = useClient(id);
  return loaded.status === 'here' ? (
    <Sent at={loaded.value} />
  ) : (
    <ClientLoading title={checkInWords.title} loaded={loaded} again={again} />
  );
}

function Sent({ at: { engine, record, practice } }: { readonly at: ClientAtWork }) {
  const today = localToday();
  // By a link only today's answers are known here: enough to say "get help", not to say "go ahead".
  const isByLink = practice.you?.role === 'link';
  const { id } = record.client;
  const { envelope, questions } = useMemo(
    () => standingOf(engine, record, today),
    [engine, record, today],
  );
  if (checkInOn(record, today) === undefined)
    return (
      <Page title={sentTexts.none} windowTitle="Check-in" audience="client">
        <div className="main-action">
          <Link className="button button-main" to="/check-in/$id" params={{ id }}>
            {sentTexts.start}
          </Link>
        </div>
      </Page>
    );
  return (
    <Page title={sentTexts.title} audience="client">
      {isByLink && !isStopped(envelope.known) ? null : (
        <DecisionBanner
          audience="client"
          decision={isByLink ? envelope.known : envelope.decision}
          known={envelope.known}
          questions={isByLink ? 0 : questions.length}
        />
      )}
      <p>{sentTexts.next}</p>
      <p>{sentTexts.tell}</p>
      <p>{sentTexts.later}</p>
      {envelope.known === 'refer-now' ? null : <MoreQuestions client={id} today={today} />}
      <div className="main-action">
        {isByLink || isStopped(envelope.known) ? null : (
          <Link className="button button-main" to="/check-in/$id/plan" params={{ id }}>
            {sentTexts.plan}
          </Link>
        )}
        {isByLink ? null : (
          <Link className="button" to="/check-in/$id/progress" params={{ id }}>
            {sentTexts.progress}
          </Link>
        )}
        <Link className="button" to="/check-in/$id" params={{ id }}>
          {sentTexts.again}
        </Link>
        <button type="button" className="button" onClick={() => print()}>
          {sentTexts.print}
        </button>
      </div>
      {isByLink ? null : (
        <p className="no-print">
          <Link className="back" to="/clients/$id/plan" params={{ id }}>
            {sentTexts.therapist}
          </Link>
        </p>
      )}
    </Page>
  );
}
