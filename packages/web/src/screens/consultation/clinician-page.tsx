import type { Measures } from '@assuage/knowledge';
import { testsOf } from '@assuage/outcomes';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Page } from '../../components/page.tsx';
import { comparisonIn, verdictOn } from '../../state/comparison.ts';
import { standingOf } from '../../state/derive.ts';
import { goingOf } from '../../state/going.ts';
import { studiesOf } from '../../state/studied.ts';
import type { ClientAtWork } from '../../state/use-client.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { useToday } from '../../state/use-today.ts';
import { loadEvidence } from '../evidence/evidence-shelf.ts';
import { useReport } from '../test/use-report.ts';
import { clinicianTexts as texts } from './clinician.words.ts';
import { clinicianText, type GoingLine, moreText } from './clinician-text.ts';
import { Part } from './part.tsx';

interface ClinicianPageProps {
  readonly at: ClientAtWork;
  readonly measures: Measures;
}

/** One page, A4 or Letter. */
export function ClinicianPage({ at: { engine, record, practice }, measures }: ClinicianPageProps) {
  const today = useToday();
  // Without it the page stands as it is.
  const { loaded: evidence } = useLoaded(loadEvidence);
  const pages = evidence.status === 'here' ? evidence.value : undefined;
  const test = useMemo(() => {
    const isMedicine = (fact: string) => engine.fact(fact)?.kind === 'medicine';
    return testsOf(measures, record, isMedicine, today)[0];
  }, [engine, measures, record, today]);
  const report = useReport(test, { engine, record });
  const made = useMemo(() => {
    const comparison = comparisonIn(engine, record, today);
    const ways = comparison && verdictOn(engine, measures, record, comparison, today);
    const standing = standingOf(engine, record, today);
    return clinicianText({
      engine,
      record,
      practice,
      standing,
      going: goingOf(engine, measures, record, today),
      test:
        test && report.status === 'here' && report.value
          ? { test, report: report.value }
          : undefined,
      ways: comparison && ways && { comparison, judged: ways },
      studies: pages && studiesOf(pages, engine, record, standing.profile),
      today,
    });
  }, [engine, measures, record, practice, pages, test, report, today]);
  const { headings } = texts;
  return (
    <Page
      title={texts.title}
      audience="therapist"
      before={
        <Link to="/clients/$id" params={{ id: record.client.id }} className="back">
          Back to the client
        </Link>
      }
    >
      <div className="consultation">
        <p>{made.who.join(' ')}</p>
        <Part title={headings.act}>
          <Lines lines={made.act} />
        </Part>
        <Part title={headings.limits}>
          {made.limits.lines.length + made.limits.left === 0 ? <p>{texts.noLimits}</p> : null}
          <Lines lines={made.limits.lines} />
          <More text={[moreText(made.limits), made.waiting].filter(Boolean).join(' ')} />
        </Part>
        <Part title={headings.going}>
          {made.tests.map((test) => (
            <p key={test}>{test}</p>
          ))}
          {made.going.lines.length + made.going.left + made.tests.length === 0 ? (
            <p>{texts.none}</p>
          ) : null}
          <GoingLines lines={made.going.lines} />
          <More text={`${moreText(made.going)} ${texts.pattern}`.trim()} />
        </Part>
        <Part title={headings.did}>
          <p>{made.did}</p>
          <More text={made.studies ?? ''} />
        </Part>
        <Part title={headings.reply}>
          <p>{made.reply}</p>
        </Part>
        <p className="small-print">{made.footer}</p>
      </div>
      <div className="main-action">
        <button
          type="button"
          className="button button-main"
          // A page without the result of a test is not the page.
          disabled={report.status === 'loading'}
          onClick={() => print()}
        >
          Print this page
        </button>
      </div>
    </Page>
  );
}

/** A list of one is a paragraph. */
const Lines = ({ lines }: { readonly lines: readonly string[] }) =>
  lines.length < 2 ? (
    <More text={lines[0] ?? ''} />
  ) : (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );

const More = ({ text }: { readonly text: string }) => (text === '' ? null : <p>{text}</p>);

const GoingLines = ({ lines }: { readonly lines: readonly GoingLine[] }) => (
  <ul className="plain-list">
    {lines.map(({ measure, says }) => (
      <li key={measure}>
        <b>{measure}:</b> {says}
      </li>
    ))}
  </ul>
);
