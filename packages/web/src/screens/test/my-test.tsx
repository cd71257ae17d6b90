import type { PersonTest } from '@assuage/outcomes';
import type { ClientAtWork } from '../../state/use-client.ts';
import { DiaryTable } from './diary.tsx';
import { RateToday } from './rate-today.tsx';
import { testTexts as texts } from './test.words.ts';
import { TestView } from './test-view.tsx';
import { sessionsIn } from './tests-section.tsx';
import { useReport } from './use-report.ts';
import { useTests } from './use-tests.ts';

interface MyTestProps {
  readonly at: Pick<ClientAtWork, 'engine' | 'record'>;
  readonly today: string;
}

/** The newest test, as the client reads it. */
export function MyTest({ at, today }: MyTestProps) {
  const { tests } = useTests(at, today);
  const newest = tests[0];
  return newest ? <Newest test={newest} at={at} /> : null;
}

function Newest({ test, at }: { readonly test: PersonTest; readonly at: MyTestProps['at'] }) {
  const report = useReport(test, at);
  return (
    <>
      <h2>{texts.title}</h2>
      <RateToday test={test} client={at.record.client.id} />
      <TestView test={test} report={report} sessions={sessionsIn(at)} id="my-test" />
      {test.primary.days.length === 0 ? null : <DiaryTable test={test} />}
    </>
  );
}
