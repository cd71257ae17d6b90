import { describe, expect, test } from 'vitest';
import {
  acceptInvitation,
  changePassword,
  closeAccount,
  endShare,
  foundOwner,
  invite,
  inviteAgain,
  people,
  readInvitation,
  shareRecord,
} from './people.ts';
import { may } from './rights.ts';
import { addApp, newCodes, offerApp, removeFactor, secondFactorsOf } from './second-factor.ts';
import { actorOf, sessionOf } from './sessions.ts';
import { signInWithPassword } from './sign-in.ts';
import { CALLER, PASSWORD, testContext } from './testing/context.ts';
import {
  codeNow,
  EMAIL,
  founded,
  ownerWithApp,
  sessionFor,
  withPassword,
} from './testing/people.ts';

const SAM = {
  name: 'Sam Reed',
  email: 'sam@harbour.example',
  role: 'therapist',
  clients: [],
} as const;

describe('the owner', () => {
  test('sets the practice up once', async () => {
    const { context } = testContext();
    await founded(context);
    const again = await foundOwner(context, {
      name: 'X',
      email: 'x@y.example',
      password: PASSWORD,
    });
    expect(again).toMatchObject({ ok: false, message: expect.stringContaining('has an owner') });
  });

  test('may not use a password that holds the own name', async () => {
    const { context } = testContext();
    const owner = await foundOwner(context, {
      name: 'Jo Field',
      email: EMAIL,
      password: 'field of dreams 12',
    });
    expect(owner).toMatchObject({ ok: false, message: expect.stringContaining('your name') });
    expect(await people(context)).toEqual([]);
  });
});

describe('an invitation', () => {
  test('lets somebody choose a password, once, within a week', async () => {
    const { context, pass } = testContext();
    const owner = await founded(context);
    const invited = await invite(context, owner.id, SAM);
    if (!invited.ok) throw new Error(invited.message);
    const { secret } = invited.value;
    expect((await readInvitation(context, secret))?.name).toBe('Sam Reed');
    expect(await acceptInvitation(context, secret, 'short')).toMatchObject({ ok: false });
    expect(await acceptInvitation(context, secret, PASSWORD)).toMatchObject({ ok: true });
    expect(await acceptInvitation(context, secret, PASSWORD)).toMatchObject({
      ok: false,
      message: expect.stringContaining('used up'),
    });
    expect((await withPassword(context, SAM.email)).account.role).toBe('therapist');

    const late = await invite(context, owner.id, { ...SAM, email: 'late@harbour.example' });
    if (!late.ok) throw new Error(late.message);
    pass(7 * 24 * 60);
    expect(await readInvitation(context, late.value.secret)).toBeUndefined();
    const renewed = await inviteAgain(context, owner.id, late.value.account.id);
    expect(renewed.ok && (await readInvitation(context, renewed.value.secret))?.email).toBe(
      'late@harbour.example',
    );
  });

  test('a new one voids the old one', async () => {
    const { context } = testContext();
    const owner = await founded(context);
    const first = await invite(context, owner.id, SAM);
    if (!first.ok) throw new Error(first.message);
    await inviteAgain(context, owner.id, first.value.account.id);
    expect(await readInvitation(context, first.value.secret)).toBeUndefined();
  });

  test('is refused for an address that has an account', async () => {
    const { context } = testContext();
    const owner = await founded(context);
    expect(await invite(context, owner.id, { ...SAM, email: EMAIL.toUpperCase() })).toMatchObject({
      ok: false,
      message: expect.stringContaining('Jo Field has an account'),
    });
  });

  test('before it is accepted nobody can sign in, whatever the password', async () => {
    const { context } = testContext();
    const owner = await founded(context);
    await invite(context, owner.id, SAM);
    for (const password of ['', 'nobody at all', PASSWORD])
      expect(
        await signInWithPassword(context, { email: SAM.email, password }, CALLER),
      ).toMatchObject({ ok: false });
  });
});

describe('a guest', () => {
  test('sees the shared record until it expires or the share ends', async () => {
    const { context, pass } = testContext();
    const owner = await founded(context);
    const invited = await invite(context, owner.id, {
      ...SAM,
      role: 'guest',
      clients: ['ana'],
      shareDays: 1,
    });
    if (!invited.ok) throw new Error(invited.message);
    await acceptInvitation(context, invited.value.secret, PASSWORD);
    const first = await withPassword(context, SAM.email);
    const { secret } = offerApp(context, first.account);
    const enrolled = await addApp(
      context,
      first,
      { secret, code: codeNow(context, secret) },
      CALLER,
    );
    const session = await sessionFor(context, enrolled?.secret ?? '');
    const reads = async () =>
      may(await actorOf(context, session), 'read-record', { client: 'ana' });
    expect(await reads()).toBe(true);
    pass(24 * 60);
    expect(await reads()).toBe(false);
    await shareRecord(context, first.account.id, 'ana', 30);
    expect(await reads()).toBe(true);
    await endShare(context, first.account.id, 'ana');
    expect(await reads()).toBe(false);
  });
});

describe('closing an account', () => {
  test('ends its sessions at once, and its past stays listed', async () => {
    const { context } = testContext();
    const owner = await founded(context);
    const invited = await invite(context, owner.id, SAM);
    if (!invited.ok) throw new Error(invited.message);
    await acceptInvitation(context, invited.value.secret, PASSWORD);
    const signedIn = await signInWithPassword(
      context,
      { email: SAM.email, password: PASSWORD },
      CALLER,
    );
    if (!signedIn.ok) throw new Error(signedIn.why);
    expect(await closeAccount(context, invited.value.account.id)).toMatchObject({ ok: true });
    expect(await sessionOf(context, signedIn.secret)).toBeUndefined();
    expect((await people(context)).map(({ name, closed }) => [name, closed !== null])).toEqual([
      ['Jo Field', false],
      ['Sam Reed', true],
    ]);
    expect(
      await signInWithPassword(context, { email: SAM.email, password: PASSWORD }, CALLER),
    ).toEqual({ ok: false, why: 'wrong' });
  });

  test('the last owner stays', async () => {
    const { context } = testContext();
    const owner = await founded(context);
    expect(await closeAccount(context, owner.id)).toMatchObject({
      ok: false,
      message: expect.stringContaining('needs an owner'),
    });
  });
});

test('a new password ends every session but the one that set it', async () => {
  const { context } = testContext();
  const { session } = await ownerWithApp(context);
  const elsewhere = await signInWithPassword(context, { email: EMAIL, password: PASSWORD }, CALLER);
  if (!elsewhere.ok) throw new Error(elsewhere.why);
  const changed = await changePassword(context, session, {
    current: PASSWORD,
    password: 'three blue boats',
  });
  expect(changed.ok).toBe(true);
  expect(await sessionOf(context, elsewhere.secret)).toBeUndefined();
  expect(await signInWithPassword(context, { email: EMAIL, password: PASSWORD }, CALLER)).toEqual({
    ok: false,
    why: 'wrong',
  });
});

test('a new password needs the old one, and guessing it costs time', async () => {
  const { context } = testContext();
  const { session } = await ownerWithApp(context);
  const change = (current: string) =>
    changePassword(context, session, { current, password: 'three blue boats' });
  for (let i = 0; i < 5; i++)
    expect(await change('wrong')).toMatchObject({ message: expect.stringContaining('not right') });
  expect(await change(PASSWORD)).toMatchObject({ message: expect.stringContaining('too many') });
});

describe('the second factor', () => {
  test('a password alone adds the first one, and no other', async () => {
    const { context, pass } = testContext();
    await ownerWithApp(context);
    pass(1);
    const thief = await withPassword(context);
    const { secret } = offerApp(context, thief.account);
    expect(
      await addApp(context, thief, { secret, code: codeNow(context, secret) }, CALLER),
    ).toBeUndefined();
  });

  test('an app that shows another code is not taken', async () => {
    const { context } = testContext();
    await founded(context);
    const session = await withPassword(context);
    const { secret } = offerApp(context, session.account);
    expect(await addApp(context, session, { secret, code: '000000' }, CALLER)).toBeUndefined();
  });

  test('the last one cannot be taken away', async () => {
    const { context } = testContext();
    const { session } = await ownerWithApp(context);
    expect(await removeFactor(context, { ...session.account, totp: 'x' }, 'app')).toBe(false);
  });

  test('new recovery codes void the old ones', async () => {
    const { context } = testContext();
    const { session, recoveryCodes } = await ownerWithApp(context);
    const codes = await newCodes(context, session.account);
    expect(codes).toHaveLength(10);
    expect(codes.filter((code) => recoveryCodes.includes(code))).toEqual([]);
    const { account } = await withPassword(context);
    expect(await secondFactorsOf(context, account)).toEqual({
      app: true,
      passkeys: [],
      recoveryCodesLeft: 10,
      passkeysPossible: true,
    });
  });
});
