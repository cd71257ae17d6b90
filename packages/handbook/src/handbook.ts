/** Compiled knowledge → pages to read, with every link between them. */
import type { Citation, Fact, Knowledge } from '@assuage/knowledge';
import { type CitedSource, createCiter, type Engine } from '@assuage/safety';
import { CERTAINTY_WORDS } from './evidence/words.ts';
import { fileOf, linksTo, linkTo, subjectOf } from './names.ts';
import type {
  Handbook,
  HandbookCode,
  HandbookGroup,
  HandbookMedicine,
  HandbookPage,
  HandbookRule,
  HandbookSource,
  Subject,
  SubjectKind,
} from './page.ts';
import { rulesElsewhere, shelveRules } from './rules.ts';
import { sectionsOf } from './sections.ts';

const TITLES: Record<SubjectKind, string> = {
  condition: 'Illnesses',
  medicine: 'Medicines',
  finding: 'Signs and questions',
  technique: 'Techniques',
};

export function createHandbook(engine: Engine): Handbook {
  const { knowledge } = engine;
  const shelved = shelveRules(engine);
  const rules = new Map(shelved.map(({ rule }) => [rule.id, rule]));
  const subjects: readonly Subject[] = [...engine.facts, ...engine.techniques];
  const narrower = Map.groupBy(
    subjects.flatMap((subject) => subject.under.map((id) => ({ id, subject }))),
    ({ id }) => id,
  );
  const medicines = medicinesByClass(knowledge);
  const cite = createCiter(knowledge);

  const pageOf = (subject: Subject): HandbookPage => {
    const own = shelved.flatMap(({ rule }) => (rule.about.id === subject.id ? [rule] : []));
    const elsewhere = rulesElsewhere(engine, shelved, subject);
    return {
      kind: subject.kind,
      id: subject.id,
      name: subject.name,
      also: subject.also,
      plain: subject.plain.trim(),
      ...(subject.kind !== 'technique' && subject.ask ? { ask: subject.ask.client } : {}),
      redFlag: subject.kind === 'finding' && subject.redFlag,
      sections: sectionsOf(subject, own.length + elsewhere.length > 0),
      symptoms: subject.kind === 'condition' ? subject.symptoms : [],
      organs: subject.kind === 'condition' ? subject.organs : [],
      codes: subject.kind === 'technique' ? [] : codesOf(subject),
      broader: linksTo(engine, subject.under),
      narrower: (narrower.get(subject.id) ?? []).map((entry) => linkTo(entry.subject)).sort(byName),
      names: medicines.get(subject.id) ?? [],
      rules: own,
      rulesElsewhere: elsewhere,
      ...(subject.kind === 'technique' && subject.pressure ? { pressure: subject.pressure } : {}),
      nearest: subject.kind === 'technique' ? linksTo(engine, subject.nearest) : [],
      helps:
        subject.kind === 'technique'
          ? subject.helps.map((help) => ({
              goal: help.goal,
              level: help.level,
              ...(help.graded ? { sure: CERTAINTY_WORDS[help.graded.certainty] } : {}),
              for: linksTo(engine, help.for ?? []),
              sources: cite(help.sources),
            }))
          : [],
      sources: distinct(cite(citationsOf(subject))),
      file: fileOf(subject),
    };
  };

  return {
    index: {
      release: knowledge.release,
      groups: groupsOf(subjects),
      redFlags: knowledge.findings
        .filter(({ redFlag }) => redFlag)
        .map(linkTo)
        .sort(byName),
      counts: {
        conditions: knowledge.conditions.length,
        medicines: knowledge.medicines.length,
        findings: knowledge.findings.length,
        techniques: knowledge.techniques.length,
        rules: rules.size,
        sources: knowledge.sources.length,
      },
    },
    page: (id) => {
      const subject = subjectOf(engine, id);
      return subject && pageOf(subject);
    },
    rule: (id) => rules.get(id),
    sources: () => sourcesOf(engine, [...rules.values()], subjects.map(pageOf)),
  };
}

const groupsOf = (subjects: readonly Subject[]): HandbookGroup[] =>
  (Object.keys(TITLES) as SubjectKind[]).map((kind) => ({
    kind,
    title: TITLES[kind],
    links: subjects
      .filter((subject) => subject.kind === kind)
      .map(linkTo)
      .sort(byName),
  }));

function sourcesOf(
  engine: Engine,
  rules: readonly HandbookRule[],
  pages: readonly HandbookPage[],
): HandbookSource[] {
  const uses = (cited: readonly CitedSource[], id: string) => cited.some((one) => one.id === id);
  return engine.knowledge.sources
    .map(({ kind: _, ...source }) => ({
      ...source,
      rules: rules.filter(
        ({ limits, disagree }) =>
          uses(disagree, source.id) || limits.some(({ sources }) => uses(sources, source.id)),
      ),
      pages: pages
        .filter(
          ({ sources, helps }) =>
            uses(sources, source.id) || helps.some((help) => uses(help.sources, source.id)),
        )
        .map(({ kind, id, name }) => ({ kind, id, name }))
        .sort(byName),
    }))
    .sort((a, b) => compare(a.title, b.title));
}

function medicinesByClass({ medicineNames }: Knowledge): Map<string, HandbookMedicine[]> {
  const byClass = new Map<string, HandbookMedicine[]>();
  for (const { words, classes } of medicineNames) {
    const [name = '', ...also] = words;
    for (const id of classes) byClass.set(id, [...(byClass.get(id) ?? []), { name, also }]);
  }
  for (const medicines of byClass.values()) medicines.sort(byName);
  return byClass;
}

const citationsOf = (subject: Subject): readonly Citation[] => [
  ...('page' in subject ? (subject.page?.sources ?? []) : []),
  ...subject.sources,
];

/** One line to a place in a source, even where two lists name it. */
const distinct = (sources: readonly CitedSource[]): CitedSource[] => [
  ...new Map(
    sources.map((source) => [JSON.stringify([source.id, source.locator, source.says]), source]),
  ).values(),
];

function codesOf(fact: Fact): HandbookCode[] {
  const coded = (system: HandbookCode['system'], codes: readonly string[] = []) =>
    codes.map((code) => ({ system, code }));
  if (fact.kind === 'medicine') return coded('ATC', fact.atc);
  return [...coded('ICD-10', fact.codes?.icd10), ...coded('ICD-10-CM', fact.codes?.icd10cm)];
}

const compare = (a: string, b: string): number => a.localeCompare(b, 'en');
const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  compare(a.name, b.name);
