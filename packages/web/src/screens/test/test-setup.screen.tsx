import { dailyRatings, isTesting } from '@assuage/outcomes';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { NotHere } from '../../components/not-here.tsx';
import { Page } from '../../components/page.tsx';
import { isStopped, standingOf } from '../../state/derive.ts';
import { loadMeasures } from '../../state/measures.ts';
import { type ClientAtWork, type ClientHandle, useClient } from '../../state/use-client.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { useToday } from '../../state/use-today.ts';
import { SetupForm } from './setup-form.tsx';
import { testSetupTexts as texts } from './test.words.ts';

const route = getRouteApi('/clients/$id/test');

/** A within-person test is planned: the question first, then the weeks as chance draws them. */
export function TestSetupScreen() {
  const { id } = route.useParams();
  return <SetupFor key={id} id={id} />;
}

function SetupFor({ id }: { readonly id: string }) {
  const handle = useClient(id);
  const { loaded, again } = handle;
  return loaded.status === 'here' ? (
    <Setup at={loaded.value} handle={handle} />
  ) : (
    <NotHere
      title={texts.title}
      loaded={loaded}
      failure="We could not get this client."
      again={again}
    />
  );
}

interface SetupProps {
  readonly at: ClientAtWork;
  readonly handle: ClientHandle;
}

function Setup({ at, handle }: SetupProps) {
  const { engine, record } = at;
  const today = useToday();
  const { loaded, again } = useLoaded(
    useCallback(async () => dailyRatings(await loadMeasures()), []),
  );
  const { envelope } = useMemo(() => standingOf(engine, record, today), [engine, record, today]);
  if (loaded.status !== 'here')
    return (
      <NotHere title={texts.title} loaded={loaded} failure={texts.measuresFailed} again={again} />
    );
  return (
    <Page
      title={texts.title}
      audience="therapist"
      before={
        <Link className="back" to="/clients/$id" params={{ id: record.client.id }}>
          {texts.back}
        </Link>
      }
    >
      <p>
        <b>{record.client.name}</b>
      </p>
      <p>{texts.what}</p>
      {isStopped(envelope.decision) ? (
        <p className="notice">
          <b>{isStopped(envelope.known) ? texts.notToday : texts.notYet}</b> {texts.notTodayWhat}
        </p>
      ) : null}
      {isTesting(record, today) ? (
        <p className="notice">{texts.running}</p>
      ) : (
        <SetupForm at={at} handle={handle} ratings={loaded.value} today={today} />
      )}
    </Page>
  );
}
