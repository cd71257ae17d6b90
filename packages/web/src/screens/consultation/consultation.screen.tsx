import { useParams } from '@tanstack/react-router';
import { NotHere } from '../../components/not-here.tsx';
import { useClient } from '../../state/use-client.ts';
import { ConsultationDocument } from './consultation-document.tsx';

/** What therapist and client sign before the first session, and when it changes: made from the plan. */
export function ConsultationScreen() {
  const { id } = useParams({ from: '/clients/$id/consultation' });
  return <ConsultationFor key={id} id={id} />;
}

function ConsultationFor({ id }: { readonly id: string }) {
  const handle = useClient(id);
  const { loaded, again } = handle;
  if (loaded.status !== 'here')
    return (
      <NotHere
        title="Consultation document"
        loaded={loaded}
        failure="We could not make the document."
        again={again}
      />
    );
  return <ConsultationDocument at={loaded.value} handle={handle} />;
}
