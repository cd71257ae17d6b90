/** Random secrets, and the forms in which they are kept: nobody who reads the database can use them. */
import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits for a cookie, a link or an invitation; in letters that an address may hold. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret. It is random, so a plain hash cannot be searched back. */
export const hashOfSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex');

/** Without 0, 1, i, l, o and u, which people mix up or read as words. */
const LETTERS = '23456789abcdefghjkmnpqrstvwxyz';
const CODES = 10;
const CODE_LENGTH = 24;

/**
 * Ten codes such as `7k2m-q9tx-4hwp-8r3d-vz6n-2cjs`, each good once, for the day the phone is lost. Each of 117
 * bits, so that a plain hash of it cannot be searched back either.
 */
export const newRecoveryCodes = (): string[] => Array.from({ length: CODES }, newRecoveryCode);

function newRecoveryCode(): string {
  const letters: string[] = [];
  while (letters.length < CODE_LENGTH)
    for (const byte of randomBytes(CODE_LENGTH)) {
      // Only whole multiples of the alphabet, so that every letter is equally likely.
      const letter = byte < 240 ? LETTERS[byte % LETTERS.length] : undefined;
      if (letter !== undefined && letters.length < CODE_LENGTH) letters.push(letter);
    }
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** What is kept of a recovery code, however it is typed. */
export const hashOfRecoveryCode = (code: string): string =>
  hashOfSecret(code.toLowerCase().replace(/[^a-z0-9]/g, ''));
