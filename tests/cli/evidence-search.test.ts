import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { assuage } from './assuage.ts';

const ARTICLE = `<?xml version="1.0"?><PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">12345</PMID><Article>
<Journal><JournalIssue><PubDate><Year>2026</Year></PubDate></JournalIssue><Title>Journal of Hands</Title></Journal>
<ArticleTitle>Massage of invented knees.</ArticleTitle></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>`;

/** A stand-in that answers as the E-utilities do; `answer` may refuse first. */
async function standIn(answer: (path: string, asked: URLSearchParams) => [number, string]) {
  const asked: { path: string; fields: URLSearchParams; at: number }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const fields = new URLSearchParams(body);
      const path = request.url ?? '';
      asked.push({ path, fields, at: performance.now() });
      const [status, text] = answer(path, fields);
      response.writeHead(status, { 'retry-after': '1' }).end(text);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  return { asked, at: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'assuage-search-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return join(made, 'found');
}

const list = (ids: readonly string[], count = ids.length) =>
  JSON.stringify({ esearchresult: { count: String(count), idlist: ids } });
const search = (save: string, env: Readonly<Record<string, string>>, ...more: string[]) =>
  assuage(
    [
      'evidence',
      'search',
      'massage AND knee',
      '--email',
      'ann@example.org',
      '--save',
      save,
      ...more,
    ],
    { env },
  );

test('a search is saved for the import, asked slowly, by name, and again when PubMed is busy', async () => {
  let refusals = 1;
  const { asked, at } = await standIn((path) =>
    path === '/esearch.fcgi'
      ? [200, list(['12345'], 7000)]
      : refusals-- > 0
        ? [429, '']
        : [200, ARTICLE],
  );
  const save = folder();
  const { code, stdout } = await search(save, { ASSUAGE_EUTILS: at }, '--since', '2026-01-01');
  expect(code).toBe(0);
  expect(stdout).toBe(`1 papers saved in ${save}, of 7000: narrow the query, or use --since\n`);
  expect(asked.map(({ path }) => path)).toEqual(['/esearch.fcgi', '/efetch.fcgi', '/efetch.fcgi']);
  expect(Object.fromEntries(asked[0]?.fields ?? [])).toMatchObject({
    db: 'pubmed',
    term: 'massage AND knee',
    tool: 'assuage',
    email: 'ann@example.org',
    datetype: 'edat',
    mindate: '2026/01/01',
  });
  expect(asked[1]?.fields.get('id')).toBe('12345');
  // No faster than three a second, and after a refusal no sooner than it said: bounds below, never above.
  const [first, second, third] = asked.map((one) => one.at);
  expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(300);
  expect((third ?? 0) - (second ?? 0)).toBeGreaterThan(950);
  expect(readdirSync(save)).toEqual(['pubmed-1.xml']);
  expect(readFileSync(join(save, 'pubmed-1.xml'), 'utf8')).toBe(ARTICLE);

  const again = await search(save, { ASSUAGE_EUTILS: at });
  expect(again).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('holds something already'),
  });

  const imported = await assuage(['evidence', 'import', join(save, 'pubmed-1.xml')]);
  expect(imported.stdout).toContain('Massage of invented knees');
});

test('a PubMed that cannot be reached is said politely, with another way', async () => {
  const save = folder();
  const { code, stderr } = await search(save, { ASSUAGE_EUTILS: 'http://127.0.0.1:9/' });
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^PubMed could not be asked \(.+\)\. Try again later, or search at https:/,
  );
});

test('a query that PubMed refuses, a wrong address and a wrong day are named', async () => {
  const { at } = await standIn(() => [
    200,
    JSON.stringify({ esearchresult: { count: '0', idlist: [], ERROR: 'Invalid query' } }),
  ]);
  const save = folder();
  expect((await search(save, { ASSUAGE_EUTILS: at })).stderr).toContain(
    'PubMed does not understand the query: Invalid query',
  );
  const { code, stderr } = await assuage(
    ['evidence', 'search', 'x', '--email', 'ann', '--save', save, '--since', 'May'],
    {},
  );
  expect(code).toBe(2);
  expect(stderr).toBe(
    '--email: ann is no e-mail address\n--since: May is not a day: write it as 2026-03-01\n',
  );
});
