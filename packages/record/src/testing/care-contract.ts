/** Proving, mending and copying a journal, as tests that run on every database. */

import type { AccountTables } from '@assuage/accounts';
import { describe, expect, test } from 'vitest';
import { copyJournal, rebuildJournal, verifyJournal } from '../store/care.ts';
import {
  ana,
  appointment,
  CLIENT,
  ENTERED,
  entry,
  facts,
  idNo,
  OTHER_CLIENT,
  practice,
  statement,
} from './entries.ts';
import { temporary } from './folder.ts';
import { open, twoPracticesIn } from './journal-contract.ts';

export interface Place {
  readonly where: string;
  /** Runs SQL behind the journal's back, without its triggers. */
  meddle(sql: string): Promise<void>;
}

const silent = () => {};
const account = (id: string): AccountTables['account'] => ({
  practice: 'a',
  id,
  email: `${id}@example.org`,
  name: 'Jo Field',
  role: 'owner',
  password: null,
  totp: null,
  totp_step: 58_000_000,
  created: ENTERED,
  closed: null,
});

/** Two clients in practice a, one in b, and an account. */
async function fill(where: string): Promise<void> {
  const journal = await twoPracticesIn(where);
  await journal.append(
    'a',
    [
      ana(1),
      facts(2, statement('fever', 'yes')),
      appointment(3, '2026-03-02T10:00'),
      appointment(4, '2026-03-03T10:00'),
      ana(5, 'Ben Ode', OTHER_CLIENT),
    ],
    ENTERED,
  );
  await journal.append('a', [cancelled(6, 4)], '2026-03-01T10:00:00.000Z');
  await journal.append('b', [ana(1, 'Another Ana')], ENTERED);
  await journal.inAccounts('a', (rows) =>
    rows.insertInto('account').values(account('jo')).execute(),
  );
  await journal.close();
}

const cancelled = (n: number, which: number) =>
  entry(n, 'appointment-change', {
    appointment: idNo(which),
    change: 'cancelled',
    askedBy: 'client',
    late: false,
    note: '',
  });

/** @param emptyPlace one that goes when the test ends */
export function describeCare(name: string, emptyPlace: () => Promise<Place>): void {
  const filled = async () => {
    const place = await emptyPlace();
    await fill(place.where);
    return place;
  };
  const messages = async (where: string) =>
    (await verifyJournal(where)).findings.map(({ practice, client, message }) =>
      [practice, client, message].filter((part) => part !== undefined).join(' '),
    );

  describe(`the read models on ${name}`, () => {
    test.each(['before', 'after'])(
      'leave out an appointment whose change came %s it',
      async (when) => {
        const { where } = await emptyPlace();
        const journal = await twoPracticesIn(where);
        const day = [appointment(2, '2026-03-02T10:00'), appointment(3, '2026-03-02T11:00')];
        const order = when === 'before' ? [cancelled(4, 2), ...day] : [...day, cancelled(4, 2)];
        await journal.append('a', [ana(1)], ENTERED);
        for (const one of order) await journal.append('a', [one], ENTERED);
        const booked = await journal.appointmentsOn('a', '2026-03-02');
        expect(booked.map((one) => one.entry)).toEqual([idNo(3)]);
        expect(await messages(where)).toEqual([]);
      },
    );

    test('are made anew from the entries, whatever happened to them', async () => {
      const { where, meddle } = await filled();
      const before = await open(where);
      const shown = async () => [
        await before.clients('a'),
        await before.findClients('a', 'ode', 9),
        await before.appointmentsOn('a', '2026-03-02'),
      ];
      const expected = await shown();
      await meddle('DELETE FROM appointment');
      await meddle('DELETE FROM client_word');
      await meddle(`UPDATE client SET name = ' x', details = '{"name":"x","born":"1970-01-01"}'`);
      // Three clients, the words of three names, one calendar.
      expect(await messages(where)).toHaveLength(7);
      expect(await rebuildJournal(where)).toBe(3);
      expect(await messages(where)).toEqual([]);
      expect(await shown()).toEqual(expected);
    });
  });

  describe(`verifying a journal on ${name}`, () => {
    test('finds nothing in one that is whole, and counts what it read', async () => {
      const { where } = await filled();
      expect(await verifyJournal(where)).toEqual({
        practices: 2,
        clients: 3,
        entries: 7,
        findings: [],
      });
    });

    test.each([
      [
        'an entry that was changed',
        `UPDATE entry SET happened = '2020-01-01T00:00' WHERE id = '${idNo(2)}'`,
        [
          `a ${CLIENT} The entry ${idNo(2)} (fact, 2020-01-01T00:00) is not as it was received: it was changed.`,
        ],
      ],
      [
        'that the newest entry is gone',
        `DELETE FROM entry WHERE id = '${idNo(6)}'`,
        [
          `a ${CLIENT} The newest entries are gone: the head of the chain is not among the entries.`,
        ],
      ],
      [
        'a row of a list that nothing leads to',
        `INSERT INTO client_word VALUES ('b', 'zoe', 'nobody', ' zoe')`,
        ['b The search has 1 more than the entries say.'],
      ],
      [
        'a name in the list that nobody said',
        `UPDATE client SET details = '{"born":"1968-04-12","name":"Eve"}' WHERE practice = 'b'`,
        [`b ${CLIENT} The row in the list of clients is not as the entries say.`],
      ],
    ])('finds %s', async (_, sql, expected) => {
      const { where, meddle } = await filled();
      await meddle(sql);
      const found = await messages(where);
      for (const message of expected)
        expect(found).toContainEqual(expect.stringContaining(message));
    });

    test('finds an entry that names another which is not there', async () => {
      const { where } = await filled();
      const journal = await open(where);
      await journal.append('a', [entry(9, 'amendment', { amends: idNo(77), text: 'x' })], ENTERED);
      expect(await messages(where)).toEqual([
        `a ${CLIENT} The entry ${idNo(9)} (amendment) names ${idNo(77)}, which is not there.`,
      ]);
    });
  });

  describe(`copying from and to ${name}`, () => {
    const everything = async (where: string) => {
      const journal = await open(where);
      return {
        practices: await journal.practices(),
        entries: [
          await journal.entries('a', CLIENT),
          await journal.entries('a', OTHER_CLIENT),
          await journal.entries('b', CLIENT),
        ],
        day: await journal.appointmentsOn('a', '2026-03-02'),
        clients: await journal.clients('a'),
        accounts: await journal.inAccounts('a', (rows) =>
          rows.selectFrom('account').selectAll().execute(),
        ),
      };
    };

    test('brings everything over, word for word, to another kind of database and back', async () => {
      const { where } = await filled();
      const file = temporary('copy.db');
      const back = await emptyPlace();
      const counts = { practices: 2, clients: 3, entries: 7, before: 0 };
      expect(await copyJournal(where, file, silent)).toEqual(counts);
      expect(await copyJournal(file, back.where, silent)).toEqual(counts);
      expect(await everything(back.where)).toEqual(await everything(where));
      expect(await messages(back.where)).toEqual([]);
    });

    test('goes on where it was interrupted, and does nothing the second time', async () => {
      const { where } = await filled();
      const target = await emptyPlace();
      const part = await open(target.where);
      await part.found(practice('a'), [ana(1)], ENTERED);
      const again = () => copyJournal(where, target.where, silent);
      expect(await again()).toMatchObject({ entries: 7, before: 1 });
      expect(await again()).toMatchObject({ entries: 7, before: 7 });
      expect(await everything(target.where)).toEqual(await everything(where));
    });

    test.each([
      ['another practice', 'c', ana(1)],
      ['another client', 'a', ana(8, 'Eve', idNo(99))],
      ['another entry of the same client', 'a', ana(8, 'Eve')],
    ])('refuses a target that holds %s, and changes nothing in it', async (_, id, other) => {
      const { where } = await filled();
      const target = await emptyPlace();
      const journal = await open(target.where);
      await journal.found(practice(id), [other], ENTERED);
      await expect(copyJournal(where, target.where, silent)).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('holds other records'),
      });
      expect(await journal.clients(id)).toHaveLength(1);
      expect(await journal.practices()).toHaveLength(1);
    });
  });
}
