import { isTesting, type PersonTest } from '@assuage/outcomes';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { longDate } from '../../components/times.ts';
import { useMayWrite } from '../../components/write-fold.tsx';
import { writerOf } from '../../state/writer.ts';
import type { ClientView, SectionProps } from '../client/view.ts';
import { NoteChange, StopTest } from './change-test.tsx';
import { DiaryTable } from './diary.tsx';
import { DrawnWeeks } from './drawn-weeks.tsx';
import { OtherOutcomes } from './other-outcomes.tsx';
import { RateToday } from './rate-today.tsx';
import { testSetupTexts, testWorkTexts as texts } from './test.words.ts';
import { TestDetails } from './test-details.tsx';
import { stopText } from './test-sentences.ts';
import { TestView } from './test-view.tsx';
import { useReport } from './use-report.ts';
import { useTests } from './use-tests.ts';

/** The within-person tests of a client, for the therapist. */
export function TestsSection({ view, handle }: SectionProps) {
  const { record, today } = view;
  const mayWrite = useMayWrite();
  const { tests, again, hasFailed } = useTests(view, today);
  return (
    <section aria-labelledby="tests">
      <h2 id="tests">{texts.section}</h2>
      {hasFailed ? (
        <p>
          {testSetupTexts.measuresFailed}{' '}
          <button type="button" className="button button-plain" onClick={again}>
            {texts.tryAgain}
          </button>
        </p>
      ) : null}
      {record.trials.length === 0 ? <p>{texts.none}</p> : null}
      {tests.map((test, i) =>
        i === 0 ? (
          <OneTest key={test.entry} test={test} view={view} handle={handle} />
        ) : (
          <details key={test.entry}>
            <summary>{texts.older(longDate(test.trial.start))}</summary>
            <OneTest test={test} view={view} handle={handle} />
          </details>
        ),
      )}
      {!mayWrite ? null : isTesting(record, today) ? (
        <p className="hint">{texts.oneAtATime}</p>
      ) : (
        <p className="no-print">
          <Link className="button" to="/clients/$id/test" params={{ id: record.client.id }}>
            {texts.plan}
          </Link>
        </p>
      )}
    </section>
  );
}

interface OneTestProps extends SectionProps {
  readonly test: PersonTest;
}

function OneTest({ test, view, handle }: OneTestProps) {
  const write = useMemo(() => writerOf(view, handle), [view, handle]);
  const { engine, record } = view;
  const mayWrite = useMayWrite();
  const report = useReport(test, { engine, record });
  const { client } = record;
  const mayStop = test.phase === 'running' || test.phase === 'planned';
  return (
    <div className="one-test">
      <TestView
        test={test}
        report={report}
        sessions={sessionsIn(view)}
        id={`test-${test.entry}`}
        heading="h3"
      />
      {test.primary.days.length === 0 ? null : <DiaryTable test={test} />}
      {report.status === 'here' ? (
        <>
          <TestDetails report={report.value} />
          <OtherOutcomes report={report.value} id={test.entry} heading="h4" />
        </>
      ) : null}
      <Happened test={test} />
      {mayWrite ? <RateToday test={test} client={client.id} /> : null}
      {mayStop ? (
        <details>
          <summary>{texts.ahead}</summary>
          <DrawnWeeks test={test.fixed} record={record} from={view.today} />
        </details>
      ) : null}
      <NoteChange test={test} write={write} />
      {mayStop ? <StopTest test={test} write={write} /> : null}
      <p className="no-print">
        <Link
          className="button"
          to="/clients/$id/test/report"
          params={{ id: client.id }}
          search={{ entry: test.entry }}
        >
          {texts.report}
        </Link>
      </p>
    </div>
  );
}

export const sessionsIn = ({ record }: Pick<ClientView, 'record'>): readonly string[] =>
  record.sessions.map(({ on }) => on.slice(0, 10));

/** What went otherwise than it was drawn. */
function Happened({ test }: { readonly test: PersonTest }) {
  const { missed, rescues, unrated, notes, ended } = test;
  const lines = [
    ...missed.map(({ from }) => `${texts.missed(longDate(from))} ${texts.missedCounts}`),
    ...rescues.map((day) => texts.rescue(longDate(day))),
    ...unrated.map(({ number }) => texts.unrated(number)),
    ...notes.map(({ on, text }) => `${longDate(on)}: ${text}`),
    ...(ended ? [stopText(ended)] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <>
      <h4>{texts.notes}</h4>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
