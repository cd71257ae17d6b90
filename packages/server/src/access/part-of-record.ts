/** The parts of a record that somebody may see who may not see all of it. */
import { type Actor, may } from '@assuage/accounts';
import { type ClientRecord, dateOf, NOTHING_RECORDED } from '@assuage/record';

/**
 * For whoever reads records: everything but the private notes of others, and, for a guest and the client, but
 * files that were withdrawn. Who opens these in an
 * emergency writes down why, and sees them for the rest of that day.
 *
 * @param today `YYYY-MM-DD`
 */
export function readablePart(whole: ClientRecord, actor: Actor, today: string): ClientRecord {
  const record = withoutWithdrawnFiles(whole, actor);
  if (isOpened(record, actor, today)) return record;
  const hidden = new Set(
    record.notes.flatMap(({ entry, privateTo }) =>
      privateTo === undefined || may(actor, 'read-private-note', { account: privateTo })
        ? []
        : [entry],
    ),
  );
  return {
    ...record,
    notes: record.notes.filter(({ entry }) => !hidden.has(entry)),
    amendments: record.amendments.filter(({ amends }) => !hidden.has(amends)),
  };
}

/** A withdrawn file is often somebody else's: only who may withdraw one still sees it. */
const withoutWithdrawnFiles = (record: ClientRecord, actor: Actor): ClientRecord =>
  may(actor, 'write-record')
    ? record
    : { ...record, files: record.files.filter(({ withdrawn }) => withdrawn === undefined) };

const isOpened = ({ openings }: ClientRecord, actor: Actor, today: string): boolean =>
  may(actor, 'open-in-emergency') &&
  actor.kind === 'account' &&
  openings.some(({ account, on }) => account === actor.id && dateOf(on) === today);

/** For the front desk: who it is, how to reach them, and when they come. */
export const contactPart = ({
  client,
  appointments,
  appointmentChanges,
  entries,
  lastEntered,
}: ClientRecord): ClientRecord => ({
  ...NOTHING_RECORDED,
  client,
  appointments,
  appointmentChanges,
  entries,
  lastEntered,
});

/** For whoever opened a client's link: a first name to greet, and nothing else. */
export const greetingPart = ({ client }: ClientRecord): ClientRecord => ({
  ...NOTHING_RECORDED,
  client: { id: client.id, name: client.name.split(/\s+/)[0] ?? '' },
  entries: 0,
  lastEntered: '',
});
