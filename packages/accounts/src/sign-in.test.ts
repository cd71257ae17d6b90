import { describe, expect, test } from 'vitest';
import { actorOf, endSession, listSessions, sessionOf } from './sessions.ts';
import {
  makeSignInLink,
  signInWithCode,
  signInWithLink,
  signInWithPassword,
  signInWithRecoveryCode,
} from './sign-in.ts';
import { CALLER, PASSWORD, testContext } from './testing/context.ts';
import {
  codeNow,
  EMAIL,
  founded,
  ownerWithApp,
  sessionFor,
  withPassword,
} from './testing/people.ts';

const wrong = { ok: false, why: 'wrong' };
const typed = (password: string, email = EMAIL) => ({ email, password });

describe('the first step', () => {
  test('a password alone signs nobody in: the second factor is still to come', async () => {
    const { context } = testContext();
    await founded(context);
    const session = await withPassword(context);
    expect(session.level).toBe('password');
    expect(await actorOf(context, session)).toEqual({ kind: 'nobody' });
  });

  test('a wrong password and an unknown person get the same answer', async () => {
    const { context } = testContext();
    await founded(context);
    expect(await signInWithPassword(context, typed('not this one'), CALLER)).toEqual(wrong);
    expect(
      await signInWithPassword(context, typed(PASSWORD, 'nobody@harbour.example'), CALLER),
    ).toEqual(wrong);
    expect(
      await signInWithPassword(context, typed('nobody at all', 'nobody@harbour.example'), CALLER),
    ).toEqual(wrong);
  });

  test('capitals and blanks around the e-mail address do not matter', async () => {
    const { context } = testContext();
    await founded(context);
    const signedIn = await signInWithPassword(
      context,
      typed(PASSWORD, ' Jo@Harbour.Example '),
      CALLER,
    );
    expect(signedIn.ok).toBe(true);
  });

  test('after five wrong passwords one waits a minute, then two; the right one is refused too', async () => {
    const { context, pass } = testContext();
    await founded(context);
    for (let i = 0; i < 5; i++)
      expect(await signInWithPassword(context, typed('wrong'), CALLER)).toEqual(wrong);
    expect(await signInWithPassword(context, typed(PASSWORD), CALLER)).toEqual({
      ok: false,
      why: 'locked',
      until: '2026-03-02T09:01:00.000Z',
    });
    pass(1);
    expect(await signInWithPassword(context, typed('wrong'), CALLER)).toEqual(wrong);
    expect(await signInWithPassword(context, typed(PASSWORD), CALLER)).toMatchObject({
      why: 'locked',
      until: '2026-03-02T09:03:00.000Z',
    });
    pass(2);
    expect((await signInWithPassword(context, typed(PASSWORD), CALLER)).ok).toBe(true);
  });

  test('a hundred wrong passwords at once are five, and the rest wait', async () => {
    const { context } = testContext();
    await founded(context);
    const results = await Promise.all(
      Array.from({ length: 100 }, () => signInWithPassword(context, typed('wrong'), CALLER)),
    );
    expect(results.filter((result) => !result.ok && result.why === 'wrong')).toHaveLength(5);
    expect(results.filter((result) => !result.ok && result.why === 'locked')).toHaveLength(95);
  });

  test('right passwords are not counted, however many', async () => {
    const { context } = testContext();
    await founded(context);
    for (let i = 0; i < 40; i++)
      expect((await signInWithPassword(context, typed(PASSWORD), CALLER)).ok).toBe(true);
  });

  test('one address that tries many people is stopped, and other addresses are not', async () => {
    const { context } = testContext();
    await founded(context);
    for (let i = 0; i < 30; i++)
      await signInWithPassword(context, typed('wrong', `p${i}@harbour.example`), CALLER);
    expect(await signInWithPassword(context, typed(PASSWORD), CALLER)).toMatchObject({
      why: 'locked',
    });
    const elsewhere = { ...CALLER, address: '198.51.100.1' };
    expect((await signInWithPassword(context, typed(PASSWORD), elsewhere)).ok).toBe(true);
  }, 60_000);
});

describe('the second step', () => {
  test('a code of the app signs in, once', async () => {
    const { context, pass } = testContext();
    const { app } = await ownerWithApp(context);
    pass(1);
    const code = codeNow(context, app);
    const signedIn = await signInWithCode(context, await withPassword(context), code, CALLER);
    if (!signedIn.ok) throw new Error(signedIn.why);
    const session = await sessionFor(context, signedIn.secret);
    expect(await actorOf(context, session)).toMatchObject({ kind: 'account', role: 'owner' });
    expect(await signInWithCode(context, await withPassword(context), code, CALLER)).toEqual(wrong);
  });

  test('of two who bring the same code at the same time, one gets in', async () => {
    const { context, pass } = testContext();
    const { app } = await ownerWithApp(context);
    pass(1);
    const code = codeNow(context, app);
    const sessions = [await withPassword(context), await withPassword(context)];
    const results = await Promise.all(
      sessions.map((session) => signInWithCode(context, session, code, CALLER)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('the cookie of the first step is worth nothing after the second', async () => {
    const { context, pass } = testContext();
    const { app } = await ownerWithApp(context);
    pass(1);
    const first = await signInWithPassword(context, typed(PASSWORD), CALLER);
    if (!first.ok) throw new Error(first.why);
    const session = await sessionFor(context, first.secret);
    await signInWithCode(context, session, codeNow(context, app), CALLER);
    expect(await sessionOf(context, first.secret)).toBeUndefined();
  });

  test('codes are not guessed: a known password does not start the count anew', async () => {
    const { context, pass } = testContext();
    await ownerWithApp(context);
    pass(1);
    for (let i = 0; i < 5; i++)
      expect(await signInWithCode(context, await withPassword(context), '000000', CALLER)).toEqual(
        wrong,
      );
    expect(await signInWithPassword(context, typed(PASSWORD), CALLER)).toMatchObject({
      why: 'locked',
    });
  });

  test('a recovery code stands in for the app, once each', async () => {
    const { context } = testContext();
    const { recoveryCodes } = await ownerWithApp(context);
    const [code = ''] = recoveryCodes;
    const used = await signInWithRecoveryCode(context, await withPassword(context), code, CALLER);
    expect(used).toMatchObject({ ok: true, level: 'full' });
    expect(
      await signInWithRecoveryCode(context, await withPassword(context), code, CALLER),
    ).toEqual(wrong);
  });
});

describe('an emailed link', () => {
  test('stands in for the password, once, for a quarter of an hour', async () => {
    const { context, pass } = testContext();
    await founded(context);
    const link = await makeSignInLink(context, EMAIL, CALLER);
    expect(link?.email).toBe(EMAIL);
    expect(await signInWithLink(context, link?.secret ?? '', CALLER)).toMatchObject({
      ok: true,
      level: 'password',
    });
    expect(await signInWithLink(context, link?.secret ?? '', CALLER)).toEqual(wrong);
    const late = await makeSignInLink(context, EMAIL, CALLER);
    pass(15);
    expect(await signInWithLink(context, late?.secret ?? '', CALLER)).toEqual(wrong);
  });

  test('is not made for somebody who does not exist, nor without end', async () => {
    const { context } = testContext();
    await founded(context);
    expect(await makeSignInLink(context, 'nobody@harbour.example', CALLER)).toBeUndefined();
    for (let i = 0; i < 5; i++) expect(await makeSignInLink(context, EMAIL, CALLER)).toBeDefined();
    expect(await makeSignInLink(context, EMAIL, CALLER)).toBeUndefined();
    expect(
      (await signInWithPassword(context, typed(PASSWORD), CALLER)).ok,
      'other ways stay open',
    ).toBe(true);
  });
});

describe('a session', () => {
  test('ends after half an hour without a request, and after twelve hours with them', async () => {
    const { context, pass } = testContext();
    await founded(context);
    const idle = await signInWithPassword(context, typed(PASSWORD), CALLER);
    if (!idle.ok) throw new Error(idle.why);
    pass(29);
    expect(await sessionOf(context, idle.secret)).toBeDefined();
    pass(29);
    expect(await sessionOf(context, idle.secret), 'seen meanwhile').toBeDefined();
    pass(30);
    expect(await sessionOf(context, idle.secret)).toBeUndefined();
    const busy = await signInWithPassword(context, typed(PASSWORD), CALLER);
    if (!busy.ok) throw new Error(busy.why);
    for (let i = 0; i < 35; i++) {
      pass(20);
      expect(await sessionOf(context, busy.secret)).toBeDefined();
    }
    pass(20);
    expect(await sessionOf(context, busy.secret)).toBeUndefined();
  });

  test('is listed with its device, and ends when it is revoked', async () => {
    const { context } = testContext();
    const { session } = await ownerWithApp(context);
    const other = await withPassword(context);
    const listed = await listSessions(context, session);
    expect(listed.map(({ device, current }) => [device, current]).sort()).toEqual([
      ['Firefox on Linux', false],
      ['Firefox on Linux', true],
    ]);
    expect(
      await context.run((rows) => endSession(context, rows, session.account.id, other.id)),
    ).toBe(true);
    expect(await listSessions(context, session)).toHaveLength(1);
  });
});

test('no secret stands in the database: no cookie, link, password, app secret or recovery code', async () => {
  const { context, dump } = testContext();
  const { app, recoveryCodes } = await ownerWithApp(context);
  const signedIn = await signInWithPassword(context, typed(PASSWORD), CALLER);
  const link = await makeSignInLink(context, EMAIL, CALLER);
  const kept = dump();
  const secrets = [PASSWORD, app, ...recoveryCodes, link?.secret, signedIn.ok && signedIn.secret];
  for (const secret of secrets) expect(kept).not.toContain(String(secret));
});
