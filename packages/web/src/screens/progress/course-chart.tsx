import { longDate } from '../../components/times.ts';
import type { Course } from '../../state/course.ts';
import { daysBetween } from '../../state/moment.ts';

const WIDTH = 400;
const HEIGHT = 280;
const BOX = { left: 34, right: 10, top: 34, bottom: 56 };
/** Days without a score over which the line of a course is not drawn. */
const GAP = 14;
/** More points than this are drawn small. */
const MANY = 30;

/** What a chart of ratings is drawn from. */
export interface Charted {
  readonly title: string;
  /** All that it shows, in words. */
  readonly description: string;
  readonly ends: Course['ends'];
  readonly scale: Course['question']['scale'];
  /** The first and the last day of the axis. */
  readonly from: string;
  readonly to: string;
  readonly days: readonly { readonly day: string; readonly value: number }[];
  /** The days with a session. */
  readonly sessions: readonly string[];
  /** The days on which a medicine changed. */
  readonly changes: readonly string[];
  /** A band over the whole width, in points. */
  readonly band?: { readonly low: number; readonly high: number };
  /** Stretches of days that are shaded from top to bottom. */
  readonly shaded?: readonly { readonly from: string; readonly to: string }[];
  /** Days without a rating over which no line is drawn. */
  readonly gap: number;
}

/** The course of a score, with the band around the start in which a change does not matter. */
export function CourseChart({ course, id }: { readonly course: Course; readonly id: string }) {
  const { days, sessions, question, ends, verdict, changes } = course;
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return null;
  const start = verdict.level === 'pattern' ? verdict.start.median : undefined;
  const chart: Charted = {
    title: `Chart of ${question.outcome}`,
    description: inWords(course),
    ends,
    scale: question.scale,
    from: first.day,
    to: last.day,
    days,
    sessions,
    changes,
    gap: GAP,
    ...(start === undefined
      ? {}
      : { band: { low: start - question.important, high: start + question.important } }),
  };
  return <RatingChart chart={chart} id={id} />;
}

/**
 * Ratings over time: every one a point on the whole scale, a line that breaks where days are missing, sessions as
 * ticks. All it shows is in its description too.
 */
export function RatingChart({ chart, id }: { readonly chart: Charted; readonly id: string }) {
  const { title, description, ends, scale, from, to, days, sessions, changes, band, gap } = chart;
  const span = Math.max(1, daysBetween(from, to));
  const x = (day: string, part = 0) =>
    BOX.left + ((WIDTH - BOX.left - BOX.right) * (daysBetween(from, day) + part)) / span;
  const y = (value: number) =>
    HEIGHT -
    BOX.bottom -
    ((HEIGHT - BOX.top - BOX.bottom) * (value - scale.from)) / (scale.to - scale.from);
  const within = (at: number) => Math.min(WIDTH - BOX.right, Math.max(BOX.left, at));
  const inside = (day: string) => day >= from && day <= to;
  // Points of a long diary are small, so that they do not hide each other.
  const isLong = days.length > MANY;
  return (
    <svg
      className={isLong ? 'chart chart-small' : 'chart'}
      role="img"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {chart.shaded?.map((stretch) => (
        <rect
          key={stretch.from}
          className="chart-shaded"
          x={within(x(stretch.from, -0.5))}
          width={within(x(stretch.to, 0.5)) - within(x(stretch.from, -0.5))}
          y={BOX.top}
          height={y(scale.from) - BOX.top}
        />
      ))}
      {band === undefined ? null : (
        <rect
          className="chart-band"
          x={BOX.left}
          width={WIDTH - BOX.left - BOX.right}
          y={y(Math.min(scale.to, band.high))}
          height={y(Math.max(scale.from, band.low)) - y(Math.min(scale.to, band.high))}
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
          x1={x(day)}
          x2={x(day)}
          y1={BOX.top}
          y2={y(scale.from)}
        />
      ))}
      {sessions.filter(inside).map((day, i) => (
        <line
          // biome-ignore lint/suspicious/noArrayIndexKey: two sessions may be on one day.
          key={`${day}.${i}`}
          className="chart-session"
          x1={x(day)}
          x2={x(day)}
          y1={y(scale.from)}
          y2={y(scale.from) + 9}
        />
      ))}
      {days.slice(1).map((day, i) => {
        const before = days[i];
        return before === undefined || daysBetween(before.day, day.day) > gap ? null : (
          <line
            key={day.day}
            className="chart-line"
            x1={x(before.day)}
            y1={y(before.value)}
            x2={x(day.day)}
            y2={y(day.value)}
          />
        );
      })}
      {days.map((day) => (
        <circle
          key={day.day}
          className="chart-point"
          cx={x(day.day)}
          cy={y(day.value)}
          r={isLong ? 3 : 5}
        />
      ))}
      <text x={BOX.left} y={HEIGHT - 28}>
        {longDate(from)}
      </text>
      {to === from ? null : (
        <text x={WIDTH - BOX.right} y={HEIGHT - 28} textAnchor="end">
          {longDate(to)}
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
