/** People who have signed up, for tests that begin after that. */
import { generateSync } from 'otplib';
import { expect } from 'vitest';
import type { Context } from '../context.ts';
import { foundOwner } from '../people.ts';
import { addApp, offerApp } from '../second-factor.ts';
import { type Account, type Session, sessionOf } from '../sessions.ts';
import { signInWithPassword } from '../sign-in.ts';
import { CALLER, PASSWORD } from './context.ts';

export const EMAIL = 'jo@harbour.example';

export async function founded(context: Context): Promise<Account> {
  const owner = await foundOwner(context, { name: 'Jo Field', email: EMAIL, password: PASSWORD });
  if (!owner.ok) throw new Error(owner.message);
  return owner.value;
}

export const codeNow = (context: Context, secret: string): string =>
  generateSync({ secret, epoch: Math.floor(context.now().getTime() / 1000) });

export async function withPassword(context: Context, email = EMAIL): Promise<Session> {
  const signedIn = await signInWithPassword(context, { email, password: PASSWORD }, CALLER);
  if (!signedIn.ok) throw new Error(signedIn.why);
  return sessionFor(context, signedIn.secret);
}

export async function sessionFor(context: Context, secret: string): Promise<Session> {
  const session = await sessionOf(context, secret);
  if (!session) throw new Error('no session');
  return session;
}

/** The owner with an app, fully signed in. */
export async function ownerWithApp(context: Context) {
  await founded(context);
  const first = await withPassword(context);
  const { secret } = offerApp(context, first.account);
  const enrolled = await addApp(context, first, { secret, code: codeNow(context, secret) }, CALLER);
  expect(enrolled?.recoveryCodes).toHaveLength(10);
  return {
    app: secret,
    recoveryCodes: enrolled?.recoveryCodes ?? [],
    session: await sessionFor(context, enrolled?.secret ?? ''),
  };
}
