/** Who is signed in, where, and until when. */
import { type Caller, type Context, inFuture, instant, newId, type Rows } from './context.ts';
import type { Actor } from './rights.ts';
import { hashOfSecret, newSecret } from './secrets.ts';
import type { AccountTables } from './tables.ts';

const MOST_HOURS = 12;
/** After this long without a request the session is over; drafts stay on the device. */
export const IDLE_MINUTES = 30;
/** A session is marked as seen no more often than this, so that reading does not write. */
const SEEN_EVERY_MS = 60_000;
/** So long after signing in, how one signs in may be changed. */
const FRESH_MINUTES = 15;

export type Level = AccountTables['account_session']['level'];
export type Account = AccountTables['account'];
export interface Session {
  readonly id: string;
  readonly account: Account;
  /** `password`: a code or a passkey is still to come, and nothing may be done until then. */
  readonly level: Level;
  /** When both factors, or the first, were given: an instant. */
  readonly since: string;
}
export interface ListedSession {
  readonly id: string;
  readonly created: string;
  readonly seen: string;
  readonly device: string;
  /** The one that asks. */
  readonly current: boolean;
}

/** @returns the secret for the cookie */
export async function startSession(
  context: Context,
  rows: Rows,
  account: string,
  level: Level,
  caller: Caller,
): Promise<string> {
  const secret = newSecret();
  const now = instant(context);
  await rows
    .insertInto('account_session')
    .values({
      practice: context.practice,
      hash: hashOfSecret(secret),
      id: newId(),
      account,
      level,
      created: now,
      seen: now,
      expires: inFuture(context, MOST_HOURS, 'hours'),
      device: caller.device,
    })
    .execute();
  return secret;
}

/** The session of a cookie, while it is good and its account is open. */
export const sessionOf = (context: Context, secret: string): Promise<Session | undefined> =>
  context.run(async (rows) => {
    const now = context.now().getTime();
    const session = await rows
      .selectFrom('account_session')
      .selectAll()
      .where('practice', '=', context.practice)
      .where('hash', '=', hashOfSecret(secret))
      .where('expires', '>', new Date(now).toISOString())
      .where('seen', '>', new Date(now - IDLE_MINUTES * 60_000).toISOString())
      .executeTakeFirst();
    const account = session && (await openAccount(context, rows, session.account));
    if (!session || !account) return undefined;
    if (now - Date.parse(session.seen) >= SEEN_EVERY_MS)
      await rows
        .updateTable('account_session')
        .set({ seen: new Date(now).toISOString() })
        .where('practice', '=', context.practice)
        .where('hash', '=', session.hash)
        .execute();
    return { id: session.id, account, level: session.level, since: session.created };
  });

/** Whether somebody has just signed in: a tablet that lies about must not be enough to change the locks. */
export const isFresh = (context: Context, { since }: Session): boolean =>
  context.now().getTime() - Date.parse(since) < FRESH_MINUTES * 60_000;

export const openAccount = (
  { practice }: Context,
  rows: Rows,
  id: string,
): Promise<Account | undefined> =>
  rows
    .selectFrom('account')
    .selectAll()
    .where('practice', '=', practice)
    .where('id', '=', id)
    .where('closed', 'is', null)
    .executeTakeFirst();

/** Whom the rights are asked about. Nobody, until both factors were given. */
export const actorOf = (context: Context, session: Session | undefined): Promise<Actor> =>
  context.run(async (rows) => {
    if (session?.level !== 'full') return { kind: 'nobody' };
    const { id, name, role } = session.account;
    const shares = await rows
      .selectFrom('share')
      .select('client')
      .where('practice', '=', context.practice)
      .where('account', '=', id)
      .where((share) =>
        share.or([share('expires', 'is', null), share('expires', '>', instant(context))]),
      )
      .execute();
    return { kind: 'account', id, name, role, clients: shares.map(({ client }) => client) };
  });

/** Ends a session that had one factor and starts one that has both, so that an old cookie gains nothing. */
export async function completeSession(
  context: Context,
  rows: Rows,
  { id, account }: Session,
  caller: Caller,
): Promise<string> {
  await endSession(context, rows, account.id, id);
  return startSession(context, rows, account.id, 'full', caller);
}

export const listSessions = (
  context: Context,
  { account, id }: Session,
): Promise<ListedSession[]> =>
  context.run(async (rows) => {
    const sessions = await rows
      .selectFrom('account_session')
      .select(['id', 'created', 'seen', 'device'])
      .where('practice', '=', context.practice)
      .where('account', '=', account.id)
      .where('expires', '>', instant(context))
      .orderBy('seen', 'desc')
      .execute();
    return sessions.map((session) => ({ ...session, current: session.id === id }));
  });

/** @returns false when the account has no such session */
export async function endSession(
  { practice }: Context,
  rows: Rows,
  account: string,
  id: string,
): Promise<boolean> {
  const { numDeletedRows } = await rows
    .deleteFrom('account_session')
    .where('practice', '=', practice)
    .where('account', '=', account)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Everywhere, or everywhere but here. */
export async function endSessions(
  { practice }: Context,
  rows: Rows,
  account: string,
  except?: string,
): Promise<void> {
  await rows
    .deleteFrom('account_session')
    .where('practice', '=', practice)
    .where('account', '=', account)
    .where('id', '!=', except ?? '')
    .execute();
}
