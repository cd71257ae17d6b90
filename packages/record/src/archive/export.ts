/** A whole practice in one file: everything but what people sign in with. */
import type { AccountTables } from '@assuage/accounts';
import { canonical } from '../chain.ts';
import type { ClientDetails } from '../client-record.ts';
import type { Entry, EntryOf } from '../entries.ts';
import { filePartOf } from '../files.ts';
import { type Journal, JournalError, type Practice } from '../journal.ts';
import type { Tables, Writing } from '../store/tables.ts';
import { csvOf } from './csv.ts';
import { createPacker } from './pack.ts';
import { clientList, clientPage } from './page.ts';
import { withoutPrivateNotes } from './private-notes.ts';
import { type NameOf, readingOf } from './reading.ts';

export const PRACTICE_FORMAT = 'assuage-practice-1';

export type ExportedAccount = Omit<
  AccountTables['account'],
  'practice' | 'password' | 'totp' | 'totp_step'
>;
export type ExportedShare = Omit<AccountTables['share'], 'practice'>;
export type ExportedAudit = Omit<AccountTables['audit'], 'practice'>;

export type ExportedHold = Omit<Tables['hold'], 'practice'>;
export type ExportedTombstone = Omit<Tables['tombstone'], 'practice'>;

export interface Exported {
  readonly clients: number;
  readonly entries: number;
}

/** So many lines of the audit are read at a time. */
const LINES_AT_ONCE = 1000;

type Exportable = Pick<Journal, 'received' | 'inAccounts' | 'fileContent' | 'review'>;

/** @param sink takes the bytes of `practiceFile`, in order */
export async function exportPractice(
  journal: Exportable,
  practice: Practice,
  nameOf: NameOf,
  sink: (bytes: Uint8Array) => void,
): Promise<Exported> {
  const pieces = practiceFile(journal, practice, nameOf);
  for (;;) {
    const { done, value } = await pieces.next();
    if (done) return value;
    sink(value);
  }
}

/**
 * The file of a practice in pieces, each made when the one before was taken, so that no more than a few clients
 * or one of their files is in memory. The same practice gives the same bytes. While the server goes on, every
 * client is written as of one moment.
 *
 * @throws JournalError when a file of a client is not there
 */
export async function* practiceFile(
  journal: Exportable,
  practice: Practice,
  nameOf: NameOf,
): AsyncGenerator<Uint8Array, Exported> {
  const made: Uint8Array[] = [];
  const take = (): Uint8Array[] => made.splice(0);
  const packer = createPacker(PRACTICE_FORMAT, (bytes) => made.push(bytes));
  packer.add('README.txt', readme(practice));
  packer.add('practice.json', `${canonical(practice)}\n`);
  packer.add('accounts.json', `${canonical(await accountsOf(journal, practice.id))}\n`);
  packer.add('retention.json', `${canonical(await retentionOf(journal, practice.id))}\n`);
  const review = await journal.review.steps(practice.id);
  packer.add('review.jsonl', review.map((step) => `${canonical(step)}\n`).join(''));

  const lengths = new Map<string, number>();
  let count = 0;
  const files = new Map<string, EntryOf<'file'>>();
  const lines = packer.part('entries.jsonl');
  for await (const entries of journal.received(practice.id)) {
    for (const entry of entries) {
      lines.write(`${canonical(entry)}\n`);
      if (entry.kind === 'file') files.set(filePartOf(entry.client, entry.body), entry);
    }
    yield* take();
    lengths.set(entries[0]?.client ?? '', entries.length);
    count += entries.length;
  }
  lines.end();
  for (const [part, file] of files) {
    packer.add(part, await contentOf(journal, file));
    yield* take();
  }

  const audit = await auditOf(journal, practice.id);
  packer.add('audit.jsonl', audit.map((line) => `${canonical(line)}\n`).join(''));
  packer.add('audit.csv', auditTable(audit));

  const clients: ClientDetails[] = [];
  for await (const received of journal.received(practice.id)) {
    // What was added meanwhile is not in the file.
    const entries = received.slice(0, lengths.get(received[0]?.client ?? '') ?? 0);
    const newest = newestDetails(entries);
    if (!newest) continue;
    clients.push(newest);
    const read = readingOf(
      withoutPrivateNotes(entries),
      nameOf,
      ({ client, body }) => `../${filePartOf(client, body)}`,
    );
    packer.add(`clients/${newest.id}.html`, clientPage(read));
    yield* take();
  }
  packer.add('clients.html', clientList(clients.toSorted(byName)));
  packer.finish();
  yield* take();
  return { clients: lengths.size, entries: count };
}

async function contentOf(
  journal: Pick<Journal, 'fileContent'>,
  { practice, client, id, body }: EntryOf<'file'>,
): Promise<Uint8Array> {
  const content = await journal.fileContent(practice, client, body.sha256);
  if (content) return content;
  throw new JournalError(
    'damaged',
    `What the entry ${id} (file) names is not in the database. "assuage db verify" says what else is missing; an older backup may have it.`,
    { entry: id },
  );
}

function newestDetails(entries: readonly Entry[]): ClientDetails | undefined {
  const said = entries.filter((entry) => entry.kind === 'client');
  const newest = said.toSorted((a, b) => compare(a.on, b.on) || compare(a.id, b.id)).at(-1);
  return newest && { id: newest.client, ...newest.body };
}

const byName = (a: ClientDetails, b: ClientDetails): number =>
  compare(a.name, b.name) || compare(a.id, b.id);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const accountsOf = (
  journal: Pick<Journal, 'inAccounts'>,
  practice: string,
): Promise<{ accounts: ExportedAccount[]; shares: ExportedShare[] }> =>
  journal.inAccounts(practice, async (rows) => ({
    accounts: await rows
      .selectFrom('account')
      .select(['id', 'email', 'name', 'role', 'created', 'closed'])
      .where('practice', '=', practice)
      .orderBy('id')
      .execute(),
    shares: await rows
      .selectFrom('share')
      .select(['account', 'client', 'expires'])
      .where('practice', '=', practice)
      .orderBy('account')
      .orderBy('client')
      .execute(),
  }));

const HOLD_COLUMNS = [
  'id',
  'client',
  'reason',
  'placed_by',
  'placed_at',
  'lifted_by',
  'lifted_at',
] as const satisfies (keyof ExportedHold)[];
const TOMBSTONE_COLUMNS = [
  'client',
  'from_date',
  'to_date',
  'entries',
  'hash',
  'destroyed_at',
  'destroyed_by',
  'reason',
  'rule',
] as const satisfies (keyof ExportedTombstone)[];

const retentionOf = (
  journal: Pick<Journal, 'inAccounts'>,
  practice: string,
): Promise<{ holds: ExportedHold[]; tombstones: ExportedTombstone[] }> =>
  journal.inAccounts(practice, async (accounts) => {
    // The tables of accounts are among ours; Kysely's types do not follow that.
    const rows = accounts as unknown as Writing;
    return {
      holds: await rows
        .selectFrom('hold')
        .select(HOLD_COLUMNS)
        .where('practice', '=', practice)
        .orderBy('id')
        .execute(),
      tombstones: await rows
        .selectFrom('tombstone')
        .select(TOMBSTONE_COLUMNS)
        .where('practice', '=', practice)
        .orderBy('client')
        .execute(),
    };
  });

/** By id: ids are in order of time. */
async function auditOf(
  journal: Pick<Journal, 'inAccounts'>,
  practice: string,
): Promise<ExportedAudit[]> {
  const lines: ExportedAudit[] = [];
  for (let after = ''; ; ) {
    const some = await journal.inAccounts(practice, (rows) =>
      rows
        .selectFrom('audit')
        .select(AUDIT_COLUMNS)
        .where('practice', '=', practice)
        .where('id', '>', after)
        .orderBy('id')
        .limit(LINES_AT_ONCE)
        .execute(),
    );
    const last = some.at(-1);
    if (!last) return lines;
    lines.push(...some);
    after = last.id;
  }
}

const AUDIT_COLUMNS = [
  'id',
  'at',
  'actor',
  'actor_name',
  'role',
  'action',
  'client',
  'outcome',
  'origin',
  'device',
  'details',
] as const satisfies (keyof ExportedAudit)[];

const auditTable = (lines: readonly ExportedAudit[]): string =>
  csvOf(
    AUDIT_COLUMNS,
    lines.map((line) => AUDIT_COLUMNS.map((column) => line[column])),
  );

const readme = ({
  name,
  demo,
}: Practice): string => `Everything of ${name}${demo ? ' (a demo practice: everyone is invented)' : ''}, from Assuage

This file holds health records. Keep it as safe as the records themselves.
Nothing in it is locked: any computer can read it.

To read it:
  clients.html       open it in a browser. It lists everyone, with a page each.
  audit.csv          who did what, and when. A spreadsheet opens it.

To use it in a program:
  practice.json      the practice
  entries.jsonl      every entry of every client, one to a line, as it was received
  files/             photos and other files, by client; the pages lead to them
  accounts.json      who has an account, without passwords and second steps
  retention.json     what is on hold, and what was destroyed, when and why
  review.jsonl       which papers were searched, screened and read, by whom, one step to a line
  audit.jsonl        the same lines as audit.csv, exactly
  manifest.json      every part of this file, with its size and SHA-256

To have the practice back in Assuage, in a new folder:
  assuage import THIS-FILE --data NEW-FOLDER
Then everyone chooses a new password.

Private notes are in entries.jsonl, and not on the pages.
`;
