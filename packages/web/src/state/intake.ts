/** The intake as a form: what is already known stands in it, and only what changed is said anew. Pure. */
import { type Fact, GOALS, type Goal, POSITIONS, type Position } from '@assuage/knowledge';
import type { Engine, Listed, Profile } from '@assuage/safety';
import { type Pressed, pressedFor } from './answers.ts';
import { agreedOn } from './choices.ts';
import type { ClientRecord } from './record.ts';
import type { Source } from './sources.ts';

export type ListKind = 'condition' | 'medicine';
export interface Intake {
  /** Fact ids, in the order in which they were added. */
  readonly condition: readonly string[];
  readonly medicine: readonly string[];
  readonly listed: Listed;
  /** Only what was answered in this form: the questions, and the findings in the list of illnesses. */
  readonly answers: Readonly<Record<string, Pressed>>;
  /** How a fact of the lists is known, where it was said in this form. */
  readonly sources: Readonly<Record<string, Source>>;
  /** The words that were picked in this form: "Humira" for its class. */
  readonly words: Readonly<Record<string, string>>;
  readonly goals: readonly Goal[];
  readonly positions: readonly Position[];
  readonly consents: readonly string[];
  readonly avoid: readonly string[];
}

/** The questions that are asked of everyone once: findings under nothing that hold for more than a day. */
export const intakeQuestions = (engine: Engine): Fact[] =>
  engine.facts.filter(
    (fact) =>
      fact.kind === 'finding' &&
      fact.under.length === 0 &&
      fact.holds !== 'today' &&
      fact.quantity === undefined,
  );

const said = (engine: Engine, profile: Profile, kind: ListKind): string[] =>
  [...profile.facts.values()]
    .filter(({ fact, answer }) => answer === 'yes' && engine.fact(fact)?.kind === kind)
    .map(({ fact }) => fact);

/** What is known before anything is changed. */
export const intakeFrom = (
  engine: Engine,
  record: ClientRecord,
  profile: Profile,
  today: string,
): Intake => ({
  condition: said(engine, profile, 'condition'),
  medicine: said(engine, profile, 'medicine'),
  listed: record.listed,
  answers: {},
  sources: {},
  words: {},
  goals: record.goals,
  positions: record.positions,
  consents: agreedOn(record, today),
  avoid: record.avoid,
});

/** A draft from this device over what is known. */
export function parseIntake(kept: unknown): Partial<Intake> {
  if (typeof kept !== 'object' || kept === null) return {};
  const draft = kept as Partial<Record<keyof Intake, unknown>>;
  const texts = (value: unknown): string[] =>
    Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
  const lists = (['condition', 'medicine', 'consents', 'avoid'] as const).flatMap((key) =>
    Array.isArray(draft[key]) ? [[key, texts(draft[key])]] : [],
  );
  const { goals, positions, listed, answers, sources, words } = draft;
  return {
    ...Object.fromEntries(lists),
    ...(Array.isArray(goals) ? { goals: GOALS.filter((goal) => goals.includes(goal)) } : {}),
    ...(Array.isArray(positions)
      ? { positions: POSITIONS.filter((position) => positions.includes(position)) }
      : {}),
    ...(isListed(listed) ? { listed } : {}),
    ...(typeof answers === 'object' && answers !== null
      ? { answers: Object.fromEntries(Object.entries(answers).filter(isAnswer)) }
      : {}),
    ...(typeof sources === 'object' && sources !== null
      ? { sources: Object.fromEntries(Object.entries(sources).filter(isSource)) }
      : {}),
    ...(typeof words === 'object' && words !== null
      ? { words: Object.fromEntries(Object.entries(words).filter(isWord)) }
      : {}),
  };
}

const isListed = (value: unknown): value is Listed =>
  typeof value === 'object' && value !== null && 'condition' in value && 'medicine' in value;
const isAnswer = (entry: [string, unknown]): entry is [string, Pressed] =>
  entry[1] === 'yes' || entry[1] === 'no' || entry[1] === 'unknown';

const isSource = (entry: [string, unknown]): entry is [string, Source] =>
  typeof entry[1] === 'object' && entry[1] !== null && 'kind' in entry[1];
const isWord = (entry: [string, unknown]): entry is [string, string] =>
  typeof entry[1] === 'string';

/** The button that stands pressed: from this form, else from what still holds. */
export const pressedIn = (
  intake: Pick<Intake, 'answers'>,
  profile: Profile,
  fact: Fact,
): Pressed | undefined =>
  intake.answers[fact.id] ?? pressedFor(fact.ask?.yesMeans ?? 'yes', profile.facts.get(fact.id));
