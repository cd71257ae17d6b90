import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NewEntry } from '@assuage/record';
import { describe, expect, onTestFinished, test } from 'vitest';
import { localDate } from './clock.ts';
import type { TodayView } from './routes/clients.ts';
import { type ServerOptions, startServer } from './start.ts';
import { temporary } from './testing/parts.ts';

const SERVER = fileURLToPath(new URL('./testing/serve.ts', import.meta.url));

async function start(options: Partial<ServerOptions> = {}) {
  const lines: string[] = [];
  const server = await startServer({
    file: temporary('journal.db'),
    port: 0,
    print: (line) => lines.push(line),
    page: join(dirname(temporary('x')), 'no page'),
    ...options,
  });
  onTestFinished(() => server.close());
  return { ...server, lines };
}
const today = async (url: string) => (await (await fetch(`${url}/api/today`)).json()) as TodayView;

describe('the server', () => {
  test('says its address, that nobody else can reach it, and that the people are invented', async () => {
    const { url, lines } = await start();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(lines.join('\n')).toContain(url);
    expect(lines.join('\n')).toContain('127.0.0.1 only');
    expect(lines.join('\n')).toContain('Everyone in it is invented');
  });

  test('has the demo practice in a new file, with appointments today', async () => {
    const { url } = await start();
    const { date, clients } = await today(url);
    expect(date).toBe(localDate(new Date()));
    expect(clients).toHaveLength(10);
    const checkedIn = clients.filter(({ record }) =>
      record.checkIns.some(({ on }) => on.startsWith(date)),
    );
    expect(checkedIn.length).toBeGreaterThan(0);
    expect(checkedIn.length).toBeLessThan(clients.length);
  });

  test('finds everything again after a restart, and adds nothing of its own', async () => {
    const file = temporary('journal.db');
    const first = await start({ file });
    const before = await today(first.url);
    const client = before.clients[0]?.record.client.id ?? '';
    const entry: NewEntry = {
      id: '019a0000-0000-7000-8000-000000000001',
      client,
      kind: 'fact',
      v: 1,
      on: `${before.date}T00:00`,
      by: { name: 'Jo Field', role: 'therapist' },
      body: { statements: [], listed: { medicine: true } },
    };
    const saved = await fetch(`${first.url}/api/clients/${client}/entries`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([entry]),
    });
    const record = await saved.json();
    expect(saved.status).toBe(201);
    await first.close();

    const second = await start({ file });
    expect(await (await fetch(`${second.url}/api/clients/${client}`)).json()).toEqual(record);
    const after = await today(second.url);
    expect(after.clients.slice(1)).toEqual(before.clients.slice(1));
  });

  test('a practice of one’s own is set up at the printed address, once, and is there after a restart', async () => {
    const file = temporary('journal.db');
    const first = await start({ file, demo: false });
    const [, secret = ''] = /set-up#([\w-]+)/.exec(first.lines.join('\n')) ?? [];
    const post = (url: string, path: string, body: object) =>
      fetch(`${url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const owner = { email: 'jo@harbour.example', password: 'green kettle on the stove' };
    const form = { secret, practice: 'Harbour Massage', name: 'Jo Field', ...owner };
    expect((await fetch(`${first.url}/api/today`)).status, 'nobody is signed in').toBe(401);
    expect((await post(first.url, '/api/set-up', { ...form, secret: 'guessed' })).status).toBe(403);
    const weak = await post(first.url, '/api/set-up', { ...form, password: 'short' });
    expect(weak.status).toBe(400);
    expect((await post(first.url, '/api/set-up', form)).status).toBe(201);
    expect((await post(first.url, '/api/set-up', form)).status, 'once').toBe(409);
    await first.close();

    const second = await start({ file, demo: false });
    expect(second.lines.join()).not.toContain('set-up');
    const practice = await (await fetch(`${second.url}/api/practice`)).json();
    expect(practice).toMatchObject({
      name: 'Harbour Massage',
      demo: false,
      setUpNeeded: false,
      you: null,
    });
    expect((await post(second.url, '/api/sign-in', owner)).status).toBe(200);
  });

  test('takes a request without a body, and refuses one that does not say how long it is', async () => {
    const { url } = await start();
    expect((await fetch(`${url}/api/account/sessions`, { method: 'DELETE' })).status).toBe(403);
    const endless = await fetch(`${url}/api/clients`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Blob(['{}']).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(endless.status).toBe(411);
  });

  test('keeps the key for what is encrypted beside the database, for its owner only', async () => {
    const file = temporary('journal.db');
    await start({ file });
    expect(statSync(`${file}.key`).mode & 0o777).toBe(0o600);
    expect(readFileSync(`${file}.key`, 'utf8')).toHaveLength(44);
  });

  test('does not start with a damaged key, and says what that means', async () => {
    const file = temporary('journal.db');
    writeFileSync(`${file}.key`, 'half');
    await expect(start({ file })).rejects.toThrow(/key file .* is damaged.*recovery code/s);
  });

  test.each([
    ['http://harbour.example.org', 'must be like https'],
    ['https://harbour.example.org/app', 'must be like https'],
  ])('refuses to be reached at %s', async (origin, why) => {
    await expect(start({ origin, demo: false })).rejects.toThrow(why);
  });

  test('never shows a demo, which has no accounts, to other computers', async () => {
    await expect(start({ origin: 'https://harbour.example.org' })).rejects.toThrow(
      'this computer only',
    );
  });

  test('listens on no other address of this computer', async () => {
    const { url } = await start();
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ address, family }) => family === 'IPv4' && address !== '127.0.0.1');
    for (const { address } of others) {
      const socket = connect({ host: address, port: Number(new URL(url).port), timeout: 1000 });
      const outcome = await new Promise((resolve) => {
        for (const event of ['connect', 'timeout', 'error'])
          socket.once(event, () => resolve(event));
      });
      socket.destroy();
      expect(outcome).not.toBe('connect');
    }
  });

  test('refuses to listen for other computers', async () => {
    await expect(start({ host: '0.0.0.0' })).rejects.toThrow(/listens on this computer only/);
  });

  test('refuses a request under another name', async () => {
    const { url } = await start();
    const asked = request(`${url}/api/clients`, { headers: { host: 'evil.example' } });
    asked.end();
    const [response] = await once(asked, 'response');
    response.resume();
    expect(response.statusCode).toBe(403);
  });

  test('refuses 50 MB and goes on answering', async () => {
    const { url } = await start();
    const sent = fetch(`${url}/api/clients`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: 'x'.repeat(50_000_000),
    });
    // The answer may come while the rest is still being sent, and the connection is then cut.
    await sent.then(
      (response) => expect(response.status).toBe(413),
      (error: Error) => expect(error.message).toBe('fetch failed'),
    );
    expect((await fetch(`${url}/api/practice`)).status).toBe(200);
  });
});

describe('a port that is taken', () => {
  const takeFreePort = async (): Promise<number> => {
    const other = createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    return (other.address() as AddressInfo).port;
  };

  test('is a clear error when it was asked for', async () => {
    const port = await takeFreePort();
    await expect(start({ port })).rejects.toThrow(`The port ${port} is taken`);
  });

  test('is passed over when none was asked for', async () => {
    const [one, two] = [await start({ port: undefined }), await start({ port: undefined })];
    expect(one.url).not.toBe(two.url);
    expect((await fetch(`${two.url}/api/practice`)).status).toBe(200);
  });
});

describe('the page', () => {
  const built = () => {
    const page = temporary('dist');
    mkdirSync(join(page, 'assets'), { recursive: true });
    writeFileSync(join(page, 'index.html'), '<title>Assuage</title>');
    writeFileSync(join(page, 'assets/main-abc.js'), 'export {};');
    writeFileSync(join(dirname(page), 'secret.txt'), 'secret');
    return page;
  };

  test('is served at every address of a screen, and never kept when it changes', async () => {
    const { url } = await start({ page: built() });
    for (const path of ['/', '/clients/019a0000-0000-7000-8000-000000000001', '/today?x=1']) {
      const response = await fetch(url + path);
      expect(await response.text()).toContain('<title>Assuage');
      expect(response.headers.get('content-type')).toMatch(/^text\/html/);
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    }
  });

  test('brings its files, which a browser may keep as their names change with them', async () => {
    const { url } = await start({ page: built() });
    const script = await fetch(`${url}/assets/main-abc.js`);
    expect(script.headers.get('content-type')).toMatch(/javascript/);
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect((await fetch(`${url}/assets/other.js`)).status).toBe(404);
  });

  test('gives nothing from outside its folder', async () => {
    const { url } = await start({ page: built() });
    for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt']) {
      const asked = request(url, { path });
      asked.end();
      const [response] = await once(asked, 'response');
      let text = '';
      for await (const chunk of response) text += chunk;
      expect(text).not.toContain('secret');
    }
  });

  test('says how to build it when it is not there', async () => {
    const { url } = await start();
    const response = await fetch(url);
    expect([response.status, await response.text()]).toEqual([
      503,
      expect.stringContaining('npm run build'),
    ]);
  });
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s closes the program cleanly',
  async (signal) => {
    const child = spawn(process.execPath, [SERVER, temporary('journal.db')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = await once(child.stdout.setEncoding('utf8'), 'data');
    const url = /http:\/\/\S+/.exec(String(said))?.[0] ?? '';
    expect((await fetch(`${url}/api/practice`)).status).toBe(200);
    child.kill(signal);
    expect(await once(child, 'close')).toEqual([0, null]);
  },
  30_000,
);
