/** Signing in: a password or an emailed link, then a code or a passkey; or a passkey alone, which is both. */
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import {
  addressKey,
  forgiveFailures,
  giveBackAttempt,
  linkKey,
  personKey,
  takeAttempt,
} from './attempts.ts';
import { type Caller, type Context, instant, type Rows } from './context.ts';
import { emailKey } from './email.ts';
import { optionsToUse, type Passkey, passkeyUsed } from './passkeys.ts';
import { hashPassword, isPassword } from './password.ts';
import { hashOfRecoveryCode } from './secrets.ts';
import {
  type Account,
  completeSession,
  type Level,
  openAccount,
  type Session,
  startSession,
} from './sessions.ts';
import { makeTicket, takeTicket } from './tickets.ts';
import { totpStep } from './totp.ts';

export type SignIn =
  | { readonly ok: true; readonly secret: string; readonly level: Level; readonly account: Account }
  /** `wrong` never says whether the person exists. */
  | { readonly ok: false; readonly why: 'wrong' }
  | { readonly ok: false; readonly why: 'locked'; readonly until: string };

const LINK_MINUTES = 15;
const CHALLENGE_MINUTES = 5;
const wrong: SignIn = { ok: false, why: 'wrong' };

/** Somebody's password, so that a person who does not exist costs as long as one who does. */
let nobodysPassword: Promise<string> | undefined;

export async function signInWithPassword(
  context: Context,
  typed: { readonly email: string; readonly password: string },
  caller: Caller,
): Promise<SignIn> {
  const email = emailKey(typed.email);
  nobodysPassword ??= hashPassword('nobody at all', context.scryptCost);
  const keys = [personKey(email), addressKey(caller.address)];
  const { until, account } = await context.run(async (rows) => ({
    until: await takeAttempt(context, rows, keys),
    account: await accountWith(context, rows, email),
  }));
  if (until) return { ok: false, why: 'locked', until };
  const kept = account?.password ?? (await nobodysPassword);
  const right = (await isPassword(typed.password, kept)) && account?.password === kept;
  if (!right || !account) return wrong;
  return context.run(async (rows) => {
    await giveBackAttempt(context, rows, keys);
    // The person's failures are forgiven only with the second factor: a known password must not open a way to guess codes.
    const secret = await startSession(context, rows, account.id, 'password', caller);
    return { ok: true, secret, level: 'password', account };
  });
}

/** The second step: six digits from the app. */
export async function signInWithCode(
  context: Context,
  session: Session,
  code: string,
  caller: Caller,
): Promise<SignIn> {
  return secondStep(context, session, caller, async (rows, account) => {
    if (account.totp === null) return false;
    const step = totpStep(
      context.vault.open(account.totp, account.id),
      code,
      context.now(),
      account.totp_step ?? undefined,
    );
    if (step === undefined) return false;
    // Of two who come with the same code at once, one gets in.
    const { numUpdatedRows } = await rows
      .updateTable('account')
      .set({ totp_step: step })
      .where('practice', '=', context.practice)
      .where('id', '=', account.id)
      .where((row) => row.or([row('totp_step', 'is', null), row('totp_step', '<', step)]))
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  });
}

/** The second step without the phone: a recovery code, which is then used up. */
export async function signInWithRecoveryCode(
  context: Context,
  session: Session,
  code: string,
  caller: Caller,
): Promise<SignIn> {
  return secondStep(context, session, caller, async (rows, account) => {
    const { numDeletedRows } = await rows
      .deleteFrom('recovery_code')
      .where('practice', '=', context.practice)
      .where('account', '=', account.id)
      .where('hash', '=', hashOfRecoveryCode(code))
      .executeTakeFirst();
    return numDeletedRows > 0n;
  });
}

async function secondStep(
  context: Context,
  session: Session,
  caller: Caller,
  isRight: (rows: Rows, account: Account) => Promise<boolean>,
): Promise<SignIn> {
  const key = personKey(session.account.email);
  const address = addressKey(caller.address);
  return context.run(async (rows) => {
    const until = await takeAttempt(context, rows, [key, address]);
    if (until) return { ok: false, why: 'locked', until };
    const account = await openAccount(context, rows, session.account.id);
    if (!account || !(await isRight(rows, account))) return wrong;
    await giveBackAttempt(context, rows, [address]);
    await forgiveFailures(context, rows, key);
    const secret = await completeSession(context, rows, session, caller);
    return { ok: true, secret, level: 'full', account };
  });
}

/**
 * A link that stands in for the password. Whoever calls this answers in the same words and at once
 * whether or not there is such a person, and sends the mail afterwards.
 *
 * @returns undefined when there is nobody to send it to, or too many were asked for
 */
export const makeSignInLink = (
  context: Context,
  typed: string,
  caller: Caller,
): Promise<{ email: string; secret: string } | undefined> =>
  context.run(async (rows) => {
    const email = emailKey(typed);
    const keys = [linkKey(email), addressKey(caller.address)];
    if (await takeAttempt(context, rows, keys)) return undefined;
    const account = await accountWith(context, rows, email);
    if (!account) return undefined;
    const { secret } = await makeTicket(context, rows, {
      purpose: 'sign-in',
      account: account.id,
      madeBy: account.id,
      minutes: LINK_MINUTES,
    });
    return { email: account.email, secret };
  });

/** Opens an emailed link, once. The second factor is still to come. */
export const signInWithLink = (context: Context, link: string, caller: Caller): Promise<SignIn> =>
  context.run(async (rows) => {
    const ticket = await takeTicket(context, rows, link, 'sign-in');
    const account =
      ticket?.account == null ? undefined : await openAccount(context, rows, ticket.account);
    if (!account) return wrong;
    const secret = await startSession(context, rows, account.id, 'password', caller);
    return { ok: true, secret, level: 'password', account };
  });

/** What the browser needs to sign in with any passkey that it has for this site. */
export async function passkeyChallenge(
  context: Context,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await optionsToUse(context.site, []);
  await context.run((rows) =>
    makeTicket(
      context,
      rows,
      { purpose: 'use-passkey', madeBy: 'nobody', minutes: CHALLENGE_MINUTES },
      options.challenge,
    ),
  );
  return options;
}

/** A passkey asked for a finger, a face or a PIN on something the person has: both factors at once. */
export async function signInWithPasskey(
  context: Context,
  challenge: string,
  response: AuthenticationResponseJSON,
  caller: Caller,
): Promise<SignIn> {
  const address = addressKey(caller.address);
  const { until, found } = await context.run(async (rows) => {
    const until = await takeAttempt(context, rows, [address]);
    const ticket = until ? undefined : await takeTicket(context, rows, challenge, 'use-passkey');
    return { until, found: ticket && (await passkeyWith(context, rows, response.id)) };
  });
  if (until) return { ok: false, why: 'locked', until };
  const used = found && (await passkeyUsed(context.site, challenge, response, found.passkey));
  return context.run(async (rows) => {
    const account = found && (await openAccount(context, rows, found.account));
    if (!used || !account) return wrong;
    await giveBackAttempt(context, rows, [address]);
    await rows
      .updateTable('passkey')
      .set({ passkey: JSON.stringify(used), used: instant(context) })
      .where('practice', '=', context.practice)
      .where('id', '=', used.id)
      .execute();
    await forgiveFailures(context, rows, personKey(account.email));
    const secret = await startSession(context, rows, account.id, 'full', caller);
    return { ok: true, secret, level: 'full', account };
  });
}

async function passkeyWith({ practice }: Context, rows: Rows, id: string) {
  const row = await rows
    .selectFrom('passkey')
    .select(['account', 'passkey'])
    .where('practice', '=', practice)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { account: row.account, passkey: JSON.parse(row.passkey) as Passkey };
}

const accountWith = ({ practice }: Context, rows: Rows, email: string) =>
  rows
    .selectFrom('account')
    .selectAll()
    .where('practice', '=', practice)
    .where('email', '=', email)
    .where('closed', 'is', null)
    .executeTakeFirst();
