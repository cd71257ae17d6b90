import { Page } from '../../components/page.tsx';

export function TodayScreen() {
  return (
    <Page title="Today's clients" audience="therapist">
      <p>This screen is being written.</p>
    </Page>
  );
}
