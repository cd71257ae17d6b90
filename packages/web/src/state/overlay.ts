/** A record together with entries that the server has not answered for yet. */
import { madeAt } from './ids.ts';
import { timeText } from './moment.ts';
import type { ClientRecord, NewEntry, Permission } from './record.ts';

/** What the limits follow from: answers, lists, clearances and departures. The rest waits for the server. */
export function withUnsent(record: ClientRecord, unsent: readonly NewEntry[]): ClientRecord {
  return unsent.reduce(withEntry, record);
}

function withEntry(record: ClientRecord, entry: NewEntry): ClientRecord {
  const statements =
    'statements' in entry.body
      ? { statements: [...record.statements, ...entry.body.statements] }
      : {};
  const listed =
    'listed' in entry.body ? { listed: { ...record.listed, ...entry.body.listed } } : {};
  const permission = permissionIn(entry);
  const permissions = permission ? { permissions: [...record.permissions, permission] } : {};
  return { ...record, ...statements, ...listed, ...permissions };
}

function permissionIn(entry: NewEntry): Permission | undefined {
  if (entry.kind === 'clearance') return { kind: 'clearance', ...entry.body, entry: entry.id };
  if (entry.kind === 'departure')
    return {
      kind: 'departure',
      ...entry.body,
      by: entry.by.name,
      on: entry.on.slice(0, 10),
      entry: entry.id,
    };
  return undefined;
}

/** When a permission was written down: its entry's id tells. */
export const writtenAt = (permission: Permission): string =>
  timeText(new Date(madeAt(permission.entry)));
