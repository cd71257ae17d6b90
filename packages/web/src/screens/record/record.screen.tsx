import { Page } from '../../components/page.tsx';

export function RecordScreen() {
  return (
    <Page title="Record" audience="therapist">
      <p>This screen is being written.</p>
    </Page>
  );
}
