/** The drawing of a diary as SVG that stands by itself: on screen, in print, in grey and for a reader of the screen. */
import { type Drawing, type Drawn, drawDiary } from './drawing.ts';
import { comparisonOf } from './trial.ts';

const STYLE =
  'text{font:13px sans-serif;fill:#1c1c1c}.paper{fill:#fff}.on{fill:#d9d9d9;shape-rendering:crispEdges}.band{fill:#ececec}.grid{stroke:#b5b5b5}' +
  '.line{fill:none;stroke:#5c5c5c}.point{fill:#14507a}.session{stroke:#14507a;stroke-width:2}' +
  '.change{stroke:#1c1c1c;stroke-dasharray:4 3}';

/** A document of its own; undefined when there is nothing to draw. */
export function diarySvg(drawn: Drawn): string | undefined {
  const drawing = drawDiary(drawn);
  if (!drawing) return undefined;
  const { width, height, plot, points, lines, periods, sessions, medicineChanges, band } = drawing;
  const { outcome, scale, better } = drawn.question;
  const at = (value: number): string => String(Math.round(value * 10) / 10);
  const upright = (className: string, x: number, from: number, to: number): string =>
    `<line class="${className}" x1="${at(x)}" x2="${at(x)}" y1="${at(from)}" y2="${at(to)}"/>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${escaped(`Diary: ${outcome}, ${scale.from} to ${scale.to}, ${better} is better`)}</title>`,
    `<desc id="desc">${escaped(described(drawn, drawing))}</desc>`,
    `<style>${STYLE}</style>`,
    `<rect class="paper" width="${width}" height="${height}"/>`,
    ...periods
      .filter(({ arm }) => arm === 'with')
      .map(
        ({ x, width: wide }) =>
          `<rect class="on" x="${at(x)}" y="${plot.top}" width="${at(wide)}" height="${plot.bottom - plot.top}"/>`,
      ),
    ...(band
      ? [
          `<rect class="band" x="${plot.left}" y="${at(band.y)}" width="${plot.right - plot.left}" height="${at(band.height)}"/>`,
        ]
      : []),
    ...drawing.levels.flatMap(({ value, y }) => [
      `<line class="grid" x1="${plot.left}" x2="${plot.right}" y1="${at(y)}" y2="${at(y)}"/>`,
      `<text x="${plot.left - 6}" y="${at(y + 4)}" text-anchor="end">${at(value)}</text>`,
    ]),
    ...medicineChanges.map(({ x }) => upright('change', x, plot.top, plot.bottom)),
    ...lines.map(
      (line) =>
        `<polyline class="line" points="${line.map(({ x, y }) => `${at(x)},${at(y)}`).join(' ')}"/>`,
    ),
    ...points.map(
      ({ x, y }) => `<circle class="point" cx="${at(x)}" cy="${at(y)}" r="${radiusOf(drawing)}"/>`,
    ),
    ...sessions.map(({ x }) => upright('session', x, plot.bottom, plot.bottom + 8)),
    `<text x="${plot.left}" y="${height - 22}">${drawing.firstDay}</text>`,
    `<text x="${plot.right}" y="${height - 22}" text-anchor="end">${drawing.lastDay}</text>`,
    `<text x="${plot.left}" y="${height - 6}">${escaped(legendOf(drawn))}</text>`,
    '</svg>',
    '',
  ].join('\n');
}

/** Points of long diaries are small, so that they do not cover each other. */
const radiusOf = ({ points }: Drawing): number => (points.length <= 150 ? 3.5 : 1.5);

function legendOf({ trial, sessions = [], medicineChanges = [], usual }: Drawn): string {
  const on = trial && comparisonOf(trial) === 'cadence' ? 'more massage' : 'massage';
  return [
    ...(trial ? [`shaded: weeks with ${on}`] : []),
    ...(usual ? ['band: the range at the start'] : []),
    ...(sessions.length > 0 ? ['tick below: a session'] : []),
    ...(medicineChanges.length > 0 ? ['dashed: a medicine changed'] : []),
  ].join('; ');
}

function described(drawn: Drawn, drawing: Drawing): string {
  const { points, periods, firstDay, lastDay, sessions } = drawing;
  const on = periods.filter(({ arm }) => arm === 'with').length;
  return [
    `${points.length} rated ${points.length === 1 ? 'day' : 'days'} from ${firstDay} to ${lastDay}.`,
    ...(periods.length > 0 ? [`${on} of ${periods.length} periods are shaded.`] : []),
    ...(sessions.length > 0
      ? [`${sessions.length} ${sessions.length === 1 ? 'day' : 'days'} with a session.`]
      : []),
    legendOf(drawn),
  ].join(' ');
}

const escaped = (text: string): string =>
  text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
