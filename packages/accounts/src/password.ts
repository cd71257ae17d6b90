/** Passwords: kept as scrypt hashes, and long rather than full of signs. */
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** A password is never the only factor here. */
export const LEAST_CHARACTERS = 12;
export const MOST_CHARACTERS = 200;

/** The binary logarithm of N: the least that the OWASP Password Storage Cheat Sheet names. 128 MB, a third of a second. */
export const SCRYPT_COST = 17;
/** r and p of the same recommendation. */
const BLOCK_SIZE = 8;
const PARALLEL = 1;
const KEY_BYTES = 32;

function derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  const N = 2 ** cost;
  const options: ScryptOptions = { N, r: BLOCK_SIZE, p: PARALLEL, maxmem: 256 * N * BLOCK_SIZE };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** @returns text that holds the cost, the salt and the key: `scrypt$17$…$…` */
export async function hashPassword(password: string, cost: number): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost, salt.toString('base64'), key.toString('base64')].join('$');
}

/** @throws when `kept` is not what `hashPassword` gives */
export async function isPassword(password: string, kept: string): Promise<boolean> {
  const [scheme, cost, salt = '', key = ''] = kept.split('$');
  if (scheme !== 'scrypt') throw new Error('not a kept password');
  const expected = Buffer.from(key, 'base64');
  const found = await derive(password, Buffer.from(salt, 'base64'), Number(cost));
  return timingSafeEqual(found, expected);
}

/** What is wrong with a new password, in words; undefined when nothing is. */
export function faultInPassword(password: string, known: readonly string[]): string | undefined {
  const length = [...password].length;
  if (length < LEAST_CHARACTERS)
    return `Choose a password of at least ${LEAST_CHARACTERS} characters. Four or five words are easy to remember.`;
  if (length > MOST_CHARACTERS)
    return `Choose a password of at most ${MOST_CHARACTERS} characters.`;
  const plain = password.toLowerCase();
  if (new Set(plain).size < 5 || COMMON.some((common) => plain.includes(common)))
    return 'This password is easy to guess. Choose another.';
  if (known.some((word) => word.length > 3 && plain.includes(word.toLowerCase())))
    return 'The password must not hold your name, your e-mail address or the name of the practice.';
  return undefined;
}

/** The stems of what people type most often when they need twelve characters. */
const COMMON = [
  'password',
  '123456',
  'qwerty',
  'letmein',
  'iloveyou',
  'welcome',
  'abcdef',
  'assuage',
];
