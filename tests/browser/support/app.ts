// The real program for a browser test: a server on a free port, its data in a temporary folder.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningServer, startServer } from '@assuage/server';
import { test as base } from '../chromium.ts';

const BUILT = join(import.meta.dirname, '../../../packages/web/dist/index.html');

/** A server with the demo practice in a fresh file. */
export interface App {
  readonly url: string;
  /** Stops the program, as Ctrl+C does. */
  stop(): Promise<void>;
  /** Starts it again at the same address, with the same data. */
  start(): Promise<void>;
  /** The id of a client of the demo practice. */
  clientId(name: string): Promise<string>;
  /** What the server says about a client, as it was sent. */
  record(id: string): Promise<ClientView>;
}

/** The part of a client's record that the browser tests look at. */
export interface ClientView {
  readonly client: { readonly id: string; readonly name: string };
  readonly statements: readonly {
    readonly fact: string;
    readonly answer: string;
    readonly places?: readonly string[];
    readonly value?: number;
    readonly by: string;
    readonly at: string;
  }[];
  readonly checkIns: readonly {
    readonly painNow: number | null;
    readonly pain: readonly { readonly place: string; readonly level: number }[];
    readonly wish: string;
    readonly by: { readonly name: string; readonly role: string };
  }[];
  readonly sessions: readonly unknown[];
}

async function startApp(): Promise<App & { remove(): Promise<void> }> {
  if (!existsSync(BUILT)) throw new Error('The interface is not built: run `npm run build` first.');
  const folder = await mkdtemp(join(tmpdir(), 'assuage-app-'));
  const file = join(folder, 'practice.sqlite');
  const run = (port: number): Promise<RunningServer> =>
    startServer({ file, port, print: () => undefined });
  let server: RunningServer | undefined = await run(0);
  const { url } = server;
  const ask = async (path: string): Promise<unknown> => (await fetch(`${url}${path}`)).json();
  const stop = async () => {
    await server?.close();
    server = undefined;
  };
  return {
    url,
    stop,
    start: async () => {
      server ??= await run(Number(new URL(url).port));
    },
    clientId: async (name) => {
      // The route answers a list of names with ids.
      const clients = (await ask('/api/clients')) as { id: string; name: string }[];
      const found = clients.find((client) => client.name === name);
      if (!found) {
        const names = clients.map((client) => client.name).join(', ');
        throw new Error(`The demo practice has no client ${name}, but: ${names}`);
      }
      return found.id;
    },
    record: async (id) => (await ask(`/api/clients/${id}`)) as ClientView,
    remove: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A vitest `test` with a `page` in Chromium and an `app` that is shared by the file's tests. */
export const test = base.extend<{ $file: { app: App } }>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest requires the destructuring.
    async ({}, use) => {
      const app = await startApp();
      await use(app);
      await app.remove();
    },
    { scope: 'file' },
  ],
});
