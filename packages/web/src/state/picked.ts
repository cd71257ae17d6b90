/**
 * What the lists of the intake hold. The list of illnesses holds what a person has and looks up as an
 * illness: conditions, and findings with a page, such as a stoma. A finding is also a question below the
 * list, so it is kept as the answer to that question: one fact, said once. Pure.
 */
import type { Fact } from '@assuage/knowledge';
import type { Engine, Profile } from '@assuage/safety';
import { type Intake, type ListKind, pressedIn } from './intake.ts';

type Picked = Pick<Intake, ListKind | 'answers'>;

/**
 * A finding of today belongs to the check-in; the list of illnesses lasts longer. Where "yes" to the
 * question means that the fact does not hold, nobody would say that they have it.
 */
const isHad = (fact: Fact | undefined): boolean =>
  fact?.kind === 'finding' &&
  fact.page !== undefined &&
  fact.holds !== 'today' &&
  fact.ask?.yesMeans !== 'no';

/** Whether the search of a list offers the fact. */
export const isOffered = (fact: Fact | undefined, kind: ListKind): boolean =>
  fact?.kind === kind || (kind === 'condition' && isHad(fact));

/** The facts that stand in a list: findings are there whether they were picked or answered "yes". */
export const pickedIn = (
  engine: Engine,
  profile: Profile,
  intake: Picked,
  kind: ListKind,
): string[] => [
  ...intake[kind],
  ...engine.facts
    .filter(
      (fact) => kind === 'condition' && isHad(fact) && pressedIn(intake, profile, fact) === 'yes',
    )
    .map(({ id }) => id),
];

export function withPicked(
  engine: Engine,
  intake: Picked,
  kind: ListKind,
  ids: readonly string[],
): Partial<Intake> {
  const answered = ids.filter((id) => isHad(engine.fact(id)));
  const listed = ids.filter((id) => !answered.includes(id));
  return {
    [kind]: [...new Set([...intake[kind], ...listed])],
    answers: {
      ...intake.answers,
      ...Object.fromEntries(answered.map((id) => [id, 'yes'] as const)),
    },
  };
}

/** Taken out of its list: what was known before is now answered "no", what was only picked is not said. */
export function withoutPicked(
  engine: Engine,
  profile: Profile,
  intake: Picked,
  kind: ListKind,
  id: string,
): Partial<Intake> {
  if (!isHad(engine.fact(id))) return { [kind]: intake[kind].filter((other) => other !== id) };
  const { [id]: _, ...answers } = intake.answers;
  return {
    answers: profile.facts.get(id)?.answer === 'yes' ? { ...answers, [id]: 'no' } : answers,
  };
}

/** What stands in the lists and is a kind of this fact: the question about the fact is answered by it. */
export function impliedBy(engine: Engine, profile: Profile, intake: Picked, fact: Fact): Fact[] {
  const below = new Set(engine.descendants(fact.id));
  return (['condition', 'medicine'] as const)
    .flatMap((kind) => pickedIn(engine, profile, intake, kind))
    .filter((id) => below.has(id))
    .flatMap((id) => engine.fact(id) ?? []);
}
