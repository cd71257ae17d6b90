/** The intake as a form: what is already known stands in it, and only what changed is said anew. Pure. */
import { type Fact, GOALS, type Goal, POSITIONS, type Position } from '@assuage/knowledge';
import type { Engine, Listed, Profile } from '@assuage/safety';
import { type Pressed, pressedFor } from './answers.ts';
import { agreedOn } from './choices.ts';
import type { ClientRecord } from './record.ts';

export type ListKind = 'condition' | 'medicine';
export interface Intake {
  /** Fact ids, in the order in which they were added. */
  readonly condition: readonly string[];
  readonly medicine: readonly string[];
  readonly listed: Listed;
  /** Only what was answered in this form: the questions, and the findings in the list of illnesses. */
  readonly answers: Readonly<Record<string, Pressed>>;
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
  const { goals, positions, listed, answers } = draft;
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
  };
}

const isListed = (value: unknown): value is Listed =>
  typeof value === 'object' && value !== null && 'condition' in value && 'medicine' in value;
const isAnswer = (entry: [string, unknown]): entry is [string, Pressed] =>
  entry[1] === 'yes' || entry[1] === 'no' || entry[1] === 'unknown';

/** The button that stands pressed: from this form, else from what still holds. */
export const pressedIn = (
  intake: Pick<Intake, 'answers'>,
  profile: Profile,
  fact: Fact,
): Pressed | undefined =>
  intake.answers[fact.id] ?? pressedFor(fact.ask?.yesMeans ?? 'yes', profile.facts.get(fact.id));
