/** Passkeys (WebAuthn): a phone or a key signs a challenge after asking for a finger, a face or a PIN. */
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';

/** Where the practice is reached. A passkey belongs to the name of its host, which cannot be a number. */
export interface Site {
  /** `https://harbour.example.org` or `http://localhost:4600` */
  readonly origin: string;
  readonly name: string;
}
export interface Passkey {
  readonly id: string;
  /** base64url */
  readonly publicKey: string;
  /** How often it signed, as far as it counts. A lower number than before means a copy. */
  readonly counter: number;
  readonly transports: readonly string[];
}

const hostOf = ({ origin }: Site): string => new URL(origin).hostname;

/** False on `127.0.0.1`, where browsers allow no passkeys; `localhost` is the same computer. */
export const allowsPasskeys = (site: Site): boolean => !/^[\d.]+$|:/.test(hostOf(site));

/** What the browser needs to make a passkey. Its `challenge` must come back, once, within minutes. */
export const optionsToMake = (
  site: Site,
  account: { id: string; email: string; name: string },
  existing: readonly Passkey[],
): Promise<PublicKeyCredentialCreationOptionsJSON> =>
  generateRegistrationOptions({
    rpName: `Assuage, ${site.name}`,
    rpID: hostOf(site),
    userID: new TextEncoder().encode(account.id),
    userName: account.email,
    userDisplayName: account.name,
    excludeCredentials: existing.map(({ id, transports }) => ({ id, transports: [...transports] })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  });

/** @returns the passkey to keep; undefined when the answer is not right */
export async function passkeyMade(
  site: Site,
  challenge: string,
  response: RegistrationResponseJSON,
): Promise<Passkey | undefined> {
  const result = await quietly(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: hostOf(site),
      requireUserVerification: true,
    }),
  );
  if (!result?.verified) return undefined;
  const { id, publicKey, counter, transports = [] } = result.registrationInfo.credential;
  return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports };
}

/** What the browser needs to use a passkey: one of these, or any that it has for the site. */
export const optionsToUse = (
  site: Site,
  passkeys: readonly Passkey[],
): Promise<PublicKeyCredentialRequestOptionsJSON> =>
  generateAuthenticationOptions({
    rpID: hostOf(site),
    userVerification: 'required',
    allowCredentials: passkeys.map(({ id, transports }) => ({ id, transports: [...transports] })),
  });

/** @returns the passkey as it is to be kept now; undefined when the answer is not right */
export async function passkeyUsed(
  site: Site,
  challenge: string,
  response: AuthenticationResponseJSON,
  passkey: Passkey,
): Promise<Passkey | undefined> {
  const result = await quietly(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: hostOf(site),
      requireUserVerification: true,
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
        counter: passkey.counter,
      },
    }),
  );
  return result?.verified
    ? { ...passkey, counter: result.authenticationInfo.newCounter }
    : undefined;
}

/** The library throws for every answer that is not right; to us they are one case. */
async function quietly<Result>(check: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await check();
  } catch {
    return undefined;
  }
}
