/** What every store of journals does, as tests that run on each of them. */
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { verifyChain } from '../chain.ts';
import { type Journal, recordOf } from '../journal.ts';
import { openJournal } from '../store/open.ts';
import {
  ana,
  anyEntries,
  appointment,
  CLIENT,
  ENTERED,
  facts,
  idNo,
  LETTER,
  OTHER_CLIENT,
  PHOTO,
  practice,
  statement,
  trial,
} from './entries.ts';

export async function open(where: string): Promise<Journal> {
  const journal = await openJournal(where);
  onTestFinished(() => journal.close());
  return journal;
}

/** A journal with the practices `a` and `b`, both without clients. */
export async function twoPracticesIn(where: string): Promise<Journal> {
  const journal = await open(where);
  await journal.found(practice('a'), [], ENTERED);
  await journal.found(practice('b'), [], ENTERED);
  return journal;
}

/** @param emptyPlace a file or database without tables, which goes when the test ends */
export function describeJournal(name: string, emptyPlace: () => Promise<string>): void {
  const twoPractices = async () => twoPracticesIn(await emptyPlace());

  describe(`a journal on ${name}`, () => {
    test('is found again after a restart, word for word', async () => {
      const where = await emptyPlace();
      const first = await openJournal(where);
      await first.found(practice('a'), [ana(1)], ENTERED);
      await first.append('a', [facts(2, statement('fever', 'yes'))], ENTERED);
      const before = await first.entries('a', CLIENT);
      await first.close();

      const second = await open(where);
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
      const journal = await open(await emptyPlace());
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
          const contents = [LETTER, PHOTO];
          for (const id of [inOrder, otherwise])
            await journal.found(practice(id), entries.slice(0, 1), ENTERED);
          await journal.append(inOrder, entries, ENTERED, contents);
          for (const entry of shuffled) await journal.append(otherwise, [entry], ENTERED, contents);
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

    test('knows who has had a within-person test, in this practice alone', async () => {
      const journal = await twoPractices();
      const ben = ana(2, 'Ben', OTHER_CLIENT);
      await journal.append('a', [ana(1), ben, trial(3), trial(4)], ENTERED);
      await journal.append('b', [ana(5, 'Cleo'), trial(6)], ENTERED);
      expect(await journal.tested('a')).toEqual([CLIENT]);
      await journal.append('a', [trial(7, OTHER_CLIENT)], ENTERED);
      expect(await journal.tested('a')).toEqual([CLIENT, OTHER_CLIENT].sort());
      expect(await journal.tested('nobody')).toEqual([]);
    });

    test('fails only the append that is at fault, of many that come at the same time', async () => {
      const journal = await twoPractices();
      await journal.append('a', [ana(0)], ENTERED);
      const outcomes = await Promise.allSettled([
        journal.append('a', [facts(1)], ENTERED),
        journal.append('a', [facts(2), ana(0, 'somebody else')], ENTERED),
        journal.append('a', [facts(3)], ENTERED),
        journal.append('nobody', [ana(4)], ENTERED),
        // Writes the practice before it finds that nobody introduced the client.
        journal.found(practice('c'), [facts(6)], ENTERED),
        journal.append('a', [facts(5)], ENTERED),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
        'rejected',
        'rejected',
        'fulfilled',
      ]);
      expect((await journal.practices()).map((one) => one.id)).toEqual(['a', 'b']);
      expect(outcomes[1]).toMatchObject({ reason: { code: 'conflict', entry: idNo(0) } });
      const entries = await journal.entries('a', CLIENT);
      expect(entries.map(({ id }) => id).sort()).toEqual([0, 1, 3, 5].map(idNo));
      expect(verifyChain(entries).ok).toBe(true);
    });

    test('takes the same new client from two devices at the same time once', async () => {
      const journal = await twoPractices();
      await Promise.all([1, 2, 3].map(() => journal.append('a', [ana(1), facts(2)], ENTERED)));
      expect((await journal.entries('a', CLIENT)).map(({ id }) => id)).toEqual([idNo(1), idNo(2)]);
    });

    test('keeps the name, the therapist and the place that a practice was given last', async () => {
      const journal = await twoPractices();
      await journal.changePractice({
        id: 'a',
        name: 'Harbour',
        therapist: { name: 'Kim', training: ['lymph-drainage'] },
        jurisdiction: 'ontario',
      });
      expect(
        (await journal.practices()).map((one) => [one.name, one.therapist.name, one.jurisdiction]),
      ).toEqual([
        ['Harbour', 'Kim', 'ontario'],
        ['Practice b', 'Jo Field', undefined],
      ]);
    });

    describe('searched', () => {
      const people = ['Ana Silva', 'Zoë Anders', 'Ana-Maria de Souza', 'Susana Ode', "Ann O'Hara"];
      const searched = async () => {
        const journal = await twoPractices();
        const added = people.map((who, i) => ana(i, who, idNo(900 + i)));
        await journal.append('a', added, ENTERED);
        return async (text: string, most = 10) => {
          const { clients, found, more } = await journal.findClients('a', text, most);
          return { names: clients.map((one) => one.name), found, more };
        };
      };

      test.each([
        ['an', ['Ana-Maria de Souza', 'Ana Silva', "Ann O'Hara", 'Zoë Anders']],
        ['ana s', ['Ana-Maria de Souza', 'Ana Silva']],
        ['ZOE', ['Zoë Anders']],
        ['de souza ana', ['Ana-Maria de Souza']],
        ['ohara', ["Ann O'Hara"]],
        ['ana ode', []],
        ['%', ['Ana-Maria de Souza', 'Ana Silva', "Ann O'Hara", 'Susana Ode', 'Zoë Anders']],
      ])('for %j finds those in whose names every word begins one', async (text, names) => {
        expect(await (await searched())(text)).toEqual({ names, found: names.length, more: false });
      });

      test('says how many there are when it shows only some', async () => {
        const find = await searched();
        expect(await find('an', 2)).toEqual({
          names: ['Ana-Maria de Souza', 'Ana Silva'],
          found: 4,
          more: false,
        });
        expect(await find('', 1)).toEqual({ names: ['Ana-Maria de Souza'], found: 5, more: false });
      });

      test('finds a client by the newest name only', async () => {
        const journal = await twoPractices();
        await journal.append('a', [ana(1, 'Ana Silva')], ENTERED);
        await journal.append('a', [{ ...ana(2, 'Ana Costa'), on: '2026-03-02T09:00' }], ENTERED);
        expect(await journal.findClients('a', 'silva', 9)).toMatchObject({ found: 0 });
        expect(await journal.findClients('a', 'costa', 9)).toMatchObject({ found: 1 });
        expect(await journal.findClients('b', 'costa', 9)).toMatchObject({ found: 0 });
      });
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
      await expect(journal.append('nobody', [ana(1)], ENTERED)).rejects.toThrow(/foreign key/i);
    });
  });
}
