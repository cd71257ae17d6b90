/** A reason as lines of text, in the order that people need: fact, meaning, change, release, how sure. */
import type { Body } from '@assuage/knowledge';
import type { Reason, ReasonFact, Sure } from '@assuage/safety';
import { whenSaid } from './times.ts';

export const SURE_WORDS: Record<Sure, string> = {
  strong: 'Strong evidence',
  some: 'Some evidence',
  expert: 'Expert advice',
  guess: 'Careful guess',
};

/** "Hot or swollen joint: right wrist. Ana Silva, today 9:42 am" */
export function factLine(body: Body, fact: ReasonFact, today: string): string {
  const places = fact.places?.map((place) => body.label(place)).join(', ');
  const value =
    fact.value === undefined ? undefined : [fact.value, fact.unit].filter(Boolean).join(' ');
  const what = [fact.name, places ?? value].filter(Boolean).join(': ');
  if (fact.answer === 'unknown')
    return `${what}. ${fact.by === undefined ? 'Not asked yet' : `${fact.by} was not sure, ${whenSaid(fact.at ?? '', today)}`}`;
  const who = [fact.by, fact.at === undefined ? undefined : whenSaid(fact.at, today)];
  return [what, who.filter(Boolean).join(', ')].filter(Boolean).join('. ');
}

export const sureLine = ({ sure, basis }: Pick<Reason, 'sure' | 'basis'>): string =>
  basis === 'judgement' ? `${SURE_WORDS[sure]}: our judgement` : SURE_WORDS[sure];
