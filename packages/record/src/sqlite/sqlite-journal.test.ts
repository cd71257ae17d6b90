import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { verifyChain } from '../chain.ts';
import type { Journal } from '../journal.ts';
import { recordOf } from '../journal.ts';
import {
  ana,
  anyEntries,
  appointment,
  CLIENT,
  ENTERED,
  facts,
  idNo,
  OTHER_CLIENT,
  practice,
  statement,
} from '../testing/entries.ts';
import { temporary } from '../testing/folder.ts';
import { openJournal } from './open.ts';

function open(file: string): Journal {
  const journal = openJournal(file);
  onTestFinished(() => journal.close());
  return journal;
}

/** A journal with the practices `a` and `b`, both without clients. */
async function twoPractices(file = temporary('journal.db')): Promise<Journal> {
  const journal = open(file);
  await journal.found(practice('a'), [], ENTERED);
  await journal.found(practice('b'), [], ENTERED);
  return journal;
}

/** Runs SQL behind the journal's back, as somebody with the file could. */
function meddle(file: string, ...statements: string[]): void {
  const database = new DatabaseSync(file);
  try {
    for (const statement of statements) database.exec(statement);
  } finally {
    database.close();
  }
}

describe('a journal on SQLite', () => {
  test('is found again after a restart, word for word', async () => {
    const file = temporary('journal.db');
    const first = openJournal(file);
    await first.found(practice('a'), [ana(1)], ENTERED);
    await first.append('a', [facts(2, statement('fever', 'yes'))], ENTERED);
    const before = await first.entries('a', CLIENT);
    await first.close();

    const second = open(file);
    expect(await second.practices()).toEqual([practice('a')]);
    expect(await second.entries('a', CLIENT)).toEqual(before);
    expect(before.map(({ id }) => id)).toEqual([idNo(1), idNo(2)]);
    expect(before[1]).toMatchObject(facts(2, statement('fever', 'yes')));
  });

  test('has an entry once, however often it is sent', async () => {
    const journal = await twoPractices();
    await journal.append('a', [ana(1), ana(1)], ENTERED);
    await journal.append('a', [ana(1), facts(2)], '2026-03-02T09:00:00.000Z');
    const entries = await journal.entries('a', CLIENT);
    expect(entries.map(({ id }) => id)).toEqual([idNo(1), idNo(2)]);
    expect(entries[0]?.entered).toBe(ENTERED);
  });

  test('knows an entry again when its keys come in another order', async () => {
    const journal = await twoPractices();
    await journal.append('a', [ana(1)], ENTERED);
    const reordered = Object.fromEntries(Object.entries(ana(1)).reverse());
    await journal.append('a', [reordered as unknown as ReturnType<typeof ana>], ENTERED);
    expect(await journal.entries('a', CLIENT)).toHaveLength(1);
  });

  test('refuses another entry with the same id, and says what to do', async () => {
    const journal = await twoPractices();
    await journal.append('a', [ana(1)], ENTERED);
    await expect(journal.append('a', [ana(1, 'Ana Costa')], ENTERED)).rejects.toMatchObject({
      code: 'conflict',
      entry: idNo(1),
      message: expect.stringContaining('send the correction as an amendment'),
    });
    expect((await recordOf(journal, 'a', CLIENT))?.client.name).toBe('Ana Silva');
  });

  test('takes a batch whole or not at all', async () => {
    const journal = await twoPractices();
    await journal.append('a', [ana(1)], ENTERED);
    const batch = [facts(2), facts(3), ana(1, 'somebody else')];
    await expect(journal.append('a', batch, ENTERED)).rejects.toThrow();
    expect(await journal.entries('a', CLIENT)).toHaveLength(1);
  });

  test('does not found a practice without all of its entries', async () => {
    const journal = open(temporary('journal.db'));
    await expect(journal.found(practice('a'), [facts(2)], ENTERED)).rejects.toThrow();
    expect(await journal.practices()).toEqual([]);
  });

  test('refuses entries of a client whom nobody introduced', async () => {
    const journal = await twoPractices();
    await expect(journal.append('a', [facts(2)], ENTERED)).rejects.toMatchObject({
      code: 'unknown-client',
    });
  });

  test('gives the same record for the same entries in any order of arrival, once or twice', async () => {
    const journal = await twoPractices();
    let round = 0;
    const arrivals = anyEntries.chain((entries) =>
      fc.tuple(
        fc.constant(entries),
        fc.shuffledSubarray(entries.slice(1), {
          minLength: entries.length - 1,
          maxLength: entries.length - 1,
        }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(arrivals, async ([entries, shuffled]) => {
        const [inOrder, otherwise] = [`o${++round}`, `s${round}`];
        await journal.found(practice(inOrder), entries, ENTERED);
        await journal.found(practice(otherwise), entries.slice(0, 1), ENTERED);
        for (const entry of shuffled) await journal.append(otherwise, [entry], ENTERED);
        await journal.append(otherwise, shuffled, ENTERED);
        expect(await recordOf(journal, otherwise, CLIENT)).toEqual(
          await recordOf(journal, inOrder, CLIENT),
        );
      }),
      { numRuns: 25 },
    );
  });

  test('chains the entries of each client, each chain by itself', async () => {
    const journal = await twoPractices();
    await journal.append('a', [ana(1), ana(2, 'Ben', OTHER_CLIENT), facts(3)], ENTERED);
    const anas = await journal.entries('a', CLIENT);
    expect(anas.map(({ previous }) => previous)).toEqual([null, anas[0]?.hash]);
    expect(verifyChain(anas)).toEqual({ ok: true, entries: 2 });
    expect(verifyChain(await journal.entries('a', OTHER_CLIENT)).ok).toBe(true);
  });

  test('keeps its chains whole when many append at the same time', async () => {
    const journal = await twoPractices();
    await journal.append('a', [ana(0)], ENTERED);
    const numbers = Array.from({ length: 40 }, (_, i) => i + 1);
    await Promise.all(numbers.map((n) => journal.append('a', [facts(n)], ENTERED)));
    const entries = await journal.entries('a', CLIENT);
    expect(entries.map(({ id }) => id).sort()).toEqual([0, ...numbers].map(idNo));
    expect(verifyChain(entries).ok).toBe(true);
  });

  test('lists clients by name, with the newest word on each', async () => {
    const journal = await twoPractices();
    await journal.append('a', [ana(1, 'Zoe'), ana(2, 'Ben', OTHER_CLIENT)], ENTERED);
    await journal.append('a', [{ ...ana(3, 'Ana'), on: '2026-03-02T09:00' }], ENTERED);
    expect((await journal.clients('a')).map(({ id, name }) => [id, name])).toEqual([
      [CLIENT, 'Ana'],
      [OTHER_CLIENT, 'Ben'],
    ]);
  });

  test("lists one day's appointments by their start", async () => {
    const journal = await twoPractices();
    const ben = ana(2, 'Ben', OTHER_CLIENT);
    await journal.append(
      'a',
      [
        ana(1),
        ben,
        appointment(3, '2026-03-02T11:00'),
        appointment(4, '2026-03-02T09:00:30', OTHER_CLIENT),
        appointment(5, '2026-03-03T00:00'),
        appointment(6, '2026-03-01T23:59'),
        appointment(7, '2026-03-02T00:00'),
      ],
      ENTERED,
    );
    const day = await journal.appointmentsOn('a', '2026-03-02');
    expect(day.map(({ client, starts }) => [client, starts])).toEqual([
      [CLIENT, '2026-03-02T00:00'],
      [OTHER_CLIENT, '2026-03-02T09:00:30'],
      [CLIENT, '2026-03-02T11:00'],
    ]);
  });

  test('finds a day among many appointments by its index', async () => {
    const file = temporary('journal.db');
    await twoPractices(file);
    const database = new DatabaseSync(file);
    onTestFinished(() => database.close());
    const plan = database
      .prepare(
        `EXPLAIN QUERY PLAN SELECT id FROM entry
         WHERE practice = ? AND kind = 'appointment' AND body ->> 'starts' >= ? AND body ->> 'starts' < ?`,
      )
      .all('a', '2026-03-02T', '2026-03-02U');
    expect(JSON.stringify(plan)).toContain(
      'entry_appointment (practice=? AND <expr>>? AND <expr><?)',
    );
  });
});

describe('two practices', () => {
  test('never see entries, clients or appointments of each other, even under the same ids', async () => {
    const journal = await twoPractices();
    await journal.append('a', [ana(1), appointment(2, '2026-03-02T10:00')], ENTERED);
    expect(await journal.entries('b', CLIENT)).toEqual([]);
    expect(await journal.clients('b')).toEqual([]);
    expect(await journal.appointmentsOn('b', '2026-03-02')).toEqual([]);

    await journal.append('b', [ana(1, 'Another Ana')], ENTERED);
    expect((await recordOf(journal, 'a', CLIENT))?.client.name).toBe('Ana Silva');
    expect((await recordOf(journal, 'b', CLIENT))?.client.name).toBe('Another Ana');
    expect((await journal.entries('b', CLIENT))[0]?.previous).toBeNull();
  });

  test('do not lend each other clients', async () => {
    const journal = await twoPractices();
    await journal.append('a', [ana(1)], ENTERED);
    await expect(journal.append('b', [facts(2)], ENTERED)).rejects.toMatchObject({
      code: 'unknown-client',
    });
  });

  test('must exist before anything is written for them', async () => {
    const journal = await twoPractices();
    await expect(journal.append('nobody', [ana(1)], ENTERED)).rejects.toThrow(/FOREIGN KEY/);
  });
});

describe('the database itself', () => {
  const filled = async () => {
    const file = temporary('journal.db');
    const journal = await twoPractices(file);
    await journal.append('a', [ana(1), facts(2), facts(3)], ENTERED);
    return { file, journal };
  };
  const COPY = `SELECT practice, client, position, id, kind, v, happened, entered, author,
    '{"name":"Somebody Else","born":"1968-04-12"}', previous, hash FROM entry WHERE position = 1`;

  test.each([
    ['to change an entry', `UPDATE entry SET body = '{}' WHERE position = 2`, 'never changed'],
    ['to delete an entry', 'DELETE FROM entry WHERE position = 3', 'never deleted'],
    ['to replace an entry', `INSERT OR REPLACE INTO entry ${COPY}`, 'never replaced'],
    [
      'an entry that follows no other',
      `INSERT INTO entry SELECT practice, client, 4, 'new', 'fact', 1, happened, entered, author,
         body, 'made up', 'made up' FROM entry WHERE position = 2`,
      'follows the newest',
    ],
    [
      'a journal that does not say whose it is',
      `INSERT INTO entry SELECT practice, 'stranger', 1, 'new', 'fact', 1, happened, entered,
         author, body, NULL, 'made up' FROM entry WHERE position = 2`,
      'CHECK constraint',
    ],
  ])('refuses %s', async (_, sql, why) => {
    const { file, journal } = await filled();
    const before = await journal.entries('a', CLIENT);
    expect(() => meddle(file, sql)).toThrow(why);
    expect(await journal.entries('a', CLIENT)).toEqual(before);
  });

  test.each([
    ['changed', `UPDATE entry SET body = '{"statements":[{}]}' WHERE position = 2`],
    ['dated otherwise', `UPDATE entry SET happened = '2020-01-01T00:00' WHERE position = 2`],
    ['removed', 'DELETE FROM entry WHERE position = 2'],
    ['given to another author', `UPDATE entry SET author = '{"name":"X"}' WHERE position = 2`],
  ])('shows when somebody takes its triggers away, and an entry was %s', async (_, sql) => {
    const { file, journal } = await filled();
    expect(verifyChain(await journal.entries('a', CLIENT)).ok).toBe(true);
    meddle(file, 'DROP TRIGGER entry_is_never_changed', 'DROP TRIGGER entry_is_never_deleted', sql);
    expect(verifyChain(await journal.entries('a', CLIENT)).ok).toBe(false);
  });
});
