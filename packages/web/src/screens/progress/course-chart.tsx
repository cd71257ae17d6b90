import { longDate } from '../../components/times.ts';
import type { Course } from '../../state/course.ts';

const WIDTH = 400;
const HEIGHT = 280;
const BOX = { left: 34, right: 10, top: 34, bottom: 56 };
/** Days without a score over which no line is drawn. */
const GAP = 14;

/**
 * Scores over time: every one a point on the whole scale, a line that breaks where weeks are missing, sessions as
 * ticks, and the band around the start in which a change does not matter. All it shows is in its description too.
 */
export function CourseChart({ course, id }: { readonly course: Course; readonly id: string }) {
  const { days, sessions, question, ends, verdict, changes } = course;
  const { scale } = question;
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return null;
  const span = Math.max(1, last.t - first.t);
  const x = (t: number) => BOX.left + ((WIDTH - BOX.left - BOX.right) * (t - first.t)) / span;
  const y = (value: number) =>
    HEIGHT -
    BOX.bottom -
    ((HEIGHT - BOX.top - BOX.bottom) * (value - scale.from)) / (scale.to - scale.from);
  const t = (day: string) => first.t + daysBetween(first.day, day);
  const inside = (day: string) => day >= first.day && day <= last.day;
  const start = verdict.level === 'pattern' ? verdict.start.median : undefined;
  return (
    <svg
      className="chart"
      role="img"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{`Chart of ${question.outcome}`}</title>
      <desc id={`${id}-desc`}>{inWords(course)}</desc>
      {start === undefined ? null : (
        <rect
          className="chart-band"
          x={BOX.left}
          width={WIDTH - BOX.left - BOX.right}
          y={y(Math.min(scale.to, start + question.important))}
          height={
            y(Math.max(scale.from, start - question.important)) -
            y(Math.min(scale.to, start + question.important))
          }
        />
      )}
      {[0, 1, 2, 3, 4, 5].map((step) => {
        const value = scale.from + ((scale.to - scale.from) * step) / 5;
        return (
          <g key={value}>
            <line
              className="chart-grid"
              x1={BOX.left}
              x2={WIDTH - BOX.right}
              y1={y(value)}
              y2={y(value)}
            />
            <text x={BOX.left - 8} y={y(value) + 5} textAnchor="end">
              {value}
            </text>
          </g>
        );
      })}
      <text x={BOX.left} y={BOX.top - 14}>
        {scale.to} = {ends.high}
      </text>
      <text x={BOX.left} y={HEIGHT - 8}>
        {scale.from} = {ends.low}
      </text>
      {changes.filter(inside).map((day) => (
        <line
          key={day}
          className="chart-change"
          x1={x(t(day))}
          x2={x(t(day))}
          y1={BOX.top}
          y2={y(scale.from)}
        />
      ))}
      {sessions.filter(inside).map((day, i) => (
        <line
          // biome-ignore lint/suspicious/noArrayIndexKey: two sessions may be on one day.
          key={`${day}.${i}`}
          className="chart-session"
          x1={x(t(day))}
          x2={x(t(day))}
          y1={y(scale.from)}
          y2={y(scale.from) + 9}
        />
      ))}
      {days.slice(1).map((day, i) => {
        const before = days[i];
        return before === undefined || day.t - before.t > GAP ? null : (
          <line
            key={day.day}
            className="chart-line"
            x1={x(before.t)}
            y1={y(before.value)}
            x2={x(day.t)}
            y2={y(day.value)}
          />
        );
      })}
      {days.map((day) => (
        <circle key={day.day} className="chart-point" cx={x(day.t)} cy={y(day.value)} r={5} />
      ))}
      <text x={BOX.left} y={HEIGHT - 28}>
        {longDate(first.day)}
      </text>
      {last.day === first.day ? null : (
        <text x={WIDTH - BOX.right} y={HEIGHT - 28} textAnchor="end">
          {longDate(last.day)}
        </text>
      )}
    </svg>
  );
}

/** Start, now, highest and lowest. */
function inWords({ days, question }: Course): string {
  const values = days.map(({ value }) => value);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return '';
  const count = days.length === 1 ? '1 score' : `${days.length} scores`;
  return `${count} of ${question.outcome}. First ${first.value} on ${longDate(first.day)}, last ${last.value} on ${longDate(last.day)}, highest ${Math.max(...values)}, lowest ${Math.min(...values)}.`;
}

const DAY_MS = 86_400_000;
const daysBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY_MS;
