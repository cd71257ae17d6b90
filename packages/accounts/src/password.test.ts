import { scryptSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { faultInPassword, hashPassword, isPassword, SCRYPT_COST } from './password.ts';

const QUICK = 10;

test('a password is known again, and another is not', async () => {
  const kept = await hashPassword('four walls and a table', QUICK);
  expect(await isPassword('four walls and a table', kept)).toBe(true);
  expect(await isPassword('four walls and a chair', kept)).toBe(false);
  expect(kept).not.toContain('walls');
});

test('what is kept is scrypt with the cost that OWASP names, and a salt of its own', async () => {
  const one = await hashPassword('same words twice', SCRYPT_COST);
  expect(await hashPassword('same words twice', QUICK)).not.toBe(
    await hashPassword('same words twice', QUICK),
  );
  const [scheme, cost, salt = '', key] = one.split('$');
  expect([scheme, cost]).toEqual(['scrypt', '17']);
  const expected = scryptSync('same words twice', Buffer.from(salt, 'base64'), 32, {
    N: 131072,
    r: 8,
    p: 1,
    maxmem: 2 ** 28,
  });
  expect(key).toBe(expected.toString('base64'));
});

test('one letter written in two ways is one password', async () => {
  const kept = await hashPassword('caf\u00e9 au lait et pain', QUICK);
  expect(await isPassword('cafe\u0301 au lait et pain', kept)).toBe(true);
});

test.each([
  ['eleven char', 'at least 12'],
  ['a'.repeat(201), 'at most 200'],
  ['aaaaaaaaaaaaaaaa', 'easy to guess'],
  ['Password12345', 'easy to guess'],
  ['harbour massage here', 'must not hold'],
])('%s is refused, with what to do', (password, why) => {
  expect(faultInPassword(password, ['Harbour Massage'])).toContain(why);
});

test('twelve characters are enough, signs or not', () => {
  expect(faultInPassword('brown bread x', ['Jo'])).toBeUndefined();
});
