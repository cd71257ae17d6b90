/** One study in words. */
import type { Outcome, Study, UnreadStudy } from '@assuage/knowledge';
import type { StudyOutcome } from './pages.ts';
import {
  armWords,
  COMPARATOR_WORDS,
  DESIGN_WORDS,
  doseWords,
  effectWords,
  SHOWS_WORDS,
  sentenceCase,
} from './words.ts';

/** "Perlman and others, 2018"; "Backus and others, 2016"; "Coelho, Boddy and Ernst, year not read" */
export function nameOf({ authors, year }: Pick<UnreadStudy, 'authors' | 'year'>): string {
  const isKnown = !/^not shown/i.test(authors);
  const hasMore = /\bet al\b/i.test(authors);
  const names = authors
    .replace(/,?\s*et al\.?|\s*\(.*\)/gi, '')
    .split(',')
    .map((author) => author.trim().replace(/\s+[A-Z]{1,3}$/, ''))
    .filter((author) => author !== '');
  const last = names.length > 1 && !hasMore ? names.pop() : undefined;
  const listed = last === undefined ? names.join(', ') : `${names.join(', ')} and ${last}`;
  const who = isKnown ? `${listed}${hasMore ? ' and others' : ''}` : 'Authors not shown';
  return `${who}, ${year ?? 'year not read'}`;
}

/** The paper's own page, where the reader can check it. */
export const addressOf = ({ doi, pmid, url }: Pick<UnreadStudy, 'doi' | 'pmid' | 'url'>): string =>
  doi !== undefined
    ? `https://doi.org/${doi}`
    : pmid !== undefined
      ? `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`
      : (url ?? '');

export function studyFacts(study: Study): { term: string; text: string }[] {
  const { technique, comparator, dose, numbers } = study;
  const counts = Object.entries(numbers).map(([what, n]) => `${what.replaceAll('-', ' ')} ${n}`);
  const facts: [string, string | undefined][] = [
    ['Authors', study.authors],
    ['Where', study.journal],
    ['What was read of it', study.read],
    ['Design', DESIGN_WORDS[study.design]],
    ['Who', [study.about, study.people].filter(Boolean).join('; ')],
    ['How many', counts.length === 0 ? undefined : counts.join(', ')],
    ['Massage', technique.given],
    ['Pressure', study.pressure ?? 'not said'],
    ['How much', dose ? doseWords(dose) : 'not said'],
    [
      'Compared with',
      [COMPARATOR_WORDS[comparator.class], comparator.given].filter(Boolean).join('; '),
    ],
    ['Unwanted effects', study.adverse ?? 'nothing about them was read'],
    ['Limits', study.limits],
    ['Money', study.funding ?? 'nothing about it was read'],
  ];
  const hasNoMassage = technique.facet === 'none';
  return facts.flatMap(([term, text]) =>
    text === undefined || (hasNoMassage && (term === 'Pressure' || term === 'How much'))
      ? []
      : [{ term, text }],
  );
}

export const studyOutcomes = ({ outcomes }: Study): StudyOutcome[] =>
  outcomes.map((outcome) => ({
    measure: sentenceCase(outcome.measure),
    how: howMeasured(outcome),
    shows: SHOWS_WORDS[outcome.shows],
    numbers: [
      outcome.effect && effectWords(outcome.effect),
      armWords(outcome),
      outcome.reported && `Reported: ${outcome.reported.replace(/\.?$/, '.')}`,
    ].filter((text) => text !== undefined),
  }));

const howMeasured = ({ instrument, when, against, better }: Outcome): string =>
  [
    instrument ?? '',
    when ?? '',
    against === undefined ? '' : `against ${COMPARATOR_WORDS[against]}`,
    better === undefined ? '' : `${better} is better`,
  ]
    .filter((part) => part !== '')
    .join('; ');
