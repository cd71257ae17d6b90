import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Page } from '../../components/page.tsx';
import { Status } from '../../components/status.tsx';
import { openLink } from '../../state/account-api.ts';
import { secretInAddress } from './secret-in-address.ts';

const FORMS = {
  'check-in': '/check-in/$id',
  intake: '/check-in/$id/intake',
  ratings: '/check-in/$id/ratings',
} as const;
const NOT_WHOLE = 'This link is not whole. Open the one you were sent, or ask for a new one.';

/** A client's link: it opens the one form that it is for. */
export function ClientLinkScreen() {
  const [secret] = useState(secretInAddress);
  const navigate = useNavigate();
  const [wrong, setWrong] = useState<string | undefined>(
    secret === undefined ? NOT_WHOLE : undefined,
  );
  useEffect(() => {
    if (secret === undefined) return;
    openLink(secret).then(
      ({ client, purpose }) =>
        navigate({ to: FORMS[purpose], params: { id: client }, replace: true }),
      (error: unknown) => setWrong(error instanceof Error ? error.message : String(error)),
    );
  }, [secret, navigate]);
  return wrong === undefined ? (
    <Page title="Your form" audience="client">
      <Status>Opening</Status>
    </Page>
  ) : (
    <Page title="This link does not work" audience="client" hasError>
      <p>{wrong}</p>
    </Page>
  );
}
