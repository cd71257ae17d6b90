import { useParams } from '@tanstack/react-router';
import { useCallback } from 'react';
import { NotHere } from '../../components/not-here.tsx';
import { loadMeasures } from '../../state/measures.ts';
import { useClient } from '../../state/use-client.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { clinicianTexts } from './clinician.words.ts';
import { ClinicianPage } from './clinician-page.tsx';

/** One page for a clinician: what to act on, the limits, and how it is going. */
export function ClinicianScreen() {
  const { id } = useParams({ from: '/clients/$id/clinician' });
  return <ClinicianFor key={id} id={id} />;
}

function ClinicianFor({ id }: { readonly id: string }) {
  const client = useClient(id);
  const measures = useLoaded(loadMeasures);
  const again = useCallback(() => {
    client.again();
    measures.again();
  }, [client, measures]);
  if (client.loaded.status === 'here' && measures.loaded.status === 'here')
    return <ClinicianPage at={client.loaded.value} measures={measures.loaded.value} />;
  const missing = client.loaded.status === 'here' ? measures.loaded : client.loaded;
  return missing.status === 'here' ? null : (
    <NotHere
      title={clinicianTexts.title}
      loaded={missing}
      failure="We could not make the page."
      again={again}
    />
  );
}
