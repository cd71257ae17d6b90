/** Passkeys, in the browser's own words: it turns the server's options into a question to the person. */

type Made = { readonly challenge: string; readonly response: unknown };

const REFUSED =
  'The browser did not use a passkey. Perhaps it was cancelled, or this device has none for this practice.';

/** @throws Error with words for the person when it was cancelled or is not possible */
export async function makePasskey(options: PublicKeyCredentialCreationOptionsJSON): Promise<Made> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  return answered(options.challenge, () => navigator.credentials.create({ publicKey }));
}

/** @throws Error with words for the person when it was cancelled or is not possible */
export async function usePasskey(options: PublicKeyCredentialRequestOptionsJSON): Promise<Made> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  return answered(options.challenge, () => navigator.credentials.get({ publicKey }));
}

async function answered(challenge: string, ask: () => Promise<Credential | null>): Promise<Made> {
  const credential = await ask().catch(() => null);
  if (!(credential instanceof PublicKeyCredential)) throw new Error(REFUSED);
  return { challenge, response: credential.toJSON() };
}

/** Browsers know passkeys on `localhost` and on names with HTTPS, not on numbers such as 127.0.0.1. */
export const passkeysPossible = (): boolean =>
  'PublicKeyCredential' in window && !/^[\d.]+$|:/.test(window.location.hostname);
