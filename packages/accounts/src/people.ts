/** The people of a practice: the owner who sets it up, and those who are invited. */
import { giveBackAttempt, personKey, takeAttempt } from './attempts.ts';
import { type Context, inFuture, instant, newId, type Rows } from './context.ts';
import { emailKey } from './email.ts';
import { faultInPassword, hashPassword, isPassword } from './password.ts';
import type { Role } from './rights.ts';
import { type Account, endSessions, openAccount, type Session } from './sessions.ts';
import { endTicket, findTicket, makeTicket, takeTicket } from './tickets.ts';

export type AccountRole = Exclude<Role, 'link'>;
export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly role: AccountRole;
  /** For a guest or a client: whose records, and until when. */
  readonly clients: readonly string[];
  readonly shareDays?: number | undefined;
}
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: AccountRole;
  readonly created: string;
  readonly closed: string | null;
  /** The invitation was not accepted yet. */
  readonly invited: boolean;
  readonly clients: readonly { readonly client: string; readonly expires: string | null }[];
}
export type Refusal = { readonly ok: false; readonly message: string };
export type Done<Value> = { readonly ok: true; readonly value: Value } | Refusal;

const INVITATION_DAYS = 7;
const refuse = (message: string): Refusal => ({ ok: false, message });

/** The first person of a practice. Refused once there is one. */
export async function foundOwner(
  context: Context,
  person: { readonly name: string; readonly email: string; readonly password: string },
): Promise<Done<Account>> {
  const fault = faultInPassword(person.password, wordsOf(context, person));
  if (fault) return refuse(fault);
  const password = await hashPassword(person.password, context.scryptCost);
  return context.run(async (rows) => {
    if ((await everyone(context, rows)).length > 0)
      return refuse('This practice has an owner already. Sign in, or ask the owner to invite you.');
    return {
      ok: true,
      value: await addAccount(context, rows, { ...person, role: 'owner' }, password),
    };
  });
}

/** @returns the secret of the link for the person, good for a week */
export const invite = (
  context: Context,
  by: string,
  person: NewPerson,
): Promise<Done<{ account: Account; secret: string; expires: string }>> =>
  context.run(async (rows) => {
    const email = emailKey(person.email);
    const same = (await everyone(context, rows)).find((other) => other.email === email);
    if (same)
      return refuse(
        same.closed === null
          ? `${same.name} has an account with this e-mail address already.`
          : `${same.name} had an account with this e-mail address. It was closed; use another address.`,
      );
    const account = await addAccount(context, rows, person, null);
    for (const client of person.clients)
      await share(context, rows, account.id, client, person.shareDays);
    const { secret, expires } = await invitationTo(context, rows, account.id, by);
    return { ok: true, value: { account, secret, expires } };
  });

/** Another link for somebody who has not accepted yet; the older ones are void. */
export const inviteAgain = (
  context: Context,
  by: string,
  id: string,
): Promise<Done<{ secret: string; expires: string }>> =>
  context.run(async (rows) => {
    const account = await openAccount(context, rows, id);
    if (!account) return refuse('There is no such account, or it is closed.');
    if (account.password !== null) return refuse(`${account.name} has accepted already.`);
    const open = await rows
      .selectFrom('ticket')
      .select('id')
      .where('practice', '=', context.practice)
      .where('account', '=', id)
      .where('purpose', '=', 'invitation')
      .where('ended', 'is', null)
      .execute();
    for (const ticket of open) await endTicket(context, rows, ticket.id);
    return { ok: true, value: await invitationTo(context, rows, id, by) };
  });

/** Whom an invitation is for; undefined when it is used up, revoked or too old. */
export const readInvitation = (context: Context, secret: string): Promise<Account | undefined> =>
  context.run(async (rows) => {
    const ticket = await findTicket(context, rows, secret, ['invitation']);
    return ticket?.account == null ? undefined : openAccount(context, rows, ticket.account);
  });

export async function acceptInvitation(
  context: Context,
  secret: string,
  typed: string,
): Promise<Done<Account>> {
  const invited = await readInvitation(context, secret);
  const gone = refuse('This invitation is used up or too old. Ask for a new one.');
  if (!invited) return gone;
  const fault = faultInPassword(typed, wordsOf(context, invited));
  if (fault) return refuse(fault);
  const password = await hashPassword(typed, context.scryptCost);
  return context.run(async (rows) => {
    if (!(await takeTicket(context, rows, secret, 'invitation'))) return gone;
    await setPassword(context, rows, invited.id, password);
    return { ok: true, value: { ...invited, password } };
  });
}

/** A new password for whoever knows the old one; every other session of the person ends. */
export async function changePassword(
  context: Context,
  { account, id: session }: Pick<Session, 'account' | 'id'>,
  typed: { readonly current: string; readonly password: string },
): Promise<Done<undefined>> {
  const fault = faultInPassword(typed.password, wordsOf(context, account));
  if (fault) return refuse(fault);
  const key = personKey(account.email);
  if (await context.run((rows) => takeAttempt(context, rows, [key])))
    return refuse('There were too many wrong attempts. Wait a while, then try again.');
  if (account.password === null || !(await isPassword(typed.current, account.password)))
    return refuse('The password you have now is not right.');
  const password = await hashPassword(typed.password, context.scryptCost);
  await context.run(async (rows) => {
    await giveBackAttempt(context, rows, [key]);
    await setPassword(context, rows, account.id, password);
    await endSessions(context, rows, account.id, session);
  });
  return { ok: true, value: undefined };
}

export const people = (context: Context): Promise<Person[]> =>
  context.run(async (rows) => {
    const shares = await rows
      .selectFrom('share')
      .selectAll()
      .where('practice', '=', context.practice)
      .execute();
    return (await everyone(context, rows)).map(
      ({ id, name, email, role, created, closed, password }) => ({
        id,
        name,
        email,
        role,
        created,
        closed,
        invited: password === null && closed === null,
        clients: shares
          .filter(({ account }) => account === id)
          .map(({ client, expires }) => ({ client, expires })),
      }),
    );
  });

/** Somebody leaves: the account and its sessions end at once, what it did stays. The last owner stays. */
export const closeAccount = (context: Context, id: string): Promise<Done<undefined>> =>
  context.run(async (rows) => {
    const account = await openAccount(context, rows, id);
    if (!account) return refuse('There is no such account, or it is closed already.');
    const owners = (await everyone(context, rows)).filter(
      ({ role, closed }) => role === 'owner' && closed === null,
    );
    if (account.role === 'owner' && owners.length === 1)
      return refuse('A practice needs an owner. Make somebody else the owner first.');
    await rows
      .updateTable('account')
      .set({ closed: instant(context) })
      .where('practice', '=', context.practice)
      .where('id', '=', id)
      .execute();
    await endSessions(context, rows, id);
    return { ok: true, value: undefined };
  });

/** Lets a guest or a client see a record, until it expires. */
export const shareRecord = (
  context: Context,
  account: string,
  client: string,
  days: number | undefined,
): Promise<Done<undefined>> =>
  context.run(async (rows) => {
    if (!(await openAccount(context, rows, account)))
      return refuse('There is no such account, or it is closed.');
    await share(context, rows, account, client, days);
    return { ok: true, value: undefined };
  });

export const endShare = (context: Context, account: string, client: string): Promise<void> =>
  context.run(async (rows) => {
    await rows
      .deleteFrom('share')
      .where('practice', '=', context.practice)
      .where('account', '=', account)
      .where('client', '=', client)
      .execute();
  });

async function share(
  context: Context,
  rows: Rows,
  account: string,
  client: string,
  days: number | undefined,
): Promise<void> {
  const expires = days === undefined ? null : inFuture(context, days, 'days');
  await rows
    .insertInto('share')
    .values({ practice: context.practice, account, client, expires })
    .onConflict((conflict) =>
      conflict.columns(['practice', 'account', 'client']).doUpdateSet({ expires }),
    )
    .execute();
}

async function addAccount(
  context: Context,
  rows: Rows,
  { name, email, role }: Pick<NewPerson, 'name' | 'email' | 'role'>,
  password: string | null,
): Promise<Account> {
  const account: Account = {
    practice: context.practice,
    id: newId(),
    email: emailKey(email),
    name: name.trim(),
    role,
    password,
    totp: null,
    totp_step: null,
    created: instant(context),
    closed: null,
  };
  await rows.insertInto('account').values(account).execute();
  return account;
}

const invitationTo = (context: Context, rows: Rows, account: string, by: string) =>
  makeTicket(context, rows, {
    purpose: 'invitation',
    account,
    madeBy: by,
    minutes: INVITATION_DAYS * 24 * 60,
  });

const setPassword = ({ practice }: Context, rows: Rows, id: string, password: string) =>
  rows
    .updateTable('account')
    .set({ password })
    .where('practice', '=', practice)
    .where('id', '=', id)
    .execute();

const everyone = ({ practice }: Context, rows: Rows): Promise<Account[]> =>
  rows
    .selectFrom('account')
    .selectAll()
    .where('practice', '=', practice)
    .orderBy('name')
    .orderBy('id')
    .execute();

/** What a password must not hold. */
const wordsOf = (
  { site }: Context,
  { name, email }: { readonly name: string; readonly email: string },
): string[] => [...name.split(/\s+/), email, email.split('@')[0] ?? '', site.name];
