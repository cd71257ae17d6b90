/** What the knowledge pages say around the knowledge itself. A client reads it too: the same test holds it to that. */
import type { HandbookHelp, SubjectKind } from '@assuage/handbook';

export const knowledgeTexts = {
  title: 'Knowledge',
  what: 'What Assuage knows about massage and illness, and where each rule comes from.',
  notDiagnosis: 'Assuage never says which illness a person has. It does not replace medical care.',
  label: 'Look up an illness, a medicine, a sign or a technique',
  hint: 'A slip in the spelling does no harm.',
  found: (count: number) => `${count} found`,
  none: 'Nothing is known under this name.',
  noneHelp: 'Try another name for it, or just its first letters. Or look through the lists below.',
  noneCare:
    'If it is not here, Assuage has no rule for it. Ask a doctor, nurse or pharmacist before a massage.',
  missing: 'This is not in the knowledge',
  missingHelp: 'The link may be old, or the name may have changed.',
  missingNear: 'Did you mean:',
  failed: 'We could not get the knowledge.',
  all: 'All knowledge',
  back: 'Go back',
  measures: 'Forms and ratings: what may be asked, and whose it is',
  claims: 'What is said of massage, and what was found',
  browse: 'Look through the lists',
  release: 'This release',
  releaseIs: (release: string, rules: number, sources: number) =>
    `Release ${release}: ${rules} rules, resting on ${sources} sources.`,
  releaseWhat:
    'The release names this exact state of the knowledge. It changes with each change of a rule. Each plan keeps the one it was made with.',
  also: 'Also called:',
  redFlag: 'Red flag: a warning sign',
  ask: 'We ask:',
  symptoms: 'What often comes with it',
  organs: 'Parts of the body',
  rules: 'Rules for the therapist',
  toRules: (count: number) => `To the rules (${count})`,
  noRules: 'No rule of its own is known. The rules for everyone hold.',
  noRulesBut: 'No rule of its own is known. The rules below hold too.',
  elsewhere: 'Rules that hold here too',
  elsewhereCount: (count: number) => (count === 1 ? '1 rule' : `${count} rules`),
  when: 'When:',
  judgement: 'Our judgement',
  cited: 'From a source',
  leansOn: 'It leans on:',
  disagree: 'Sources disagree. We follow the stricter one.',
  milder: 'These are milder:',
  broader: 'Part of',
  narrower: 'Kinds of it',
  codes: 'Codes',
  pressure: (least: number, most: number) =>
    least === most ? `Pressure ${least} of 5.` : `Pressure ${least} to ${most} of 5.`,
  helps: 'What it is used for',
  sure: (how: string) => `how sure: ${how}`,
  helpsOnly: 'In:',
  nearest: 'To use in its place',
  names: 'Medicines of this kind',
  nameCount: (count: number) => (count === 1 ? '1 medicine' : `${count} medicines`),
  depends: 'This rule looks at:',
  sources: 'Sources for this page',
  sourceCount: (count: number) => (count === 1 ? '1 source' : `${count} sources`),
  correct: 'Suggest a correction',
  correctPage: 'Is something wrong on this page?',
  correctHow: 'This opens an email that says which rule or page you mean. You choose who gets it.',
  newTab: 'Sources open in a new tab.',
} as const;

export const LEVEL_WORDS: Record<HandbookHelp['level'], string> = {
  some: 'some studies say it helps',
  little: 'few studies, and not strong ones',
  custom: 'used by habit; no study read',
  none: 'studied, and no gain was found',
};

export const KIND_WORDS: Record<SubjectKind, string> = {
  condition: 'Illness',
  medicine: 'Medicine',
  finding: 'Sign or question',
  technique: 'Technique',
};
