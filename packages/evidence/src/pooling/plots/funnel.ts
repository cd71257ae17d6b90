import { type Answer, answer, refuse } from '../answer.ts';
import { criticalValue } from '../model.ts';
import type { Report } from '../report.ts';
import { scaleOf } from '../scale.ts';
import { roundNumbers, ticksFor } from './axis.ts';
import { element, line, picture, text } from './svg.ts';

const WIDTH = 560;
const HEIGHT = 420;
const [LEFT, RIGHT, TOP, BOTTOM] = [64, 540, 20, 360];

/**
 * The funnel plot as an SVG that is read out by its title and description; `funnelTable` is the same in words.
 * Large studies on top; where nothing but chance is at work, 95 % lie between the slanted lines. Refused below ten
 * studies, which show no shape.
 */
export function funnelPlot(report: Report, id: string): Answer<string> {
  const { pooled } = report;
  if (!report.display.bias || !report.fit || !pooled)
    return refuse(
      'Too few studies to judge bias: a funnel plot needs ten, each for itself, and one pooled effect.',
    );
  const scale = scaleOf(report.measure);
  const errors = report.studies.map(({ vi }) => Math.sqrt(vi));
  const deepest = Math.max(...errors) * 1.05;
  const reach = criticalValue(null) * deepest;
  const centre = pooled.estimate;
  const estimates = report.studies.map(({ yi }) => yi);
  const low = Math.min(centre - reach, ...estimates) - reach * 0.05;
  const high = Math.max(centre + reach, ...estimates) + reach * 0.05;
  const x = (value: number): number => LEFT + ((RIGHT - LEFT) * (value - low)) / (high - low);
  const y = (error: number): number => TOP + ((BOTTOM - TOP) * error) / deepest;
  const dashed = { 'stroke-dasharray': '5 4' };
  const parts = [
    line([x(centre), TOP], [x(centre), BOTTOM]),
    line([x(centre), TOP], [x(centre - reach), BOTTOM], dashed),
    line([x(centre), TOP], [x(centre + reach), BOTTOM], dashed),
    line([LEFT, BOTTOM], [RIGHT, BOTTOM]),
    line([LEFT, TOP], [LEFT, BOTTOM]),
    ...ticksFor(scale, low, high).flatMap(({ at, label }) => [
      line([x(at), BOTTOM], [x(at), BOTTOM + 5]),
      text(x(at), BOTTOM + 19, label, { 'text-anchor': 'middle' }),
    ]),
    ...roundNumbers(0, deepest).flatMap((error) => [
      line([LEFT - 5, y(error)], [LEFT, y(error)]),
      text(LEFT - 9, y(error) + 4, String(error), { 'text-anchor': 'end' }),
    ]),
    text((LEFT + RIGHT) / 2, BOTTOM + 42, scale.name, { 'text-anchor': 'middle' }),
    text(16, (TOP + BOTTOM) / 2, 'Standard error', {
      'text-anchor': 'middle',
      transform: `rotate(-90 16 ${(TOP + BOTTOM) / 2})`,
    }),
    ...estimates.map((yi, i) =>
      element('circle', {
        class: 'study',
        cx: x(yi),
        cy: y(errors[i] ?? 0),
        r: 4.5,
        'fill-opacity': 0.6,
        stroke: 'currentColor',
      }),
    ),
  ];
  const slope = report.bias?.egger.slope;
  const found =
    slope?.p == null ? '' : ` Egger's test of an uneven shape: p = ${slope.p.toPrecision(2)}.`;
  const description =
    `Every study as a dot, its effect from left to right and how sure it is from below to above.${found} ` +
    'An uneven shape need not mean that studies were left unpublished. The same numbers are in the table.';
  const title = `Funnel plot: ${scale.name.toLowerCase()} in ${report.studies.length} studies`;
  return answer(picture({ id, title, description, width: WIDTH, height: HEIGHT }, parts.join('')));
}
