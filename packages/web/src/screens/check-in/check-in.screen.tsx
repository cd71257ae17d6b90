import { Page } from '../../components/page.tsx';

export function CheckInScreen() {
  return (
    <Page title="CheckIn" audience="client">
      <p>This screen is being written.</p>
    </Page>
  );
}
