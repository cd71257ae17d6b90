/** The routes, and what is around every one of them. Each parses what it is sent, asks for permission, and answers. */
import type { Context as Accounts, Actor } from '@assuage/accounts';
import type { Jurisdiction } from '@assuage/jurisdiction';
import type { Library, Measures } from '@assuage/knowledge';
import { type Journal, JournalError, namesIn, type Practice } from '@assuage/record';
import type { Engine } from '@assuage/safety';
import { type Context, Hono } from 'hono';
import { matchedRoutes } from 'hono/route';
import { createAccess } from './access/access.ts';
import { createRecords } from './access/records.ts';
import { localDate } from './clock.ts';
import { ApiError, answerError } from './errors.ts';
import { guardHeaders, limitBody, onlyFrom, sandboxed } from './guard.ts';
import { accountRoutes } from './routes/account.ts';
import { auditRoutes } from './routes/audit.ts';
import { clientRoutes } from './routes/clients.ts';
import { exportRoutes } from './routes/export.ts';
import { fileRoutes } from './routes/files.ts';
import { importRoutes } from './routes/imports.ts';
import { knowledgeRoutes } from './routes/knowledge.ts';
import { linkRoutes } from './routes/links.ts';
import { peopleRoutes } from './routes/people.ts';
import { practiceRoutes, type SetUp } from './routes/practice.ts';
import { ratingsRoutes } from './routes/ratings.ts';
import { resultsRoutes } from './routes/results.ts';
import { retentionRoutes } from './routes/retention.ts';
import { reviewRoutes } from './routes/review.ts';
import { settingsRoutes } from './routes/settings.ts';
import { type Mail, signInRoutes } from './routes/sign-in.ts';

export interface AppParts {
  readonly journal: Journal;
  /** The practice that is served; its name changes when it is set up. */
  readonly practice: () => Practice;
  /** Keeps the practice as it is from now on; `practice` then says so. */
  readonly changePractice: (practice: Practice) => Promise<void>;
  /** The places that a practice can choose from. */
  readonly jurisdictions: readonly Jurisdiction[];
  /** Its accounts, without the address at which it is reached. */
  readonly accounts: Omit<Accounts, 'site'>;
  /** The address that people type, such as `https://harbour.example.org`. Left out: this computer only. */
  readonly origin?: string | undefined;
  /** A proxy of the practice stands before this program and says where requests come from. */
  readonly behindProxy?: boolean;
  readonly engine: Engine;
  /** What studies found, of the release of the engine. */
  readonly library: Library;
  /** The outcome measures, of the same release. */
  readonly measures: Measures;
  /** The clock: an instant, and the date where the practice is. */
  readonly now: () => Date;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  readonly sendMail?: ((mail: Mail) => void) | undefined;
  readonly setUp?: SetUp | undefined;
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

export function createApp(parts: AppParts) {
  const { journal, practice, engine, now, origin, onRequest, onError } = parts;
  const { sendMail, setUp, jurisdictions, changePractice } = parts;
  const today = () => localDate(now());
  const siteOf = (c: Context) => ({
    origin: origin ?? new URL(c.req.url).origin,
    name: practice().name,
  });
  const access = createAccess({
    accountsFor: (c) => ({ ...parts.accounts, site: siteOf(c) }),
    openTo: practice().demo ? everyoneIn(practice()) : undefined,
    behindProxy: parts.behindProxy ?? false,
  });

  const base = new Hono()
    .use(async (c, next) => {
      const start = performance.now();
      await next();
      const { method } = c.req;
      const ms = Math.round(performance.now() - start);
      onRequest({ method, route: routeOf(c), status: c.res.status, ms });
    })
    .use('/api/clients/:id/files/:file', sandboxed)
    .use(guardHeaders)
    .use(onlyFrom(origin))
    .use('/api/*', async (c, next) => {
      await next();
      if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
    })
    .use('/api/*', access.audit)
    .use('/api/*', limitBody);
  const id = () => practice().id;
  const { measures } = parts.measures;
  const records = createRecords({ access, journal, engine, measures, practice: id, now, today });
  const app = base
    .route(
      '/',
      practiceRoutes({ access, engine, practice, today, mail: sendMail !== undefined, setUp }),
    )
    .route(
      '/',
      knowledgeRoutes({ access, engine, library: parts.library, measures: parts.measures }),
    )
    .route('/', signInRoutes({ access, sendMail }))
    .route('/', accountRoutes({ access }))
    .route('/', peopleRoutes({ access, sendMail }))
    .route('/', linkRoutes({ access }))
    .route('/', auditRoutes({ access, random: parts.random }))
    .route(
      '/',
      exportRoutes({ access, journal, practice, nameOf: namesIn(engine.knowledge), today }),
    )
    .route('/', importRoutes({ access, journal, practice, now, today }))
    .route('/', settingsRoutes({ access, engine, practice, jurisdictions, changePractice }))
    .route('/', retentionRoutes({ access, journal, practice, jurisdictions, now }))
    .route('/', reviewRoutes({ access, journal, library: parts.library, practice, now }))
    .route('/', clientRoutes({ access, journal, records, practice: id, today }))
    .route('/', fileRoutes({ access, journal, records, practice: id }))
    .route(
      '/',
      ratingsRoutes({ access, journal, engine, measures: parts.measures, practice: id, today }),
    )
    .route(
      '/',
      resultsRoutes({ access, journal, engine, measures: parts.measures, practice: id, today }),
    );

  app.all('/api/*', () => {
    throw new ApiError('not-found', 'There is nothing at this address.');
  });
  app.onError((error, c) => answerError(c, asApiError(error, onError)));
  return app;
}

/** For the typed client: `hc<Api>(origin)`. */
export type Api = ReturnType<typeof createApp>;

/** In a demo nobody signs in: whoever opens it is its therapist. */
const everyoneIn = ({ therapist }: Practice): Actor => ({
  kind: 'account',
  id: 'demo',
  name: therapist.name,
  role: 'owner',
  clients: [],
});

const routeOf = (c: Context): string =>
  matchedRoutes(c).findLast(({ path }) => !path.includes('*'))?.path ?? '*';

function asApiError(error: unknown, onError: AppParts['onError']): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof JournalError && error.code === 'conflict')
    return new ApiError('conflict', error.message);
  if (error instanceof JournalError && error.code === 'unknown-client')
    return new ApiError('client-not-found', error.message);
  if (error instanceof JournalError && error.code === 'no-content')
    return new ApiError('invalid', error.message);
  onError(error);
  if (error instanceof JournalError && error.code === 'cannot-write')
    return new ApiError('not-saved', error.message);
  return new ApiError(
    'internal',
    'Something went wrong on our side. Try again: what is already saved is not saved twice.',
  );
}
