/** The entries of one client, folded into what a screen shows. Pure, and blind to order of arrival. */
import type { Goal, PlaceId, Position } from '@assuage/knowledge';
import type { Listed, Permission, Statement } from '@assuage/safety';
import { dateOf } from './dates.ts';
import type { Author, BodyOf, Entry, EntryKind, EntryOf } from './entries.ts';

/** The body of an entry with where it comes from. */
export type Noted<Kind extends EntryKind> = BodyOf<Kind> & {
  /** The id of the entry. */
  readonly entry: string;
  readonly on: string;
  readonly by: Author;
};
export type Amended<Kind extends EntryKind> = Noted<Kind> & {
  readonly amendments: readonly Noted<'amendment'>[];
};
/** A permission as the safety engine takes it, with the entry that grants it. */
export type RecordedPermission = Permission & { readonly entry: string; readonly note?: string };
export interface ClientDetails extends BodyOf<'client'> {
  readonly id: string;
}
export interface BookedAppointment extends BodyOf<'appointment'> {
  readonly entry: string;
}

export interface ClientRecord {
  readonly client: ClientDetails;
  /** In order of their start. */
  readonly appointments: readonly BookedAppointment[];
  /** Everything that was said, oldest first; `profileOf` finds what of it holds. */
  readonly statements: readonly Statement[];
  readonly listed: Listed;
  readonly goals: readonly Goal[];
  readonly positions: readonly Position[];
  readonly consents: readonly PlaceId[];
  /** Where the client does not want to be touched. */
  readonly avoid: readonly PlaceId[];
  readonly permissions: readonly RecordedPermission[];
  /** These lists are oldest first, by when it happened. */
  readonly intakes: readonly Noted<'intake'>[];
  readonly checkIns: readonly Noted<'check-in'>[];
  readonly plans: readonly Noted<'plan'>[];
  readonly sessions: readonly Amended<'session'>[];
  /** Corrections of any entry, those of sessions included. */
  readonly amendments: readonly Noted<'amendment'>[];
  /** How many entries the journal holds. */
  readonly entries: number;
  /** When the journal received the newest. */
  readonly lastEntered: string;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * What the journal says about a client.
 *
 * @param entries all entries of one client, in any order
 * @returns undefined while no entry says who the client is
 */
export function foldClient(entries: readonly Entry[]): ClientRecord | undefined {
  const ordered = [...entries].sort((a, b) => byText(a.on, b.on) || byText(a.id, b.id));
  const all = <Kind extends EntryKind>(kind: Kind): EntryOf<Kind>[] =>
    ordered.filter((entry): entry is EntryOf<Kind> => entry.kind === kind);
  const notes = <Kind extends EntryKind>(kind: Kind): Noted<Kind>[] => all(kind).map(noted);

  const identity = all('client').at(-1);
  if (!identity) return undefined;
  const intakes = notes('intake');
  const intake = intakes.at(-1);
  const amendments = notes('amendment');

  return {
    client: { id: identity.client, ...identity.body },
    appointments: all('appointment')
      .map((entry) => ({ entry: entry.id, ...entry.body }))
      .sort((a, b) => byText(a.starts, b.starts) || byText(a.entry, b.entry)),
    statements: ordered
      .flatMap((entry) => ('statements' in entry.body ? entry.body.statements : []))
      .sort((a, b) => byText(a.at, b.at)),
    listed: listedIn(ordered),
    goals: intake?.goals ?? [],
    positions: intake?.positions ?? [],
    consents: intake?.consents ?? [],
    avoid: intake?.avoid ?? [],
    permissions: ordered.flatMap(permissionIn),
    intakes,
    checkIns: notes('check-in'),
    plans: notes('plan'),
    sessions: notes('session').map((session) => ({
      ...session,
      amendments: amendments.filter(({ amends }) => amends === session.entry),
    })),
    amendments,
    entries: entries.length,
    lastEntered: entries.reduce((last, { entered }) => (entered > last ? entered : last), ''),
  };
}

function noted<Kind extends EntryKind>(entry: EntryOf<Kind>): Noted<Kind> {
  const { body, id, on, by }: Entry = entry;
  // The body of an entry of this kind; TypeScript does not follow a generic kind through the union.
  return { ...body, entry: id, on, by } as unknown as Noted<Kind>;
}

/** The newest word on each list. */
function listedIn(ordered: readonly Entry[]): Listed {
  const listed = { condition: false, medicine: false };
  for (const { body } of ordered) if ('listed' in body) Object.assign(listed, body.listed);
  return listed;
}

function permissionIn(entry: Entry): RecordedPermission[] {
  if (entry.kind === 'clearance') return [{ kind: 'clearance', ...entry.body, entry: entry.id }];
  if (entry.kind === 'departure')
    return [
      {
        kind: 'departure',
        ...entry.body,
        by: entry.by.name,
        on: dateOf(entry.on),
        entry: entry.id,
      },
    ];
  return [];
}
