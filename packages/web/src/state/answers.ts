/** Answers given on the plan screen, and the order in which their questions stay on it. */
import type { Engine, OpenQuestion, Profile, Statement } from '@assuage/safety';
import { timeAfter } from './moment.ts';

export type Pressed = 'yes' | 'no' | 'unknown';
/** An answer before it is known who gives it and when. */
export type Said = Omit<Statement, 'by' | 'at'>;

/** What a button says about the fact: some questions are asked the other way round. */
export function saidBy(question: Pick<OpenQuestion, 'id' | 'yesMeans'>, pressed: Pressed): Said {
  const isYes = (pressed === 'yes') === (question.yesMeans === 'yes');
  return { fact: question.id, answer: pressed === 'unknown' ? 'unknown' : isYes ? 'yes' : 'no' };
}

/**
 * Answers with their author and time. The newest answer counts, so a correction is never older than
 * what it corrects, even when another device's clock runs ahead.
 */
export const stamped = (
  said: readonly Said[],
  earlier: readonly Statement[],
  by: string,
  now: Date,
): Statement[] =>
  said.map((each) => {
    const last = earlier.reduce(
      (at, { fact, at: then }) => (fact === each.fact && then > at ? then : at),
      '',
    );
    return { ...each, by, at: timeAfter(last, now) };
  });

/** The button that gave an answer. */
export function pressedFor(
  yesMeans: OpenQuestion['yesMeans'],
  statement: Statement | undefined,
): Pressed | undefined {
  if (!statement) return undefined;
  if (statement.answer === 'unknown') return 'unknown';
  return (statement.answer === 'yes') === (yesMeans === 'yes') ? 'yes' : 'no';
}

/** One question on the screen. */
export interface Row {
  readonly id: string;
  readonly question: OpenQuestion;
  /** Asked beside it: the fact is stated, its places are not. */
  readonly where: OpenQuestion | undefined;
  readonly isOpen: boolean;
}

/**
 * The questions in the order of the screen: those met before stay where they are, answered or not, so
 * that nothing moves under a finger; new ones come after them.
 *
 * @param met the questions shown when the last answer was given, in their order
 */
export function arrange(met: readonly OpenQuestion[], open: readonly OpenQuestion[]): Row[] {
  const isWhere = ({ kind }: OpenQuestion) => kind === 'where';
  const byId = new Map(open.filter((question) => !isWhere(question)).map((q) => [q.id, q]));
  const whereById = new Map(open.filter(isWhere).map((question) => [question.id, question]));
  const metIds = new Set(met.map(({ id }) => id));
  const fresh = open.filter(({ id }) => !metIds.has(id));
  return [...met, ...fresh].map((question) => ({
    id: question.id,
    question: byId.get(question.id) ?? question,
    where: whereById.get(question.id),
    isOpen: byId.has(question.id) || whereById.has(question.id),
  }));
}

/** As many rows as hold the first `count` open questions; answered ones among them stay. */
export function firstOpen(rows: readonly Row[], count: number): Row[] {
  let seen = 0;
  return rows.filter((row) => {
    if (!row.isOpen) return true;
    seen += 1;
    return seen <= count;
  });
}

/** Everything that was said today, as questions that can be answered again. */
export function saidToday(
  engine: Engine,
  profile: Profile,
  today: string,
): { readonly question: OpenQuestion; readonly statement: Statement }[] {
  return [...profile.facts.values()]
    .filter(({ at }) => at.slice(0, 10) === today)
    .flatMap((statement) => {
      const fact = engine.fact(statement.fact);
      if (fact?.kind !== 'finding') return [];
      const question: OpenQuestion = {
        id: fact.id,
        kind: fact.quantity ? 'number' : 'yes-no',
        text: fact.ask?.client ?? `${fact.name}?`,
        yesMeans: fact.ask?.yesMeans ?? 'yes',
        worst: 'adapt',
        rules: [],
      };
      return [{ question, statement }];
    });
}
