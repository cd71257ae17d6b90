/**
 * Whether what a technique is said to help with is what the studies behind it found. A plan chooses its
 * techniques by `helps`, so this is what ties the choice to the library.
 */
import type { ParsedFile, Path } from '../file.ts';
import type { Issue } from '../issues.ts';
import type { Technique } from '../subjects.ts';
import type { Evidence, Outcome, Study } from './study.ts';

type Help = Technique['helps'][number];
type Shows = Outcome['shows'];
type Report = (at: Path, message: string) => void;

export interface Read {
  /** Studies whose results were read, by id. */
  readonly studies: ReadonlyMap<string, Study>;
  /** The study that a source is, where it is one of them. */
  readonly studyOf: (source: string) => string | undefined;
  /** By condition. */
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** A technique with all that is broader. */
  readonly broader: (technique: string) => ReadonlySet<string>;
}

/** Of people, with somebody to compare with: these alone make "some". */
const TRIALS: ReadonlySet<Study['design']> = new Set([
  'randomised-trial',
  'pilot-randomised-trial',
  'crossover',
  'controlled-trial',
  'meta-analysis',
  'systematic-review',
]);
/** What an outcome may show to carry each level. */
const CARRIES: Record<'some' | 'little' | 'none', ReadonlySet<Shows>> = {
  some: new Set<Shows>(['favours-massage']),
  little: new Set<Shows>(['favours-massage', 'favours-one-kind', 'within-group', 'mixed']),
  none: new Set<Shows>(['no-difference', 'favours-control']),
};
const WANTS = {
  some: 'a trial or review of people in which massage did better than no massage',
  little: 'a study in which it did better, or people got better',
  none: 'a study that found no gain',
} as const;
/** What the finding that grades a help must say. */
const MUST_SAY: Record<
  'some' | 'little' | 'none',
  readonly Evidence['findings'][number]['says'][]
> = { some: ['helps'], little: ['helps', 'unclear'], none: ['no-difference', 'other-better'] };

export function checkHelps(file: ParsedFile<Technique>, read: Read): Issue[] {
  const issues: Issue[] = [];
  const { id, helps } = file.value;
  for (const [i, help] of helps.entries())
    checkHelp(id, help, read, (at, message) =>
      issues.push(file.issue(['helps', i, ...at], message)),
    );
  return issues;
}

function checkHelp(technique: string, help: Help, read: Read, report: Report): void {
  const { goal, level } = help;
  const studies = help.sources.flatMap(({ source }, i) => {
    const study = read.studies.get(read.studyOf(source) ?? '');
    return study ? [{ study, at: ['sources', i] }] : [];
  });
  if (level === 'custom') {
    if (studies.length > 0 || help.graded)
      report(['level'], '"custom" says that no study was read, but one is named');
    return;
  }
  const broader = read.broader(technique);
  for (const { study, at } of studies) {
    if (!study.technique.ids.some((id) => id === technique || broader.has(id)))
      report(at, `"${study.id}" is not about ${technique}`);
    if (help.for && !help.for.some((condition) => study.conditions.includes(condition)))
      report(at, `"${study.id}" is not about people with ${help.for.join(' or ')}`);
    if (!study.outcomes.some(({ goals }) => goals.includes(goal)))
      report(at, `no outcome of "${study.id}" is marked with the goal ${goal}`);
  }
  const named = studies.map(({ study }) => study);
  if (!named.some((study) => carries(study, goal, level)))
    report(['level'], `"${level}" for ${goal} needs ${WANTS[level]}: cite it under "sources"`);
  const ids = new Set(named.map(({ id }) => id));
  checkGrade(technique, help, ids, read, report);
  checkAgainst(technique, help, read, report);
}

/** "Some" comes from a comparison with no massage: one kind against another does not say that it works. */
function carries(study: Study, goal: Help['goal'], level: 'some' | 'little' | 'none'): boolean {
  return study.outcomes.some(({ goals, shows, against }) => {
    if (!goals.includes(goal) || !CARRIES[level].has(shows)) return false;
    const comparator = against ?? study.comparator.class;
    return (
      level !== 'some' ||
      (TRIALS.has(study.design) && comparator !== 'other-massage' && comparator !== 'none')
    );
  });
}

/** The finding that says how sure this is must exist, be of this goal and these studies, and agree. */
function checkGrade(
  technique: string,
  help: Help,
  studies: ReadonlySet<string>,
  { evidence }: Read,
  report: Report,
): void {
  const { goal, level, graded } = help;
  if (level === 'custom') return;
  if (!graded) {
    const open = (help.for ?? []).flatMap((condition) =>
      (evidence.get(condition)?.findings ?? []).filter(
        (finding) =>
          finding.goals.includes(goal) &&
          (finding.techniques.length === 0 || finding.techniques.includes(technique)) &&
          finding.studies.some((id) => studies.has(id)),
      ),
    );
    for (const { outcome } of open)
      report(['level'], `the finding "${outcome}" grades these studies: name it under "graded"`);
    return;
  }
  const { in: condition, outcome, certainty } = graded;
  const finding = evidence.get(condition)?.findings.find((one) => one.outcome === outcome);
  const at = ['graded'];
  if (help.for && !help.for.includes(condition))
    report(at, `graded in ${condition}, but it is for ${help.for.join(' or ')}`);
  if (!finding) {
    report(at, `evidence/${condition}.yaml has no finding "${outcome}"`);
    return;
  }
  if (finding.certainty !== certainty)
    report(at, `evidence/${condition}.yaml is ${finding.certainty} about it, not ${certainty}`);
  if (!finding.goals.includes(goal)) report(at, `"${outcome}" is not marked with the goal ${goal}`);
  if (!finding.studies.some((id) => studies.has(id)))
    report(at, `"${outcome}" rests on other studies: ${finding.studies.join(', ')}`);
  if (!MUST_SAY[level].includes(finding.says))
    report(['level'], `"${level}", but evidence/${condition}.yaml says ${finding.says}`);
  if (level === 'some' && certainty === 'very-low')
    report(['level'], '"some" needs more than a very low certainty');
}

/** What is known of a condition must not say of this very technique that nothing was gained. */
function checkAgainst(technique: string, help: Help, { evidence }: Read, report: Report): void {
  if (help.level === 'none') return;
  for (const condition of help.for ?? []) {
    const known = evidence.get(condition);
    if (known?.none)
      report(['level'], `evidence/${condition}.yaml says that nobody has studied massage with it`);
    const named = (known?.findings ?? []).filter(
      ({ goals, techniques }) => goals.includes(help.goal) && techniques.includes(technique),
    );
    if (named.length > 0 && named.every(({ says }) => says === 'no-difference'))
      report(['level'], `evidence/${condition}.yaml found no difference for ${technique}`);
  }
}
