import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { NewEntry } from '../entries.ts';
import type { Journal } from '../journal.ts';
import { verifyJournal } from '../store/care.ts';
import {
  ana,
  anyEntries,
  CLIENT,
  ENTERED,
  entry,
  facts,
  idNo,
  LETTER,
  OTHER_CLIENT,
  PHOTO,
  practice,
} from '../testing/entries.ts';
import { temporary } from '../testing/folder.ts';
import { exported, forged, importedTo, opened, partsOf } from '../testing/practice-file.ts';
import { importPractice } from './import.ts';

async function harbour(): Promise<Journal> {
  const journal = await opened();
  await journal.found(practice('a'), [ana(1), ana(2, 'Ben', OTHER_CLIENT)], ENTERED);
  await journal.append('a', [facts(3)], '2026-03-02T09:00:00.000Z');
  await journal.inAccounts('a', async (rows) => {
    const secrets = { password: 'scrypt$secret', totp: 'closed', totp_step: 7 };
    await rows
      .insertInto('account')
      .values([
        {
          practice: 'a',
          id: 'jo',
          email: 'jo@a.example',
          name: 'Jo',
          role: 'owner',
          created: ENTERED,
          closed: null,
          ...secrets,
        },
        {
          practice: 'a',
          id: 'gp',
          email: 'gp@a.example',
          name: 'Dr Okafor',
          role: 'guest',
          created: ENTERED,
          closed: ENTERED,
          ...secrets,
        },
      ])
      .execute();
    await rows
      .insertInto('share')
      .values({ practice: 'a', account: 'gp', client: CLIENT, expires: ENTERED })
      .execute();
    await rows
      .insertInto('audit')
      .values({
        practice: 'a',
        id: idNo(1),
        at: ENTERED,
        actor: 'jo',
        actor_name: '=Jo, "the" owner',
        role: 'owner',
        action: 'read-record',
        client: CLIENT,
        outcome: 'done',
        origin: '127.0.0.1',
        device: 'Firefox',
        details: '{}',
      })
      .execute();
  });
  return journal;
}

describe('the file of a practice', () => {
  test('makes the same practice again, which makes the same file again', async () => {
    const valid = anyEntries.map((entries) => entries.filter((one) => v.is(NewEntry, one)));
    await fc.assert(
      fc.asyncProperty(valid, valid, async (anas, bens) => {
        const journal = await opened();
        await journal.found(practice('a'), anas.slice(0, 1), ENTERED);
        await journal.append('a', anas, ENTERED, [LETTER, PHOTO]);
        const others = bens.map((one, i) => ({ ...one, id: idNo(100 + i), client: OTHER_CLIENT }));
        await journal.append('a', others, '2026-03-02T09:00:00.000Z', [LETTER, PHOTO]);
        const file = await exported(journal);
        const { where, journal: copy } = await importedTo(file);
        expect(Buffer.from(await exported(copy)).equals(file)).toBe(true);
        expect(await copy.entries('a', CLIENT)).toEqual(await journal.entries('a', CLIENT));
        expect(await copy.clients('a')).toEqual(await journal.clients('a'));
        const { findings } = await verifyJournal(where);
        expect(findings.filter(({ message }) => !message.includes('names'))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test('brings people, shares and the audit back, and nothing that signs anybody in', async () => {
    const file = await exported(await harbour());
    const parts = partsOf(file);
    expect(Object.values(parts).join()).not.toContain('scrypt');
    const { journal } = await importedTo(file);
    await journal.inAccounts('a', async (rows) => {
      const accounts = await rows.selectFrom('account').selectAll().orderBy('id').execute();
      expect(
        accounts.map(({ id, role, closed, password, totp }) => [id, role, closed, password, totp]),
      ).toEqual([
        ['gp', 'guest', ENTERED, null, null],
        ['jo', 'owner', null, null, null],
      ]);
      expect(await rows.selectFrom('share').select(['account', 'client']).execute()).toEqual([
        { account: 'gp', client: CLIENT },
      ]);
      expect(await rows.selectFrom('audit').select('actor_name').execute()).toEqual([
        { actor_name: '=Jo, "the" owner' },
      ]);
    });
    expect(Buffer.from(await exported(journal)).equals(file)).toBe(true);
  });

  test('keeps what is on hold, and what was destroyed stays destroyed', async () => {
    const journal = await harbour();
    const hold = { id: 'h', client: CLIENT, reason: 'A claim', placedBy: 'Jo', placedAt: ENTERED };
    await journal.retention.hold('a', hold);
    const ben = (await journal.retention.records('a')).find(({ name }) => name === 'Ben');
    const tombstone = await journal.retention.destroy(
      'a',
      {
        client: OTHER_CLIENT,
        hash: ben?.hash ?? '',
        destroyedAt: ENTERED,
        destroyedBy: 'Jo',
        reason: 'Ten years are over',
        rule: 'ten years',
      },
      async () => {},
    );
    const file = await exported(journal);
    expect(partsOf(file)['clients.html']).not.toContain('Ben');
    const { journal: copy } = await importedTo(file);
    expect(await copy.retention.tombstones('a')).toEqual([tombstone]);
    expect((await copy.retention.records('a')).map(({ holds }) => holds)).toEqual([[hold]]);
    await expect(copy.append('a', [ana(8, 'Ben', OTHER_CLIENT)], ENTERED)).rejects.toThrow();
    expect(Buffer.from(await exported(copy)).equals(file)).toBe(true);
  });

  test('has the audit as a table in which no cell is a formula', async () => {
    const { 'audit.csv': table = '' } = partsOf(await exported(await harbour()));
    const [head, line] = table.split('\r\n');
    expect(head?.startsWith('id,at,actor,actor_name,role')).toBe(true);
    expect(line).toContain(`,jo,"'=Jo, ""the"" owner",owner,`);
  });

  test('has a page for each client, on which nothing typed becomes markup and no private note stands', async () => {
    const journal = await harbour();
    await journal.append(
      'a',
      [
        entry(4, 'note', { text: '<script>alert(1)</script>' }),
        entry(5, 'note', { text: 'Only for Jo.', privateTo: 'jo' }),
        entry(6, 'amendment', { amends: idNo(5), text: 'Still only for Jo.' }),
      ],
      ENTERED,
    );
    const parts = partsOf(await exported(journal));
    const page = parts[`clients/${CLIENT}.html`] ?? '';
    expect(page).toContain('<h1>Ana Silva</h1>');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('<script');
    expect(page).not.toContain('nly for Jo');
    expect(parts['entries.jsonl']).toContain('Only for Jo.');
    expect(parts['clients.html']).toContain(`<a href="clients/${OTHER_CLIENT}.html">Ben</a>`);
  });

  test('changes nothing when it is imported again, even when work went on', async () => {
    const file = await exported(await harbour());
    const { where, journal, imported } = await importedTo(file);
    expect(imported).toEqual({ name: 'Practice a', clients: 2, entries: 3, already: false });
    await journal.append('a', [facts(9)], ENTERED);
    const before = await exported(journal);
    expect((await importPractice(where, file, 'harbour.zip')).already).toBe(true);
    expect(Buffer.from(await exported(journal)).equals(before)).toBe(true);
  });

  test('is refused where other records are, or the same with less in them', async () => {
    const file = await exported(await harbour());
    for (const other of [practice('b'), practice('a')]) {
      const where = temporary('other.db');
      const journal = await opened(where);
      await journal.found(other, [ana(1)], ENTERED);
      await expect(importPractice(where, file, 'harbour.zip')).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('holds other records than harbour.zip'),
      });
      expect(await journal.practices()).toEqual([other]);
    }
  });
});

describe('a file that is not whole', () => {
  const refused = async (file: Uint8Array, code: string, message: string) => {
    const where = temporary('new.db');
    await expect(importPractice(where, file, 'harbour.zip')).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
    expect(existsSync(where)).toBe(false);
  };

  test('is refused or means the same, whichever byte of it was changed', async () => {
    const file = await exported(await harbour());
    const entries = partsOf(file)['entries.jsonl'];
    let refusals = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(file.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          const changed = Buffer.from(file);
          changed[at] = (changed[at] ?? 0) ^ flip;
          const where = temporary('new.db');
          try {
            await importPractice(where, changed, 'harbour.zip');
          } catch (error) {
            expect(error).toMatchObject({ name: 'JournalError' });
            expect(existsSync(where)).toBe(false);
            refusals++;
            return;
          }
          expect(partsOf(await exported(await opened(where)))['entries.jsonl']).toBe(entries);
        },
      ),
      { numRuns: 60 },
    );
    expect(refusals).toBeGreaterThan(20);
  });

  test('is refused when it was cut off, is empty, or is something else', async () => {
    const file = await exported(await harbour());
    await refused(
      file.subarray(0, file.length - 100),
      'not-ours',
      'harbour.zip was not made by Assuage',
    );
    await refused(new Uint8Array(), 'not-ours', 'not made by Assuage');
    await refused(zipSync({ 'a.txt': strToU8('a') }), 'not-ours', 'not made by Assuage');
    await refused(
      zipSync({ 'manifest.json': strToU8('{"format":"other-1","parts":{}}') }),
      'not-ours',
      'of the kind "other-1"',
    );
  });

  test('names the part that is missing, spare or changed', async () => {
    const parts = unzipSync(await exported(await harbour()));
    const { 'audit.jsonl': _, ...without } = parts;
    await refused(zipSync(without), 'damaged', 'audit.jsonl is missing');
    await refused(
      zipSync({ ...parts, 'x.txt': strToU8('x') }),
      'damaged',
      'x.txt is not in the list',
    );
    await refused(
      zipSync({ ...parts, 'practice.json': strToU8('{}') }),
      'damaged',
      'practice.json is not as it was written',
    );
  });

  test('is refused when an entry was changed, removed or moved, though the list of parts says otherwise', async () => {
    const file = await exported(await harbour());
    const change = (turn: (lines: string[]) => string[]) =>
      forged(file, (parts) => {
        const lines = (parts['entries.jsonl'] ?? '').trimEnd().split('\n');
        parts['entries.jsonl'] = turn(lines).join('\n');
      });
    await refused(
      change((lines) => lines.map((line) => line.replace('Ana Silva', 'Ana Costa'))),
      'damaged',
      'it was changed',
    );
    await refused(
      change(([, ...rest]) => rest),
      'damaged',
      'line 1, is of a client whom nobody introduced',
    );
    await refused(
      change((lines) => [...lines, lines[0] ?? '']),
      'damaged',
      'line 4, holds the entry',
    );
    await refused(
      change((lines) => [...lines, 'x']),
      'damaged',
      'entries.jsonl, line 4, cannot be read',
    );
    await refused(
      change((lines) => lines.map((line) => line.replace('"v":1', '"v":99'))),
      'damaged',
      'only versions up to 1 are known',
    );
  });
});
