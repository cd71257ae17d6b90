/** The raw diary as a drawing: every rating a point, weeks with massage shaded, days without a rating left blank. */
import { type DiaryDay, dayNumber, dayOf, type Question } from './diary.ts';
import { type Arm, periodsOf, type Trial } from './trial.ts';

/** In units of the drawing, from its upper left corner. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly points: readonly (DiaryDay & { readonly x: number; readonly y: number })[];
  /** Points in a row without a day between them that has no rating. */
  readonly lines: readonly (readonly { readonly x: number; readonly y: number }[])[];
  readonly periods: readonly {
    readonly arm: Arm;
    readonly from: string;
    readonly to: string;
    readonly x: number;
    readonly width: number;
  }[];
  /** One each day that has a session. */
  readonly sessions: readonly { readonly day: string; readonly x: number }[];
  readonly medicineChanges: readonly { readonly day: string; readonly x: number }[];
  /** The range that the first ratings had: the usual ups and downs of a course. */
  readonly band?: { readonly y: number; readonly height: number };
  readonly levels: readonly { readonly value: number; readonly y: number }[];
  readonly firstDay: string;
  readonly lastDay: string;
}

export interface Drawn {
  readonly question: Question;
  readonly days: readonly DiaryDay[];
  readonly trial?: Trial;
  /** Days. */
  readonly sessions?: readonly string[];
  readonly medicineChanges?: readonly string[];
  /** Lowest and highest, in points. */
  readonly usual?: { readonly low: number; readonly high: number };
}

const WIDTH = 720;
const HEIGHT = 260;
const PLOT = { left: 40, right: WIDTH - 12, top: 12, bottom: HEIGHT - 44 };
const LEVELS = 5;

/** Undefined when there is neither a rating nor a test. */
export function drawDiary(drawn: Drawn): Drawing | undefined {
  const { question, days, trial, sessions = [], medicineChanges = [], usual } = drawn;
  const periods = trial ? periodsOf(trial, []) : [];
  const all = [
    ...days.map(({ t }) => t),
    ...periods.flatMap(({ from, to }) => [dayNumber(from) ?? 0, dayNumber(to) ?? 0]),
  ].sort((a, b) => a - b);
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const { from, to } = question.scale;
  /** A day is as wide as it lasts: its rating stands in the middle of it. */
  const dayWidth = (PLOT.right - PLOT.left) / (last - first + 1);
  const edge = (t: number): number => PLOT.left + (t - first) * dayWidth;
  const x = (t: number): number => edge(t) + dayWidth / 2;
  const y = (value: number): number =>
    PLOT.bottom - ((PLOT.bottom - PLOT.top) * (value - from)) / (to - from);
  const marks = (named: readonly string[]) =>
    [...new Set(named)].flatMap((day) => {
      const t = dayNumber(day);
      return t === undefined || t < first || t > last ? [] : [{ day, x: x(t) }];
    });
  const points = days.map((day) => ({ ...day, x: x(day.t), y: y(day.value) }));
  return {
    width: WIDTH,
    height: HEIGHT,
    plot: PLOT,
    points,
    lines: unbroken(points),
    periods: periods.map((period) => ({
      arm: period.arm,
      from: period.from,
      to: period.to,
      x: edge(dayNumber(period.from) ?? 0),
      width: edge((dayNumber(period.to) ?? 0) + 1) - edge(dayNumber(period.from) ?? 0),
    })),
    sessions: marks(sessions),
    medicineChanges: marks(medicineChanges),
    ...(usual && { band: { y: y(usual.high), height: y(usual.low) - y(usual.high) } }),
    levels: Array.from({ length: LEVELS + 1 }, (_, i) => {
      const value = from + ((to - from) * i) / LEVELS;
      return { value, y: y(value) };
    }),
    firstDay: dayOf(first),
    lastDay: dayOf(last),
  };
}

/** A line over days that nobody rated would invent them. */
function unbroken(points: Drawing['points']): Drawing['lines'] {
  const lines: Drawing['points'][number][][] = [];
  for (const point of points) {
    const line = lines.at(-1);
    if (line?.at(-1)?.t === point.t - 1) line.push(point);
    else lines.push([point]);
  }
  return lines.filter((line) => line.length > 1);
}
