/** The pressure scale in words. */

/** As the engine says it. */
export const NO_CONTACT = -1;

export interface Pressure {
  readonly level: number;
  readonly name: string;
  /** What it is like, for the hand that gives it. */
  readonly like: string;
}

export const PRESSURES: readonly Pressure[] = [
  { level: 0, name: 'Resting', like: 'a still hand without weight' },
  { level: 1, name: 'Very light', like: 'enough to spread lotion' },
  { level: 2, name: 'Light', like: 'enough to rub lotion in' },
  { level: 3, name: 'Medium', like: 'into the muscle near the surface' },
  { level: 4, name: 'Firm', like: 'into the deeper muscle' },
  { level: 5, name: 'Deep', like: 'to the deepest muscle and bone' },
];

export function pressureSentence(most: number): string {
  if (most === NO_CONTACT) return 'Do not touch.';
  const pressure = PRESSURES.find(({ level }) => level === most);
  if (!pressure) throw new Error(`no pressure ${most}`);
  return `At most ${pressure.level} of 5, ${pressure.name.toLowerCase()}: ${pressure.like}.`;
}
