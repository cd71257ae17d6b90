import { Page } from '../../components/page.tsx';

export function ClientScreen() {
  return (
    <Page title="Client" audience="therapist">
      <p>This screen is being written.</p>
    </Page>
  );
}
