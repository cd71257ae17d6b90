/** Which right an entry needs, and whether it says truly who wrote it. */
import type { Action, Actor, LinkPurpose } from '@assuage/accounts';
import type { EntryKind, NewEntry, Problem } from '@assuage/record';

const RIGHT_FOR: Record<EntryKind, Action> = {
  client: 'write-contact',
  appointment: 'write-contact',
  'appointment-change': 'write-contact',
  intake: 'write-own-answers',
  'check-in': 'write-own-answers',
  reaction: 'write-own-answers',
  score: 'write-own-answers',
  'measure-choice': 'write-record',
  trial: 'write-record',
  'trial-change': 'write-record',
  'way-decision': 'write-record',
  fact: 'write-record',
  consent: 'write-record',
  clearance: 'write-record',
  refusal: 'write-record',
  'refusal-end': 'write-record',
  departure: 'write-record',
  plan: 'write-record',
  session: 'write-record',
  'adverse-event': 'write-record',
  goal: 'write-record',
  note: 'write-record',
  letter: 'write-record',
  file: 'add-file',
  'file-change': 'write-record',
  'emergency-opening': 'open-in-emergency',
  amendment: 'write-record',
};

export const rightFor = ({ kind }: NewEntry): Action => RIGHT_FOR[kind];

/** A link serves one purpose, whoever holds it: one that works for weeks must not change what is known of a client. */
const SENT_BY_LINK: Record<LinkPurpose, readonly EntryKind[]> = {
  'check-in': ['check-in', 'score', 'reaction'],
  intake: ['intake'],
  ratings: ['score', 'reaction'],
};

/** Whether somebody may send an entry of this kind as far as their link goes; without a link, it is no matter. */
export const isServed = (actor: Actor, kind: EntryKind): boolean =>
  actor.kind !== 'link' || SENT_BY_LINK[actor.purpose].includes(kind);

/** Therapist and front desk sign with the name of the account; a client's own entries say that a client wrote them. */
export function falseAuthor(entry: NewEntry, actor: Actor): Problem | undefined {
  if (actor.kind === 'nobody') return undefined;
  if (!isServed(actor, entry.kind))
    return {
      where: 'kind',
      message: `${entry.kind} cannot be sent by a link that is for ${actor.kind === 'link' ? actor.purpose : 'something else'}: ask the practice for another link`,
    };
  const isClient = actor.role === 'link' || actor.role === 'client';
  if (isClient)
    return entry.by.role === 'client'
      ? undefined
      : { where: 'by.role', message: 'must be client: a client wrote this' };
  // What a client says may be written down by somebody else.
  const isTakenDown = entry.by.role === 'client' && rightFor(entry) === 'write-own-answers';
  const role = actor.role === 'front-desk' ? 'front-desk' : 'therapist';
  if (!isTakenDown && entry.by.role !== role)
    return {
      where: 'by.role',
      message: `must be ${role}, as who you are signed in, for the kind ${entry.kind}`,
    };
  if (!isTakenDown && entry.by.name !== actor.name)
    return { where: 'by.name', message: `must be ${actor.name}, who is signed in` };
  const account = accountIn(entry);
  if (account && account.id !== actor.id)
    return { where: account.where, message: 'must be your own account' };
  if (entry.kind === 'session' && entry.body.signed.by !== actor.name)
    return { where: 'body.signed.by', message: `must be ${actor.name}, who is signed in` };
  return undefined;
}

/** The account that an entry speaks for: to read a private note alone, or those of others. */
function accountIn(entry: NewEntry): { where: string; id: string } | undefined {
  if (entry.kind === 'emergency-opening') return { where: 'body.account', id: entry.body.account };
  if (entry.kind === 'note' && entry.body.privateTo !== undefined)
    return { where: 'body.privateTo', id: entry.body.privateTo };
  return undefined;
}
