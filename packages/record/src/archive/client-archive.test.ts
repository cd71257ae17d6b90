import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { seal } from '../chain.ts';
import type { NewEntry } from '../entries.ts';
import { sha256Of } from '../files.ts';
import { ana, ENTERED, entry, file, fileBody, idNo, LETTER, PHOTO } from '../testing/entries.ts';
import { clientArchive } from './client-archive.ts';

const NAMES: Readonly<Record<string, string>> = {
  fever: 'High temperature',
  effleurage: 'Gliding strokes',
  'back-lower': 'Lower back',
};
const nameOf = (id: string): string => NAMES[id] ?? id;

const contentOf = async (sha256: string) =>
  [LETTER, PHOTO].find((content) => sha256Of(content) === sha256);

const filesOf = async (entries: readonly NewEntry[]): Promise<Record<string, Uint8Array>> => {
  const kept = entries.map((one) => seal(one, { practice: 'a', entered: ENTERED, previous: null }));
  return unzipSync(await clientArchive(kept, 'Harbour', nameOf, contentOf));
};
const partsOf = async (entries: readonly NewEntry[]): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(await filesOf(entries)).map(([name, part]) => [name, strFromU8(part)]),
  );

const session = entry(2, 'session', {
  plan: null,
  asPlanned: true,
  segments: [{ places: ['back-lower'], technique: 'effleurage', pressure: 2, minutes: 30 }],
  pressure: 2,
  minutes: 30,
  response: 'Slept, "like a stone"',
  painAfter: 2,
  soap: { s: '=1+1', o: '', a: '', p: '' },
  signed: { by: 'Jo Field', at: '2026-03-01T10:30' },
});
const checkIn = entry(
  3,
  'check-in',
  {
    statements: [{ fact: 'fever', answer: 'no', by: 'Ana Silva', at: '2026-03-01T09:00' }],
    pain: [{ place: 'back-lower', level: 2 }],
    painNow: 4,
    wish: '',
    wishes: [],
  },
  { on: '2026-03-01T09:00', by: { name: 'Ana Silva', role: 'client' } },
);

test('sessions and check-ins are tables that a spreadsheet reads, in words, with amendments', async () => {
  const amended = entry(4, 'amendment', { amends: idNo(2), text: 'The left side only.' });
  const parts = await partsOf([ana(1), session, checkIn, amended]);
  const [, line] = (parts['sessions.csv'] ?? '').split('\r\n');
  expect(line).toBe(
    `2026-03-01T09:42,Jo Field,30,2,"Lower back: Gliding strokes, pressure 2, 30 min","Slept, ""like a stone""",2,'=1+1,,,,Jo Field,2026-03-01T10:30,2026-03-01T09:42 Jo Field: The left side only.`,
  );
  expect((parts['check-ins.csv'] ?? '').split('\r\n')[1]).toBe(
    '2026-03-01T09:00,Ana Silva,4,Lower back 2,High temperature: no,,,',
  );
});

test('the JSON and the page hold every entry that is the client’s, and no private note', async () => {
  const parts = await partsOf([
    ana(1),
    session,
    entry(5, 'note', { text: 'Between us.', privateTo: 'jo' }),
    entry(6, 'amendment', { amends: idNo(5), text: 'Still between us.' }),
    entry(7, 'emergency-opening', { account: 'sam', reason: 'Between them.' }),
    entry(8, 'note', { text: 'Called.' }),
  ]);
  const { client, entries } = JSON.parse(parts['record.json'] ?? '');
  expect(client).toMatchObject({ name: 'Ana Silva', born: '1968-04-12' });
  expect(entries.map(({ id }: { id: string }) => id)).toEqual([idNo(1), idNo(2), idNo(8)]);
  expect(parts['record.html']).toContain('Called.');
  expect(Object.values(parts).join()).not.toMatch(/[Bb]etween (us|them)/);
});

test('files are in it as files, under their newest titles, but those that were withdrawn', async () => {
  const files = await filesOf([
    ana(1),
    file(2, LETTER),
    file(3, LETTER),
    entry(4, 'file', fileBody(PHOTO, 'Knee')),
    entry(5, 'file-change', { file: idNo(4), change: 'title', title: 'Left knee' }),
    entry(6, 'file', fileBody(PHOTO, 'Of Ben')),
    entry(7, 'file-change', { file: idNo(6), change: 'withdrawn', reason: 'wrong record' }),
  ]);
  const names = Object.keys(files).filter((name) => name.startsWith('files/'));
  expect(names).toEqual([
    'files/2026-02-20 Letter from Dr Okafor.txt',
    'files/2026-02-20 Letter from Dr Okafor 2.txt',
    'files/2026-02-20 Left knee.jpg',
  ]);
  expect([...(files['files/2026-02-20 Left knee.jpg'] ?? [])]).toEqual([...PHOTO]);
  expect(strFromU8(files['record.html'] ?? new Uint8Array())).toContain(
    '<a href="files/2026-02-20%20Left%20knee.jpg">',
  );
});

test('the PDF is tagged, says whose it is and in which language, and holds what the page holds', async () => {
  const name = 'Łucja Ζωή Šimůnková';
  const notes = Array.from({ length: 60 }, (_, i) =>
    entry(10 + i, 'note', { text: `Call ${i}. ${'Long words. '.repeat(20)}` }),
  );
  const files = await filesOf([
    entry(1, 'client', { name, born: '1968-04-12' }),
    session,
    ...notes,
    entry(90, 'note', { text: 'Between us.', privateTo: 'jo' }),
  ]);
  // Read by pdf.js, the reader of Firefox.
  const pdf = await getDocumentProxy(Uint8Array.from(files['record.pdf'] ?? []));
  expect((await pdf.getMetadata()).info).toMatchObject({ Title: name, Language: 'en' });
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });

  const { text } = await extractText(pdf, { mergePages: true });
  for (const words of [
    name,
    'Lower back',
    'Gliding strokes',
    'Call 0.',
    'Call 59.',
    `1 of ${pdf.numPages}`,
  ])
    expect(text).toContain(words);
  expect(text).not.toContain('Between us');

  expect(pdf.numPages).toBeGreaterThan(3);
  const trees = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, i) =>
      (await pdf.getPage(i + 1)).getStructTree(),
    ),
  );
  expect(JSON.stringify(trees[0])).toMatch(/"role":"H1".*"role":"H2".*"role":"L"/);
  for (const tree of trees) expect(JSON.stringify(tree)).toContain('"type":"content"');
});
