/** Starts everything that `assuage serve` needs: the journal, the knowledge, and a socket on loopback. */
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { formatIssue } from '@assuage/knowledge';
import { readKnowledge } from '@assuage/knowledge/node';
import { type Journal, JournalError, openJournal, type Practice } from '@assuage/record';
import { compileEngine, type Engine } from '@assuage/safety';
import { getRequestListener } from '@hono/node-server';
import { destination, pino } from 'pino';
import { createApp } from './app.ts';
import { localDate } from './clock.ts';
import { demoDay, demoEntries, demoPractice } from './demo/demo.ts';
import { addPage } from './page.ts';

const HOST = '127.0.0.1';
const FIRST_PORT = 4600;
const PORTS_TRIED = 20;
/** How long answers in progress may take when the server closes. */
const PATIENCE_MS = 2000;
const PAGE_FOLDER = fileURLToPath(new URL('../../web/dist/', import.meta.url));

export interface ServerOptions {
  /** The SQLite file of the journals; made, with a demo practice, when there is none. */
  readonly file: string;
  /** Left out: 4600, or the next port that is free. 0: any free port. */
  readonly port?: number | undefined;
  /** Only this computer: `127.0.0.1` or `localhost`. */
  readonly host?: string | undefined;
  /** Where lines for people go. Left out: standard output. */
  readonly print?: (line: string) => void;
  /** The built interface. Left out: the one beside this package. */
  readonly page?: string;
}

export interface RunningServer {
  readonly url: string;
  /** Answers what is in progress, then closes the socket and the journal. */
  close(): Promise<void>;
}

/** A reason not to start, in words for the person who starts the program. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/**
 * Starts the server, prints its address, and closes it cleanly on SIGINT or SIGTERM.
 *
 * @throws StartError or JournalError, whose message says what is wrong and what to do
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { file, port, host = HOST, print = console.log, page = PAGE_FOLDER } = options;
  if (host !== HOST && host !== 'localhost')
    throw new StartError(
      `Assuage has no accounts yet, so it can be reached from this computer only. Start it without a host, or with ${HOST} instead of ${host}.`,
    );
  const engine = readEngine();
  const journal = openJournal(file);
  try {
    const now = () => new Date();
    const practice = await findPractice(journal, engine, now());
    // Standard error, so that lines for people stay readable; and never what a client said.
    const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' }, destination(2));
    const app = createApp({
      journal,
      practice,
      engine,
      now,
      onRequest: (request) => log.info(request, 'request'),
      onError: (error) => log.error(traceOf(error), 'request failed'),
    });
    addPage(app, page);

    const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
    const url = `http://${HOST}:${await listen(server, port)}`;
    const close = closer(server, journal);
    print(`Assuage is at ${url}`);
    print('It listens on 127.0.0.1 only: nobody can reach it from another computer.');
    if (practice.demo) print(`${practice.name} is a demo practice. Everyone in it is invented.`);
    print(`Everything is saved in ${file}. Press Ctrl+C to stop.`);
    return { url, close };
  } catch (error) {
    await journal.close();
    throw error;
  }
}

function readEngine(): Engine {
  const result = readKnowledge();
  if (!result.ok)
    throw new StartError(
      `The knowledge has mistakes, so no plan would be safe:\n${result.issues.map(formatIssue).join('\n')}`,
    );
  return compileEngine(result.knowledge);
}

/** The practice in the file; in a new file, the demo. A demo has clients every day. */
async function findPractice(journal: Journal, engine: Engine, now: Date): Promise<Practice> {
  const today = localDate(now);
  const [practice] = await journal.practices();
  if (!practice) {
    await journal.found(demoPractice, demoEntries(engine, today), now.toISOString());
    return demoPractice;
  }
  if (practice.demo && (await journal.appointmentsOn(practice.id, today)).length === 0)
    await journal.append(practice.id, demoDay(engine, today), now.toISOString());
  return practice;
}

async function listen(server: Server, wanted: number | undefined): Promise<number> {
  const first = wanted ?? FIRST_PORT;
  const last = wanted === undefined ? first + PORTS_TRIED - 1 : first;
  for (let port = first; port <= last; port++)
    if (await listensOn(server, port)) return portOf(server);
  throw new StartError(
    wanted === undefined
      ? `The ports ${first} to ${last} are all taken. Stop another program, or choose a port with --port.`
      : `The port ${wanted} is taken. Choose another with --port, or leave it out to take the next free one.`,
  );
}

/** @returns false when another program has the port */
const listensOn = (server: Server, port: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(cannotListen(port, error));
    server.once('error', onError);
    server.listen(port, HOST, () => {
      server.off('error', onError);
      resolve(true);
    });
  });

const cannotListen = (port: number, error: Error): StartError =>
  new StartError(`Cannot listen on port ${port} (${error.message}). Choose another with --port.`, {
    cause: error,
  });

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return address.port;
}

function closer(server: Server, journal: Journal): () => Promise<void> {
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= (async () => {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
      const patience = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
      await new Promise((resolve) => server.close(resolve));
      clearTimeout(patience);
      await journal.close();
    })();
    return closing;
  };
  const onSignal = () => void close();
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return close;
}

/** Where an error was thrown. Its message may quote what a client said, so only our own is kept. */
function traceOf(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const at = error.stack?.split('\n').filter((line) => line.startsWith('    at '));
  return { name: error.name, at, ...(error instanceof JournalError && { why: error.message }) };
}
