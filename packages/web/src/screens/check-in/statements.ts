/** Answers → statements about facts, as the engine and the journal take them. Pure. */
import type { Answer, Statement } from '@assuage/safety';
import type { Draft, FollowUpAnswer } from './draft.ts';
import { NEW_THINGS } from './new-things.ts';

type Said = Pick<Statement, 'fact' | 'answer' | 'places' | 'value'>;

/**
 * What the answers say. A "no" is a statement too, "not sure" is unknown, and a question that was not
 * answered says nothing. At most one statement to a fact.
 *
 * @param followUps the answers to the follow-up questions that the other answers call for
 * @param by who answered, as shown to people
 * @param at when, as local time
 */
export function statementsOf(
  draft: Draft,
  followUps: readonly FollowUpAnswer[],
  by: string,
  at: string,
): Statement[] {
  const said = new Map<string, Said>();
  for (const one of [...fixed(draft), ...followUps.flatMap(followUp)]) said.set(one.fact, one);
  return [...said.values()].map((one) => ({ ...one, by, at }));
}

function fixed(draft: Draft): Said[] {
  return [
    ...plain('unwell-today', draft.ill),
    ...worse(draft),
    ...joint(draft),
    ...plain('one-leg-swollen', draft.leg),
    ...news(draft),
  ];
}

const plain = (fact: string, answer: Answer | undefined): Said[] =>
  answer === undefined ? [] : [{ fact, answer }];

/** A bit or a lot worse is a flare; only a lot worse is a severe one. */
function worse({ worse: answer }: Draft): Said[] {
  if (answer === undefined) return [];
  if (answer === 'no') return [{ fact: 'flare-today', answer: 'no' }];
  return [
    { fact: 'flare-today', answer: 'yes' },
    { fact: 'flare-severe', answer: answer === 'lot' ? 'yes' : 'no' },
  ];
}

/** Without places a "yes" counts for every joint: the person could not say where. */
function joint({ joint: answer, joints }: Draft): Said[] {
  if (answer === 'yes' && joints.length > 0) return [{ fact: 'hot-joint', answer, places: joints }];
  return plain('hot-joint', answer);
}

/** What was not ticked beside something that was is a "no". "Nothing new" says no to all at once. */
function news({ news: ticked }: Draft): Said[] {
  if (ticked === undefined) return [];
  if (ticked.length === 0) return [{ fact: 'something-new', answer: 'no' }];
  return [
    { fact: 'something-new', answer: 'yes' },
    ...NEW_THINGS.map((fact): Said => ({ fact, answer: ticked.includes(fact) ? 'yes' : 'no' })),
  ];
}

function followUp(answer: FollowUpAnswer): Said[] {
  const { fact } = answer;
  switch (answer.kind) {
    case 'yes-no':
      return [{ fact, answer: answer.answer }];
    case 'where':
      // "I cannot say where" adds nothing to the "yes" that was said before.
      return answer.places.length > 0 ? [{ fact, answer: 'yes', places: answer.places }] : [];
    case 'number':
      return [
        answer.value === null
          ? { fact, answer: 'unknown' }
          : { fact, answer: 'yes', value: answer.value },
      ];
  }
}
