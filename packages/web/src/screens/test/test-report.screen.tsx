import { type PersonTest, reportMarkdown, type TestReport } from '@assuage/outcomes';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NotHere } from '../../components/not-here.tsx';
import { Page } from '../../components/page.tsx';
import { Status } from '../../components/status.tsx';
import { longDate } from '../../components/times.ts';
import type { ClientRecord } from '../../state/record.ts';
import { type ClientAtWork, useClient } from '../../state/use-client.ts';
import { useToday } from '../../state/use-today.ts';
import { saveFile } from '../pool/save-file.ts';
import { OtherOutcomes } from './other-outcomes.tsx';
import { ReportParts } from './report-parts.tsx';
import { testTexts, testWorkTexts, testReportTexts as texts } from './test.words.ts';
import { TestDetails } from './test-details.tsx';
import { TestView } from './test-view.tsx';
import { sessionsIn } from './tests-section.tsx';
import { useReport } from './use-report.ts';
import { useTests } from './use-tests.ts';

const route = getRouteApi('/clients/$id/test/report');

/** What CENT and SCRIBE ask of a report of a within-person test, on paper. */
export function TestReportScreen() {
  const { id } = route.useParams();
  const { loaded, again } = useClient(id);
  return loaded.status === 'here' ? (
    <ReportFor at={loaded.value} />
  ) : (
    <NotHere title={texts.title} loaded={loaded} failure={texts.failed} again={again} />
  );
}

function ReportFor({ at }: { readonly at: ClientAtWork }) {
  const { entry } = route.useSearch();
  const { client } = at.record;
  const { tests, hasFailed, again } = useTests(at, useToday());
  const test = entry === undefined ? tests[0] : tests.find((one) => one.entry === entry);
  return (
    <Page
      title={texts.title}
      audience="therapist"
      before={
        <Link className="back" to="/clients/$id" params={{ id: client.id }} hash="tests">
          {texts.back}
        </Link>
      }
    >
      {test ? <Report test={test} at={at} /> : <p>{hasFailed ? texts.failed : texts.none}</p>}
      {hasFailed ? (
        <button type="button" className="button" onClick={again}>
          {testWorkTexts.tryAgain}
        </button>
      ) : null}
    </Page>
  );
}

function Report({ test, at }: { readonly test: PersonTest; readonly at: ClientAtWork }) {
  const { record, practice } = at;
  const report = useReport(test, at);
  return (
    <div className="test-report">
      <p>
        <b>{record.client.name}</b>
        {record.client.born === undefined ? '' : `, born ${longDate(record.client.born)}`}.{' '}
        {practice.name}, {practice.therapist.name}.
      </p>
      <p>{texts.kind}</p>
      <TestView test={test} report={report} sessions={sessionsIn(at)} id="report" heading="h2" />
      {report.status === 'here' ? (
        <>
          <TestDetails report={report.value} />
          <OtherOutcomes report={report.value} id="report" heading="h3" />
          <ReportParts report={report.value} />
          <Keep report={report.value} record={record} />
        </>
      ) : (
        <Status>{testTexts.working}</Status>
      )}
    </div>
  );
}

interface KeepProps {
  readonly report: TestReport;
  readonly record: ClientRecord;
}

function Keep({ report, record }: KeepProps): ReactNode {
  return (
    <div className="main-action">
      <button type="button" className="button button-main" onClick={() => print()}>
        {texts.print}
      </button>
      <button
        type="button"
        className="button"
        onClick={() =>
          saveFile(`test-${record.client.id}.md`, 'text/markdown', reportMarkdown(report))
        }
      >
        {texts.save}
      </button>
    </div>
  );
}
