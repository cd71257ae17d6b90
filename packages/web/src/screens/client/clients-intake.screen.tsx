import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { useClient } from '../../state/use-client.ts';
import { useToday } from '../../state/use-today.ts';
import { intakeTexts } from '../../texts.ts';
import { ClientLoading } from '../client-loading.tsx';
import { IntakeForm } from './intake-form.tsx';

const route = getRouteApi('/check-in/$id/intake');

/** The intake on the client's own phone. It begins empty: a link shows nothing of the record. */
export function ClientsIntakeScreen() {
  const { id } = route.useParams();
  const handle = useClient(id);
  const today = useToday();
  const [isSent, setIsSent] = useState(false);
  const { loaded, again } = handle;
  if (isSent)
    return (
      <Page title={intakeTexts.sent} audience="client">
        <p>{intakeTexts.next}</p>
      </Page>
    );
  return loaded.status === 'here' ? (
    <IntakeForm
      at={loaded.value}
      handle={handle}
      today={today}
      audience="client"
      onSaved={() => setIsSent(true)}
    />
  ) : (
    <ClientLoading title={intakeTexts.title} loaded={loaded} again={again} />
  );
}
