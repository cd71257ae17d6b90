/** What the client agrees to, one line for each thing that was ever asked. Pure. */
import type { BodyOf, ClientRecord } from './record.ts';

type ConsentEntry = ClientRecord['consents'][number];
export type ConsentBody = BodyOf<'consent'>;
export interface ConsentLine {
  readonly key: string;
  readonly what: ConsentBody['what'];
  /** The place, or the clinician. */
  readonly about: string;
  /** It counts on the day that was asked about. */
  readonly counts: boolean;
  /** The word it rests on; undefined for what was said at an intake. */
  readonly entry: ConsentEntry | undefined;
  /** The last day; undefined for none. */
  readonly until: string | undefined;
}

/** In the order in which they were first asked. */
export function consentLines(record: ClientRecord, today: string): ConsentLine[] {
  const newest = new Map<string, ConsentLine>();
  const counts = ({ given, until }: ConsentEntry) =>
    given && (until === undefined || until >= today);
  for (const entry of record.consents) {
    const { what, until } = entry;
    if (entry.what === 'sensitive-places')
      for (const place of entry.places) {
        const agreed = record.agreedPlaces.find((each) => each.place === place);
        newest.set(place, {
          key: place,
          what,
          about: place,
          counts: agreed !== undefined && (agreed.until === undefined || agreed.until >= today),
          // A newer intake may say something else than this entry does.
          entry: entry.given === (agreed !== undefined) ? entry : undefined,
          until: agreed?.until,
        });
      }
    else {
      const about = entry.what === 'share' ? entry.with : '';
      const key = `${what} ${about}`;
      newest.set(key, { key, what, about, counts: counts(entry), entry, until });
    }
  }
  const atIntake = record.agreedPlaces
    .filter(({ place }) => !newest.has(place))
    .map(
      ({ place, until }): ConsentLine => ({
        key: place,
        what: 'sensitive-places',
        about: place,
        counts: until === undefined || until >= today,
        entry: undefined,
        until,
      }),
    );
  return [...newest.values(), ...atIntake];
}

/** Whether the client agrees to photos on this day. */
export const agreesToPhotos = (record: ClientRecord, today: string): boolean =>
  consentLines(record, today).some(({ what, counts }) => what === 'photos' && counts);

/** The body of an entry that takes the consent back. */
export function withdrawalOf({ what, about }: ConsentLine, client: string): ConsentBody {
  const rest = {
    given: false,
    from: { name: client, as: 'client' },
    how: 'spoken',
    note: '',
  } as const;
  if (what === 'sensitive-places') return { what, places: [about], ...rest };
  if (what === 'share') return { what, with: about, ...rest };
  return { what, ...rest };
}

/** The newest word on massage itself, when it is no longer a yes. */
export function massageWithdrawn(record: ClientRecord, today: string): ConsentEntry | undefined {
  const last = record.consents.findLast(({ what }) => what === 'massage');
  const counts = last?.given === true && (last.until === undefined || last.until >= today);
  return counts ? undefined : last;
}
