// A practice as whoever runs it takes it elsewhere: out as one file, and back in another folder.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NewEntry, openJournal } from '@assuage/record';
import { expect, onTestFinished, test } from 'vitest';
import { assuage } from './assuage.ts';

const ENTERED = '2026-03-01T09:00:00.000Z';
const id = (n: number): string => `019a0000-0000-7000-8000-1${n.toString(16).padStart(11, '0')}`;

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'assuage-export-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

async function records(practices = ['harbour']): Promise<string> {
  const data = folder();
  const journal = await openJournal(join(data, 'assuage.sqlite'));
  for (const practice of practices) {
    const common = {
      client: id(1),
      v: 1,
      on: '2026-03-01T09:42',
      by: { name: 'Jo Field', role: 'therapist' },
    } as const;
    const entries: NewEntry[] = [
      { ...common, id: id(1), kind: 'client', body: { name: 'Ana Silva', born: '1968-04-12' } },
      { ...common, id: id(2), kind: 'note', body: { text: 'Called.' } },
    ];
    await journal.found(
      { id: practice, name: 'Harbour', therapist: { name: 'Jo Field', training: [] }, demo: false },
      entries,
      ENTERED,
    );
  }
  await journal.close();
  return data;
}

test('a practice goes out as one file, and the same practice comes back, and the same file', async () => {
  const [data, out] = [await records(), folder()];
  const [first, second, copy] = [join(out, 'a.zip'), join(out, 'b.zip'), join(out, 'copy')];
  expect(await assuage(['export', '--all', first, '--data', data])).toEqual({
    code: 0,
    stdout: `Harbour: 2 entries of 1 clients are in ${first}. It holds health records that anyone can read who has it: keep it safe.\n`,
    stderr: '',
  });
  expect(statSync(first).mode & 0o077).toBe(0);
  const imported = await assuage(['import', first, '--data', copy]);
  expect(imported).toMatchObject({ code: 0, stderr: '' });
  expect(imported.stdout).toContain(
    'Harbour: 2 entries of 1 clients are here, every chain is whole.',
  );
  expect(await assuage(['db', 'verify', '--data', copy])).toMatchObject({ code: 0 });
  expect(await assuage(['export', '--all', second, '--data', copy])).toMatchObject({ code: 0 });
  expect(readFileSync(second).equals(readFileSync(first))).toBe(true);
  const again = await assuage(['import', first, '--data', copy]);
  expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('were here already') });
});

test('the audit says that everything was exported', async () => {
  const [data, out] = [await records(), folder()];
  await assuage(['export', '--all', join(out, 'a.zip'), '--data', data]);
  const journal = await openJournal(join(data, 'assuage.sqlite'));
  onTestFinished(() => journal.close());
  const lines = await journal.inAccounts('harbour', (rows) =>
    rows.selectFrom('audit').select(['action', 'outcome', 'device']).execute(),
  );
  expect(lines).toEqual([{ action: 'export-practice', outcome: 'done', device: 'assuage export' }]);
});

test('a damaged file is refused with its name and its part, and the folder stays empty', async () => {
  const [data, out] = [await records(), folder()];
  const file = join(out, 'a.zip');
  const copy = join(out, 'copy');
  mkdirSync(copy);
  await assuage(['export', '--all', file, '--data', data]);
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.subarray(0, 300));
  const cut = await assuage(['import', file, '--data', copy]);
  expect(cut).toMatchObject({ code: 2, stdout: '' });
  expect(cut.stderr).toContain(`${file} was not made by Assuage, or only a part of it is here`);
  expect(await assuage(['import', join(out, 'none.zip'), '--data', copy])).toEqual({
    code: 2,
    stdout: '',
    stderr: `${join(out, 'none.zip')}: there is no such file or folder\n`,
  });
  expect(readdirSync(copy)).toEqual([]);
});

test('an export replaces no file, needs records, and leaves nothing half-written', async () => {
  const [data, out] = [await records(), folder()];
  const file = join(out, 'a.zip');
  writeFileSync(file, 'mine');
  expect(await assuage(['export', '--all', file, '--data', data])).toMatchObject({
    code: 2,
    stderr: `${file} is there already. Choose another name.\n`,
  });
  expect(readFileSync(file, 'utf8')).toBe('mine');
  const none = await assuage(['export', '--all', join(out, 'b.zip'), '--data', out]);
  expect(none).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('there are no records here'),
  });
  expect(existsSync(join(out, 'assuage.sqlite'))).toBe(false);
  const missing = await assuage(['export', '--all', join(out, 'no', 'b.zip'), '--data', data]);
  expect(missing).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Nothing was written'),
  });
  if (process.getuid?.() !== 0) {
    chmodSync(out, 0o500);
    const closed = await assuage(['export', '--all', join(out, 'b.zip'), '--data', data]);
    chmodSync(out, 0o700);
    expect(closed).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('you may not write here'),
    });
  }
  expect(readdirSync(out)).toEqual(['a.zip']);
});

test('of several practices one is chosen', async () => {
  const [data, out] = [await records(['one', 'two']), folder()];
  const file = join(out, 'a.zip');
  const unsure = await assuage(['export', '--all', file, '--data', data]);
  expect(unsure).toMatchObject({ code: 2, stderr: expect.stringContaining('  two  Harbour') });
  const two = await assuage(['export', '--all', file, '--data', data, '--practice', 'two']);
  expect(two.code).toBe(0);
});
