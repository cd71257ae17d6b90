import { longDate } from '../../components/times.ts';
import type { Course } from '../../state/course.ts';
import { progressTexts } from '../../texts.ts';
import { CourseChart } from './course-chart.tsx';

/** The sentence, then the chart, then the table. */
export function CourseView({ course, id }: { readonly course: Course; readonly id: string }) {
  const { days, changes, said, verdict, sessions, isStudied } = course;
  const size = isStudied ? progressTexts.studied : progressTexts.chosen;
  const changed = changes.at(-1);
  if (days.length === 0) return <p>{progressTexts.none}</p>;
  return (
    <>
      <p className="verdict">
        <b>{said.headline}</b>
      </p>
      {said.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {changed === undefined ? null : <p>{progressTexts.medicine(longDate(changed))}</p>}
      <figure className="chart-figure">
        <CourseChart course={course} id={id} />
        <figcaption className="hint">
          {progressTexts.lowerIsBetter}
          {sessions.length === 0 ? '' : ` ${progressTexts.ticks}`}
          {verdict.level === 'pattern' ? ` ${progressTexts.band} ${size}` : ''}{' '}
          {progressTexts.rightAfter}
        </figcaption>
      </figure>
      <details>
        <summary>{progressTexts.table}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{progressTexts.date}</th>
              <th scope="col">{progressTexts.score}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, value }) => (
              <tr key={day}>
                <th scope="row">{longDate(day)}</th>
                <td>{Math.round(value * 10) / 10}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
