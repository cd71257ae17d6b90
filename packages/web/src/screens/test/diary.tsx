import type { PersonTest } from '@assuage/outcomes';
import { longDate } from '../../components/times.ts';
import { type Charted, RatingChart } from '../progress/course-chart.tsx';
import { testTexts as texts } from './test.words.ts';

interface DiaryProps {
  readonly test: PersonTest;
  /** The days with a session. */
  readonly sessions: readonly string[];
  readonly id: string;
}

/** Every rating as it was given, on the weeks as chance drew them. */
export function Diary({ test, sessions, id }: DiaryProps) {
  const { primary, periods, medicines, lastDay, trial } = test;
  const { outcome, scale, better } = primary.question;
  const compares = trial.everyDays ? 'cadence' : 'weeks';
  const within = sessions.filter((day) => day >= trial.start && day <= lastDay);
  const chart: Charted = {
    title: texts.chart(outcome),
    description: inWords(test, within.length),
    ends: primary.rating.ends,
    scale,
    from: trial.start,
    to: lastDay,
    days: primary.days,
    sessions: within,
    changes: medicines,
    shaded: periods.filter(({ arm }) => arm === 'with'),
    gap: 1,
  };
  return (
    <figure className="chart-figure">
      <RatingChart chart={chart} id={id} />
      <figcaption className="hint">
        {better === 'lower' ? texts.lowerIsBetter : texts.higherIsBetter} {texts.shaded[compares]}
        {within.length === 0 ? '' : ` ${texts.ticks}`}
        {medicines.map((day) => ` ${texts.medicine(longDate(day))}`)}
      </figcaption>
    </figure>
  );
}

/** The parts in order, each with how many ratings it has and their mean. */
function inWords({ primary, periods, trial }: PersonTest, sessions: number): string {
  const arms = texts.arms[trial.everyDays ? 'cadence' : 'weeks'];
  const parts = periods.map(({ number, arm, days }) => {
    const mean = days.reduce((sum, { value }) => sum + value, 0) / days.length;
    const rated = days.length === 0 ? 'no ratings' : `${days.length} ratings, mean ${round(mean)}`;
    return `Part ${number}, ${arms[arm]}: ${rated}.`;
  });
  return `${primary.days.length} ratings of ${primary.question.outcome}, ${sessions} sessions. ${parts.join(' ')}`;
}

/** The same as a table. */
export function DiaryTable({ test }: { readonly test: PersonTest }) {
  const arms = texts.arms[test.trial.everyDays ? 'cadence' : 'weeks'];
  return (
    <details>
      <summary>{texts.table}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.day}</th>
            <th scope="col">{texts.part}</th>
            <th scope="col">{texts.score}</th>
          </tr>
        </thead>
        <tbody>
          {test.periods.flatMap(({ number, arm, days }) =>
            days.map(({ day, value }) => (
              <tr key={day}>
                <th scope="row">{longDate(day)}</th>
                <td>
                  {number}, {arms[arm]}
                </td>
                <td>{round(value)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </details>
  );
}

const round = (value: number): string => String(Math.round(value * 10) / 10);
