/** The library → pages to read, with every link between claims, studies, conditions and techniques. */
import {
  createShelf,
  type GradedFinding,
  isReview,
  poolable,
  type WhatIsKnown,
} from '@assuage/evidence';
import type { Claim, Library, Study, UnreadStudy } from '@assuage/knowledge';
import type { Engine } from '@assuage/safety';
import { linksTo, linkTo, subjectOf } from '../names.ts';
import type {
  ClaimLink,
  ClaimPage,
  EvidenceFinding,
  EvidencePages,
  EvidenceSection,
  StudyLine,
  StudyPage,
} from './pages.ts';
import { sentenceOf } from './sentence.ts';
import { addressOf, nameOf, studyFacts, studyOutcomes } from './study.ts';
import {
  CERTAINTY_WORDS,
  COMPARATOR_WORDS,
  DESIGN_WORDS,
  DOMAIN_WORDS,
  freshnessWords,
  HINDRANCE_WORDS,
  SAYS_WORDS,
  STATE_WORDS,
  sentenceCase,
  VERDICT_WORDS,
} from './words.ts';

/** @param today `YYYY-MM-DD`: marks what was searched long ago; left out, nothing is marked */
export function createEvidencePages(
  engine: Engine,
  library: Library,
  today?: string,
): EvidencePages {
  const shelf = createShelf(library);
  const studies = new Map(engine.knowledge.sources.map(({ id, study }) => [id, study]));

  const lineFor = (id: string): StudyLine[] => {
    const study = shelf.study(id);
    if (study) return [lineOf(study)];
    const unread = shelf.unreadStudy(id);
    return unread ? [unreadLine(unread)] : [];
  };

  const claimPage = (claim: Claim): ClaimPage => ({
    ...claimLink(claim),
    sure: claim.sure,
    plain: claim.plain.trim(),
    because: claim.because.trim(),
    why: claim.why.trim(),
    ...(claim.say === undefined ? {} : { say: claim.say }),
    ...(claim.seenAt === undefined ? {} : { seenAt: claim.seenAt }),
    about: linksTo(engine, [...claim.conditions, ...claim.techniques]),
    for: claim.for.flatMap(lineFor),
    against: claim.against.flatMap(lineFor),
    beside: claim.beside.flatMap(lineFor),
    file: `knowledge/claims/${claim.id}.yaml`,
  });

  const studyPage = (study: Study): StudyPage => ({
    ...lineOf(study),
    title: study.title ?? 'A paper whose title was not shown',
    isPublishedReview: isReview(study),
    facts: studyFacts(study),
    outcomes: studyOutcomes(study),
    flags: study.flags,
    about: linksTo(engine, [...study.conditions, ...study.technique.ids]),
    claims: shelf.claimsNaming(study.id).map(claimLink),
    file: `knowledge/studies/${study.id}.yaml`,
  });

  const ofCondition = (known: WhatIsKnown): EvidenceSection => ({
    state: known.state,
    stateWords: STATE_WORDS[known.state],
    ...(known.plain === undefined ? {} : { plain: known.plain.trim() }),
    ...(known.none === undefined ? {} : { none: known.none }),
    findings: known.findings.map(findingOf),
    published: known.published.map(lineOf),
    studies: known.studies.map(lineOf),
    unread: known.unread.map(unreadLine),
    claims: known.claims.map(claimLink),
    gaps: known.gaps,
    ...(known.state === 'not-looked-at'
      ? {}
      : { freshness: freshnessWords(known.freshness, today) }),
    pooling: poolingOf(known.studies),
  });

  const ofTechnique = (id: string): EvidenceSection | undefined => {
    const studies = shelf.studiesOf(id);
    const claims = shelf.claimsOf(id);
    if (studies.length + claims.length === 0) return undefined;
    return {
      findings: [],
      published: studies.filter(isReview).map(lineOf),
      studies: studies.filter((study) => !isReview(study)).map(lineOf),
      unread: [],
      claims: claims.map(claimLink),
      gaps: [],
      pooling: [],
    };
  };

  return {
    counts: {
      studies: library.studies.length,
      unread: library.unread.length,
      claims: library.claims.length,
      conditions: library.evidence.length,
    },
    claims: () => library.claims.map(claimPage),
    claim: (id) => {
      const claim = shelf.claim(id);
      return claim && claimPage(claim);
    },
    claimsAbout(subjects) {
      const about = new Set(subjects.flatMap((id) => shelf.claimsOf(id)));
      const general = shelf.claimsOf('massage').filter((claim) => !about.has(claim));
      return { these: [...about].map(claimLink), general: general.map(claimLink) };
    },
    studies: () => library.studies.map(studyPage).sort(byName),
    study: (id) => {
      const study = shelf.study(id);
      return study && studyPage(study);
    },
    studyOfSource: (sourceId) => {
      const named = studies.get(sourceId);
      const study = named === undefined ? undefined : shelf.study(named);
      return study && lineOf(study);
    },
    unread: () => library.unread.map(unreadLine).sort(byName),
    of(subjectId) {
      const subject = subjectOf(engine, subjectId);
      if (subject?.kind === 'condition') return ofCondition(shelf.whatIsKnown(subjectId));
      return subject?.kind === 'technique' ? ofTechnique(subjectId) : undefined;
    },
    sentence(condition, technique) {
      const subject = subjectOf(engine, condition);
      return subject && sentenceOf(subject.name, shelf.whatIsKnown(condition), technique);
    },
    conditions: () =>
      library.evidence
        .flatMap(({ id, plain }) => {
          const subject = subjectOf(engine, id);
          const stateWords = STATE_WORDS[shelf.whatIsKnown(id).state];
          return subject ? [{ link: linkTo(subject), stateWords, plain: plain.trim() }] : [];
        })
        .sort((a, b) => byName(a.link, b.link)),
  };
}

const lineOf = (study: Study): StudyLine => ({
  id: study.id,
  name: nameOf(study),
  design: DESIGN_WORDS[study.design],
  summary: study.summary.trim(),
  isRead: true,
  address: addressOf(study),
});

const unreadLine = (paper: UnreadStudy): StudyLine => ({
  id: paper.id,
  name: nameOf(paper),
  design: DESIGN_WORDS[paper.design],
  summary: paper.note.trim(),
  isRead: false,
  address: addressOf(paper),
});

const claimLink = ({ id, claim, verdict }: Claim): ClaimLink => ({
  id,
  claim,
  verdict,
  verdictWords: VERDICT_WORDS[verdict],
});

const findingOf = (finding: GradedFinding): EvidenceFinding => ({
  outcome: sentenceCase(finding.outcome),
  against: COMPARATOR_WORDS[finding.against],
  says: SAYS_WORDS[finding.says],
  plain: finding.plain,
  certainty: CERTAINTY_WORDS[finding.certainty],
  steps: [
    finding.start === 'high'
      ? 'Randomised trials start at high.'
      : 'Studies without chance allocation start at low.',
    ...finding.down.map(
      ({ domain, steps, because, left }) =>
        `${steps === 1 ? 'One step' : 'Two steps'} down for ${DOMAIN_WORDS[domain]}, which leaves ${CERTAINTY_WORDS[left]}: ${because}`,
    ),
  ],
  studies: finding.studies.map(lineOf),
});

/** Whether these studies could be pooled, each comparator by itself, and what keeps each of them out. */
function poolingOf(studies: readonly Study[]): string[] {
  if (studies.length === 0) return [];
  const groups = poolable(studies);
  const enough = groups.filter((group) => group.enough);
  const verdict =
    enough.length > 0
      ? `Studies against ${enough.map(({ comparator }) => COMPARATOR_WORDS[comparator]).join(' and ')} could be pooled.`
      : 'Assuage does not pool these studies: no two of them compare with the same thing and print enough.';
  const hindered = new Map(
    groups.flatMap(({ candidates }) =>
      candidates.flatMap(({ study, hindrance }) =>
        hindrance ? [[study.id, `${nameOf(study)}: ${HINDRANCE_WORDS[hindrance]}.`] as const] : [],
      ),
    ),
  );
  for (const { candidates } of groups)
    for (const { study, hindrance } of candidates) if (!hindrance) hindered.delete(study.id);
  return [verdict, ...hindered.values()];
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.localeCompare(b.name, 'en');
