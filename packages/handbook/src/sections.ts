/** The client's page of a subject, part by part. */
import type { HandbookSection, Subject } from './page.ts';

const TITLES = {
  feel: 'What people feel',
  may: 'What massage may do',
  mayNot: 'What massage does not do, or nobody knows',
  tell: 'What to tell your therapist',
  help: 'When to get help',
} as const;
const PARTS = Object.keys(TITLES) as (keyof typeof TITLES)[];

/** Said of an illness about which the knowledge holds neither a page nor a rule. */
const LITTLE_IS_KNOWN: HandbookSection = {
  title: 'Little is known',
  sentences: [
    'We found no source about massage with this illness.',
    'So no rule here is about it. The rules for everyone still hold.',
    'Ask what it does to the skin, the bones, the blood and the sense of touch.',
    'Ask what makes it worse, and which medicines go with it.',
    'If you are not sure, ask the care team first.',
  ],
};

/** @param hasRules its own, or of others that depend on it */
export function sectionsOf(subject: Subject, hasRules: boolean): HandbookSection[] {
  const page = 'page' in subject ? subject.page : undefined;
  if (page) return PARTS.map((part) => ({ title: TITLES[part], sentences: page[part] }));
  return subject.kind === 'condition' && !hasRules ? [LITTLE_IS_KNOWN] : [];
}
