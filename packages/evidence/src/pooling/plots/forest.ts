import { digits, type Report, type Study } from '../report.ts';
import { scaleOf } from '../scale.ts';
import { ticksFor } from './axis.ts';
import { element, escaped, line, picture, text } from './svg.ts';
import { ownInterval, pooledOf } from './table.ts';

const WIDTH = 820;
const LEFT = 220;
const RIGHT = 540;
const ROW = 24;
const TOP = 44;
const LONGEST_NAME = 30;

interface Span {
  readonly low: number;
  readonly high: number;
}

/**
 * The forest plot as an SVG that is read out by its title and description; `forestTable` is the same in words. A
 * square for every study, as large as its weight; the pooled effect as a diamond from three studies on, the
 * range for a further study as a bar from five. Which side is benefit is written above.
 */
export function forestPlot(report: Report, id: string): string {
  const scale = scaleOf(report.measure);
  const pooled = pooledOf(report);
  const prediction = pooled && report.prediction?.own;
  const span = spanOf(report);
  const x = (value: number): number =>
    LEFT + ((RIGHT - LEFT) * (value - span.low)) / (span.high - span.low);
  const bottom = TOP + ROW * (report.studies.length + (pooled ? 1 : 0) + (prediction ? 1 : 0));
  const row = (i: number): number => TOP + ROW * (i + 0.5);
  const range = ({ low, high }: Span, estimate?: number): string => {
    const ends = `${digits(scale.shown(low))} to ${digits(scale.shown(high))}`;
    return estimate === undefined ? ends : `${digits(scale.shown(estimate))} (${ends})`;
  };

  const parts = [
    ...headings(report),
    line([x(0), TOP - 6], [x(0), bottom]),
    ...report.studies.map((study, i) => {
      const own = ownInterval(study);
      const weight = report.fit?.weights[i];
      return [
        nameOf(study, row(i)),
        bar(own, span, x, row(i)),
        square(x(within(study.yi, span)), row(i), report, i),
        text(RIGHT + 14, row(i) + 4, range(own, study.yi)),
        weight === undefined
          ? ''
          : text(WIDTH - 4, row(i) + 4, `${weight.toFixed(1)} %`, { 'text-anchor': 'end' }),
      ].join('');
    }),
  ];
  let next = report.studies.length;
  if (pooled) {
    const y = row(next);
    next += 1;
    const points = [
      [x(within(pooled.low, span)), y],
      [x(within(pooled.estimate, span)), y - 7],
      [x(within(pooled.high, span)), y],
      [x(within(pooled.estimate, span)), y + 7],
    ];
    parts.push(
      text(4, y + 4, 'Pooled', { 'font-weight': 'bold' }),
      element('polygon', {
        class: 'pooled',
        points: points.map((point) => point.map((value) => value.toFixed(2)).join(',')).join(' '),
      }),
      text(RIGHT + 14, y + 4, range(pooled, pooled.estimate), { 'font-weight': 'bold' }),
    );
  }
  if (prediction) {
    const y = row(next);
    const [from, to] = [x(within(prediction.low, span)), x(within(prediction.high, span))];
    parts.push(
      text(4, y + 4, 'Range for a further study'),
      element('rect', {
        class: 'prediction',
        x: from,
        y: y - 4,
        width: to - from,
        height: 8,
        fill: 'none',
        stroke: 'currentColor',
      }),
      text(RIGHT + 14, y + 4, range(prediction)),
    );
  }
  parts.push(...axisAt(bottom, span, x, report));
  return picture(
    {
      id,
      title: `Forest plot: ${scale.name.toLowerCase()} in ${countOf(report)}`,
      description: `${report.summary} ${sideWords(report)} The same numbers are in the table.`,
      width: WIDTH,
      height: bottom + 44,
    },
    parts.join(''),
  );
}

const countOf = ({ studies }: Report): string =>
  studies.length === 1 ? 'one study' : `${studies.length} studies`;

function headings(report: Report): string[] {
  const [left, right] = sidesOf(report);
  const bold = { 'font-weight': 'bold' };
  return [
    text(4, 26, 'Study', bold),
    text(LEFT, 26, `← ${left}`),
    text(RIGHT, 26, `${right} →`, { 'text-anchor': 'end' }),
    text(RIGHT + 14, 26, 'Effect (95 % interval)', bold),
    ...(report.fit ? [text(WIDTH - 4, 26, 'Weight', { ...bold, 'text-anchor': 'end' })] : []),
  ];
}

function sidesOf({ better }: Report): [string, string] {
  if (better === null) return ['lower', 'higher'];
  return better === 'lower' ? ['benefit', 'harm'] : ['harm', 'benefit'];
}

const sideWords = ({ better }: Report): string =>
  better === null
    ? 'Which side is benefit was not said.'
    : `The ${better === 'lower' ? 'left' : 'right'} side is benefit.`;

function nameOf({ name }: Study, y: number): string {
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
  return element(
    'text',
    { x: 4, y: y + 4 },
    `${element('title', {}, escaped(name) || ' ')}${escaped(short)}`,
  );
}

/** A study's interval, with an arrow where it goes on beyond the plot. */
function bar({ low, high }: Span, span: Span, x: (value: number) => number, y: number): string {
  const arrow = (at: number, towards: 1 | -1): string =>
    element('polygon', {
      points: `${at.toFixed(2)},${y} ${(at - 7 * towards).toFixed(2)},${y - 4} ${(at - 7 * towards).toFixed(2)},${y + 4}`,
    });
  return [
    line([x(within(low, span)), y], [x(within(high, span)), y]),
    low < span.low ? arrow(LEFT, -1) : '',
    high > span.high ? arrow(RIGHT, 1) : '',
  ].join('');
}

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

/** All estimates, what is pooled, and no difference; of single intervals as much as does not dwarf those. */
function spanOf(report: Report): Span {
  const { studies, prediction } = report;
  const pooled = pooledOf(report);
  const core = [
    0,
    ...studies.map(({ yi }) => yi),
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

function axisAt(y: number, span: Span, x: (value: number) => number, report: Report): string[] {
  const scale = scaleOf(report.measure);
  return [
    line([LEFT, y], [RIGHT, y]),
    ...ticksFor(scale, span.low, span.high).flatMap(({ at, label }) => [
      line([x(at), y], [x(at), y + 5]),
      text(x(at), y + 19, label, { 'text-anchor': 'middle' }),
    ]),
    text((LEFT + RIGHT) / 2, y + 38, scale.name, { 'text-anchor': 'middle' }),
  ];
}
