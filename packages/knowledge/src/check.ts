/** What must hold between the files: every reference leads somewhere, every rule can fire, every question can be asked. */
import type { Body } from './body.ts';
import { checkMedicineNames } from './check-medicine-names.ts';
import { checkReading } from './check-reading.ts';
import type { ParsedFile, Path } from './file.ts';
import { didYouMean, type Issue } from './issues.ts';
import type { MedicineNames } from './medicine-names.ts';
import type { Citation, Fact, Finding, Limit, Rule, Subject, Technique } from './subjects.ts';
import { kindOf } from './subjects.ts';
import { atomKey, factsIn, type Term, termsOf } from './when.ts';
import { nearestWords, normalise } from './words.ts';

type Report = (at: Path, message: string) => void;
const isFact = (subject: Subject): subject is Fact =>
  subject.kind === 'condition' || subject.kind === 'medicine' || subject.kind === 'finding';

/**
 * @param citedElsewhere sources that measures cite
 * @param incomplete some files could not be read, so that "nobody uses this" cannot be judged
 */
export function checkReferences(
  files: readonly ParsedFile<Subject>[],
  nameFiles: readonly ParsedFile<MedicineNames>[],
  body: Body,
  citedElsewhere: Iterable<string>,
  incomplete: boolean,
): Issue[] {
  const issues: Issue[] = [];
  const subjects = files.map((file) => file.value);
  const facts = new Map(subjects.filter(isFact).map((fact) => [fact.id, fact]));
  const techniques = new Map(
    subjects
      .filter((subject): subject is Technique => subject.kind === 'technique')
      .map((technique) => [technique.id, technique]),
  );
  const sources = new Set(subjects.filter((s) => s.kind === 'source').map((s) => s.id));
  const usedSources = new Set(citedElsewhere);
  const usedFacts = new Set<string>();
  const ruleOwner = new Map<string, string>();
  const names = new Map<string, string>();
  const ids = new Map<string, string>();

  const refer = (
    report: Report,
    at: Path,
    what: string,
    id: string,
    known: { has(id: string): boolean },
    all: Iterable<string>,
  ): boolean => {
    if (known.has(id)) return true;
    report(at, `unknown ${what} "${id}"${didYouMean(nearestWords(id, all, 4))}`);
    return false;
  };
  const fact = (report: Report, at: Path, id: string) =>
    refer(report, at, 'fact', id, facts, facts.keys());
  const technique = (report: Report, at: Path, id: string) =>
    refer(report, at, 'technique', id, techniques, techniques.keys());
  const place = (report: Report, at: Path, id: string) =>
    refer(report, at, 'place', id, body, body.allIds());
  const cite = (report: Report, at: Path, citations: readonly Citation[]) => {
    for (const [i, citation] of citations.entries()) {
      usedSources.add(citation.source);
      refer(report, [...at, i, 'source'], 'source', citation.source, sources, sources);
    }
  };

  const checkLimit = (report: Report, at: Path, limit: Limit, rule: Rule) => {
    if (limit.basis === 'cited' && limit.sources.length === 0)
      report(at, `a cited limit needs a source; without one it is basis: judgement`);
    cite(report, [...at, 'sources'], limit.sources);
    if ('exclude' in limit) each(limit.exclude, [...at, 'exclude'], technique, report);
    if (!('at' in limit)) return;
    const inWhen = new Set(factsIn(rule.when));
    for (const [i, item] of (limit.at ?? []).entries()) {
      const path = [...at, 'at', i];
      if (typeof item === 'string') {
        place(report, path, item);
        continue;
      }
      const [[relation, id] = ['of', '']] = Object.entries(item);
      if (!fact(report, [...path, relation], id)) continue;
      if (!hasPlaces(facts.get(id)))
        report(path, `"${id}" is not answered at body places, so nothing can be ${relation} it`);
      else if (!inWhen.has(id))
        report(path, `the rule follows the places of "${id}", so its "when" must name "${id}"`);
    }
  };

  const checkTerm = (report: Report, at: Path, term: Term) => {
    for (const atom of term) {
      const subject = facts.get(atom.fact);
      if (!subject) continue;
      const quantity = subject.kind === 'finding' ? subject.quantity : undefined;
      const compares = 'atLeast' in atom || 'below' in atom;
      if (compares && !quantity)
        report(at, `"${atom.fact}" is not a number, so it cannot be compared`);
      if (!compares && quantity)
        report(at, `"${atom.fact}" is a number: compare it with atLeast or below`);
      if (quantity && 'atLeast' in atom && atom.atLeast > quantity.max)
        report(at, `can never fire: "${atom.fact}" is at most ${quantity.max} ${quantity.unit}`);
      if (quantity && 'below' in atom && atom.below <= quantity.min)
        report(at, `can never fire: "${atom.fact}" is at least ${quantity.min} ${quantity.unit}`);
      for (const other of term)
        if (
          'atLeast' in atom &&
          'below' in other &&
          other.fact === atom.fact &&
          other.below <= atom.atLeast
        )
          report(at, `can never fire: ${atomKey(atom)} and ${atomKey(other)} exclude each other`);
    }
  };

  const checkRule = (report: Report, at: Path, rule: Rule, owner: string) => {
    const earlier = ruleOwner.get(rule.id);
    if (earlier) report([...at, 'id'], `the rule id "${rule.id}" is also used in ${earlier}`);
    ruleOwner.set(rule.id, owner);
    for (const id of factsIn(rule.when)) if (fact(report, [...at, 'when'], id)) usedFacts.add(id);
    for (const term of termsOf(rule.when)) checkTerm(report, [...at, 'when'], term);
    const limitIds = new Set<string>();
    for (const [i, limit] of rule.limits.entries()) {
      checkLimit(report, [...at, 'limits', i], limit, rule);
      const name = limit.name ?? kindOf(limit);
      if (limitIds.has(name))
        report([...at, 'limits', i], `two limits are called "${rule.id}/${name}": give one a name`);
      limitIds.add(name);
    }
    cite(report, [...at, 'disagree'], rule.disagree);
  };

  for (const file of files) {
    const subject = file.value;
    const report: Report = (at, message) => issues.push(file.issue(at, message));
    const earlier = ids.get(subject.id);
    if (earlier) report(['id'], `the id "${subject.id}" is also used in ${earlier}`);
    ids.set(subject.id, file.path);
    if (subject.kind === 'source') continue;

    const words = [subject.id.replaceAll('-', ' '), subject.name, ...subject.also];
    for (const word of new Set(words.map(normalise))) {
      const other = names.get(word);
      if (other && other !== subject.id)
        report(['also'], `"${word}" also names "${other}": one word must lead to one subject`);
      names.set(word, subject.id);
    }
    cite(report, ['sources'], subject.sources);
    if ('page' in subject && subject.page) cite(report, ['page', 'sources'], subject.page.sources);
    for (const [i, rule] of subject.rules.entries())
      checkRule(report, ['rules', i], rule, file.path);
    if (subject.kind === 'technique') checkTechnique(subject, report);
    else each(subject.under, ['under'], fact, report);
  }

  for (const file of nameFiles) {
    cite((at, message) => issues.push(file.issue(at, message)), ['sources'], file.value.sources);
    for (const { checked } of file.value.names) if (checked) usedSources.add(checked);
  }
  issues.push(...checkMedicineNames(nameFiles, subjects, names));

  function checkTechnique(subject: Technique, report: Report) {
    each(subject.under, ['under'], technique, report);
    each(subject.nearest, ['nearest'], technique, report);
    each(subject.only ?? [], ['only'], place, report);
    for (const [i, help] of subject.helps.entries()) {
      each(help.for ?? [], ['helps', i, 'for'], fact, report);
      cite(report, ['helps', i, 'sources'], help.sources);
    }
    if (!subject.group && !subject.pressure) report(['id'], 'a technique needs its pressure range');
  }

  const parents = new Map(
    subjects.flatMap((s) => ('under' in s ? [[s.id, s.under] as const] : [])),
  );
  for (const file of files) {
    const cycle = cycleFrom(file.value.id, parents);
    if (cycle) issues.push(file.issue(['under'], `goes round in a circle: ${cycle.join(' → ')}`));
  }

  issues.push(...checkReading(files, nameFiles));
  if (incomplete) return issues;

  const matters = withAncestorsAndDescendants(usedFacts, parents);
  for (const file of files) {
    const subject = file.value;
    if (subject.kind === 'source' && !usedSources.has(subject.id))
      issues.push(file.issue(['id'], `no rule or description cites "${subject.id}"`));
    if (subject.kind !== 'finding') continue;
    if (usedFacts.has(subject.id) && !canBeAsked(subject, facts))
      issues.push(
        file.issue(['id'], `a rule needs "${subject.id}" but nobody can be asked: add "ask"`),
      );
    if (!matters.has(subject.id))
      issues.push(file.issue(['id'], `"${subject.id}" is asked, but no rule depends on it`));
  }
  return issues;
}

function each(
  ids: readonly string[],
  at: Path,
  one: (report: Report, at: Path, id: string) => boolean,
  report: Report,
): void {
  for (const [i, id] of ids.entries()) one(report, [...at, i], id);
}

const hasPlaces = (subject: Fact | undefined): boolean =>
  subject !== undefined && 'places' in subject && subject.places !== undefined;

const canBeAsked = (subject: Finding, facts: ReadonlyMap<string, Fact>): boolean =>
  subject.ask !== undefined ||
  (subject.under.length === 0 &&
    [...facts.values()].some((other) => other.under.includes(subject.id) && other.ask));

function cycleFrom(
  start: string,
  parents: ReadonlyMap<string, readonly string[]>,
): string[] | undefined {
  const walk = (id: string, path: string[]): string[] | undefined => {
    for (const parent of parents.get(id) ?? []) {
      if (parent === start) return [...path, start];
      if (path.includes(parent)) continue;
      const found = walk(parent, [...path, parent]);
      if (found) return found;
    }
    return undefined;
  };
  return walk(start, [start]);
}

function withAncestorsAndDescendants(
  used: ReadonlySet<string>,
  parents: ReadonlyMap<string, readonly string[]>,
): Set<string> {
  const result = new Set(used);
  const up = (id: string) => {
    for (const parent of parents.get(id) ?? [])
      if (!result.has(parent)) {
        result.add(parent);
        up(parent);
      }
  };
  for (const id of used) up(id);
  const isBelowUsed = (id: string, seen = new Set<string>()): boolean =>
    used.has(id) ||
    (parents.get(id) ?? []).some(
      (parent) => !seen.has(parent) && isBelowUsed(parent, new Set([...seen, id])),
    );
  for (const id of parents.keys()) if (isBelowUsed(id)) result.add(id);
  return result;
}
