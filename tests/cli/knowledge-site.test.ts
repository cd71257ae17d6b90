// The knowledge written as pages, as people meet the command.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assuage, ROOT } from './assuage.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assuage-site-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const site = (...args: string[]) => assuage(['knowledge', 'site', ...args]);
const filesIn = (of: string) =>
  readdirSync(of, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(of.length + 1))
    .sort();
const knowledgeIn = (kind: string) =>
  readdirSync(join(ROOT, 'knowledge', kind))
    .filter((name) => name.endsWith('.yaml') && !name.endsWith('.cases.yaml'))
    .map((name) => `${kind}/${name.replace('.yaml', '.html')}`);

describe('knowledge site', () => {
  let first: string;
  beforeAll(async () => {
    first = join(folder, 'new/first');
    const { code, stdout, stderr } = await site(first);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Wrote \d+ files of release [0-9a-f]{12}\. Open .*index\.html\n$/);
  });

  test('has a page for every file of the knowledge', () => {
    const files = new Set(filesIn(first));
    for (const kind of ['conditions', 'medicines', 'findings', 'techniques'])
      for (const page of knowledgeIn(kind)) expect(files, page).toContain(page);
  });

  test('says of every outcome measure whose it is, and prints no questions', () => {
    const page = readFileSync(join(first, 'measures.html'), 'utf8');
    for (const file of knowledgeIn('measures').filter((one) => one !== 'measures/sets.html'))
      expect(page).toContain(`id="${file.slice('measures/'.length, -'.html'.length)}"`);
    expect(page).toContain('developed at RAND as part of the Medical Outcomes Study');
    expect(page).not.toContain('Little interest or pleasure in doing things');
  });

  test('has no link to a page, or a place on a page, that is not there', () => {
    const pages = new Map(
      filesIn(first)
        .filter((file) => file.endsWith('.html'))
        .map((file) => [file, readFileSync(join(first, file), 'utf8')]),
    );
    const ids = new Map(
      [...pages].map(([file, text]) => [
        file,
        new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)),
      ]),
    );
    const broken = [...pages].flatMap(([file, text]) =>
      [...text.matchAll(/(?:href|src)="([^"]+)"/g)].flatMap(([, link = '']) => {
        if (/^(https?|mailto):/.test(link)) return [];
        const { pathname, hash } = new URL(link, `file:///${file}`);
        const path = pathname.slice(1);
        const isThere =
          existsSync(join(first, path)) &&
          (hash === '' || ids.get(path)?.has(hash.slice(1)) === true);
        return isThere ? [] : [`${file} to ${link}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  test('shows a rule with its reason, its sources, what disagrees, and what is our judgement', () => {
    const page = readFileSync(join(first, 'conditions/rheumatoid-arthritis.html'), 'utf8');
    const start = page.indexOf('id="rheumatoid-arthritis-no-deep-work"');
    const rule = page.slice(start, page.indexOf('</article>', start));
    expect(rule).toContain('Deep or very brisk work may set off a flare, even in a quiet time.');
    expect(rule).toContain('Our judgement');
    expect(rule).toContain('From a source');
    expect(rule).toContain('Sources disagree.');
    expect(rule).toMatch(/href="https?:/);
    expect(page).toContain('never replaces medical care, and never diagnoses');
  });

  test('has the colours of the app', () => {
    const colours = (text: string) => text.match(/--[\w-]+: (light-dark\([^)]+\)|#\w+);/g) ?? [];
    const app = readFileSync(join(ROOT, 'packages/web/src/styles/tokens.css'), 'utf8');
    const own = colours(readFileSync(join(first, 'style.css'), 'utf8'));
    expect(own.length).toBeGreaterThan(5);
    expect(colours(app)).toEqual(expect.arrayContaining(own));
  });

  test('writes the same bytes again, in place of the earlier site', async () => {
    const texts = () => filesIn(first).map((file) => readFileSync(join(first, file), 'utf8'));
    const before = texts();
    expect((await site(first)).code).toBe(0);
    expect(texts()).toEqual(before);
    // Nothing half-written stays beside it.
    expect(readdirSync(join(folder, 'new'))).toEqual(['first']);
  });

  test('puts rule and release into a correction, as an email or at an address', async () => {
    const linksIn = (of: string) => {
      const page = readFileSync(join(of, 'findings/hot-joint.html'), 'utf8');
      const [, link = ''] = /href="([^"]*hot-joint-leave-alone[^"]*)"/.exec(
        page.slice(page.indexOf('id="hot-joint-leave-alone"')),
      ) as RegExpExecArray;
      const release = /release <code>([0-9a-f]+)</.exec(page)?.[1] ?? 'none';
      return { link: new URL(link.replaceAll('&amp;', '&')), release };
    };
    const email = linksIn(first);
    expect(email.link.protocol).toBe('mailto:');
    expect(email.link.searchParams.get('body')).toContain(email.release);

    const other = join(folder, 'other');
    const address = 'https://example.org/new?labels=knowledge';
    expect((await site(other, '--corrections', address)).code).toBe(0);
    const { link, release } = linksIn(other);
    expect(link.href).toMatch(/^https:\/\/example\.org\/new\?labels=knowledge&/);
    expect(link.searchParams.get('title')).toContain('hot-joint-leave-alone');
    expect(link.searchParams.get('body')).toContain('hot-joint-leave-alone');
    expect(link.searchParams.get('body')).toContain(release);
    expect(link.searchParams.get('body')).toContain('knowledge/findings/hot-joint.yaml');
  });

  test('shows what stands in the knowledge as text, whatever it looks like', async () => {
    const changed = join(folder, 'changed');
    cpSync(join(ROOT, 'knowledge'), changed, { recursive: true });
    const file = join(changed, 'findings/hot-joint.yaml');
    const text = readFileSync(file, 'utf8').replace(
      /because: .*/,
      'because: A <script>alert("1")</script> & more.',
    );
    writeFileSync(file, text);
    const made = join(folder, 'escaped');
    expect((await site(made, changed)).code).toBe(0);
    const page = readFileSync(join(made, 'findings/hot-joint.html'), 'utf8');
    expect(page).toContain('A &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; more.');
    expect(page).not.toContain('<script>alert');
  });

  test('never touches a folder that holds other files, even beside an earlier site', async () => {
    const taken = join(folder, 'taken');
    mkdirSync(taken);
    writeFileSync(join(taken, 'letters.txt'), 'mine');
    for (const place of [taken, first]) {
      writeFileSync(join(place, 'letters.txt'), 'mine');
      const { code, stdout, stderr } = await site(place);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(`${place}: this folder holds other files (letters.txt)`);
      expect(readFileSync(join(place, 'letters.txt'), 'utf8')).toBe('mine');
    }
    expect(filesIn(taken)).toEqual(['letters.txt']);
    rmSync(join(first, 'letters.txt'));
  });

  test('refuses a file in place of a folder', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, 'mine');
    for (const dir of [file, join(file, 'below')]) {
      const { code, stdout, stderr } = await site(dir);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(`${dir}: `);
      expect(stderr).not.toContain('    at ');
    }
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('writes nothing from knowledge with a mistake, and names the mistake', async () => {
    const broken = join(folder, 'broken');
    cpSync(join(ROOT, 'knowledge'), broken, { recursive: true });
    writeFileSync(join(broken, 'findings/hot-joint.yaml'), 'kind: finding\nid: hot-joint\n');
    const made = join(folder, 'from-broken');
    const { code, stdout, stderr } = await site(made, broken);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('findings/hot-joint.yaml');
    expect(existsSync(made)).toBe(false);
  });

  test.each([
    [[], "missing required argument 'dir'"],
    [['made', 'no-such-knowledge'], 'no-such-knowledge: there is no such folder'],
    [['made', '--corrections', 'not an address'], 'Give a web address'],
    [['made', '--corrections', 'javascript:alert(1)'], 'Give a web address'],
  ])('%j is refused with a reason', async (args, reason) => {
    const { code, stdout, stderr } = await site(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(reason);
    expect(existsSync(join(ROOT, 'made'))).toBe(false);
  });
});
