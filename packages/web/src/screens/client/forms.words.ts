/** The words of forms and ratings on the client's page. Questions and credits come from the measures. */
import type { Change, ThresholdReading } from '@assuage/outcomes';
import type { BodyOf } from '../../state/record.ts';

type Filled = BodyOf<'score'>['filled'];
export const FILLED_CHOICES: readonly (readonly [Filled, string])[] = [
  ['by-client', 'The client'],
  ['read-aloud', 'I read it aloud'],
  ['by-practice', 'I measured or copied it'],
];
export const FILLED_WORDS: Record<Filled, string> = {
  'by-client': 'filled in by the client',
  'read-aloud': 'read aloud and noted',
  'by-practice': 'measured or copied by the practice',
};

/** Rounded only for reading. */
export const shown = (value: number): string => String(Math.round(value * 10) / 10);

const TOWARDS: Record<Change['towards'], (points: string) => string> = {
  better: (points) => `${points} better than the first time`,
  worse: (points) => `${points} worse than the first time`,
  same: () => 'the same as the first time',
  unclear: (points) => `changed by ${points} since the first time`,
};
const pointsOf = (points: number): string => {
  const size = shown(Math.abs(points));
  return size === '1' ? '1 point' : `${size} points`;
};

/** "2 points better than the first time (6, now 4)." It never says why. */
export const changeText = ({ towards, points, before, after, percent }: Change): string =>
  `${TOWARDS[towards](pointsOf(points))} (${shown(before)}, now ${shown(after)}${
    percent === undefined || towards === 'same' ? '' : `; ${shown(Math.abs(percent))} %`
  })`;

const REACHED: Record<ThresholdReading['reached'], string> = {
  yes: 'Reaches',
  within: 'Within',
  no: 'Does not reach',
};

/** "Reaches 1 point, what 825 people … (what people called slightly better)." */
export function thresholdText({
  reached,
  needs,
  unit,
  assumed,
  threshold,
}: ThresholdReading): string {
  const size =
    typeof needs === 'number' ? shown(needs) : `${shown(needs[0])} to ${shown(needs[1])}`;
  const across = assumed
    ? ' The study used a scale of another length; its number is read across, which is an assumption.'
    : '';
  const note = threshold.note === undefined ? '' : ` ${threshold.note}`;
  return `${REACHED[reached]} ${size} ${unit === 'percent' ? '%' : 'points'}: ${threshold.population}; ${threshold.method}.${across}${note}`;
}
