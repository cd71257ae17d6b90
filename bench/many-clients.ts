/** A practice with many clients, written straight into the tables that lists and searches read. */
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';

export const TODAY = '2026-03-02';
/** 100,000 appointments, 400 on each of 250 days. */
const DAYS = 250;
const A_DAY = 400;
const AT_ONCE = 20_000;

const syllables = 'ba co da el fi go hu ina jo ka li mo nu os pe ra si tu ul vi'.split(' ');
const pairs = syllables.flatMap((one) => syllables.map((other) => one + other));
/** 400: of a million clients, 2,500 bear each. */
export const FIRST_NAMES: readonly string[] = pairs;
/** 8,000: of a million clients, 125 bear each. */
export const LAST_NAMES: readonly string[] = pairs.flatMap((pair) =>
  syllables.map((end) => `${pair}${end}son`),
);

interface Row {
  readonly id: string;
  readonly first: string;
  readonly last: string;
  readonly details: string;
}

function* manyClients(count: number): Generator<Row> {
  for (let n = 0; n < count; n++) {
    const first = FIRST_NAMES[n % FIRST_NAMES.length] ?? '';
    // Which round of first names it is, spread, so that a full name is borne once in a million.
    const last =
      LAST_NAMES[(Math.floor(n / FIRST_NAMES.length) * 3 + n * 20) % LAST_NAMES.length] ?? '';
    yield {
      id: idOf(n),
      first,
      last,
      details: `{"born":"1968-04-12","name":"${first} ${last}"}`,
    };
  }
}

const idOf = (n: number): string => `019b0000-0000-7000-8000-2${n.toString(16).padStart(11, '0')}`;
const dateOf = (day: number): string =>
  new Date(Date.parse(`${TODAY}T00:00Z`) + (day - 100) * 86_400_000).toISOString().slice(0, 10);

/** Appointments of the first clients: the day, the client, and a time between 8 and 20 o'clock. */
function* manyAppointments(clients: number) {
  for (let n = 0; n < DAYS * A_DAY; n++) {
    const minute = 8 * 60 + (n % A_DAY);
    const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    yield {
      entry: idOf(1e9 + n),
      client: idOf((n * 7) % clients),
      starts: `${dateOf(Math.floor(n / A_DAY))}T${time}`,
    };
  }
}

export async function fillSqlite(file: string, practice: string, clients: number): Promise<void> {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; BEGIN');
  const client = database.prepare(
    `INSERT INTO client VALUES (?, ?, ?, '2026-03-01T09:42', ?2, ?, 1, 'x', '2026-03-01T09:00:00.000Z')`,
  );
  const word = database.prepare('INSERT OR IGNORE INTO client_word VALUES (?, ?, ?, ?)');
  for (const { id, first, last, details } of manyClients(clients)) {
    const name = ` ${first} ${last}`;
    client.run(practice, id, details, name);
    word.run(practice, first, id, name);
    word.run(practice, last, id, name);
  }
  const appointment = database.prepare('INSERT INTO appointment VALUES (?, ?, ?, ?, 60)');
  for (const { entry, client: whose, starts } of manyAppointments(clients))
    appointment.run(practice, entry, whose, starts);
  database.exec('COMMIT; ANALYZE');
  database.close();
}

export async function fillPostgres(url: string, practice: string, clients: number): Promise<void> {
  const database = new pg.Client({ connectionString: url });
  await database.connect();
  // Without foreign keys: there are no entries behind these rows.
  await database.query('SET session_replication_role = replica; SET synchronous_commit = off');
  for (const some of inParts(manyClients(clients))) {
    const columns = [
      practice,
      some.map(({ id }) => id),
      some.map(({ first }) => first),
      some.map(({ last }) => last),
      some.map(({ details }) => details),
    ];
    const given =
      'unnest($2::text[], $3::text[], $4::text[], $5::text[]) AS given (id, first, last, details)';
    await database.query(
      `INSERT INTO client SELECT $1, id, details, '2026-03-01T09:42', id, ' ' || first || ' ' || last, 1, 'x',
         '2026-03-01T09:00:00.000Z' FROM ${given}`,
      columns,
    );
    await database.query(
      `INSERT INTO client_word SELECT $1, word, id, ' ' || first || ' ' || last
       FROM ${given}, unnest(ARRAY[first, last]) AS word`,
      columns,
    );
  }
  for (const some of inParts(manyAppointments(clients)))
    await database.query(
      `INSERT INTO appointment SELECT $1, entry, client, starts, 60
       FROM unnest($2::text[], $3::text[], $4::text[]) AS given (entry, client, starts)`,
      [
        practice,
        some.map(({ entry }) => entry),
        some.map(({ client }) => client),
        some.map(({ starts }) => starts),
      ],
    );
  await database.query('VACUUM ANALYZE client, client_word, appointment');
  await database.end();
}

function* inParts<Item>(items: Iterable<Item>): Generator<Item[]> {
  let part: Item[] = [];
  for (const item of items) {
    part.push(item);
    if (part.length < AT_ONCE) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
