import { Page } from '../../components/page.tsx';

export function MyPlanScreen() {
  return (
    <Page title="MyPlan" audience="client">
      <p>This screen is being written.</p>
    </Page>
  );
}
