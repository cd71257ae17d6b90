/** The words of consents, reactions, events, goals and appointments on the client's page. */
import type { BodyOf } from '../../state/record.ts';

type Consent = BodyOf<'consent'>;
/** Something to choose from, in the order in which it is offered. */
type Choices<Value extends string> = readonly (readonly [Value, string])[];
const wordsOf = <Value extends string>(choices: Choices<Value>) =>
  Object.fromEntries(choices) as Record<Value, string>;

export const CONSENT_CHOICES: Choices<Consent['what']> = [
  ['massage', 'Massage'],
  ['sensitive-places', 'Sensitive places'],
  ['share', 'Sharing with a clinician'],
  ['photos', 'Photos'],
  ['email', 'Contact by e-mail'],
];
export const CONSENT_WORDS = wordsOf(CONSENT_CHOICES);
export const GIVEN_CHOICES = [
  ['given', 'Yes, agrees'],
  ['withdrawn', 'No, or no longer'],
] as const;
export const CAPACITY_CHOICES: Choices<Consent['from']['as']> = [
  ['client', 'The client'],
  ['guardian', 'Parent or guardian'],
  ['representative', 'Legal representative'],
];
export const CAPACITY_WORDS = wordsOf(CAPACITY_CHOICES);
export const HOW_CHOICES: Choices<Consent['how']> = [
  ['spoken', 'Said, and noted here'],
  ['typed', 'Name typed here by them'],
  ['paper', 'Signed on paper'],
];
export const HOW_WORDS: Record<Consent['how'], string> = {
  spoken: 'said and noted here',
  typed: 'name typed here',
  paper: 'signed on paper',
};

export const FILE_CHOICES: Choices<BodyOf<'file'>['what']> = [
  ['photo', 'Photo'],
  ['scan', 'Scan'],
  ['letter', 'Letter from a clinician'],
  ['test-result', 'Test result'],
  ['other', 'Something else'],
];
export const FILE_WORDS = wordsOf(FILE_CHOICES);

export const FEELING_CHOICES: Choices<BodyOf<'reaction'>['feeling']> = [
  ['better', 'Better'],
  ['same', 'About the same'],
  ['worse', 'Worse'],
];
export const FEELING_WORDS = wordsOf(FEELING_CHOICES);
export const SORE_CHOICES = [
  ...Array.from({ length: 11 }, (_, n) => [String(n), String(n)] as const),
  ['', 'Not asked'],
] as const;
export const LASTED_CHOICES = [
  ['6', 'A few hours'],
  ['24', 'A day'],
  ['48', '2 days'],
  ['72', '3 days'],
  ['168', 'A week or more'],
  ['', 'Not asked'],
] as const;
export const SEVERITY_CHOICES: Choices<BodyOf<'adverse-event'>['severity']> = [
  ['mild', 'Mild: it passed by itself'],
  ['moderate', 'Moderate: it needed care or stopped usual activity'],
  ['severe', 'Severe: it needed urgent care'],
];
export const SEVERITY_WORDS: Record<BodyOf<'adverse-event'>['severity'], string> = {
  mild: 'Mild',
  moderate: 'Moderate',
  severe: 'Severe',
};

export const GOAL_STATE_WORDS: Record<BodyOf<'goal'>['state'], string> = {
  open: 'Open',
  reached: 'Reached',
  dropped: 'Dropped',
};
export const CHANGE_WORDS: Record<BodyOf<'appointment-change'>['change'], string> = {
  moved: 'Moved',
  cancelled: 'Cancelled',
  missed: 'Client did not come',
};
export const REACH_CHOICES = [
  ['phone', 'Call'],
  ['text', 'Text message'],
  ['email', 'E-mail'],
  ['post', 'Letter'],
] as const;

export const LETTER_CHOICES: Choices<BodyOf<'letter'>['how']> = [
  ['email', 'E-mail'],
  ['post', 'Post'],
  ['hand', 'By hand'],
  ['fax', 'Fax'],
  ['link', 'Link'],
];
export const LETTER_WORDS = wordsOf(LETTER_CHOICES);
