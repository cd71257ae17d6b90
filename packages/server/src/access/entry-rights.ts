/** Which right an entry needs, and whether it says truly who wrote it. */
import type { Action, Actor } from '@assuage/accounts';
import type { EntryKind, NewEntry, Problem } from '@assuage/record';

const RIGHT_FOR: Record<EntryKind, Action> = {
  client: 'write-contact',
  appointment: 'write-contact',
  intake: 'write-own-answers',
  'check-in': 'write-own-answers',
  fact: 'write-record',
  clearance: 'write-record',
  departure: 'write-record',
  plan: 'write-record',
  session: 'write-record',
  amendment: 'write-record',
};

export const rightFor = ({ kind }: NewEntry): Action => RIGHT_FOR[kind];

/** A therapist signs with the name of the account; a client's own entries say that a client wrote them. */
export function falseAuthor(entry: NewEntry, actor: Actor): Problem | undefined {
  if (actor.kind === 'nobody') return undefined;
  const isClient = actor.role === 'link' || actor.role === 'client';
  if (isClient)
    return entry.by.role === 'client'
      ? undefined
      : { where: 'by.role', message: 'must be client: a client wrote this' };
  if (entry.by.role === 'therapist' && entry.by.name !== actor.name)
    return { where: 'by.name', message: `must be ${actor.name}, who is signed in` };
  if (entry.kind === 'session' && entry.body.signed.by !== actor.name)
    return { where: 'body.signed.by', message: `must be ${actor.name}, who is signed in` };
  return undefined;
}
