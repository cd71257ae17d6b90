/** The words of the intake, for whoever fills it in. */
import { intakeTexts } from '../../texts.ts';

export interface IntakeWords {
  readonly hint: string;
  readonly illnesses: string;
  readonly addIllness: string;
  readonly medicines: string;
  readonly addMedicine: string;
  readonly none: string;
  readonly all: string;
  readonly questions: string;
  readonly hopes: string;
  readonly positions: string;
  readonly avoid: string;
  readonly avoidLegend: string;
  readonly consents: string;
  readonly consentsLegend: string;
  readonly send: string;
  readonly notYet: string;
  readonly choosePosition: string;
}

export const THERAPISTS_WORDS: IntakeWords = {
  hint: 'Ask the client. Stop at any point: what you choose is kept on this device until you save it.',
  illnesses: 'Long-term illnesses',
  addIllness: 'Add an illness',
  medicines: 'Medicines',
  addMedicine: 'Add a medicine, by any name',
  none: 'The client has none',
  all: 'These are all',
  questions: 'Ask everybody',
  hopes: 'What the client hopes for',
  positions: 'Positions the client can manage',
  avoid: 'Do not touch',
  avoidLegend: 'Places the client does not want touched',
  consents: 'Consent for sensitive places',
  consentsLegend: 'The client agrees to work on these',
  send: 'Save intake',
  notYet: 'The intake cannot be saved yet',
  choosePosition: 'Choose at least one position',
};

export const CLIENTS_WORDS: IntakeWords = { ...intakeTexts, avoidLegend: intakeTexts.avoid };
