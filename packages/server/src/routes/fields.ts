/** The fields that several routes read. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@assuage/accounts';
import { Id } from '@assuage/record';
import * as v from 'valibot';

const line = (most: number) =>
  v.pipe(
    v.string('must be text'),
    v.trim(),
    v.minLength(1, 'must not be empty'),
    v.maxLength(most, `must not be longer than ${most} characters`),
  );

export const name = line(200);
/** Looser than the rules for addresses, which nobody knows: only a mail that arrives proves one. */
export const email = v.pipe(line(254), v.regex(/^[^\s@]+@[^\s@]+$/, 'must be an e-mail address'));
export const password = v.pipe(v.string('must be text'), v.maxLength(1000, 'is too long'));
export const code = line(40);
export const secret = v.pipe(line(200), v.regex(/^[\w-]+$/, 'is not one of our links'));
export const client = Id;

const bytes = v.pipe(v.string(), v.maxLength(20_000), v.regex(/^[\w-]*=*$/, 'must be base64url'));
const answer = {
  id: bytes,
  rawId: bytes,
  type: v.literal('public-key'),
  authenticatorAttachment: v.exactOptional(v.picklist(['platform', 'cross-platform'])),
  clientExtensionResults: v.looseObject({}),
};
/** What a browser says when a passkey was made. The library reads it; here only its shape is held. */
export const passkeyMade: v.GenericSchema<unknown, RegistrationResponseJSON> = v.object({
  ...answer,
  response: v.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: v.exactOptional(v.array(line(40))),
  }),
});
/** … and when one was used. */
export const passkeyAnswer: v.GenericSchema<unknown, AuthenticationResponseJSON> = v.object({
  ...answer,
  response: v.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: v.exactOptional(bytes),
  }),
});
