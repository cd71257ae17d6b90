/** What a person adds to the password: an authenticator app, passkeys, and codes for the day they are lost. */
import type {
  PublicKeyCredentialCreationOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { type Caller, type Context, instant, type Rows } from './context.ts';
import { allowsPasskeys, optionsToMake, type Passkey, passkeyMade } from './passkeys.ts';
import { hashOfRecoveryCode, newRecoveryCodes } from './secrets.ts';
import { type Account, completeSession, openAccount, type Session } from './sessions.ts';
import { makeTicket, takeTicket } from './tickets.ts';
import { newTotpSecret, totpAddress, totpStep } from './totp.ts';

const MINUTES_TO_SET_UP = 30;

export interface SecondFactors {
  readonly app: boolean;
  readonly passkeys: readonly {
    readonly id: string;
    readonly name: string;
    readonly created: string;
    readonly used: string | null;
  }[];
  readonly recoveryCodesLeft: number;
  /** Where no passkey can be made, the interface says why. */
  readonly passkeysPossible: boolean;
}

export const secondFactorsOf = (context: Context, account: Account): Promise<SecondFactors> =>
  context.run(async (rows) => {
    const codes = await rows
      .selectFrom('recovery_code')
      .select((row) => row.fn.countAll<number | string>().as('many'))
      .where('practice', '=', context.practice)
      .where('account', '=', account.id)
      .executeTakeFirstOrThrow();
    return {
      app: account.totp !== null,
      passkeys: (await passkeysOf(context, rows, account.id)).map(
        ({ id, name, created, used }) => ({ id, name, created, used }),
      ),
      recoveryCodesLeft: Number(codes.many),
      passkeysPossible: allowsPasskeys(context.site),
    };
  });

/** A new secret for an app, shown but not in force until a first code proves that the app has it. */
export function offerApp(context: Context, account: Account): { secret: string; address: string } {
  const secret = newTotpSecret();
  return { secret, address: totpAddress(secret, context.site.name, account.email) };
}

/** What adding a factor gives. */
export interface Enrolled {
  /** The cookie of the session, which has both factors from now on. */
  readonly secret: string;
  /** With the first factor: ten codes, shown this once. */
  readonly recoveryCodes?: readonly string[];
}

/** @returns undefined when the code is not the one of this secret now, or the person is not fully signed in */
export async function addApp(
  context: Context,
  session: Session,
  { secret, code }: { readonly secret: string; readonly code: string },
  caller: Caller,
): Promise<Enrolled | undefined> {
  const step = totpStep(secret, code, context.now(), undefined);
  if (step === undefined) return undefined;
  const { id } = session.account;
  return enrol(context, session, caller, (rows) =>
    rows
      .updateTable('account')
      .set({ totp: context.vault.close(secret, id), totp_step: step })
      .where('practice', '=', context.practice)
      .where('id', '=', id)
      .execute(),
  );
}

export async function offerPasskey(
  context: Context,
  account: Account,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const existing = await context.run((rows) => passkeysOf(context, rows, account.id));
  const options = await optionsToMake(
    context.site,
    account,
    existing.map(({ passkey }) => passkey),
  );
  await context.run((rows) =>
    makeTicket(
      context,
      rows,
      {
        purpose: 'make-passkey',
        account: account.id,
        madeBy: account.id,
        minutes: MINUTES_TO_SET_UP,
      },
      options.challenge,
    ),
  );
  return options;
}

/** @returns undefined when the answer does not belong to the challenge, or the person is not fully signed in */
export async function addPasskey(
  context: Context,
  session: Session,
  made: {
    readonly challenge: string;
    readonly response: RegistrationResponseJSON;
    readonly name: string;
  },
  caller: Caller,
): Promise<Enrolled | undefined> {
  const account = session.account.id;
  const ticket = await context.run((rows) =>
    takeTicket(context, rows, made.challenge, 'make-passkey'),
  );
  if (ticket?.account !== account) return undefined;
  const passkey = await passkeyMade(context.site, made.challenge, made.response);
  if (!passkey) return undefined;
  return enrol(context, session, caller, (rows) =>
    rows
      .insertInto('passkey')
      .values({
        practice: context.practice,
        id: passkey.id,
        account,
        passkey: JSON.stringify(passkey),
        name: made.name,
        created: instant(context),
        used: null,
      })
      .execute(),
  );
}

/**
 * A password alone may add the first factor and no other: otherwise whoever learned it could add a
 * phone of their own.
 */
const enrol = (
  context: Context,
  session: Session,
  caller: Caller,
  add: (rows: Rows) => Promise<unknown>,
): Promise<Enrolled | undefined> =>
  context.run(async (rows) => {
    const account = await openAccount(context, rows, session.account.id);
    if (!account) return undefined;
    const passkeys = await passkeysOf(context, rows, account.id);
    const isFirst = account.totp === null && passkeys.length === 0;
    if (session.level !== 'full' && !isFirst) return undefined;
    await add(rows);
    const secret = await completeSession(context, rows, session, caller);
    return isFirst
      ? { secret, recoveryCodes: await renewRecoveryCodes(context, rows, account.id) }
      : { secret };
  });

/** Takes away the app or one passkey. @returns false when it is the last factor, or is not there */
export const removeFactor = (
  context: Context,
  account: Account,
  factor: 'app' | { readonly passkey: string },
): Promise<boolean> =>
  context.run(async (rows) => {
    const passkeys = await passkeysOf(context, rows, account.id);
    const factors = passkeys.length + (account.totp === null ? 0 : 1);
    if (factors < 2) return false;
    if (factor === 'app') {
      const { numUpdatedRows } = await rows
        .updateTable('account')
        .set({ totp: null, totp_step: null })
        .where('practice', '=', context.practice)
        .where('id', '=', account.id)
        .where('totp', 'is not', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    }
    const { numDeletedRows } = await rows
      .deleteFrom('passkey')
      .where('practice', '=', context.practice)
      .where('account', '=', account.id)
      .where('id', '=', factor.passkey)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  });

/** Ten new codes; the old ones are void. They are shown this once. */
export const newCodes = (context: Context, account: Account): Promise<string[]> =>
  context.run((rows) => renewRecoveryCodes(context, rows, account.id));

async function renewRecoveryCodes(
  { practice }: Context,
  rows: Rows,
  account: string,
): Promise<string[]> {
  const codes = newRecoveryCodes();
  await rows
    .deleteFrom('recovery_code')
    .where('practice', '=', practice)
    .where('account', '=', account)
    .execute();
  await rows
    .insertInto('recovery_code')
    .values(codes.map((code) => ({ practice, account, hash: hashOfRecoveryCode(code) })))
    .execute();
  return codes;
}

async function passkeysOf({ practice }: Context, rows: Rows, account: string) {
  const found = await rows
    .selectFrom('passkey')
    .selectAll()
    .where('practice', '=', practice)
    .where('account', '=', account)
    .orderBy('created')
    .execute();
  return found.map((row) => ({ ...row, passkey: JSON.parse(row.passkey) as Passkey }));
}
