/** Who asks, whether they may, and the audit of it. The first line of every use-case is `permit`. */
import {
  type Context as Accounts,
  type Action,
  type Actor,
  actorOf,
  actorOfLink,
  type Caller,
  may,
  type Session,
  type Subject,
  sessionOf,
  writeAudit,
} from '@assuage/accounts';
import type { Context, MiddlewareHandler } from 'hono';
import { ApiError } from '../errors.ts';
import { callerOf } from './caller.ts';
import { readCookie } from './cookies.ts';

export interface AccessParts {
  /** The accounts of the practice, as reached by this request. */
  readonly accountsFor: (c: Context) => Accounts;
  /** Set for a demo, where everyone is its owner without signing in. */
  readonly openTo: Actor | undefined;
  readonly behindProxy: boolean;
}

interface Asked {
  readonly accounts: Accounts;
  readonly caller: Caller;
  /** Who signed in, perhaps with one factor only. */
  readonly session: Session | undefined;
  /** A client's link that worked before. */
  readonly hasOldLink: boolean;
  actor: Actor;
  readonly deeds: { readonly action: string; client: string | undefined }[];
}

/** Deeds that say nothing about anybody. */
const NOT_AUDITED: ReadonlySet<Action> = new Set(['see-practice', 'read-knowledge', 'read-review']);
export const SIGN_IN = 'Sign in to go on. What you typed is kept on this device.';
const LINK_ENDED =
  'This link does not work any more. What you typed is kept on this device. Ask the practice for a new link.';
const NOBODY: Actor = { kind: 'nobody' };

export function createAccess({ accountsFor, openTo, behindProxy }: AccessParts) {
  const known = new WeakMap<Context, Promise<Asked>>();

  /** Who asks, found out once for each request. */
  const asked = (c: Context): Promise<Asked> => {
    const before = known.get(c);
    if (before) return before;
    const now = find(c);
    known.set(c, now);
    return now;
  };

  async function find(c: Context): Promise<Asked> {
    const accounts = accountsFor(c);
    const base = { accounts, caller: callerOf(c, behindProxy), deeds: [] };
    if (openTo) return { ...base, session: undefined, hasOldLink: false, actor: openTo };
    const cookie = readCookie(c, accounts.site, 'session');
    const session = cookie === undefined ? undefined : await sessionOf(accounts, cookie);
    const actor = await actorOf(accounts, session);
    if (actor.kind !== 'nobody') return { ...base, session, hasOldLink: false, actor };
    const secret = readCookie(c, accounts.site, 'link');
    const link = secret === undefined ? undefined : await actorOfLink(accounts, secret);
    const hasOldLink = secret !== undefined && link === undefined;
    return { ...base, session, hasOldLink, actor: link ?? NOBODY };
  }

  return {
    asked,

    /**
     * @returns who asks, when they may
     * @throws ApiError `sign-in-needed` for nobody, `not-permitted` for somebody
     */
    async permit(c: Context, action: Action, subject: Subject = {}): Promise<Actor> {
      const { actor, deeds } = await asked(c);
      if (!NOT_AUDITED.has(action)) deeds.push({ action, client: subject.client });
      if (may(actor, action, subject)) return actor;
      const { hasOldLink } = await asked(c);
      throw actor.kind === 'nobody'
        ? new ApiError('sign-in-needed', hasOldLink ? LINK_ENDED : SIGN_IN)
        : new ApiError(
            'not-permitted',
            'Your account does not allow this. Ask the owner of the practice.',
          );
    },

    /** Whoever asked turned out to be somebody: the audit tells whom. */
    async turnedOut(c: Context, actor: Actor, client?: string): Promise<void> {
      const found = await asked(c);
      found.actor = actor;
      if (client !== undefined) for (const deed of found.deeds) deed.client ??= client;
    },

    /** After the answer is made and before it is sent: what was asked for, by whom, and how it ended. */
    audit: (async (c, next) => {
      await next();
      const found = await known.get(c);
      if (!found || found.deeds.length === 0) return;
      const { status } = c.res;
      const outcome =
        status < 400 ? 'done' : status === 401 || status === 403 ? 'refused' : 'failed';
      await found.accounts.run(async (rows) => {
        for (const deed of found.deeds)
          await writeAudit(found.accounts, rows, found.actor, found.caller, { ...deed, outcome });
      });
    }) satisfies MiddlewareHandler,
  };
}
export type Access = ReturnType<typeof createAccess>;
