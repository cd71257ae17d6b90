/** The product's words for decisions, pressures and how sure we are. */
import type { Decision, Direction, Position } from '@assuage/knowledge';
import type { Sure } from '@assuage/safety';

export const DECISION_WORDS: Readonly<Record<Decision, string>> = {
  go: 'Go ahead',
  adapt: 'Go ahead, with changes',
  'clear-first': 'Get clearance first',
  'not-today': 'Not today',
  'refer-soon': 'Not today: refer soon',
  'refer-now': 'Stop: get help now',
};

/** After Tracy Walton's scale, with 0 for still, weightless hands. */
export const PRESSURE_WORDS = [
  'still, weightless hands',
  'light lotioning',
  'heavy lotioning',
  'medium',
  'strong',
  'very deep',
] as const;

export const POSITION_WORDS: Readonly<Record<Position, string>> = {
  prone: 'face down',
  supine: 'on the back',
  'side-lying': 'on the side',
  'semi-reclined': 'half sitting',
  seated: 'sitting',
};

export const SURE_WORDS: Readonly<Record<Sure, string>> = {
  strong: 'strong evidence',
  some: 'some evidence',
  expert: 'expert advice',
  guess: 'careful guess',
};

export const DIRECTION_WORDS: Readonly<Record<Direction, string>> = {
  'higher-is-better': 'higher is better',
  'lower-is-better': 'lower is better',
  unclear: 'which end is better is not known',
};

export const DISCLAIMER =
  'Assuage supports a trained therapist’s judgement. It does not diagnose, and it does not replace the ' +
  'care team. Check what matters against the sources named here.';

export const PRESSURE_CREDIT =
  'Pressure from 0 to 5 after the Massage Therapy Pressure Scale by Tracy Walton, with 0 added for hands that rest.';
