import { Link } from '@tanstack/react-router';
import { Page } from './page.tsx';

/** An address that leads nowhere. Says nothing about what exists. */
export function NotFound() {
  return (
    <Page title="This page is not here" audience="therapist">
      <p>The address may be old or have a mistake in it. Nothing is lost.</p>
      <p>
        <Link to="/">Go to today's clients</Link>
      </p>
    </Page>
  );
}

/** A mistake of ours. What was typed is kept on the device by the screens. */
export function Unexpected({ error }: { readonly error: unknown }) {
  return (
    <Page title="Something went wrong" audience="therapist" hasError>
      <p>We're sorry. This is our fault. What you saved is safe.</p>
      <p>
        <a href={location.href}>Load this page again</a>
      </p>
      <details>
        <summary>What happened</summary>
        <p>{error instanceof Error ? error.message : String(error)}</p>
      </details>
    </Page>
  );
}
