import { Page } from '../../components/page.tsx';

export function SessionPlanScreen() {
  return (
    <Page title="Session plan" audience="therapist">
      <p>This screen is being written.</p>
    </Page>
  );
}
