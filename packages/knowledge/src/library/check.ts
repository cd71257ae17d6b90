/** What must hold between the files of the library, and between them and the rest of the knowledge. */

import { CERTAINTIES } from '../fields.ts';
import type { ParsedFile, Path } from '../file.ts';
import { didYouMean, type Issue } from '../issues.ts';
import { gradeOf, longEnough, type Names } from '../reading-age.ts';
import { nearestWords } from '../words.ts';
import { checkStudy } from './check-study.ts';
import type { Citations, Claim, Evidence, Study, UnreadStudy } from './study.ts';

export interface Shelves {
  readonly studies: readonly ParsedFile<Study>[];
  readonly citations: readonly ParsedFile<Citations>[];
  readonly claims: readonly ParsedFile<Claim>[];
  readonly evidence: readonly ParsedFile<Evidence>[];
}
/** What a file of the library may name. */
export interface Known {
  readonly conditions: ReadonlySet<string>;
  readonly techniques: ReadonlySet<string>;
  /** What illnesses and medicines are called: no hard words to those who have them. */
  readonly names: Names;
}
type Report = (at: Path, message: string) => void;

/** Readable at the age of 11. */
const HARDEST = 6;

export function checkLibrary(shelves: Shelves, known: Known): Issue[] {
  const issues: Issue[] = [];
  const read = new Map(shelves.studies.map(({ value }) => [value.id, value]));
  const unread = new Set(
    shelves.citations.flatMap(({ value }) => value.citations.map(({ id }) => id)),
  );
  const papers = new Map<string, string>();
  const ids = new Map<string, string>();
  const reporter =
    (file: ParsedFile<unknown>): Report =>
    (at, message) =>
      issues.push(file.issue(at, message));
  const refer = (
    report: Report,
    at: Path,
    what: string,
    named: readonly string[],
    among: { has(id: string): boolean; keys(): Iterable<string> },
  ) => {
    for (const [i, id] of named.entries())
      if (!among.has(id))
        report(
          [...at, i],
          `unknown ${what} "${id}"${didYouMean(nearestWords(id, among.keys(), 4))}`,
        );
  };

  const checkReading = (text: string, at: Path, report: Report) => {
    const grade = gradeOf(text, known.names);
    if (longEnough(text) && grade > HARDEST)
      report(
        at,
        `what clients read here is of grade ${(Math.ceil(grade * 10) / 10).toFixed(1)}, and may be of grade ${HARDEST} at most`,
      );
  };

  /** The same paper must not stand twice: its people would count twice. */
  const shelve = (report: Report, at: Path, paper: Study | UnreadStudy, path: string) => {
    const { id, doi, pmid, url } = paper;
    if (doi === undefined && pmid === undefined && url === undefined)
      report(at, `"${id}" cannot be opened: it needs a doi, a pmid or a url`);
    const earlier = ids.get(id);
    if (earlier) report([...at, 'id'], `the id "${id}" is also used in ${earlier}`);
    ids.set(id, path);
    for (const [key, value] of Object.entries({ doi: doi?.toLowerCase(), pmid })) {
      if (value === undefined) continue;
      const same = papers.get(`${key} ${value}`);
      if (same) report([...at, key], `the same paper as "${same}"`);
      papers.set(`${key} ${value}`, id);
    }
  };

  for (const file of shelves.studies) {
    const report = reporter(file);
    const { value } = file;
    shelve(report, [], value, file.path);
    refer(report, ['conditions'], 'condition', value.conditions, known.conditions);
    refer(report, ['technique', 'ids'], 'technique', value.technique.ids, known.techniques);
    issues.push(...checkStudy(file));
  }
  for (const file of shelves.citations) {
    const report = reporter(file);
    for (const [i, paper] of file.value.citations.entries()) {
      shelve(report, ['citations', i], paper, file.path);
      const at = ['citations', i, 'conditions'];
      refer(report, at, 'condition', paper.conditions, known.conditions);
    }
  }
  for (const file of shelves.claims) {
    const report = reporter(file);
    const { value } = file;
    refer(report, ['conditions'], 'condition', value.conditions, known.conditions);
    refer(report, ['techniques'], 'technique', value.techniques, known.techniques);
    refer(report, ['for'], 'study', value.for, read);
    refer(report, ['against'], 'study', value.against, read);
    const any = new Set([...read.keys(), ...unread]);
    refer(report, ['beside'], 'study', value.beside, any);
    checkReading(value.plain, ['plain'], report);
    checkReading(value.because, ['because'], report);
    const sides = [...value.for, ...value.against, ...value.beside];
    for (const id of new Set(sides.filter((one, i) => sides.indexOf(one) !== i)))
      report([], `"${id}" stands on two sides of this claim`);
  }
  for (const file of shelves.evidence) {
    const report = reporter(file);
    const { value } = file;
    refer(report, ['id'], 'condition', [value.id], known.conditions);
    const plain = [value.plain, ...value.findings.map((finding) => finding.plain)].join(' ');
    checkReading(plain, ['plain'], report);
    if (value.searched) refer(report, ['searched', 'by'], 'study', [value.searched.by], read);
    refer(report, ['none', 'studies'], 'study', value.none?.studies ?? [], read);
    if (value.findings.length > 0 === (value.none !== undefined))
      report(
        value.none ? ['none'] : ['findings'],
        'either there are findings, or "none" says why there is no evidence: "no evidence" is not "no effect"',
      );
    for (const [i, finding] of value.findings.entries()) {
      const at = ['findings', i];
      refer(report, [...at, 'studies'], 'study', finding.studies, read);
      refer(report, [...at, 'techniques'], 'technique', finding.techniques, known.techniques);
      if (value.findings.findIndex(({ outcome }) => outcome === finding.outcome) !== i)
        report([...at, 'outcome'], 'another finding has the same outcome: tell them apart');
      checkCertainty(finding, at, report);
      checkWhom(finding, value.id, read, at, report);
    }
  }
  return issues;
}

/** High, less every step down, is what is stated: no step is taken in silence, and none forgotten. */
function checkCertainty(finding: Evidence['findings'][number], at: Path, report: Report): void {
  const top = CERTAINTIES.indexOf(finding.start);
  const steps = finding.down.reduce((sum, down) => sum + down.steps, 0);
  const left = CERTAINTIES[Math.max(0, top - steps)];
  if (left !== finding.certainty)
    report(
      [...at, 'certainty'],
      `${finding.start} less ${steps} ${steps === 1 ? 'step' : 'steps'} is ${left}, not ${finding.certainty}`,
    );
  const domains = finding.down.map((down) => down.for);
  for (const [i, domain] of domains.entries())
    if (domains.indexOf(domain) !== i)
      report([...at, 'down', i], `${domain} is taken twice: make it one entry of 2 steps`);
}

/** A finding rests on studies of people with the condition, each of them counted once. */
function checkWhom(
  finding: Evidence['findings'][number],
  condition: string,
  read: ReadonlyMap<string, Study>,
  at: Path,
  report: Report,
): void {
  const cohorts = new Map<string, string>();
  for (const [i, id] of finding.studies.entries()) {
    const study = read.get(id);
    if (!study) continue;
    const here = [...at, 'studies', i];
    if (!study.conditions.includes(condition))
      report(here, `"${id}" is not about people with ${condition}`);
    if (study.design === 'mechanistic')
      report(here, `"${id}" is of a mechanism, and never supports what massage does for people`);
    if (study.cohort === undefined) continue;
    const same = cohorts.get(study.cohort);
    if (same) report(here, `"${id}" and "${same}" are the same people, who count once`);
    cohorts.set(study.cohort, id);
  }
}
