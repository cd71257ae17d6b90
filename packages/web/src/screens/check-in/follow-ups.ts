/** The further questions that today's answers call for, from the safety engine. Pure. */
import { DECISIONS, type Decision } from '@assuage/knowledge';
import {
  type Engine,
  evaluate,
  type Moment,
  type OpenQuestion,
  openQuestions,
  profileOf,
  type Statement,
} from '@assuage/safety';
import type { ClientRecord } from '../../state/record.ts';
import { type Draft, type FollowUpAnswer, NEW_DRAFT } from './draft.ts';
import { statementsOf } from './statements.ts';

export interface FollowUp {
  readonly question: OpenQuestion;
  /** Undefined: not answered yet. */
  readonly answer: FollowUpAnswer | undefined;
}

export interface CheckInContext {
  readonly engine: Engine;
  readonly record: ClientRecord;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

const BY = 'client';
/** After everything said earlier today: what is being answered now counts. */
const lastMoment = (today: string): string => `${today}T23:59:59.999`;

const keyOf = ({ kind, id }: Pick<OpenQuestion, 'kind' | 'id'>): string => `${kind} ${id}`;
const answerTo = (draft: Draft, { kind, id }: OpenQuestion): FollowUpAnswer | undefined =>
  draft.followUps.find((answer) => answer.kind === kind && answer.fact === id);

const USUAL_DAY: Draft = {
  ...NEW_DRAFT,
  ill: 'no',
  worse: 'no',
  joint: 'no',
  leg: 'no',
  news: [],
};

/** With what holds from before. What was answered earlier today for today only is being asked again. */
function profileWith({ engine, record, today }: CheckInContext, statements: readonly Statement[]) {
  const isAskedAgain = ({ fact, at }: Statement): boolean => {
    const known = engine.fact(fact);
    return known?.kind === 'finding' && known.holds === 'today' && at.startsWith(today);
  };
  const before = record.statements.filter((statement) => !isAskedAgain(statement));
  return profileOf(engine, [...before, ...statements], record.listed, today).profile;
}

const momentOf = ({ record, today }: CheckInContext): Moment => ({
  today,
  permissions: record.permissions,
});

/** The decision that follows from what has been said so far, today's answers included. */
export function knownDecision(
  context: CheckInContext,
  draft: Draft,
  followUps: readonly FollowUpAnswer[],
): Decision {
  const statements = statementsOf(draft, followUps, BY, lastMoment(context.today));
  return evaluate(context.engine, profileWith(context, statements), momentOf(context)).known;
}

/**
 * The follow-up questions, the answered ones first, in the order in which they came up.
 *
 * A question is asked here only when today's answers call for it: what is open on a usual day as well
 * (an unchecked neck, the dose of a medicine) is the therapist's to ask. A person who is already to
 * have no massage today is asked only what could mean that they need help sooner.
 */
export function followUpsOf(context: CheckInContext, draft: Draft): FollowUp[] {
  const { engine, today } = context;
  const at = lastMoment(today);
  const open = (statements: readonly Statement[]): OpenQuestion[] =>
    openQuestions(engine, profileWith(context, statements), momentOf(context));

  const usual = new Set(open(statementsOf(USUAL_DAY, [], BY, at)).map(keyOf));
  const skipped = new Set([...usual, keyOf({ kind: 'where', id: 'hot-joint' })]);
  // Questions of this check-in that are not answered yet are asked in their turn.
  const completed = { ...USUAL_DAY, ...draft };

  const answered: { question: OpenQuestion; answer: FollowUpAnswer }[] = [];
  for (;;) {
    const answers = answered.map(({ answer }) => answer);
    const known = DECISIONS.indexOf(knownDecision(context, completed, answers));
    const isStopped = known >= DECISIONS.indexOf('not-today');
    const asked = new Set(answered.map(({ question }) => keyOf(question)));
    const statements = statementsOf(completed, answers, BY, at);
    const stated = new Set(statements.map(({ fact }) => fact));
    const called = open(statements).filter(
      (question) =>
        question.kind !== 'list' &&
        !(question.kind === 'yes-no' && stated.has(question.id)) &&
        !skipped.has(keyOf(question)) &&
        !asked.has(keyOf(question)) &&
        (!isStopped || DECISIONS.indexOf(question.worst) > known),
    );
    const next = called.find((question) => answerTo(draft, question));
    const answer = next && answerTo(draft, next);
    if (!next || !answer)
      return [...answered, ...called.map((question) => ({ question, answer: undefined }))];
    answered.push({ question: next, answer });
  }
}

/** A "yes" to "Has it been checked?" can mean that the fact does not hold. */
export function factAnswer(
  { yesMeans }: Pick<OpenQuestion, 'yesMeans'>,
  answer: 'yes' | 'no' | 'unknown',
): 'yes' | 'no' | 'unknown' {
  if (answer === 'unknown' || yesMeans === 'yes') return answer;
  return answer === 'yes' ? 'no' : 'yes';
}
