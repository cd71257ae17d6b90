/** The entries of one client, folded into what a screen shows. Pure, and blind to order of arrival. */
import type { Goal, PlaceId, Position } from '@assuage/knowledge';
import { type Listed, type Permission, type Statement, withRefusals } from '@assuage/safety';
import { dateOf } from './dates.ts';
import type { Author, BodyOf, Entry, EntryKind, EntryOf, Source } from './entries.ts';
import { type AgreedPlace, agreedPlacesIn } from './fold/agreed-places.ts';
import { type BookedAppointment, standingAppointments } from './fold/appointments.ts';
import { type Changeable, filesIn } from './fold/files.ts';
import { type OwnGoal, ownGoalsIn } from './fold/own-goals.ts';
import { type Endable, refusalsIn } from './fold/refusals.ts';
import { trialsIn } from './fold/trials.ts';

export type { AgreedPlace } from './fold/agreed-places.ts';
export type { BookedAppointment } from './fold/appointments.ts';
export type { OwnGoal } from './fold/own-goals.ts';

/** The body of an entry with where it comes from. */
export type Noted<Kind extends EntryKind> = BodyOf<Kind> & {
  /** The id of the entry. */
  readonly entry: string;
  /** When it happened: the date of service. */
  readonly on: string;
  /** When the journal received it: an instant. */
  readonly entered: string;
  readonly by: Author;
};
export type Amended<Kind extends EntryKind> = Noted<Kind> & {
  readonly amendments: readonly Noted<'amendment'>[];
};
/** A permission as the safety engine takes it, with the entry that grants it. */
export type RecordedPermission = Permission & { readonly entry: string; readonly note?: string };
/** A statement with how it is known and the word it was said in, where somebody noted them. */
export type RecordedStatement = Statement & { readonly source?: Source; readonly word?: string };
export type RecordedFile = Noted<'file'> & Changeable;
export type RecordedTrial = Noted<'trial'> & {
  /** Oldest first. */
  readonly changes: readonly Noted<'trial-change'>[];
};
export interface ClientDetails extends BodyOf<'client'> {
  readonly id: string;
}

export interface ClientRecord {
  readonly client: ClientDetails;
  /** Those that stand, in order of their start. */
  readonly appointments: readonly BookedAppointment[];
  /** What became of those that do not. */
  readonly appointmentChanges: readonly Noted<'appointment-change'>[];
  /** Everything that was said, oldest first; `profileOf` finds what of it holds. */
  readonly statements: readonly RecordedStatement[];
  readonly listed: Listed;
  /** Who said so last, and when; absent while the list is not complete. */
  readonly listedBy: ListedBy;
  readonly goals: readonly Goal[];
  readonly positions: readonly Position[];
  /** The sensitive places the client agrees to. Look at the end of each before using it. */
  readonly agreedPlaces: readonly AgreedPlace[];
  /** Where the client does not want to be touched. */
  readonly avoid: readonly PlaceId[];
  /** Clearances and departures as they count after the refusals. */
  readonly permissions: readonly RecordedPermission[];
  /** Clearances as they were given. */
  readonly clearances: readonly RecordedPermission[];
  /** These lists are oldest first, by when it happened. */
  readonly intakes: readonly Noted<'intake'>[];
  readonly checkIns: readonly Noted<'check-in'>[];
  readonly plans: readonly Noted<'plan'>[];
  readonly sessions: readonly Amended<'session'>[];
  /** Everything that was ever agreed to or withdrawn, outside the intakes. */
  readonly consents: readonly Noted<'consent'>[];
  readonly refusals: readonly (Noted<'refusal'> & Endable)[];
  readonly reactions: readonly Noted<'reaction'>[];
  /** Answered outcome measures. */
  readonly scores: readonly Noted<'score'>[];
  /** Which measures were chosen and which left out; undefined when nobody has chosen yet. */
  readonly measureChoice: Noted<'measure-choice'> | undefined;
  /** Within-person tests. */
  readonly trials: readonly RecordedTrial[];
  /** That ways of working with reactions may be suggested again. */
  readonly wayDecisions: readonly Noted<'way-decision'>[];
  readonly adverseEvents: readonly Amended<'adverse-event'>[];
  readonly ownGoals: readonly OwnGoal[];
  readonly notes: readonly Amended<'note'>[];
  readonly letters: readonly Noted<'letter'>[];
  readonly files: readonly RecordedFile[];
  /** Who opened the private notes of others, and why. */
  readonly openings: readonly Noted<'emergency-opening'>[];
  /** Corrections of any entry, those of sessions included. */
  readonly amendments: readonly Noted<'amendment'>[];
  /** How many entries the journal holds. */
  readonly entries: number;
  /** When the journal received the newest. */
  readonly lastEntered: string;
}

export type ListedBy = Partial<Record<keyof Listed, { readonly by: string; readonly at: string }>>;

/** A record in which nothing is said of anybody. */
export const NOTHING_RECORDED = {
  appointments: [],
  appointmentChanges: [],
  statements: [],
  listed: { condition: false, medicine: false },
  listedBy: {},
  goals: [],
  positions: [],
  agreedPlaces: [],
  avoid: [],
  permissions: [],
  clearances: [],
  intakes: [],
  checkIns: [],
  plans: [],
  sessions: [],
  consents: [],
  refusals: [],
  reactions: [],
  scores: [],
  measureChoice: undefined,
  trials: [],
  wayDecisions: [],
  adverseEvents: [],
  ownGoals: [],
  notes: [],
  letters: [],
  files: [],
  openings: [],
  amendments: [],
} as const satisfies Omit<ClientRecord, 'client' | 'entries' | 'lastEntered'>;

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
  const amended = <Kind extends EntryKind>(kind: Kind): Amended<Kind>[] =>
    notes(kind).map((each): Amended<Kind> => {
      const corrections = amendments.filter(({ amends }) => amends === each.entry);
      // As in `noted`: an intersection with a generic kind is beyond the compiler.
      return { ...each, amendments: corrections } as unknown as Amended<Kind>;
    });
  const permissions = ordered.flatMap(permissionIn);
  const refusals = refusalsIn(notes('refusal'), all('refusal-end'));

  return {
    client: { id: identity.client, ...identity.body },
    appointments: standingAppointments(all('appointment'), all('appointment-change')),
    appointmentChanges: notes('appointment-change'),
    statements: ordered
      .flatMap((entry): readonly RecordedStatement[] =>
        'statements' in entry.body ? entry.body.statements : [],
      )
      .sort((a, b) => byText(a.at, b.at)),
    ...listedIn(ordered),
    goals: intake?.goals ?? [],
    positions: intake?.positions ?? [],
    agreedPlaces: agreedPlacesIn(ordered),
    avoid: intake?.avoid ?? [],
    permissions: withRefusals(permissions, refusals),
    clearances: permissions.filter(({ kind }) => kind === 'clearance'),
    intakes,
    checkIns: notes('check-in'),
    plans: notes('plan'),
    sessions: amended('session'),
    consents: notes('consent'),
    refusals,
    reactions: notes('reaction'),
    scores: notes('score'),
    measureChoice: notes('measure-choice').at(-1),
    trials: trialsIn(notes('trial'), notes('trial-change')),
    wayDecisions: notes('way-decision'),
    adverseEvents: amended('adverse-event'),
    ownGoals: ownGoalsIn(all('goal')),
    notes: amended('note'),
    letters: notes('letter'),
    files: filesIn(notes('file'), all('file-change')),
    openings: notes('emergency-opening'),
    amendments,
    entries: entries.length,
    lastEntered: entries.reduce((last, { entered }) => (entered > last ? entered : last), ''),
  };
}

function noted<Kind extends EntryKind>(entry: EntryOf<Kind>): Noted<Kind> {
  const { body, id, on, by, entered }: Entry = entry;
  // The body of an entry of this kind; TypeScript does not follow a generic kind through the union.
  return { ...body, entry: id, on, entered, by } as unknown as Noted<Kind>;
}

/** The newest word on each list, and whose it is. */
function listedIn(ordered: readonly Entry[]): Pick<ClientRecord, 'listed' | 'listedBy'> {
  const listed = { condition: false, medicine: false };
  const listedBy: { -readonly [List in keyof ListedBy]: ListedBy[List] } = {};
  for (const { body, by, on } of ordered) {
    if (!('listed' in body) || body.listed === undefined) continue;
    for (const kind of ['condition', 'medicine'] as const) {
      const said = body.listed[kind];
      if (said === undefined) continue;
      listed[kind] = said;
      if (said) listedBy[kind] = { by: by.name, at: on };
      else delete listedBy[kind];
    }
  }
  return { listed, listedBy };
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
