/** What a person sees and changes of the own account. */
import {
  type Account,
  addApp,
  addPasskey,
  changePassword,
  type Enrolled,
  endSession,
  endSessions,
  isFresh,
  type ListedSession,
  listSessions,
  newCodes,
  offerApp,
  offerPasskey,
  removeFactor,
  type SecondFactors,
  type Session,
  secondFactorsOf,
} from '@assuage/accounts';
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { type Access, SIGN_IN } from '../access/access.ts';
import { giveCookie } from '../access/cookies.ts';
import { ApiError } from '../errors.ts';
import { parsed } from '../parse.ts';
import { code, name, passkeyMade, password, secret } from './fields.ts';

export interface AccountView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Account['role'];
  readonly factors: SecondFactors;
  readonly sessions: readonly ListedSession[];
}
/** With the first second factor come ten recovery codes, shown this once. */
export interface EnrolledView {
  readonly recoveryCodes: readonly string[] | null;
}

const NewPassword = v.strictObject({ current: password, password });

export function accountRoutes({ access }: { readonly access: Access }) {
  /** Fully signed in, and asking about the own account. */
  const own = async (c: Context): Promise<Session> => {
    const { session } = await access.asked(c);
    await access.permit(c, 'manage-own-account', { account: session?.account.id });
    if (!session) throw new ApiError('sign-in-needed', SIGN_IN);
    return session;
  };
  /** To change how one signs in: what was left open on a table an hour ago is not enough. */
  const justSignedIn = async (c: Context, session: Session): Promise<Session> => {
    const { accounts } = await access.asked(c);
    if (!isFresh(accounts, session))
      throw new ApiError(
        'not-permitted',
        'You signed in more than 15 minutes ago. Sign out, sign in again, and then change this.',
      );
    return session;
  };
  /** With one factor, to add the other; `@assuage/accounts` refuses whoever has one already. */
  const enrolling = async (c: Context): Promise<Session> => {
    await access.permit(c, 'sign-in');
    const { session } = await access.asked(c);
    if (!session) throw new ApiError('sign-in-needed', SIGN_IN);
    return justSignedIn(c, session);
  };
  const enrolled = async (c: Context, result: Enrolled | undefined, wrong: string) => {
    if (!result) throw new ApiError('wrong', wrong);
    const { accounts } = await access.asked(c);
    giveCookie(c, accounts.site, 'session', result.secret);
    const view: EnrolledView = { recoveryCodes: result.recoveryCodes ?? null };
    return c.json(view);
  };

  return new Hono()
    .get('/api/account', async (c) => {
      const session = await own(c);
      const { accounts } = await access.asked(c);
      const { id, name: person, email, role } = session.account;
      const view: AccountView = {
        id,
        name: person,
        email,
        role,
        factors: await secondFactorsOf(accounts, session.account),
        sessions: await listSessions(accounts, session),
      };
      return c.json(view);
    })
    .post('/api/account/app/offer', async (c) => {
      const { account } = await enrolling(c);
      const { accounts } = await access.asked(c);
      return c.json(offerApp(accounts, account));
    })
    .post('/api/account/app', parsed('json', v.strictObject({ secret, code })), async (c) => {
      const session = await enrolling(c);
      const { accounts, caller } = await access.asked(c);
      return enrolled(
        c,
        await addApp(accounts, session, c.req.valid('json'), caller),
        'This code is not the one the app should show. Check the clock of the phone, and try the next code.',
      );
    })
    .delete('/api/account/app', async (c) => {
      const session = await justSignedIn(c, await own(c));
      const { accounts } = await access.asked(c);
      if (!(await removeFactor(accounts, session.account, 'app'))) throw lastFactor();
      return c.json({ removed: true });
    })
    .post('/api/account/passkeys/offer', async (c) => {
      const { account } = await enrolling(c);
      const { accounts } = await access.asked(c);
      return c.json(await offerPasskey(accounts, account));
    })
    .post(
      '/api/account/passkeys',
      parsed('json', v.strictObject({ challenge: secret, response: passkeyMade, name })),
      async (c) => {
        const session = await enrolling(c);
        const { accounts, caller } = await access.asked(c);
        return enrolled(
          c,
          await addPasskey(accounts, session, c.req.valid('json'), caller),
          'This passkey could not be added. Try again.',
        );
      },
    )
    .delete('/api/account/passkeys/:id', parsed('param', v.object({ id: secret })), async (c) => {
      const session = await justSignedIn(c, await own(c));
      const { accounts } = await access.asked(c);
      const passkey = c.req.valid('param').id;
      if (!(await removeFactor(accounts, session.account, { passkey }))) throw lastFactor();
      return c.json({ removed: true });
    })
    .post('/api/account/recovery-codes', async (c) => {
      const session = await justSignedIn(c, await own(c));
      const { accounts } = await access.asked(c);
      const view: EnrolledView = { recoveryCodes: await newCodes(accounts, session.account) };
      return c.json(view);
    })
    .post('/api/account/password', parsed('json', NewPassword), async (c) => {
      const session = await own(c);
      const { accounts } = await access.asked(c);
      const done = await changePassword(accounts, session, c.req.valid('json'));
      if (!done.ok) throw ApiError.invalid([{ where: 'body.password', message: done.message }]);
      return c.json({ changed: true });
    })
    .delete('/api/account/sessions/:id', parsed('param', v.object({ id: secret })), async (c) => {
      const session = await own(c);
      const { accounts } = await access.asked(c);
      const { id } = c.req.valid('param');
      const ended = await accounts.run((rows) =>
        endSession(accounts, rows, session.account.id, id),
      );
      if (!ended) throw new ApiError('not-found', 'This session has ended already.');
      return c.json({ ended: true });
    })
    .delete('/api/account/sessions', async (c) => {
      const session = await own(c);
      const { accounts } = await access.asked(c);
      await accounts.run((rows) => endSessions(accounts, rows, session.account.id, session.id));
      return c.json({ ended: true });
    });
}

const lastFactor = (): ApiError =>
  new ApiError(
    'conflict',
    'This is the only second factor, or it is gone already. Add another one before you take it away.',
  );
