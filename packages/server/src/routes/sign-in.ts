/** Signing in and out. Nothing here says whether a person exists. */
import {
  endSession,
  makeSignInLink,
  passkeyChallenge,
  type SecondFactors,
  type Session,
  type SignIn,
  secondFactorsOf,
  signInWithCode,
  signInWithLink,
  signInWithPasskey,
  signInWithPassword,
  signInWithRecoveryCode,
} from '@assuage/accounts';
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import type { Access } from '../access/access.ts';
import { giveCookie, takeCookie } from '../access/cookies.ts';
import { ApiError } from '../errors.ts';
import { parsed } from '../parse.ts';
import { code, email, passkeyAnswer, password, secret } from './fields.ts';

/** What is still to come after this step. */
export interface SignedIn {
  readonly level: 'password' | 'full';
  /** For the second step: what this person can use. With none, one is to be added first. */
  readonly factors: Pick<SecondFactors, 'app'> & { readonly passkey: boolean };
}

export interface SignInParts {
  readonly access: Access;
  /** Sends a mail in the background; undefined where no mail is set up. */
  readonly sendMail: ((mail: Mail) => void) | undefined;
}
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const WRONG = {
  password: 'The e-mail address or the password is not right.',
  code: 'This code is not right, or it was used already. Wait for the next one.',
  recovery: 'This recovery code is not right, or it was used already.',
  link: 'This link was used already, or it is too old. Ask for a new one.',
  passkey: 'This passkey is not known here. Use your password, or another passkey.',
} as const;

export function signInRoutes({ access, sendMail }: SignInParts) {
  const answer = async (c: Context, result: SignIn, wrong: string) => {
    if (!result.ok)
      throw result.why === 'locked'
        ? new ApiError(
            'locked',
            `There were too many wrong attempts. Try again after ${timeIn(result.until)} (UTC), or use an emailed link.`,
          )
        : new ApiError('wrong', wrong);
    const { accounts } = await access.asked(c);
    const { id, name, role } = result.account;
    await access.turnedOut(c, { kind: 'account', id, name, role, clients: [] });
    giveCookie(c, accounts.site, 'session', result.secret);
    const { app, passkeys } = await secondFactorsOf(accounts, result.account);
    const signedIn: SignedIn = {
      level: result.level,
      factors: { app, passkey: passkeys.length > 0 },
    };
    return c.json(signedIn);
  };
  /** The session of the first step. */
  const firstStep = async (c: Context): Promise<Session> => {
    await access.permit(c, 'sign-in');
    const { session } = await access.asked(c);
    if (!session)
      throw new ApiError('sign-in-needed', 'This took too long. Begin again with your password.');
    return session;
  };

  return new Hono()
    .post('/api/sign-in', parsed('json', v.strictObject({ email, password })), async (c) => {
      await access.permit(c, 'sign-in');
      const { accounts, caller } = await access.asked(c);
      const result = await signInWithPassword(accounts, c.req.valid('json'), caller);
      return answer(c, result, WRONG.password);
    })
    .post('/api/sign-in/code', parsed('json', v.strictObject({ code })), async (c) => {
      const session = await firstStep(c);
      const { accounts, caller } = await access.asked(c);
      const result = await signInWithCode(accounts, session, c.req.valid('json').code, caller);
      return answer(c, result, WRONG.code);
    })
    .post('/api/sign-in/recovery-code', parsed('json', v.strictObject({ code })), async (c) => {
      const session = await firstStep(c);
      const { accounts, caller } = await access.asked(c);
      const typed = c.req.valid('json').code;
      return answer(
        c,
        await signInWithRecoveryCode(accounts, session, typed, caller),
        WRONG.recovery,
      );
    })
    .post('/api/sign-in/passkey/options', async (c) => {
      await access.permit(c, 'sign-in');
      const { accounts } = await access.asked(c);
      return c.json(await passkeyChallenge(accounts));
    })
    .post(
      '/api/sign-in/passkey',
      parsed('json', v.strictObject({ challenge: secret, response: passkeyAnswer })),
      async (c) => {
        await access.permit(c, 'sign-in');
        const { accounts, caller } = await access.asked(c);
        const { challenge, response } = c.req.valid('json');
        const result = await signInWithPasskey(accounts, challenge, response, caller);
        return answer(c, result, WRONG.passkey);
      },
    )
    .post('/api/sign-in/link', parsed('json', v.strictObject({ email })), async (c) => {
      await access.permit(c, 'sign-in');
      const { accounts, caller } = await access.asked(c);
      if (!sendMail)
        throw new ApiError('not-found', 'No e-mail is set up in this practice. Use your password.');
      const link = await makeSignInLink(accounts, c.req.valid('json').email, caller);
      if (link)
        sendMail({
          to: link.email,
          subject: `Sign in to Assuage, ${accounts.site.name}`,
          // After `#`, so that it stands in no log and in no referrer.
          text: `Open this link within 15 minutes to sign in:\n\n${accounts.site.origin}/sign-in/link#${link.secret}\n\nIf you did not ask for it, leave it alone: nobody gets in without your second factor.\n`,
        });
      return c.json({ sent: true });
    })
    .post('/api/sign-in/link/open', parsed('json', v.strictObject({ link: secret })), async (c) => {
      await access.permit(c, 'sign-in');
      const { accounts, caller } = await access.asked(c);
      const result = await signInWithLink(accounts, c.req.valid('json').link, caller);
      return answer(c, result, WRONG.link);
    })
    .post('/api/sign-out', async (c) => {
      await access.permit(c, 'sign-in');
      const { accounts, session } = await access.asked(c);
      if (session)
        await accounts.run((rows) => endSession(accounts, rows, session.account.id, session.id));
      takeCookie(c, accounts.site, 'session');
      return c.json({ signedOut: true });
    });
}

/** `09:42` */
const timeIn = (instant: string): string => instant.slice(11, 16);
