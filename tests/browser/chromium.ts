// Finds and starts Chromium for tests, so that the same test runs on any machine: `CHROME_PATH`, else
// an installed Chromium or Chrome, else the one inside the npm package @sparticuz/chromium.
import { existsSync } from 'node:fs';
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { test as base } from 'vitest';

/** How to start Chromium: the program, and what its environment needs beyond ours. */
type Chromium = { readonly path: string; readonly env: Readonly<Record<string, string>> };

const flags = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  // A page that calls out gets no answer, and so fails its test.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
];

const installedNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'chrome.exe',
];

const installedPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** The machine's fonts, and the one in the package for a machine that has none. */
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
</fontconfig>
`;

/** This computer, by its number or, for passkeys, by its name. */
const HERE: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost']);

/** Starts a Chromium that reaches this computer and no other host. The caller closes it. */
export async function startChromium(): Promise<Browser> {
  const { path, env } = await findChromium();
  return chromium.launch({ executablePath: path, args: flags, env: { ...process.env, ...env } });
}

/**
 * A vitest `test` with a `page` in a fresh browser context. The test fails when its page asked any
 * host but this computer for anything, or threw an error that nothing caught.
 */
export const test = base.extend<{ $test: { page: Page }; $file: { browser: Browser } }>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest requires the destructuring.
    async ({}, use) => {
      const browser = await startChromium();
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  page: async ({ browser }, use) => {
    const context = await browser.newContext();
    const complaints: string[] = [];
    context.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      const isOutside = /^(https?|wss?):$/.test(protocol) && !HERE.has(hostname);
      if (isOutside) complaints.push(`The page called out to ${request.url()}.`);
    });
    context.on('weberror', (webError) => {
      complaints.push(`The page threw an error: ${webError.error().stack}`);
    });
    await use(await context.newPage());
    await context.close();
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
  },
});

async function findChromium(): Promise<Chromium> {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROME_PATH is ${chosen}, but nothing is there.`);
    return { path: chosen, env: {} };
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    ...folders.flatMap((folder) => installedNames.map((name) => join(folder, name))),
    ...installedPaths,
  ];
  const installed = candidates.find((path) => existsSync(path));
  if (installed !== undefined) return { path: installed, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackedChromium();
  throw new Error('No Chromium was found: install Chromium or Chrome, or set CHROME_PATH to one.');
}

/**
 * The Chromium of @sparticuz/chromium, unpacked once (about 3 s) into node_modules/.cache.
 *
 * The package itself unpacks straight into the temporary folder of the machine, where a second
 * process would find and start a half-written program; so we unpack aside and then rename.
 */
async function unpackedChromium(): Promise<Chromium> {
  const { default: sparticuz, inflate } = await import('@sparticuz/chromium');
  const home = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..');
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
  const cache = join(import.meta.dirname, '../../node_modules/.cache');
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) {
    await mkdir(cache, { recursive: true });
    const aside = await mkdtemp(join(cache, 'unpacking-'));
    const temporary = process.env.TMPDIR;
    try {
      // The package offers no other way to say where to unpack.
      process.env.TMPDIR = aside;
      await Promise.all([
        sparticuz.executablePath(join(home, 'bin')),
        inflate(join(home, 'bin/al2023.tar.br')),
      ]);
      await writeFile(join(aside, 'fonts.conf'), fontSettings);
      // Fails when another process was faster: then its folder is as good as ours.
      await rename(aside, folder).catch(() => access(folder));
    } finally {
      if (temporary === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = temporary;
      await rm(aside, { recursive: true, force: true });
    }
  }
  const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH];
  return {
    path: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: libraries.filter(Boolean).join(delimiter),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}
