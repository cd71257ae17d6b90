import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { verifyJournal } from '../store/care.ts';
import { ana, CLIENT, ENTERED, file, idNo, LETTER, PHOTO, practice } from '../testing/entries.ts';
import { exported, forged, importedTo, opened } from '../testing/practice-file.ts';
import { exportPractice, practiceFile } from './export.ts';

const harbour = async () => {
  const journal = await opened();
  await journal.found(practice('a'), [ana(1)], ENTERED);
  return journal;
};

describe('the file of a practice with files in it', () => {
  test('holds files as they are, and the pages lead to them', async () => {
    const journal = await harbour();
    await journal.append('a', [file(20, LETTER), file(21, PHOTO)], ENTERED, [LETTER, PHOTO]);
    const whole = await exported(journal);
    const parts = unzipSync(whole);
    const names = Object.keys(parts).filter((name) => name.startsWith('files/'));
    expect(names).toEqual([
      expect.stringMatching(new RegExp(`^files/${CLIENT}/[0-9a-f]{64}\\.txt$`)),
      expect.stringMatching(new RegExp(`^files/${CLIENT}/[0-9a-f]{64}\\.jpg$`)),
    ]);
    expect(names.map((name) => [...(parts[name] ?? [])])).toEqual([[...LETTER], [...PHOTO]]);
    for (const name of names)
      expect(strFromU8(parts[`clients/${CLIENT}.html`] ?? new Uint8Array())).toContain(
        `<a href="../${name}">`,
      );
    const { journal: copy, where } = await importedTo(whole);
    expect((await verifyJournal(where)).findings).toEqual([]);
    expect(Buffer.from(await exported(copy)).equals(whole)).toBe(true);
  });

  test('is not made without the bytes of one, and it is said which', async () => {
    const journal = await harbour();
    await journal.append('a', [file(20, LETTER)], ENTERED, [LETTER]);
    const lost = {
      received: (id: string) => journal.received(id),
      inAccounts: <Result>(id: string, work: Parameters<typeof journal.inAccounts<Result>>[1]) =>
        journal.inAccounts(id, work),
      fileContent: async () => undefined,
      review: journal.review,
    };
    await expect(
      exportPractice(
        lost,
        practice('a'),
        (id) => id,
        () => {},
      ),
    ).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining(idNo(20)),
    });
  });

  test('is made in pieces, of which none is much larger than one of its files', async () => {
    const journal = await harbour();
    // Noise from a fixed beginning, which no packing makes smaller.
    let noise = 1;
    const large = Uint8Array.from({ length: 300_000 }, () => {
      noise = (noise * 48_271) % 2_147_483_647;
      return noise & 0xff;
    });
    const numbers = [1, 2, 3, 4, 5].map((n) => large.with(0, n));
    await journal.append(
      'a',
      numbers.map((content, i) => file(30 + i, content)),
      ENTERED,
      numbers,
    );
    let taken = 0;
    let most = 0;
    for await (const piece of practiceFile(journal, practice('a'), (id) => id)) {
      taken += piece.length;
      most = Math.max(most, piece.length);
    }
    expect(taken).toBeGreaterThan(1_500_000);
    expect(most).toBeLessThan(400_000);
  });

  type Forge = (parts: Record<string, string>, name: string) => void;
  test.each<[string, Forge, string]>([
    [
      'without the bytes of a file',
      (parts, name) => {
        delete parts[name];
        const manifest = JSON.parse(parts['manifest.json'] ?? '');
        delete manifest.parts[name];
        parts['manifest.json'] = JSON.stringify(manifest);
      },
      'is missing',
    ],
    [
      'with other bytes of a file',
      (parts, name) => {
        parts[name] = 'Massage is forbidden.';
      },
      'is not what the entry',
    ],
    [
      'with a file that nobody added',
      (parts) => {
        parts['files/../../evil.txt'] = 'x';
      },
      'is named by no entry',
    ],
  ])('is refused %s', async (_, change, why) => {
    const journal = await harbour();
    await journal.append('a', [file(20, LETTER)], ENTERED, [LETTER]);
    const lie = forged(await exported(journal), (parts) => {
      change(parts, Object.keys(parts).find((part) => part.startsWith('files/')) ?? '');
    });
    await expect(importedTo(lie)).rejects.toThrow(why);
  });
});
