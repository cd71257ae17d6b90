/** A client's own copy of everything, in forms that need no program of ours. */
import type { ClientDetails } from '../client-record.ts';
import type { Entry, EntryOf } from '../entries.ts';
import { fileNameOf } from '../files.ts';
import { filesIn } from '../fold/files.ts';
import { type Cell, csvOf } from './csv.ts';
import { createPacker } from './pack.ts';
import { clientPage } from './page.ts';
import { pdfOf } from './pdf.ts';
import { withoutPrivateNotes } from './private-notes.ts';
import { type NameOf, readingOf } from './reading.ts';

const CLIENT_FORMAT = 'assuage-client-1';

/**
 * @param entries of one client, in the newest version
 * @param practice its name
 * @param contentOf what a file of this client holds, by its SHA-256
 */
export async function clientArchive(
  entries: readonly Entry[],
  practice: string,
  nameOf: NameOf,
  contentOf: (sha256: string) => Promise<Uint8Array | undefined>,
): Promise<Uint8Array> {
  const shown = withoutPrivateNotes(entries).toSorted(
    (a, b) => compare(a.on, b.on) || compare(a.id, b.id),
  );
  const newest = shown.findLast((entry) => entry.kind === 'client');
  const client: ClientDetails | undefined = newest && { id: newest.client, ...newest.body };
  const chunks: Uint8Array[] = [];
  const packer = createPacker(CLIENT_FORMAT, (bytes) => chunks.push(bytes));
  packer.add('README.txt', readme(practice));
  const files = filesOf(shown);
  const read = readingOf(shown, nameOf, ({ id }) => files.get(id)?.path);
  packer.add('record.html', clientPage(read));
  packer.add('record.pdf', await pdfOf(read));
  packer.add('sessions.csv', sessionTable(shown, nameOf));
  packer.add('check-ins.csv', checkInTable(shown, nameOf));
  const record = { format: CLIENT_FORMAT, practice, client, entries: shown.map(neutral) };
  packer.add('record.json', `${JSON.stringify(record, null, 2)}\n`);
  for (const { path, sha256 } of files.values()) {
    const content = await contentOf(sha256);
    if (content) packer.add(path, content);
  }
  packer.finish();
  return Buffer.concat(chunks);
}

/** Where each file goes that was not withdrawn, by its entry; no two are given one name. */
function filesOf(entries: readonly Entry[]): Map<string, { path: string; sha256: string }> {
  const files = ofKind(entries, 'file').map(({ id, body }) => ({ ...body, entry: id }));
  const taken = new Set<string>();
  const paths = filesIn(files, ofKind(entries, 'file-change')).flatMap((file) => {
    if (file.withdrawn) return [];
    const name = fileNameOf(file);
    const dot = name.lastIndexOf('.');
    let free = name;
    for (let n = 2; taken.has(free.toLowerCase()); n++)
      free = `${name.slice(0, dot)} ${n}${name.slice(dot)}`;
    taken.add(free.toLowerCase());
    return [[file.entry, { path: `files/${free}`, sha256: file.sha256 }] as const];
  });
  return new Map(paths);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What was written, when, by whom and when it came in; not how we keep it. */
const neutral = ({ id, kind, v, on, by, entered, body }: Entry) => ({
  id,
  kind,
  version: v,
  on,
  by,
  received: entered,
  body,
});

const ofKind = <Kind extends Entry['kind']>(entries: readonly Entry[], kind: Kind) =>
  entries.filter((entry): entry is EntryOf<Kind> => entry.kind === kind);

const amendmentsOf = (entries: readonly Entry[], id: string): string =>
  ofKind(entries, 'amendment')
    .filter(({ body }) => body.amends === id)
    .map(({ on, by, body }) => `${on} ${by.name}: ${body.text}`)
    .join('; ');

const sessionTable = (entries: readonly Entry[], nameOf: NameOf): string =>
  csvOf(
    [
      'date',
      'therapist',
      'minutes',
      'most pressure (0 to 5)',
      'what was done',
      'response',
      'pain after (0 to 10)',
      'subjective',
      'objective',
      'assessment',
      'plan',
      'signed by',
      'signed at',
      'amendments',
    ],
    ofKind(entries, 'session').map(({ id, on, by, body }): Cell[] => [
      on,
      by.name,
      body.minutes,
      body.pressure,
      body.segments
        .map(
          ({ places, technique, pressure, minutes }) =>
            `${places.map(nameOf).join(', ')}: ${nameOf(technique)}, pressure ${pressure}, ${minutes} min`,
        )
        .join('; '),
      body.response,
      body.painAfter,
      body.soap.s,
      body.soap.o,
      body.soap.a,
      body.soap.p,
      body.signed.by,
      body.signed.at,
      amendmentsOf(entries, id),
    ]),
  );

const checkInTable = (entries: readonly Entry[], nameOf: NameOf): string =>
  csvOf(
    [
      'date',
      'answered by',
      'pain now (0 to 10)',
      'where it hurts (1 to 3)',
      'answers',
      'wish',
      'minutes',
      'amendments',
    ],
    ofKind(entries, 'check-in').map(({ id, on, by, body }): Cell[] => [
      on,
      by.name,
      body.painNow,
      body.pain.map(({ place, level }) => `${nameOf(place)} ${level}`).join('; '),
      body.statements
        .map(({ fact, answer, places }) =>
          [`${nameOf(fact)}: ${answer}`, ...(places ?? []).map(nameOf)].join(', '),
        )
        .join('; '),
      body.wish,
      body.minutes,
      amendmentsOf(entries, id),
    ]),
  );

const readme = (practice: string): string => `Your record at ${practice}

This is a copy of what ${practice} keeps about you. It is yours.

  record.html      open it in a browser to read it
  record.pdf       to print, to send, or to have read aloud
  sessions.csv     your sessions, for a spreadsheet
  check-ins.csv    your answers before sessions, for a spreadsheet
  record.json      all of it, for another program
  files/           photos, letters and other files, if there are any
  manifest.json    the size and SHA-256 of each file

It holds facts about your health. Anyone who has this file can read them.
A therapist's own private notes are not in it, nor files that were withdrawn.
Is something wrong? Tell the practice. They will add a correction.
`;
