/** Starts everything that `assuage serve` needs: the journal, the knowledge, and a socket on loopback. */
import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import {
  type AccountRows,
  createVault,
  hashOfSecret,
  KEY_BYTES,
  newSecret,
  people,
  SCRYPT_COST,
} from '@assuage/accounts';
import type { Jurisdiction } from '@assuage/jurisdiction';
import { readJurisdictions } from '@assuage/jurisdiction/node';
import { formatIssue, type Issue, loadKnowledge, loadLibrary } from '@assuage/knowledge';
import { KNOWLEDGE_FOLDER, readKnowledgeFiles, releaseOf } from '@assuage/knowledge/node';
import { type Journal, JournalError, openJournal, type Practice } from '@assuage/record';
import { compileEngine, type Engine } from '@assuage/safety';
import { getRequestListener } from '@hono/node-server';
import { destination, pino } from 'pino';
import { type AppParts, createApp } from './app.ts';
import { localDate } from './clock.ts';
import { demoDay, demoEntries, demoPractice } from './demo/demo.ts';
import { createMailer } from './mail.ts';
import { addPage } from './page.ts';
import { linksForReturningOwners } from './returning-owner.ts';

const HOST = '127.0.0.1';
const FIRST_PORT = 4600;
const PORTS_TRIED = 20;
/** How long answers in progress may take when the server closes. */
const PATIENCE_MS = 2000;
const PAGE_FOLDER = fileURLToPath(new URL('../../web/dist/', import.meta.url));

export interface ServerOptions {
  /** The SQLite file of the journals; made, with a practice in it, when there is none. */
  readonly file: string;
  /** Where the journals are instead, as `openJournal` takes it; the key stays beside the file. */
  readonly database?: string;
  /** Whether a new file gets the demo practice, as when left out, or one that is set up in the browser. */
  readonly demo?: boolean;
  /** Left out: 4600, or the next port that is free. 0: any free port. */
  readonly port?: number | undefined;
  /** Only this computer: `127.0.0.1` or `localhost`. Others reach the practice through a proxy with HTTPS. */
  readonly host?: string | undefined;
  /** The address that people type when a proxy of the practice stands before this program. */
  readonly origin?: string | undefined;
  /** Sends mails through this server: `smtp://user:password@mail.example.org`. Left out: no mails. */
  readonly smtp?: string | undefined;
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
  const { file, port, host = HOST, print = console.log, page = PAGE_FOLDER, origin } = options;
  if (host !== HOST && host !== 'localhost')
    throw new StartError(
      `Assuage listens on this computer only, because it does not encrypt what it sends. To reach it from elsewhere, put a proxy with HTTPS before it and say --origin https://…; start it without a host, or with ${HOST} instead of ${host}.`,
    );
  if (origin !== undefined && !/^https:\/\/[^/]+$/.test(origin))
    throw new StartError(
      `The address ${origin} will not do: it must be like https://harbour.example.org, without anything after the name.`,
    );
  const { engine, library, measures } = readRelease();
  const jurisdictions = readPlaces();
  const journal = await openJournal(options.database ?? file);
  try {
    const now = () => new Date();
    let practice = await findPractice(journal, engine, now(), options.demo ?? true);
    if (practice.demo && origin !== undefined)
      throw new StartError(
        'A demo practice has no accounts, so it is for this computer only. Leave out --origin.',
      );
    // Standard error, so that lines for people stay readable; and never what a client said.
    const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' }, destination(2));
    const accounts = {
      practice: practice.id,
      vault: createVault(keyBeside(file)),
      now,
      scryptCost: SCRYPT_COST,
      run: <Result>(work: (rows: AccountRows) => Promise<Result>) =>
        journal.inAccounts(practice.id, work),
    };
    const isNew =
      !practice.demo &&
      (await people({ ...accounts, site: { origin: '', name: practice.name } })).length === 0;
    const secret = newSecret();
    const changePractice = async (changed: Practice) => {
      await journal.changePractice(changed);
      practice = changed;
    };
    const app = createApp({
      journal,
      practice: () => practice,
      changePractice,
      jurisdictions,
      accounts,
      origin,
      behindProxy: origin !== undefined,
      engine,
      library,
      measures,
      now,
      random: Math.random,
      sendMail:
        options.smtp === undefined
          ? undefined
          : createMailer(options.smtp, (error) => log.error(traceOf(error), 'mail not sent')),
      setUp: isNew
        ? {
            isRight: (typed) => hashOfSecret(typed) === hashOfSecret(secret),
            done: (name, therapist) =>
              changePractice({
                ...practice,
                name,
                therapist: { ...practice.therapist, name: therapist },
              }),
          }
        : undefined,
      onRequest: (request) => log.info(request, 'request'),
      onError: (error) => log.error(traceOf(error), 'request failed'),
    });
    addPage(app, page);

    const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
    const at = await listen(server, port);
    const url = `http://${HOST}:${at}`;
    const close = closer(server, journal);
    print(`Assuage is at ${origin ?? url}`);
    print('It listens on 127.0.0.1 only: nobody can reach it from another computer.');
    if (practice.demo) print(`${practice.name} is a demo practice. Everyone in it is invented.`);
    if (isNew)
      print(
        `Open this address to set up your practice: ${origin ?? `http://localhost:${at}`}/set-up#${secret}`,
      );
    const site = { origin: origin ?? `http://localhost:${at}`, name: practice.name };
    for (const { name, secret } of await linksForReturningOwners({ ...accounts, site }))
      print(`${name} opens this address to choose a password: ${site.origin}/invitation#${secret}`);
    print(`Everything is saved in ${journal.where}. Press Ctrl+C to stop.`);
    return { url, close };
  } catch (error) {
    await journal.close();
    throw error;
  }
}

/** The key of the vault stands beside the database, not in it, and only its owner may read it. */
function keyBeside(file: string): Buffer {
  const path = `${file}.key`;
  try {
    writeFileSync(path, randomBytes(KEY_BYTES).toString('base64'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
      throw new StartError(
        `The key file ${path} cannot be made (${messageOf(error)}). Check that you may write in this folder.`,
        { cause: error },
      );
  }
  const key = Buffer.from(readFileSync(path, 'utf8'), 'base64');
  if (key.length !== KEY_BYTES)
    throw new StartError(
      `The key file ${path} is damaged. Put it back from a backup. Without it, move it away: then everyone signs in with a recovery code and adds the app again.`,
    );
  return key;
}

function readRelease(): Pick<AppParts, 'engine' | 'library' | 'measures'> {
  const { subjects } = readKnowledgeFiles(KNOWLEDGE_FOLDER);
  const loaded = loadKnowledge(subjects, releaseOf(subjects));
  if (!loaded.ok) throw mistakenKnowledge(loaded.issues);
  const read = loadLibrary(subjects, loaded.knowledge);
  if (!read.ok) throw mistakenKnowledge(read.issues);
  const { knowledge, measures } = loaded;
  return { engine: compileEngine(knowledge), library: read.library, measures };
}

const mistakenKnowledge = (issues: readonly Issue[]): StartError =>
  new StartError(
    `The knowledge has mistakes, so no plan would be safe:\n${issues.map(formatIssue).join('\n')}`,
  );

function readPlaces(): readonly Jurisdiction[] {
  const result = readJurisdictions();
  if (result.ok) return result.jurisdictions;
  throw new StartError(
    `The files in jurisdictions/ have mistakes:\n${result.issues.map(formatIssue).join('\n')}`,
  );
}

/** The practice in the file; in a new file, the demo or an empty one. A demo has clients every day. */
async function findPractice(
  journal: Journal,
  engine: Engine,
  now: Date,
  demo: boolean,
): Promise<Practice> {
  const today = localDate(now);
  const [practice] = await journal.practices();
  if (!practice) {
    const made = demo ? demoPractice : emptyPractice();
    await journal.found(made, demo ? demoEntries(engine, today) : [], now.toISOString());
    return made;
  }
  if (practice.demo && (await journal.appointmentsOn(practice.id, today)).length === 0)
    await journal.append(practice.id, demoDay(engine, today), now.toISOString());
  return practice;
}

/** It is named when it is set up. */
const emptyPractice = (): Practice => ({
  id: randomUUIDv7(),
  name: 'New practice',
  therapist: { name: 'New practice', training: [] },
  demo: false,
});

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

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
