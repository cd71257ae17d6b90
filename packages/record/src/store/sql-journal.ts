/** The journal on a database, whichever that is. */
import type { AccountTables } from '@assuage/accounts';
import { normalise } from '@assuage/knowledge';
import { type SelectQueryBuilder, sql, type Transaction } from 'kysely';
import { canonical } from '../chain.ts';
import type { ClientDetails } from '../client-record.ts';
import type { Entry, NewEntry } from '../entries.ts';
import { sha256Of } from '../files.ts';
import type { DayAppointment, FoundClients, Journal, Practice } from '../journal.ts';
import { addEntries } from './add.ts';
import { contentIn } from './files.ts';
import type { Flavour } from './flavour.ts';
import { type Read, receivedClients } from './received.ts';
import { SqlRetention } from './retention.ts';
import { SqlReview } from './review.ts';
import { readEntry } from './rows.ts';
import type { Rows, Tables } from './tables.ts';

/** As many are counted exactly; nobody reads a longer list, and counting a million takes too long. */
const MOST_COUNTED = 1000;
/** Behind every letter, so that what begins with a word lies before the word and this. */
const LAST = '\u{10ffff}';

const NO_CONTENTS: ReadonlyMap<string, Uint8Array> = new Map();

export class SqlJournal implements Journal {
  readonly retention: SqlRetention;
  readonly review: SqlReview;
  readonly #flavour: Flavour;

  constructor(flavour: Flavour) {
    this.#flavour = flavour;
    this.retention = new SqlRetention(flavour);
    this.review = new SqlReview(flavour);
  }

  get where(): string {
    return this.#flavour.where;
  }

  practices(): Promise<Practice[]> {
    return this.#flavour.read(null, practicesIn);
  }

  async found(practice: Practice, entries: readonly NewEntry[], entered: string): Promise<void> {
    await this.#flavour.write(practice.id, 'append', async (rows) => {
      await rows.insertInto('practice').values(rowOfPractice(practice)).execute();
      await addEntries(rows, this.#flavour, practice.id, entries, entered, NO_CONTENTS);
    });
  }

  async append(
    practice: string,
    entries: readonly NewEntry[],
    entered: string,
    contents: readonly Uint8Array[] = [],
  ): Promise<void> {
    const bySha256 = new Map(contents.map((content) => [sha256Of(content), content]));
    await this.#flavour.write(practice, 'append', (rows) =>
      addEntries(rows, this.#flavour, practice, entries, entered, bySha256),
    );
  }

  fileContent(practice: string, client: string, sha256: string): Promise<Uint8Array | undefined> {
    return this.#flavour.read(practice, (rows) => contentIn(rows, { practice, client, sha256 }));
  }

  entries(practice: string, client: string): Promise<Entry[]> {
    return this.#flavour.read(practice, async (rows) => {
      const found = await rows
        .selectFrom('entry')
        .selectAll()
        .where('practice', '=', practice)
        .where('client', '=', client)
        .orderBy('position')
        .execute();
      return found.map(readEntry);
    });
  }

  async *received(practice: string): AsyncGenerator<readonly Entry[]> {
    const read: Read = (run) => this.#flavour.read(practice, run);
    for await (const { placed } of receivedClients(read, practice))
      yield placed.map(({ entry }) => entry);
  }

  clients(practice: string): Promise<ClientDetails[]> {
    return this.#flavour.read(practice, async (rows) =>
      (await clientsIn(rows, practice).execute()).map(detailsOf),
    );
  }

  findClients(practice: string, text: string, most: number): Promise<FoundClients> {
    const words = normalise(text)
      .split(' ')
      .filter((word) => word !== '')
      .sort((a, b) => b.length - a.length);
    return this.#flavour.read(practice, async (rows) => {
      const [longest, ...others] = words;
      if (longest === undefined) {
        const some = await clientsIn(rows, practice).limit(most).execute();
        const counted = await count(
          rows.selectFrom('client').select('id').where('practice', '=', practice),
          rows,
        );
        return { clients: some.map(detailsOf), ...counted };
      }
      let matches = rows
        .selectFrom('client_word')
        .select(['client', 'name'])
        .where('practice', '=', practice)
        .where('word', '>=', longest)
        .where('word', '<', longest + LAST);
      // Normalised words hold letters and digits only, so nothing in them means something to LIKE.
      for (const word of others) matches = matches.where('name', 'like', `% ${word}%`);
      const found = await matches.limit(MOST_COUNTED + 1).execute();
      // A name may have two words that begin so. The database is not asked to merge them: PostgreSQL
      // would then read all of them before the limit counts.
      const names = new Map(found.map(({ client, name }) => [client, name]));
      const shown = [...names]
        .sort(([a, nameOfA], [b, nameOfB]) => compare(nameOfA, nameOfB) || compare(a, b))
        .slice(0, most)
        .map(([client]) => client);
      const some =
        shown.length === 0
          ? []
          : await clientsIn(rows, practice).where('id', 'in', shown).execute();
      return {
        clients: some.map(detailsOf),
        found: Math.min(names.size, MOST_COUNTED),
        more: found.length > MOST_COUNTED,
      };
    });
  }

  inAccounts<Result>(
    practice: string,
    work: (rows: Transaction<AccountTables>) => Promise<Result>,
  ): Promise<Result> {
    // The tables of accounts are among ours; Kysely's types do not follow that.
    return this.#flavour.write(practice, 'accounts', (rows) =>
      work(rows as unknown as Transaction<AccountTables>),
    );
  }

  async changePractice({
    id,
    name,
    therapist,
    jurisdiction,
  }: Parameters<Journal['changePractice']>[0]): Promise<void> {
    await this.#flavour.write(id, 'accounts', (rows) =>
      rows
        .updateTable('practice')
        .set({ name, therapist: canonical(therapist), jurisdiction: jurisdiction ?? null })
        .where('id', '=', id)
        .execute(),
    );
  }

  tested(practice: string): Promise<string[]> {
    return this.#flavour.read(practice, async (rows) => {
      const found = await rows
        .selectFrom('entry')
        .select('client')
        .distinct()
        .where('practice', '=', practice)
        // As the index says it: a parameter would not find it.
        .where(sql<boolean>`kind = 'trial'`)
        .orderBy('client')
        .execute();
      return found.map(({ client }) => client);
    });
  }

  appointmentsOn(practice: string, date: string): Promise<DayAppointment[]> {
    return this.#flavour.read(practice, (rows) =>
      rows
        .selectFrom('appointment')
        .select(['client', 'entry', 'starts', 'minutes'])
        .where('practice', '=', practice)
        .where('starts', '>=', `${date}T`)
        .where('starts', '<', `${date}U`)
        .orderBy('starts')
        .orderBy('entry')
        .execute(),
    );
  }

  close(): Promise<void> {
    return this.#flavour.close();
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const rowOfPractice = (practice: Practice): Tables['practice'] => ({
  id: practice.id,
  name: practice.name,
  therapist: canonical(practice.therapist),
  demo: practice.demo ? 1 : 0,
  jurisdiction: practice.jurisdiction ?? null,
});

export async function practicesIn(rows: Rows): Promise<Practice[]> {
  const found = await rows
    .selectFrom('practice')
    .selectAll()
    .orderBy('name')
    .orderBy('id')
    .execute();
  return found.map(({ therapist, demo, jurisdiction, ...row }) => ({
    ...row,
    therapist: JSON.parse(therapist) as Practice['therapist'],
    demo: demo === 1,
    ...(jurisdiction !== null && { jurisdiction }),
  }));
}

const clientsIn = (rows: Rows, practice: string) =>
  rows
    .selectFrom('client')
    .select(['id', 'details'])
    .where('practice', '=', practice)
    .orderBy('name')
    .orderBy('id');

// The body of a parsed entry.
const detailsOf = ({ id, details }: { id: string; details: string }): ClientDetails => ({
  id,
  ...(JSON.parse(details) as Omit<ClientDetails, 'id'>),
});

async function count<Table extends keyof Tables>(
  query: SelectQueryBuilder<Tables, Table, { id: string }>,
  rows: Rows,
): Promise<Pick<FoundClients, 'found' | 'more'>> {
  const { found } = await rows
    .selectFrom(query.limit(MOST_COUNTED + 1).as('some'))
    .select(sql<number>`count(*)`.as('found'))
    .executeTakeFirstOrThrow();
  return counted(found);
}

const counted = (found: number): Pick<FoundClients, 'found' | 'more'> => ({
  found: Math.min(found, MOST_COUNTED),
  more: found > MOST_COUNTED,
});
