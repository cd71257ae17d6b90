/** A record together with entries that the server has not answered for yet. */
import { withRefusals } from '@assuage/safety';
import { madeAt } from './ids.ts';
import { timeText } from './moment.ts';
import type { ClientRecord, NewEntry, Permission } from './record.ts';

/**
 * What the limits follow from: answers, lists, clearances, departures and refusals; and what becomes of a within-person
 * test, which has to stop at once. The rest waits for the server.
 */
export function withUnsent(record: ClientRecord, unsent: readonly NewEntry[]): ClientRecord {
  return unsent.reduce(withEntry, record);
}

/**
 * A record that shows nothing of itself, together with what was sent to it from this page: to whoever
 * came by a client's link the server does not even show the answers just given.
 */
export function withSent(record: ClientRecord, sent: readonly NewEntry[]): ClientRecord {
  const checkIns = sent.flatMap((entry) => (entry.kind === 'check-in' ? [notReceived(entry)] : []));
  return { ...withUnsent(record, sent), checkIns: [...record.checkIns, ...checkIns] };
}

function withEntry(record: ClientRecord, entry: NewEntry): ClientRecord {
  const statements =
    'statements' in entry.body
      ? { statements: [...record.statements, ...entry.body.statements] }
      : {};
  const listed =
    'listed' in entry.body ? { listed: { ...record.listed, ...entry.body.listed } } : {};
  const refusals =
    entry.kind === 'refusal' ? [...record.refusals, notReceived(entry)] : record.refusals;
  const added = permissionIn(entry);
  return {
    ...record,
    ...statements,
    ...listed,
    refusals,
    trials: trialsWith(record.trials, entry),
    permissions: withRefusals([...record.permissions, ...added], refusals),
    clearances: [...record.clearances, ...added.filter(({ kind }) => kind === 'clearance')],
  };
}

function trialsWith(trials: ClientRecord['trials'], entry: NewEntry): ClientRecord['trials'] {
  if (entry.kind === 'trial') return [...trials, { ...notReceived(entry), changes: [] }];
  if (entry.kind !== 'trial-change') return trials;
  return trials.map((trial) =>
    trial.entry === entry.body.trial
      ? { ...trial, changes: [...trial.changes, notReceived(entry)] }
      : trial,
  );
}

const notReceived = <Body extends object>({
  id,
  on,
  by,
  body,
}: Pick<NewEntry, 'id' | 'on' | 'by'> & { readonly body: Body }) => ({
  ...body,
  entry: id,
  on,
  entered: '',
  by,
});

function permissionIn(entry: NewEntry): Permission[] {
  if (entry.kind === 'clearance') return [{ kind: 'clearance', ...entry.body, entry: entry.id }];
  if (entry.kind === 'departure')
    return [
      {
        kind: 'departure',
        ...entry.body,
        by: entry.by.name,
        on: entry.on.slice(0, 10),
        entry: entry.id,
      },
    ];
  return [];
}

/** When a permission was written down: its entry's id tells. */
export const writtenAt = (permission: Permission): string =>
  timeText(new Date(madeAt(permission.entry)));
