import type { BodyData } from './body.ts';
import type { NamedMedicine } from './medicine-names.ts';
import type { Condition, Fact, Finding, Medicine, Rule, Source, Technique } from './subjects.ts';

/** Everything that is known, checked: every reference in it leads somewhere. Plain data, safe to send. */
export interface Knowledge {
  /** Hash of the content: names the release that a plan was made with. */
  readonly release: string;
  readonly body: BodyData;
  readonly conditions: readonly Condition[];
  readonly medicines: readonly Medicine[];
  /** What single medicines are called, and their classes among `medicines`. */
  readonly medicineNames: readonly NamedMedicine[];
  readonly findings: readonly Finding[];
  readonly techniques: readonly Technique[];
  readonly sources: readonly Source[];
}

export const factsOf = (knowledge: Knowledge): Fact[] => [
  ...knowledge.conditions,
  ...knowledge.medicines,
  ...knowledge.findings,
];

/** Every rule with the subject whose file holds it. */
export const rulesOf = (knowledge: Knowledge): { rule: Rule; subject: Fact | Technique }[] =>
  [...factsOf(knowledge), ...knowledge.techniques].flatMap((subject) =>
    subject.rules.map((rule) => ({ rule, subject })),
  );
