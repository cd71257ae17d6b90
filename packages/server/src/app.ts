/** The routes. Each parses what it is sent, asks the journal, and answers. */
import { gzipSync } from 'node:zlib';
import { type Knowledge, normalise } from '@assuage/knowledge';
import {
  type BookedAppointment,
  CalendarDate,
  type ClientRecord,
  checkEntries,
  Id,
  type Journal,
  JournalError,
  NewEntry,
  type Practice,
  recordOf,
} from '@assuage/record';
import type { Engine } from '@assuage/safety';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { matchedRoutes } from 'hono/route';
import * as v from 'valibot';
import { localDate } from './clock.ts';
import { ApiError, answerError } from './errors.ts';
import { guardHeaders, onlyFromHere } from './guard.ts';
import { parsed } from './parse.ts';

export interface AppParts {
  readonly journal: Journal;
  /** The id of the practice that is served. */
  readonly practice: Practice;
  readonly engine: Engine;
  /** The clock: an instant, and the date where the practice is. */
  readonly now: () => Date;
  /** Told of every request, without anything that says whose data it was about. */
  readonly onRequest: (request: RequestNote) => void;
  /** Told of what only a programmer or the disk can cause. */
  readonly onError: (error: unknown) => void;
}

export interface RequestNote {
  readonly method: string;
  /** The route, not the address: `/api/clients/:id`. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

/** The practice as the interface shows it. */
export interface PracticeView extends Practice {
  /** Today's date where the practice is. */
  readonly today: string;
  /** The knowledge release in use. */
  readonly release: string;
}
export interface TodayView {
  readonly date: string;
  /** In order of the appointments; a client with two appears twice. */
  readonly clients: readonly {
    readonly record: ClientRecord;
    readonly appointment: BookedAppointment;
  }[];
}

const MOST_BYTES = 1_000_000;
const ClientPath = v.object({ id: Id });
const NewEntries = v.pipe(
  v.array(NewEntry, 'must be a list of entries'),
  v.minLength(1, 'must hold at least one entry'),
  v.maxLength(500, 'must not hold more than 500 entries'),
);

export function createApp({ journal, practice, engine, now, onRequest, onError }: AppParts) {
  const today = () => localDate(now());
  const knowledge: Knowledge = engine.knowledge;
  const knowledgeText = JSON.stringify(knowledge);
  // Packed once for all browsers, at the highest level: it is the largest thing that a page loads.
  const knowledgePacked = Uint8Array.from(gzipSync(knowledgeText, { level: 9 }));

  const recordOrRefuse = async (client: string): Promise<ClientRecord> => {
    const record = await recordOf(journal, practice.id, client);
    if (!record) throw new ApiError('client-not-found', 'No client has this id.');
    return record;
  };
  /** @param inBody turns a place in the list of entries into a place in what was sent */
  const append = async (
    entries: readonly NewEntry[],
    client: string,
    inBody = (where: string) => `body${where}`,
  ): Promise<ClientRecord> => {
    const strangers = entries.flatMap((entry, i) =>
      entry.client === client
        ? []
        : [{ where: `body[${i}].client`, message: `is not ${client}, whose journal this is` }],
    );
    if (strangers.length > 0) throw ApiError.invalid(strangers);
    const known = new Map(
      (await journal.entries(practice.id, client)).map(({ id, kind }) => [id, kind]),
    );
    const problems = checkEntries(entries, {
      engine,
      today: today(),
      kindOf: (id) => known.get(id),
    });
    if (problems.length > 0)
      throw ApiError.invalid(
        problems.map(({ where, message }) => ({ where: inBody(where), message })),
      );
    await journal.append(practice.id, entries, now().toISOString());
    return recordOrRefuse(client);
  };

  const app = new Hono()
    .use(async (c, next) => {
      const start = performance.now();
      await next();
      const { method } = c.req;
      const ms = Math.round(performance.now() - start);
      onRequest({ method, route: routeOf(c), status: c.res.status, ms });
    })
    .use(guardHeaders)
    .use(onlyFromHere)
    .use('/api/*', async (c, next) => {
      await next();
      if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
    })
    .use(
      '/api/*',
      bodyLimit({
        maxSize: MOST_BYTES,
        onError: () => {
          throw new ApiError('too-large', 'This is more than 1 MB, so it was not saved.');
        },
      }),
    )
    .get('/api/practice', (c) => {
      const view: PracticeView = { ...practice, today: today(), release: knowledge.release };
      return c.json(view);
    })
    .get('/api/knowledge', (c) => {
      const tag = `"${knowledge.release}"`;
      c.header('ETag', tag);
      c.header('Cache-Control', 'no-cache');
      c.header('Vary', 'Accept-Encoding');
      if (c.req.header('if-none-match')?.includes(tag)) return c.body(null, 304);
      if (accepts(c, 'gzip'))
        return c.body(knowledgePacked, 200, {
          'Content-Type': 'application/json',
          'Content-Encoding': 'gzip',
        });
      return c.body(knowledgeText, 200, { 'Content-Type': 'application/json' });
    })
    .get(
      '/api/today',
      parsed('query', v.object({ date: v.exactOptional(CalendarDate) })),
      async (c) => {
        const date = c.req.valid('query').date ?? today();
        const booked = await journal.appointmentsOn(practice.id, date);
        const clients = await Promise.all(
          booked.map(async ({ client, ...appointment }) => ({
            record: await recordOrRefuse(client),
            appointment,
          })),
        );
        const view: TodayView = { date, clients };
        return c.json(view);
      },
    )
    .get(
      '/api/clients',
      parsed('query', v.object({ q: v.exactOptional(v.pipe(v.string(), v.maxLength(200))) })),
      async (c) => {
        const words = normalise(c.req.valid('query').q ?? '').split(' ');
        const clients = await journal.clients(practice.id);
        return c.json(
          clients.filter(({ name }) => words.every((word) => normalise(name).includes(word))),
        );
      },
    )
    .get('/api/clients/:id', parsed('param', ClientPath), async (c) =>
      c.json(await recordOrRefuse(c.req.valid('param').id)),
    )
    .post('/api/clients', parsed('json', NewEntry), async (c) => {
      const entry = c.req.valid('json');
      if (entry.kind !== 'client')
        throw ApiError.invalid([
          { where: 'body.kind', message: 'a new client begins with an entry of the kind "client"' },
        ]);
      const record = await append([entry], entry.client, (where) => where.replace('[0]', 'body'));
      return c.json(record, 201);
    })
    .post(
      '/api/clients/:id/entries',
      parsed('param', ClientPath),
      parsed('json', NewEntries),
      async (c) => c.json(await append(c.req.valid('json'), c.req.valid('param').id), 201),
    );

  app.all('/api/*', () => {
    throw new ApiError('not-found', 'There is nothing at this address.');
  });
  app.onError((error, c) => answerError(c, asApiError(error, onError)));
  return app;
}

/** For the typed client: `hc<Api>(origin)`. */
export type Api = ReturnType<typeof createApp>;

const accepts = (c: Context, encoding: string): boolean =>
  (c.req.header('accept-encoding') ?? '')
    .split(',')
    .some((offer) => new RegExp(`^\\s*${encoding}\\s*(;\\s*q=(?!0(\\.0*)?\\s*$).*)?$`).test(offer));

const routeOf = (c: Context): string =>
  matchedRoutes(c).findLast(({ path }) => !path.includes('*'))?.path ?? '*';

function asApiError(error: unknown, onError: AppParts['onError']): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof JournalError && error.code === 'conflict')
    return new ApiError('conflict', error.message);
  if (error instanceof JournalError && error.code === 'unknown-client')
    return new ApiError('client-not-found', error.message);
  onError(error);
  if (error instanceof JournalError && error.code === 'cannot-write')
    return new ApiError('not-saved', error.message);
  return new ApiError(
    'internal',
    'Something went wrong on our side. Try again: what is already saved is not saved twice.',
  );
}
