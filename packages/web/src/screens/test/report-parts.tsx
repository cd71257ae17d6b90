import { limitsOf, type TestReport } from '@assuage/outcomes';
import type { ReactNode } from 'react';
import { longDate } from '../../components/times.ts';
import { testTexts, testReportTexts as texts } from './test.words.ts';

/** What was fixed, how chance drew it, what was done and rated day by day, and where each guideline's item is. */
export function ReportParts({ report }: { readonly report: TestReport }) {
  const { fixed, design, periods, completion, sessions, changes, ended, items } = report;
  const arms = testTexts.arms[design.compares];
  const days = (named: readonly string[]) => named.map(longDate).join('; ') || texts.nothing;
  return (
    <>
      <Part title={texts.fixed}>
        <Row what={texts.alsoAsked}>{fixed.secondary.join(', ') || texts.nothing}</Row>
        <Row what={texts.told}>{fixed.told ?? texts.unknown}</Row>
        <Row what={texts.prior}>
          {texts.priorIs(String(report.prior.mean), String(report.prior.sd))}
        </Row>
        <Row what={texts.hash}>
          <span className="test-hash">{fixed.hash ?? texts.unknown}</span>
        </Row>
      </Part>
      <Part title={texts.design}>
        <Row what={texts.parts}>
          {texts.partsOf(design.periods, design.periodDays, arms.with, arms.without)}
        </Row>
        <Row what={texts.method}>{texts.drawnFrom(design.allowed, design.longestRun ?? 0)}</Row>
        <Row what={texts.drawn}>{periods.map(({ arm }) => arms[arm]).join(', ')}</Row>
        <Row what={texts.seed}>
          <span className="test-hash">{design.seed}</span>
        </Row>
      </Part>
      <Part title={texts.done}>
        <Row what={texts.rated}>
          {(['with', 'without'] as const)
            .map((arm) => texts.ratedOf(completion[arm].rated, completion[arm].days, arms[arm]))
            .join(' ')}
        </Row>
        <Row what={texts.missed}>{days(sessions?.missed.map(({ from }) => from) ?? [])}</Row>
        <Row what={texts.rescue}>{days(sessions?.rescue ?? [])}</Row>
        <Row what={texts.additional}>{days(sessions?.additional ?? [])}</Row>
        <Row what={texts.changes}>
          {changes?.map(({ day, text }) => `${longDate(day)}: ${text}`).join('; ') || texts.nothing}
        </Row>
        <Row what={texts.medicines}>{days(report.medicineChanges ?? [])}</Row>
        {ended ? <Row what={texts.ended}>{`${longDate(ended.day)}, ${ended.why}`}</Row> : null}
      </Part>
      <h2>{texts.raw}</h2>
      <Wide label={texts.raw}>
        <table>
          <thead>
            <tr>
              {[texts.part, texts.from, texts.kindOf, texts.byDay, texts.missing, texts.given].map(
                (heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {periods.map((period, i) => (
              <tr key={period.from}>
                <th scope="row">{i + 1}</th>
                <td>{longDate(period.from)}</td>
                <td>{arms[period.arm]}</td>
                <td>{period.ratings.map(shown).join(' ')}</td>
                <td>{period.missing}</td>
                <td>{period.sessions?.length ?? texts.unknown}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <Part title={texts.harms}>
        {(report.reactions ?? []).map(({ way, sessions: given, reactions, unknown }) => (
          <Row key={way} what={way}>
            {texts.reactions(reactions, given, unknown)}
          </Row>
        ))}
      </Part>
      <h2>{texts.limits}</h2>
      <ul>
        {limitsOf(report).map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
      <h2>{texts.items}</h2>
      <p>{texts.itemsWhat}</p>
      <details>
        <summary>{texts.itemsShow}</summary>
        <Wide label={texts.items}>
          <table>
            <thead>
              <tr>
                {[texts.guideline, texts.topic, texts.where].map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map(({ guideline, item, topic, answers }) => (
                <tr key={`${guideline} ${item}`}>
                  <th scope="row">
                    {guideline}, {item}
                  </th>
                  <td>{topic}</td>
                  <td>{answers.map((answer) => texts.answers[answer]).join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      </details>
    </>
  );
}

const shown = (rating: number | null): string =>
  rating === null ? '–' : String(Math.round(rating * 10) / 10);

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <h2>{title}</h2>
      <dl className="place-rules">{children}</dl>
    </>
  );
}

function Row({ what, children }: { readonly what: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{what}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** On a phone a wide table moves sideways inside its own box. */
function Wide({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section
      className="pool-wide"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keys.
      tabIndex={0}
    >
      {children}
    </section>
  );
}
