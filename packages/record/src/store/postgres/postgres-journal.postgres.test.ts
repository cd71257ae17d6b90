import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { verifyChain } from '../../chain.ts';
import { emptyDatabase } from '../../testing/database.ts';
import { ana, CLIENT, ENTERED, facts, idNo, practice } from '../../testing/entries.ts';
import { describeJournal, open, twoPracticesIn } from '../../testing/journal-contract.ts';
import { dropDatabase, run } from '../../testing/postgres.ts';
import { openJournal } from '../open.ts';

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

  test('is made by a user who owns it and may make roles, and then served by a mere member', async () => {
    const url = new URL(await emptyDatabase());
    const name = url.pathname.slice(1);
    const [owner, web] = [`${name}_owner`, `${name}_web`];
    await run(
      url.href,
      `CREATE ROLE ${owner} LOGIN CREATEROLE`,
      `ALTER DATABASE ${name} OWNER TO ${owner}`,
      `CREATE ROLE ${web} LOGIN`,
    );
    onTestFinished(async () => {
      const server = inject('postgres');
      await dropDatabase(server, url.href);
      await run(server, `DROP ROLE ${owner}`, `DROP ROLE ${web}`);
    });
    const as = (user: string) => Object.assign(new URL(url), { username: user }).href;
    await run(
      url.href,
      `DO $$ BEGIN CREATE ROLE assuage_app NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    );
    await run(url.href, `GRANT assuage_app TO ${owner} WITH ADMIN OPTION`);
    const made = await openJournal(as(owner));
    await made.found(practice('a'), [ana(1)], ENTERED);
    await made.close();
    await expect(openJournal(as(web))).rejects.toMatchObject({ code: 'cannot-open' });
    await run(url.href, `GRANT assuage_app TO ${web}`);
    const served = await openJournal(as(web));
    await served.append('a', [facts(2)], ENTERED);
    expect(await served.entries('a', CLIENT)).toHaveLength(2);
    await served.close();
    await expect(run(as(web), 'RESET ROLE', 'DELETE FROM entry')).rejects.toMatchObject({
      code: '42501',
    });
  });
});
