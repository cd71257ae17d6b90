import type { SoapPart } from '../../state/session-draft.ts';

export const SOAP_WORDS: Record<SoapPart, string> = {
  s: 'Subjective: what the client said',
  o: 'Objective: what was found and done',
  a: 'Assessment: what it means',
  p: 'Plan: what comes next',
};
