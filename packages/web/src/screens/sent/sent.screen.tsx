import { Page } from '../../components/page.tsx';

export function SentScreen() {
  return (
    <Page title="Sent" audience="client">
      <p>This screen is being written.</p>
    </Page>
  );
}
