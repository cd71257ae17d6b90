import type { Engine } from '@assuage/safety';
import type { ClientRecord } from './record.ts';

/** The days, in order, on which a medicine was said to be taken that was not, or the other way round. */
export function medicineChanges(
  { fact }: Pick<Engine, 'fact'>,
  { statements }: Pick<ClientRecord, 'statements'>,
): readonly string[] {
  const taken = new Map<string, boolean>();
  const days = new Set<string>();
  for (const { fact: id, answer, at } of statements) {
    if (fact(id)?.kind !== 'medicine' || answer === 'unknown') continue;
    const isTaken = answer === 'yes';
    if ((taken.get(id) ?? false) !== isTaken) days.add(at.slice(0, 10));
    taken.set(id, isTaken);
  }
  return [...days].sort();
}
