/** The bytes of files beside their entries, as tests that run on every database. */
import { describe, expect, test } from 'vitest';
import { copyJournal, verifyJournal } from '../store/care.ts';
import { ana, CLIENT, ENTERED, facts, file, idNo, LETTER, OTHER_CLIENT, PHOTO } from './entries.ts';
import { temporary } from './folder.ts';
import { open, twoPracticesIn } from './journal-contract.ts';

/** What `sha256sum` says of the letter. */
const SHA256 = '9723f81b15429884e8fe247cc0875d34bfbe1f12cc6fdcabe6c1341374348bca';

export interface FilePlace {
  readonly where: string;
  /** Runs SQL as the application does, with its triggers. */
  run(sql: string): Promise<unknown>;
  /** Runs SQL behind the journal's back, without its triggers. */
  meddle(sql: string): Promise<void>;
}

/** @param emptyPlace one that goes when the test ends */
export function describeFiles(name: string, emptyPlace: () => Promise<FilePlace>): void {
  /** A letter of Ana, the same letter of Ben, a photo of Ben, and an Ana in another practice. */
  const filled = async () => {
    const place = await emptyPlace();
    const journal = await twoPracticesIn(place.where);
    const ben = ana(10, 'Ben Ode', OTHER_CLIENT);
    await journal.append('a', [ana(1), ben], ENTERED);
    await journal.append('b', [ana(1, 'Another Ana')], ENTERED);
    await journal.append('a', [file(2, LETTER)], ENTERED, [LETTER]);
    const his = [file(11, LETTER, OTHER_CLIENT), file(12, PHOTO, OTHER_CLIENT)];
    await journal.append('a', his, ENTERED, [PHOTO, LETTER]);
    const contentOf = async (client: string, practice = 'a') =>
      bytesIn(await journal.fileContent(practice, client, SHA256));
    return { ...place, journal, contentOf };
  };
  const bytesIn = (content: Uint8Array | undefined) => content && [...content];
  const messages = async (where: string) =>
    (await verifyJournal(where)).findings.map(({ message }) => message);

  describe(`files on ${name}`, () => {
    test('come back byte for byte, to the client and the practice whose they are', async () => {
      const { journal, contentOf, where } = await filled();
      expect(await contentOf(CLIENT)).toEqual([...LETTER]);
      expect(await contentOf(OTHER_CLIENT)).toEqual([...LETTER]);
      expect(await contentOf(CLIENT, 'b')).toBeUndefined();
      expect(await contentOf(idNo(99))).toBeUndefined();
      const [, , photo] = await journal.entries('a', OTHER_CLIENT);
      if (photo?.kind !== 'file') throw new Error('no photo');
      const bytes = await journal.fileContent('a', OTHER_CLIENT, photo.body.sha256);
      expect(bytesIn(bytes)).toEqual([...PHOTO]);
      expect(await messages(where)).toEqual([]);
    });

    test('of ten million bytes are kept whole', async () => {
      const { journal } = await filled();
      const large = new Uint8Array(10_000_000).map((_, i) => (i * 7919) >> 5);
      await journal.append('a', [file(20, large)], ENTERED, [large]);
      const [, , entry] = await journal.entries('a', CLIENT);
      if (entry?.kind !== 'file') throw new Error('no file');
      const kept = await journal.fileContent('a', CLIENT, entry.body.sha256);
      expect(Buffer.compare(kept ?? new Uint8Array(), large)).toBe(0);
    });

    test('may be sent again, alone or with another entry of the same bytes', async () => {
      const { journal, where } = await filled();
      await journal.append('a', [file(2, LETTER)], ENTERED, [LETTER]);
      await journal.append('a', [file(2, LETTER), file(3, LETTER)], ENTERED, [LETTER]);
      expect(await journal.entries('a', CLIENT)).toHaveLength(3);
      expect(await messages(where)).toEqual([]);
    });

    const UNKNOWN = new TextEncoder().encode('Nobody has sent this.');
    test.each([
      ['without their bytes', UNKNOWN, []],
      ['with the bytes of another', UNKNOWN, [LETTER]],
      ['with bytes that another client has', PHOTO, []],
    ])('are refused %s, and nothing of the batch is kept', async (_, content, contents) => {
      const { journal, where } = await filled();
      await expect(
        journal.append('a', [facts(4), file(5, content)], ENTERED, contents),
      ).rejects.toMatchObject({ code: 'no-content', entry: idNo(5) });
      expect(await journal.entries('a', CLIENT)).toHaveLength(2);
      expect(await messages(where)).toEqual([]);
    });

    test('are not kept when no entry names them', async () => {
      const { journal, where } = await filled();
      await journal.append('a', [facts(4)], ENTERED, [PHOTO]);
      expect(await messages(where)).toEqual([]);
    });

    test.each([
      [
        'bytes that were changed',
        `UPDATE file_content SET bytes = practice_bytes WHERE client = '${CLIENT}'`,
        `The bytes of the entry ${idNo(2)} (file) are not those that were added.`,
      ],
      [
        'bytes that are gone',
        `DELETE FROM file_content WHERE client = '${CLIENT}'`,
        `The entry ${idNo(2)} (file) names bytes that are not there.`,
      ],
      [
        'bytes that no entry names',
        `INSERT INTO file_content SELECT 'b', client, sha256, bytes FROM file_content WHERE client = '${CLIENT}'`,
        'The store of files has 1 more than the entries say.',
      ],
    ])('are read by db verify, which finds %s', async (_, sql, message) => {
      const { where, meddle } = await filled();
      // Bytes that both databases can make without a literal of their own: those of the photo.
      const photo = `(SELECT bytes FROM file_content WHERE sha256 <> '${SHA256}')`;
      await meddle(sql.replace('practice_bytes', photo));
      expect(await messages(where)).toEqual([message]);
    });

    test('are copied with their entries, and again only where they are missing', async () => {
      const { where, contentOf } = await filled();
      const copy = temporary('copy.db');
      await copyJournal(where, copy, () => {});
      await copyJournal(where, copy, () => {});
      const copied = await open(copy);
      const there = await copied.fileContent('a', CLIENT, SHA256);
      expect(bytesIn(there)).toEqual(await contentOf(CLIENT));
      expect(await messages(copy)).toEqual([]);
      const back = await emptyPlace();
      await copyJournal(copy, back.where, () => {});
      expect(await messages(back.where)).toEqual([]);
      expect((await (await open(back.where)).entries('a', OTHER_CLIENT)).length).toBe(3);
    });

    test('go with the record of their client, and with no other', async () => {
      const { journal, contentOf, where } = await filled();
      const record = (await journal.retention.records('a')).find(({ client }) => client === CLIENT);
      const destruction = {
        client: CLIENT,
        hash: record?.hash ?? '',
        destroyedAt: ENTERED,
        destroyedBy: 'Jo Field',
        reason: 'kept long enough',
        rule: 'ten years',
      };
      await journal.retention.destroy('a', destruction, async () => {});
      expect(await contentOf(CLIENT)).toBeUndefined();
      expect(await contentOf(OTHER_CLIENT)).toEqual([...LETTER]);
      expect(await messages(where)).toEqual([]);
      await expect(journal.append('a', [file(6, LETTER)], ENTERED, [LETTER])).rejects.toMatchObject(
        { code: 'unknown-client' },
      );
    });

    test.each([
      ['change them', `UPDATE file_content SET sha256 = 'x'`],
      ['delete them', `DELETE FROM file_content WHERE client = '${CLIENT}'`],
      ['keep one without bytes', `INSERT INTO file_content VALUES ('a', 'x', 'x', '')`],
    ])('are safe from SQL: the database refuses to %s', async (_, sql) => {
      const { run, contentOf } = await filled();
      await expect(run(sql)).rejects.toThrow();
      expect(await contentOf(CLIENT)).toEqual([...LETTER]);
    });
  });
}
