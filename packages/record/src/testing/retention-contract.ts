/** Keeping and destroying records, as tests that run on every database. */
import { describe, expect, test } from 'vitest';
import { copyJournal, verifyJournal } from '../store/care.ts';
import { ana, appointment, CLIENT, ENTERED, facts, idNo, OTHER_CLIENT } from './entries.ts';
import { temporary } from './folder.ts';
import { open, twoPracticesIn } from './journal-contract.ts';

export interface Place {
  readonly where: string;
  /** Runs SQL as the application does, with its triggers. */
  run(sql: string): Promise<unknown>;
}

const HOLD = {
  id: idNo(500),
  client: CLIENT,
  reason: 'a complaint',
  placedBy: 'Jo Field',
  placedAt: ENTERED,
};
const DESTROYED = '2036-03-02T09:00:00.000Z';
const nothing = async () => {};

/** @param emptyPlace one that goes when the test ends */
export function describeRetention(name: string, emptyPlace: () => Promise<Place>): void {
  const filled = async () => {
    const place = await emptyPlace();
    const journal = await twoPracticesIn(place.where);
    const both = [ana(1), facts(2), appointment(3, '2026-04-02T10:00')];
    await journal.append('a', [...both, ana(5, 'Ben Ode', OTHER_CLIENT)], ENTERED);
    await journal.append('b', [ana(1, 'Another Ana')], ENTERED);
    const record = async (client = CLIENT) => {
      const found = (await journal.retention.records('a')).find((one) => one.client === client);
      if (!found) throw new Error('no record');
      return found;
    };
    const destruction = async (hash?: string) => ({
      client: CLIENT,
      hash: hash ?? (await record()).hash,
      destroyedAt: DESTROYED,
      destroyedBy: 'Jo Field',
      reason: 'kept long enough',
      rule: 'ten years',
    });
    return { ...place, journal, record, destruction };
  };

  describe(`the records kept on ${name}`, () => {
    test('say when something was last done or is booked, in this practice only', async () => {
      const { journal, record } = await filled();
      expect(await record()).toMatchObject({
        name: 'Ana Silva',
        born: '1968-04-12',
        lastService: null,
        last: '2026-04-02',
        entries: 3,
        holds: [],
      });
      expect(await journal.retention.records('b')).toHaveLength(1);
    });

    test('go with their tombstone, which names what there was; the others stay', async () => {
      const { where, journal, record, destruction } = await filled();
      const { hash } = await record();
      const inAudit: string[] = [];
      const stone = await journal.retention.destroy('a', await destruction(), async () => {
        inAudit.push('told');
      });
      expect(stone).toMatchObject({ client: CLIENT, entries: 3, hash, rule: 'ten years' });
      expect(inAudit).toEqual(['told']);
      expect(await journal.retention.tombstones('a')).toEqual([stone]);
      expect(await journal.retention.tombstones('b')).toEqual([]);
      expect(await journal.entries('a', CLIENT)).toEqual([]);
      expect((await journal.clients('a')).map((one) => one.name)).toEqual(['Ben Ode']);
      expect((await journal.findClients('a', 'ana', 9)).found).toBe(0);
      expect(await journal.appointmentsOn('a', '2026-04-02')).toEqual([]);
      expect(await journal.entries('b', CLIENT)).toHaveLength(1);
      expect((await verifyJournal(where)).findings).toEqual([]);
    });

    test('stay when the audit cannot be written', async () => {
      const { journal, destruction } = await filled();
      const fails = journal.retention.destroy('a', await destruction(), async () => {
        throw new Error('no audit');
      });
      await expect(fails).rejects.toThrow('no audit');
      expect(await journal.entries('a', CLIENT)).toHaveLength(3);
      expect(await journal.retention.tombstones('a')).toEqual([]);
    });

    test('stay while a hold stands, and may go once it is lifted', async () => {
      const { journal, record, destruction } = await filled();
      const { retention } = journal;
      await retention.hold('a', HOLD);
      expect((await record()).holds).toEqual([HOLD]);
      await expect(retention.destroy('a', await destruction(), nothing)).rejects.toMatchObject({
        code: 'held',
        message: expect.stringContaining('a complaint'),
      });
      expect(await retention.lift('b', CLIENT, HOLD.id, 'Jo Field', ENTERED)).toBe(false);
      expect(await retention.lift('a', CLIENT, HOLD.id, 'Jo Field', ENTERED)).toBe(true);
      expect(await retention.lift('a', CLIENT, HOLD.id, 'Jo Field', ENTERED)).toBe(false);
      expect((await record()).holds).toEqual([]);
      await retention.destroy('a', await destruction(), nothing);
      await expect(retention.hold('a', HOLD)).rejects.toMatchObject({ code: 'unknown-client' });
    });

    test('stay when something was added since somebody looked', async () => {
      const { journal, record, destruction } = await filled();
      const { hash } = await record();
      await journal.append('a', [facts(9)], ENTERED);
      await expect(
        journal.retention.destroy('a', await destruction(hash), nothing),
      ).rejects.toMatchObject({ code: 'conflict' });
      expect(await journal.entries('a', CLIENT)).toHaveLength(4);
    });

    test('do not come back: a device that still has them is refused', async () => {
      const { journal, destruction } = await filled();
      await journal.retention.destroy('a', await destruction(), nothing);
      for (const late of [[facts(7)], [ana(1)]])
        await expect(journal.append('a', late, ENTERED)).rejects.toMatchObject({
          code: 'unknown-client',
        });
      expect(await journal.entries('a', CLIENT)).toEqual([]);
    });

    test('are copied with their holds and tombstones', async () => {
      const { where, journal, destruction } = await filled();
      await journal.retention.hold('a', { ...HOLD, client: OTHER_CLIENT });
      await journal.retention.destroy('a', await destruction(), nothing);
      const file = temporary('copy.db');
      await copyJournal(where, file, () => {});
      await copyJournal(where, file, () => {});
      const copy = await open(file);
      expect(await copy.retention.records('a')).toEqual(await journal.retention.records('a'));
      expect(await copy.retention.tombstones('a')).toEqual(await journal.retention.tombstones('a'));
    });

    test.each([
      ['an entry without a tombstone', `DELETE FROM entry WHERE client = '${OTHER_CLIENT}'`],
      ['a tombstone', 'DELETE FROM tombstone'],
      ['the reason on a tombstone', `UPDATE tombstone SET reason = 'none'`],
      [
        'a record on hold',
        `INSERT INTO tombstone VALUES ('a', '${OTHER_CLIENT}', 'x', 'x', 1, 'x', 'x', 'x', 'x', 'x')`,
      ],
    ])('are safe from SQL: the database refuses to remove %s', async (_, sql) => {
      const { run, journal, destruction } = await filled();
      await journal.retention.destroy('a', await destruction(), nothing);
      await journal.retention.hold('a', { ...HOLD, client: OTHER_CLIENT });
      await expect(run(sql)).rejects.toThrow();
      expect(await journal.entries('a', OTHER_CLIENT)).toHaveLength(1);
      expect(await journal.retention.tombstones('a')).toMatchObject([
        { reason: 'kept long enough' },
      ]);
    });
  });
}
