import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { BodyMap } from '../../body-map/body-map.tsx';
import type { Mark } from '../../body-map/marks.ts';
import { DecisionBanner } from '../../components/decision-banner.tsx';
import { Page } from '../../components/page.tsx';
import { localToday } from '../../components/times.ts';
import { usualChoices } from '../../state/choices.ts';
import { sessionOf, standingOf, untouched } from '../../state/derive.ts';
import { type ClientAtWork, useClient } from '../../state/use-client.ts';
import { checkInWords, myPlanTexts } from '../../texts.ts';
import { ClientLoading } from '../client-loading.tsx';
import { planLines } from './my-plan.words.ts';
import { WhatMayHelp } from './what-may-help.tsx';

const route = getRouteApi('/check-in/$id/plan');

/** What today will be like, for the client. */
export function MyPlanScreen() {
  const { id } = route.useParams();
  const { loaded, again } = useClient(id);
  return loaded.status === 'here' ? (
    <MyPlan at={loaded.value} />
  ) : (
    <ClientLoading title={myPlanTexts.title} loaded={loaded} again={again} />
  );
}

function MyPlan({ at: { engine, record, practice } }: { readonly at: ClientAtWork }) {
  const today = localToday();
  const { standing, session } = useMemo(() => {
    const standing = standingOf(engine, record, today);
    const choices = usualChoices(record, today);
    const { training } = practice.therapist;
    return { standing, session: sessionOf(engine, record, standing, choices, training, today) };
  }, [engine, record, practice, today]);
  const { envelope, questions } = standing;
  const conditions = [...standing.profile.facts.values()].flatMap(({ fact, answer }) => {
    const had = answer === 'yes' ? engine.fact(fact) : undefined;
    return had?.kind === 'condition' ? [had] : [];
  });
  const marks: Mark[] = [
    ...session.plan.segments.flatMap(({ places }) =>
      places.map((place): Mark => ({ kind: 'treated', place })),
    ),
    ...[...untouched(engine, envelope), ...record.avoid].map(
      (place): Mark => ({ kind: 'avoid', place }),
    ),
  ];
  return (
    <Page
      title={myPlanTexts.title}
      audience="client"
      before={
        <Link className="back" to="/check-in/$id/sent" params={{ id: record.client.id }}>
          {checkInWords.back}
        </Link>
      }
    >
      <DecisionBanner
        audience="client"
        decision={envelope.decision}
        known={envelope.known}
        questions={questions.length}
      />
      <ul className="plan-lines">
        {planLines(engine, standing, session, record.avoid).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{myPlanTexts.stop}</p>
      {session.plan.segments.length === 0 ? null : (
        <>
          <h2>{myPlanTexts.map}</h2>
          <BodyMap body={engine.body} marks={marks} hasKey={false} />
          <p>{myPlanTexts.mapNote}</p>
        </>
      )}
      <WhatMayHelp conditions={conditions} />
    </Page>
  );
}
