// The restore drill of docs/backup.md, done as a person would do it, and everything that can go wrong in it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Entry, type NewEntry, openJournal } from '@assuage/record';
import { expect, onTestFinished, test } from 'vitest';
import { assuage, ROOT } from './assuage.ts';

const ENTERED = '2026-03-01T09:00:00.000Z';
const id = (n: number): string => `019a0000-0000-7000-8000-1${n.toString(16).padStart(11, '0')}`;
const ANA = id(1);
const common = {
  client: ANA,
  v: 1,
  on: '2026-03-01T09:42',
  by: { name: 'Jo Field', role: 'therapist' },
} as const;
const note = (n: number): NewEntry => ({
  ...common,
  id: id(n),
  kind: 'note',
  body: { text: `Note ${n}.` },
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'assuage-backup-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

async function records(): Promise<string> {
  const data = folder();
  const journal = await openJournal(join(data, 'assuage.sqlite'));
  await journal.found(
    { id: 'harbour', name: 'Harbour', therapist: { name: 'Jo Field', training: [] }, demo: false },
    [
      { ...common, id: ANA, kind: 'client', body: { name: 'Ana Silva', born: '1968-04-12' } },
      note(2),
    ],
    ENTERED,
  );
  await journal.close();
  writeFileSync(join(data, 'assuage.sqlite.key'), 'a key', { mode: 0o600 });
  return data;
}

async function entriesIn(data: string): Promise<Entry[]> {
  const journal = await openJournal(join(data, 'assuage.sqlite'));
  const entries = await journal.entries('harbour', ANA);
  await journal.close();
  return entries;
}

const backupsIn = (place: string): string[] => readdirSync(place).sort();

test('the drill: back up while people write, lose everything, restore, and all that was there is there', async () => {
  const [data, backups] = [await records(), folder()];
  const journal = await openJournal(join(data, 'assuage.sqlite'));
  let running = true;
  const acknowledged: string[] = [];
  const writing = (async () => {
    for (let n = 10; running; n++) {
      await journal.append('harbour', [note(n)], ENTERED);
      acknowledged.push(id(n));
    }
  })();
  await new Promise((resolve) => setTimeout(resolve, 50));
  const before = acknowledged.length;
  const made = await assuage(['backup', backups, '--data', data]);
  running = false;
  await writing;
  await journal.close();
  expect(made).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringContaining('read back and checked'),
  });
  const original = await entriesIn(data);
  const key = readFileSync(join(data, 'assuage.sqlite.key'));
  rmSync(data, { recursive: true });

  const [file = ''] = backupsIn(backups);
  expect(file).toMatch(/^assuage-\d{8}T\d{6}Z\.zip$/);
  expect(statSync(join(backups, file)).mode & 0o077).toBe(0);
  const again = join(folder(), 'again');
  const restored = await assuage(['restore', join(backups, file), '--data', again]);
  expect(restored).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringContaining('Every chain is whole.'),
  });
  expect(await assuage(['db', 'verify', '--data', again])).toMatchObject({ code: 0 });
  expect(readFileSync(join(again, 'assuage.sqlite.key')).equals(key)).toBe(true);
  const found = await entriesIn(again);
  expect(found).toEqual(original.slice(0, found.length));
  expect(before).toBeGreaterThan(0);
  expect(found.map((entry) => entry.id)).toEqual(
    expect.arrayContaining(acknowledged.slice(0, before)),
  );
  expect(readdirSync(again).sort()).toEqual(['assuage.sqlite', 'assuage.sqlite.key']);
});

test('a backup with a passphrase shows nothing, opens with it, and with no other', async () => {
  const [data, backups, secrets] = [await records(), folder(), folder()];
  const [right, wrong] = [join(secrets, 'right'), join(secrets, 'wrong')];
  writeFileSync(right, 'green kettle on the stove\n');
  writeFileSync(wrong, 'blue kettle\n');
  const made = await assuage(['backup', backups, '--data', data, '--passphrase-file', right]);
  expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining('It is encrypted.') });
  const file = join(backups, backupsIn(backups)[0] ?? '');
  expect(file.endsWith('.zip.age')).toBe(true);
  // The first line of the age format: https://age-encryption.org/v1
  expect(readFileSync(file, 'latin1').startsWith('age-encryption.org/v1\n-> scrypt ')).toBe(true);
  const again = join(folder(), 'again');
  const closed = await assuage(['restore', file, '--data', again]);
  expect(closed).toMatchObject({ code: 2, stderr: expect.stringContaining('--passphrase-file') });
  const refused = await assuage(['restore', file, '--data', again, '--passphrase-file', wrong]);
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('does not fit') });
  const restored = await assuage(['restore', file, '--data', again, '--passphrase-file', right]);
  expect(restored.code).toBe(0);
  expect(await entriesIn(again)).toEqual(await entriesIn(data));
});

test('the oldest backups go, and nothing that is not a backup', async () => {
  const [data, backups] = [await records(), folder()];
  const old = [
    'assuage-20260101T000000Z.zip',
    'assuage-20260102T000000Z.zip.age',
    'assuage-20260103T000000Z.zip',
  ];
  for (const name of [...old, 'assuage-2025.zip', 'letter.pdf'])
    writeFileSync(join(backups, name), '');
  const made = await assuage(['backup', backups, '--data', data, '--keep', '2']);
  expect(made.stdout).toContain(`Older ones removed: ${old[0]}, ${old[1]}\n`);
  expect(backupsIn(backups)).toEqual([
    'assuage-2025.zip',
    old[2],
    expect.stringMatching(/^assuage-\d{8}T\d{6}Z\.zip$/),
    'letter.pdf',
  ]);
});

test('records that were meddled with are backed up, no older backup goes, and it is said', async () => {
  const [data, backups] = [await records(), folder()];
  const meddler = new DatabaseSync(join(data, 'assuage.sqlite'));
  meddler.exec(`UPDATE client SET name = ' eve'`);
  meddler.close();
  for (const day of [1, 2]) writeFileSync(join(backups, `assuage-2026010${day}T000000Z.zip`), '');
  const made = await assuage(['backup', backups, '--data', data, '--keep', '1']);
  expect(made).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Run "assuage db verify"'),
  });
  expect(backupsIn(backups)).toHaveLength(3);
});

test('a damaged backup and a folder in use are refused, and nothing is written', async () => {
  const [data, backups] = [await records(), folder()];
  await assuage(['backup', backups, '--data', data]);
  const file = join(backups, backupsIn(backups)[0] ?? '');
  const intoUse = await assuage(['restore', file, '--data', data]);
  expect(intoUse).toMatchObject({
    code: 2,
    stderr: `${data} is not empty. Choose a new folder; nothing was changed.\n`,
  });
  const again = join(folder(), 'again');
  mkdirSync(again);
  const bytes = readFileSync(file);
  for (const at of [bytes.length >> 1, bytes.length >> 2]) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    writeFileSync(file, changed);
    expect(await assuage(['restore', file, '--data', again])).toMatchObject({
      code: 2,
      stdout: '',
    });
  }
  writeFileSync(file, bytes.subarray(0, bytes.length >> 1));
  const cut = await assuage(['restore', file, '--data', again]);
  expect(cut).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('only a part of it is here'),
  });
  const exported = join(backups, 'all.zip');
  await assuage(['export', '--all', exported, '--data', data]);
  const other = await assuage(['restore', exported, '--data', again]);
  expect(other).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('of the kind "assuage-practice-1"'),
  });
  expect(readdirSync(again)).toEqual([]);
});

test('a folder that cannot be written, and a missing one of records, are named; nothing is left behind', async () => {
  const [data, backups] = [await records(), folder()];
  const file = join(backups, 'a file');
  writeFileSync(file, '');
  const closed = await assuage(['backup', join(file, 'inside'), '--data', data]);
  expect(closed).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('No backup was made in'),
  });
  if (process.getuid?.() !== 0) {
    chmodSync(backups, 0o500);
    const refused = await assuage(['backup', backups, '--data', data]);
    chmodSync(backups, 0o700);
    expect(refused).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('you may not write here'),
    });
  }
  const none = await assuage(['backup', backups, '--data', backups]);
  expect(none).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('there are no records here'),
  });
  const server = await assuage([
    'backup',
    backups,
    '--database',
    'postgres://assuage@localhost/assuage',
  ]);
  expect(server).toMatchObject({ code: 2, stderr: expect.stringContaining('pg_dump') });
  expect(backupsIn(backups)).toEqual(['a file']);
  expect(readdirSync(data).sort()).toEqual(['assuage.sqlite', 'assuage.sqlite.key']);
});

test('serve backs up by itself when the newest backup is too old, and not sooner', async () => {
  const [data, backups] = [await records(), folder()];
  rmSync(join(data, 'assuage.sqlite.key'));
  const serveOnce = async (): Promise<string> => {
    const server = spawn(
      process.execPath,
      ['packages/cli/bin/assuage.js', 'serve', '--data', data, '--port', '0', '--backup', backups],
      { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let said = '';
    server.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    await expect.poll(() => said, { timeout: 20_000 }).toContain('Ctrl+C');
    await expect.poll(() => backupsIn(backups).length, { timeout: 20_000 }).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 500));
    server.kill('SIGTERM');
    await once(server, 'close');
    return said;
  };
  await serveOnce();
  const [first] = backupsIn(backups);
  await serveOnce();
  expect(backupsIn(backups)).toEqual([first]);
}, 60_000);

test('a file that is larger than can be read is refused in words, and nothing is written', async () => {
  const place = folder();
  const huge = join(place, 'huge.zip');
  writeFileSync(huge, '');
  // A hole, which takes no room on the disk.
  truncateSync(huge, 2 ** 31 + 1);
  const again = join(place, 'again');
  for (const command of ['restore', 'import']) {
    const refused = await assuage([command, huge, '--data', again]);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('more than 2 GB cannot be read in one piece');
  }
  expect(backupsIn(place)).toEqual(['huge.zip']);
});
