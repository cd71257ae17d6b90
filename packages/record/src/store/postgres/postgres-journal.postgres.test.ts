import { describe, expect, test } from 'vitest';
import { verifyChain } from '../../chain.ts';
import { emptyDatabase } from '../../testing/database.ts';
import { ana, CLIENT, ENTERED, facts, idNo } from '../../testing/entries.ts';
import { describeJournal, open, twoPracticesIn } from '../../testing/journal-contract.ts';
import { run } from '../../testing/postgres.ts';

describeJournal('PostgreSQL', emptyDatabase);

describe('several programs on one PostgreSQL database', () => {
  test('never fork a chain, and take an entry that both send once', async () => {
    const url = await emptyDatabase();
    const [one, other] = [await twoPracticesIn(url), await open(url)];
    await one.append('a', [ana(0)], ENTERED);
    const numbers = Array.from({ length: 30 }, (_, i) => i + 1);
    await Promise.all(
      numbers.flatMap((n) =>
        [one, other].map((journal) => journal.append('a', [facts(n), facts(n + 100)], ENTERED)),
      ),
    );
    const entries = await one.entries('a', CLIENT);
    expect(entries.map(({ id }) => id).sort()).toEqual(
      [0, ...numbers, ...numbers.map((n) => n + 100)].map(idNo).sort(),
    );
    expect(verifyChain(entries).ok).toBe(true);
  });

  test('make the tables once when they start at the same time', async () => {
    const url = await emptyDatabase();
    const journals = await Promise.all([1, 2, 3, 4].map(() => open(url)));
    expect(await Promise.all(journals.map((journal) => journal.practices()))).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });
});

describe('the PostgreSQL database itself', () => {
  const filled = async () => {
    const url = await emptyDatabase();
    const journal = await twoPracticesIn(url);
    await journal.append('a', [ana(1), facts(2), facts(3)], ENTERED);
    return { url, journal };
  };

  test.each([
    ['to change an entry', `UPDATE entry SET body = '{}' WHERE position = 2`, 'never changed'],
    ['to delete an entry', 'DELETE FROM entry WHERE position = 3', 'never changed or deleted'],
    ['to empty the journal', 'TRUNCATE entry CASCADE', 'never changed or deleted'],
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
      'check constraint',
    ],
  ])('refuses even its owner %s', async (_, sql, why) => {
    const { url, journal } = await filled();
    const before = await journal.entries('a', CLIENT);
    await expect(run(url, sql)).rejects.toThrow(why);
    expect(await journal.entries('a', CLIENT)).toEqual(before);
  });

  const asApplication = (url: string, practice: string, sql: string) =>
    run(url, 'SET ROLE assuage_app', `SET assuage.practice = '${practice}'`, sql);

  test('shows the application the rows of the practice that it names, and of no other', async () => {
    const { url } = await filled();
    const count = async (practice: string, table: string) =>
      (await asApplication(url, practice, `SELECT * FROM ${table}`)).rowCount;
    for (const table of ['entry', 'client', 'client_word']) {
      expect(await count('a', table)).toBeGreaterThan(0);
      expect(await count('b', table)).toBe(0);
      expect(await count('', table)).toBe(0);
    }
  });

  test('has row-level security on every table with a practice', async () => {
    const { url } = await filled();
    const { rows } = await run(
      url,
      `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
         AND NOT relrowsecurity`,
    );
    expect(rows).toEqual([{ relname: 'assuage_schema' }]);
  });

  test.each([
    ['write for another practice', `INSERT INTO client_word VALUES ('a', 'x', 'c', 'x')`],
    ['change an entry', `UPDATE entry SET body = '{}'`],
    ['delete an entry', 'DELETE FROM entry'],
    ['delete from the audit', 'DELETE FROM audit'],
    ['change a table', 'ALTER TABLE entry DISABLE ROW LEVEL SECURITY'],
    ['take a trigger away', 'DROP TRIGGER entry_is_never_changed ON entry'],
  ])('does not let the application %s', async (_, sql) => {
    const { url } = await filled();
    await expect(asApplication(url, 'b', sql)).rejects.toMatchObject({ code: '42501' });
  });
});
