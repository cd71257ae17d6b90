/** The words that may stand before a colon at the top of a client file, and the words for plain choices. */
import type { Goal, Position } from '@assuage/knowledge';

export const KEYS = {
  client: ['name'],
  born: ['birth date', 'date of birth', 'birthday', 'dob'],
  conditions: ['condition', 'illnesses', 'illness', 'diagnoses', 'diagnosis'],
  medicines: ['medicine', 'medications', 'medication', 'drugs', 'meds'],
  others: ['everything else', 'the rest', 'rest'],
  today: ['findings', 'check-in', 'checkin', 'answers'],
  details: ['facts', 'more'],
  pain: ['pain map', 'hurts'],
  goals: ['goal', 'aims'],
  minutes: ['time', 'length', 'session minutes'],
  wishes: ['wish', 'wants', 'would like'],
  avoid: ['do not touch', 'avoid touching'],
  positions: ['position', 'can lie'],
  consents: ['consent', 'agreed to'],
  training: ['trained in', 'therapist trained in'],
  clearances: ['clearance'],
} as const satisfies Record<string, readonly string[]>;
export type Key = keyof typeof KEYS;

export const CLEARANCE_KEYS = {
  limits: ['limit', 'lifts'],
  by: ['from whom', 'clinician'],
  from: ['since', 'starts'],
  until: ['to', 'ends', 'expires'],
  note: ['notes'],
} as const satisfies Record<string, readonly string[]>;
export type ClearanceKey = keyof typeof CLEARANCE_KEYS;

export const GOAL_WORDS: Readonly<Record<Goal, readonly string[]>> = {
  pain: ['less pain', 'pain relief', 'aching', 'soreness'],
  stiffness: ['stiff', 'stiff joints', 'tightness', 'tension'],
  sleep: ['better sleep', 'sleeping', 'insomnia'],
  stress: ['relaxation', 'relax', 'relaxing', 'anxiety', 'calm', 'wellbeing'],
  fatigue: ['tiredness', 'tired', 'energy', 'exhaustion'],
  'range-of-motion': ['rom', 'movement', 'mobility', 'flexibility', 'moving better'],
};

export const POSITION_WORDS: Readonly<Record<Position, readonly string[]>> = {
  prone: ['face down', 'on the front', 'front', 'lying face down'],
  supine: ['face up', 'on the back', 'back', 'lying on the back'],
  'side-lying': ['on the side', 'side', 'lying on the side'],
  'semi-reclined': ['half sitting', 'reclined', 'propped up'],
  seated: ['sitting', 'chair', 'on a chair', 'sat'],
};

export const PAIN_WORDS = {
  mild: { level: 1, also: ['1', 'a little', 'slight'] },
  moderate: { level: 2, also: ['2', 'medium'] },
  severe: { level: 3, also: ['3', 'bad', 'strong', 'very bad'] },
} as const;

export const YES: readonly string[] = ['yes', 'y', 'true'];
export const NO: readonly string[] = ['no', 'n', 'false', 'none', 'nowhere', 'never'];
export const UNKNOWN: readonly string[] = [
  'unknown',
  'not sure',
  'unsure',
  'not known',
  'dont know',
  'maybe',
  'not asked',
];
export const NO_OTHERS: readonly string[] = ['no others', 'no other', 'nothing else', 'none else'];
