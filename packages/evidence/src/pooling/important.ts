import { type Answer, answer, refuse } from './answer.ts';
import type { Coefficient } from './model.ts';
import { type Measure, scaleOf } from './scale.ts';
import type { Better } from './study.ts';

/** A change that matters to people, as whoever pools states it. */
export interface ImportantRequest {
  /** In points of the scale, or for ratios the ratio itself. Above 0. */
  readonly change: number;
  /** For effects in standard deviations: the deviation between people, in the same points. */
  readonly sd?: number;
}

/** The same on the scale that effects are pooled on, on the side of benefit. */
export interface Important {
  readonly change: number;
  readonly at: number;
  /** Points in one standard deviation; null where effects are in points already, or are ratios. */
  readonly sd: number | null;
}

const IN_DEVIATIONS: readonly Measure[] = ['SMD', 'SMDH', 'SMCC', 'SMCR', 'SMCRH'];

/** Whether effects of a measure are in standard deviations, and need one to be told in points. */
export const isStandardised = (measure: Measure): boolean => IN_DEVIATIONS.includes(measure);

export function importantChange(
  { change, sd }: ImportantRequest,
  measure: Measure,
  better: Better | null,
): Answer<Important> {
  const scale = scaleOf(measure);
  if (better === null)
    return refuse('an important change lies on the side of benefit: say which side that is');
  if (!(change > 0) || !Number.isFinite(change))
    return refuse(`an important change (${change}) must be above 0; its side is that of benefit`);
  const side = better === 'lower' ? -1 : 1;
  if (scale.none === 1) {
    if ((change - 1) * side <= 0)
      return refuse(
        `an important ratio of ${change} lies on the side of harm: benefit is ${better} than 1`,
      );
    return answer({ change, at: scale.pooled(change), sd: null });
  }
  if (measure === 'ZCOR' && change >= 1) return refuse('a correlation lies below 1');
  if (!isStandardised(measure))
    return answer({ change, at: scale.pooled(side * change), sd: null });
  if (sd === undefined)
    return refuse(
      'these effects are in standard deviations: an important change in points needs the deviation between people',
    );
  return sd > 0 && Number.isFinite(sd)
    ? answer({ change, at: (side * change) / sd, sd })
    : refuse(`the deviation between people (${sd}) must be above 0`);
}

/** An effect in standard deviations, in points; null for any other. */
export function inPoints(
  { estimate, low, high }: Pick<Coefficient, 'estimate' | 'low' | 'high'>,
  { sd }: Important,
): Pick<Coefficient, 'estimate' | 'low' | 'high'> | null {
  return sd === null ? null : { estimate: estimate * sd, low: low * sd, high: high * sd };
}
