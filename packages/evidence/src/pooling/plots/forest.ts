import type { Report } from '../report.ts';
import { scaleOf } from '../scale.ts';
import { digits } from '../summary.ts';
import { ticksFor } from './axis.ts';
import { element, escaped, line, picture, text } from './svg.ts';
import { labelOf, ownInterval } from './table.ts';

/** `wide` for paper and screens: names and numbers beside the bars; `narrow` for phones: above them. */
export type ForestLayout = 'wide' | 'narrow';

/** Where things are drawn; lengths in pixels, heights of a row from its top. */
interface Places {
  readonly width: number;
  /** The bars lie between these. */
  readonly left: number;
  readonly right: number;
  readonly row: number;
  /** Of the first row. */
  readonly top: number;
  readonly bar: number;
  readonly name: number;
  readonly numbers: { readonly x: number; readonly y: number };
  readonly longestName: number;
}

const PLACES: Readonly<Record<ForestLayout, Places>> = {
  wide: {
    width: 820,
    left: 220,
    right: 540,
    row: 24,
    top: 44,
    bar: 12,
    name: 16,
    numbers: { x: 554, y: 16 },
    longestName: 30,
  },
  narrow: {
    width: 340,
    left: 8,
    right: 332,
    row: 58,
    top: 34,
    bar: 44,
    name: 14,
    numbers: { x: 4, y: 31 },
    longestName: 42,
  },
};
const RANGE = 'Range for a further study';
const DASHES = { 'stroke-dasharray': '6 4' };
const BOLD = { 'font-weight': 'bold' };

interface Span {
  readonly low: number;
  readonly high: number;
}

/**
 * The forest plot as an SVG that is read out by its title and description; `forestTable` is the same in words. A
 * square for every study, as large as its weight; the pooled effect as a diamond from three studies on, the
 * range for a further study as a bar from five; a dashed line at the important change where one was stated.
 * Which side is benefit is written above.
 */
export function forestPlot(report: Report, id: string, layout: ForestLayout = 'wide'): string {
  const places = PLACES[layout];
  const { left, right, width, top, row } = places;
  const scale = scaleOf(report.measure);
  const { pooled, important } = report;
  const prediction = pooled && report.prediction?.own;
  const span = spanOf(report);
  const x = (value: number): number =>
    left + ((right - left) * (within(value, span) - span.low)) / (span.high - span.low);
  const rows = report.studies.length + (pooled ? 1 : 0) + (prediction ? 1 : 0);
  const bottom = top + row * rows;
  const range = ({ low, high }: Span, estimate?: number): string => {
    const ends = `${digits(scale.shown(low))} to ${digits(scale.shown(high))}`;
    return estimate === undefined ? ends : `${digits(scale.shown(estimate))} (${ends})`;
  };
  const said = (i: number, words: string, weight?: number, style = {}): string => {
    const y = top + row * i + places.numbers.y;
    const numbers = text(places.numbers.x, y, words, style);
    if (weight === undefined) return numbers;
    return numbers + text(width - 4, y, `${weight.toFixed(1)} %`, { 'text-anchor': 'end' });
  };
  const barAt = (i: number): number => top + row * i + places.bar;
  const nameAt = (i: number, name: string, style = {}): string =>
    named(name, top + row * i + places.name, places.longestName, style);

  // Where words stand above the bars, a line through them would hide them.
  const upright = (at: number, style = {}): string[] =>
    layout === 'wide'
      ? [line([at, top - 6], [at, bottom], style)]
      : Array.from({ length: rows }, (_, i) =>
          line([at, barAt(i) - 9], [at, top + row * (i + 1)], style),
        );

  const parts = [
    ...headings(report, layout),
    ...upright(x(0)),
    ...(important ? upright(x(important.at), DASHES) : []),
    ...report.studies.map((study, i) => {
      const own = ownInterval(study);
      return [
        nameAt(i, labelOf(study)),
        interval(own, span, x, barAt(i), places),
        square(x(study.yi), barAt(i), report, i),
        said(i, range(own, study.yi), report.fit?.weights[i]),
      ].join('');
    }),
  ];
  let next = report.studies.length;
  if (pooled) {
    parts.push(
      nameAt(next, 'Pooled', BOLD),
      diamond(x(pooled.low), x(pooled.estimate), x(pooled.high), barAt(next)),
      said(next, range(pooled, pooled.estimate), undefined, BOLD),
    );
    next += 1;
  }
  if (prediction) {
    const [from, to] = [x(prediction.low), x(prediction.high)];
    parts.push(
      nameAt(next, RANGE),
      element('rect', {
        class: 'prediction',
        x: from,
        y: barAt(next) - 4,
        width: to - from,
        height: 8,
        fill: 'none',
        stroke: 'currentColor',
      }),
      said(next, range(prediction)),
    );
  }
  parts.push(...axisAt(bottom, span, x, report, places));
  if (important) {
    const y = bottom + 58;
    parts.push(
      line([left, y - 4], [left + 30, y - 4], DASHES),
      text(left + 38, y, importantWords(report)),
    );
  }
  return picture(
    {
      id,
      title: `Forest plot: ${scale.name.toLowerCase()} in ${countOf(report)}`,
      description: descriptionOf(report),
      width,
      height: bottom + (important ? 66 : 44),
    },
    parts.join(''),
  );
}

const countOf = ({ studies, dependent }: Report): string => {
  if (dependent) return `${studies.length} effects of ${dependent.cohorts} cohorts`;
  return studies.length === 1 ? 'one study' : `${studies.length} studies`;
};

function descriptionOf(report: Report): string {
  const side =
    report.better === null
      ? 'Which side is benefit was not said.'
      : `The ${report.better === 'lower' ? 'left' : 'right'} side is benefit.`;
  const important = report.important ? ` Dashed line: ${importantWords(report)}.` : '';
  return `${report.summary} ${side}${important} The same numbers are in the table.`;
}

function importantWords({ important, measure }: Report): string {
  if (!important) return '';
  const { change, sd } = important;
  return sd === null
    ? `important change: ${digits(scaleOf(measure).shown(important.at))}`
    : `important change: ${change} ${change === 1 ? 'point' : 'points'}, deviation ${sd}`;
}

function headings(report: Report, layout: ForestLayout): string[] {
  const { left, right, numbers, width } = PLACES[layout];
  const [before, after] = sidesOf(report);
  const y = layout === 'wide' ? 26 : 18;
  const sides = [
    text(left, y, `← ${before}`),
    text(right, y, `${after} →`, { 'text-anchor': 'end' }),
  ];
  if (layout === 'narrow') return sides;
  return [
    text(4, y, 'Study', BOLD),
    ...sides,
    text(numbers.x, y, 'Effect (95 % interval)', BOLD),
    ...(report.fit ? [text(width - 4, y, 'Weight', { ...BOLD, 'text-anchor': 'end' })] : []),
  ];
}

function sidesOf({ better }: Report): [string, string] {
  if (better === null) return ['lower', 'higher'];
  return better === 'lower' ? ['benefit', 'harm'] : ['harm', 'benefit'];
}

function named(name: string, y: number, longest: number, style: Record<string, string>): string {
  const short = name.length > longest ? `${name.slice(0, longest - 1)}…` : name;
  return element(
    'text',
    { x: 4, y, ...style },
    `${element('title', {}, escaped(name) || ' ')}${escaped(short)}`,
  );
}

/** A study's interval, with an arrow where it goes on beyond the plot. */
function interval(
  { low, high }: Span,
  span: Span,
  x: (value: number) => number,
  y: number,
  { left, right }: Places,
): string {
  const arrow = (at: number, towards: 1 | -1): string =>
    element('polygon', {
      points: pointsOf([
        [at, y],
        [at - 7 * towards, y - 4],
        [at - 7 * towards, y + 4],
      ]),
    });
  return [
    line([x(low), y], [x(high), y]),
    low < span.low ? arrow(left, -1) : '',
    high > span.high ? arrow(right, 1) : '',
  ].join('');
}

const diamond = (low: number, estimate: number, high: number, y: number): string =>
  element('polygon', {
    class: 'pooled',
    points: pointsOf([
      [low, y],
      [estimate, y - 7],
      [high, y],
      [estimate, y + 7],
    ]),
  });

const pointsOf = (points: readonly (readonly [number, number])[]): string =>
  points.map((point) => point.map((value) => value.toFixed(2)).join(',')).join(' ');

function square(x: number, y: number, { fit }: Report, i: number): string {
  const most = Math.max(...(fit?.weights ?? [1]));
  const side = fit ? 4 + 10 * Math.sqrt((fit.weights[i] ?? 0) / most) : 9;
  return element('rect', {
    class: 'study',
    x: x - side / 2,
    y: y - side / 2,
    width: side,
    height: side,
  });
}

const within = (value: number, { low, high }: Span): number => Math.min(high, Math.max(low, value));

/**
 * All estimates, what is pooled, no difference and the important change; of single intervals as much as does not
 * dwarf those.
 */
function spanOf({ studies, pooled, prediction, important }: Report): Span {
  const core = [
    0,
    ...studies.map(({ yi }) => yi),
    ...(important ? [important.at] : []),
    ...(pooled ? [pooled.low, pooled.high] : []),
    ...(pooled && prediction ? [prediction.own.low, prediction.own.high] : []),
  ];
  const own = studies.map(ownInterval);
  const [least, most] = [Math.min(...core), Math.max(...core)];
  const widths = own.map(({ high, low }) => high - low).sort((a, b) => a - b);
  const spread = Math.max(most - least, widths[widths.length >> 1] ?? 0);
  const low = Math.max(Math.min(least, ...own.map((each) => each.low)), least - spread);
  const high = Math.min(Math.max(most, ...own.map((each) => each.high)), most + spread);
  const margin = (high - low) * 0.03;
  return { low: low - margin, high: high + margin };
}

function axisAt(
  y: number,
  span: Span,
  x: (value: number) => number,
  report: Report,
  { left, right }: Places,
): string[] {
  const scale = scaleOf(report.measure);
  return [
    line([left, y], [right, y]),
    ...ticksFor(scale, span.low, span.high).flatMap(({ at, label }) => [
      line([x(at), y], [x(at), y + 5]),
      text(x(at), y + 19, label, { 'text-anchor': 'middle' }),
    ]),
    text((left + right) / 2, y + 38, scale.name, { 'text-anchor': 'middle' }),
  ];
}
