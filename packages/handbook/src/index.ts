export { correctionOf } from './correction.ts';
export { createEvidencePages } from './evidence/evidence.ts';
export type {
  ClaimLink,
  ClaimPage,
  EvidenceFinding,
  EvidencePages,
  EvidenceSection,
  StudyLine,
  StudyOutcome,
  StudyPage,
} from './evidence/pages.ts';
export { CERTAINTY_WORDS, COMPARATOR_WORDS, DOMAIN_WORDS } from './evidence/words.ts';
export { createHandbook } from './handbook.ts';
export { groupLimits, type LimitGroup } from './limit-groups.ts';
export * from './page.ts';
