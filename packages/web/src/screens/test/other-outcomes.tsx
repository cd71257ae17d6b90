import { saySecondary, type TestReport } from '@assuage/outcomes';
import { testWorkTexts as texts } from './test.words.ts';
import { signed } from './test-details.tsx';

interface OtherOutcomesProps {
  readonly report: TestReport;
  readonly id: string;
  readonly heading: 'h3' | 'h4';
}

const WIDTH = 300;
const ROW = 34;
const MIDDLE = WIDTH / 2;

/** What was rated beside the main question: differences with their ranges; words only past Holm's procedure. */
export function OtherOutcomes({ report, id, heading: Heading }: OtherOutcomesProps) {
  const { secondary, design } = report;
  if (secondary.length === 0) return null;
  const widest = Math.max(
    1,
    ...secondary.flatMap(({ result }) => result?.effect.interval.map(Math.abs) ?? []),
  );
  const x = (value: number) => MIDDLE + ((MIDDLE - 12) * value) / widest;
  return (
    <section aria-labelledby={`${id}-others`}>
      <Heading id={`${id}-others`}>{texts.others}</Heading>
      {secondary.every(({ result }) => !result) ? (
        <p>{texts.atTheEnd}</p>
      ) : (
        <>
          <p className="hint">{texts.othersWhat}</p>
          <table className="test-others">
            <thead>
              <tr>
                <th scope="col">{texts.others}</th>
                <th scope="col">{texts.difference}</th>
              </tr>
            </thead>
            <tbody>
              {secondary.map((one) => (
                <tr key={one.question.outcome}>
                  <th scope="row">{one.question.outcome}</th>
                  <td>
                    {one.result ? (
                      <>
                        <svg
                          className="test-interval"
                          viewBox={`0 0 ${WIDTH} ${ROW}`}
                          aria-hidden="true"
                        >
                          <line
                            className="test-interval-zero"
                            x1={MIDDLE}
                            x2={MIDDLE}
                            y1={0}
                            y2={ROW}
                          />
                          <line
                            className="test-interval-line"
                            x1={x(one.result.effect.interval[0])}
                            x2={x(one.result.effect.interval[1])}
                            y1={ROW / 2}
                            y2={ROW / 2}
                          />
                          <circle
                            className="chart-point"
                            cx={x(one.result.effect.mean)}
                            cy={ROW / 2}
                            r={7}
                          />
                        </svg>
                        {texts.toTo(
                          signed(one.result.effect.mean),
                          signed(one.result.effect.interval[0]),
                          signed(one.result.effect.interval[1]),
                        )}
                        {one.result.finding ? <p>{saySecondary(one, design.compares)}</p> : null}
                      </>
                    ) : (
                      texts.noResult
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
