import type { RecordedOutcomes } from './recorded.ts';

/** The days, in order, on which a medicine was said to be taken that was not, or the other way round. */
export function medicineChanges(
  { statements }: Pick<RecordedOutcomes, 'statements'>,
  isMedicine: (fact: string) => boolean,
): readonly string[] {
  const taken = new Map<string, boolean>();
  const days = new Set<string>();
  for (const { fact, answer, at } of statements) {
    if (!isMedicine(fact) || answer === 'unknown') continue;
    const isTaken = answer === 'yes';
    if ((taken.get(fact) ?? false) !== isTaken) days.add(at.slice(0, 10));
    taken.set(fact, isTaken);
  }
  return [...days].sort();
}
