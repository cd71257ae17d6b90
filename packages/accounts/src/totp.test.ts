import { expect, test } from 'vitest';
import { newTotpSecret, totpAddress, totpStep } from './totp.ts';

// RFC 6238, appendix B: the secret "12345678901234567890" in SHA-1; its eight digits end in these six.
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1000);

test.each([
  [59, '287082', 1],
  [1111111109, '081804', 37037036],
  [1234567890, '005924', 41152263],
  [20000000000, '353130', 666666666],
])('the codes of RFC 6238 are right at second %i', (seconds, code, step) => {
  expect(totpStep(SECRET, code, at(seconds), undefined)).toBe(step);
});

test('a code may come half a minute early or late, and not more', () => {
  expect(totpStep(SECRET, '287 082', at(59 + 30), undefined)).toBe(1);
  expect(totpStep(SECRET, '287082', at(29), undefined)).toBe(1);
  expect(totpStep(SECRET, '287082', at(59 + 61), undefined)).toBeUndefined();
});

test('a code is good once', () => {
  expect(totpStep(SECRET, '287082', at(59), 0)).toBe(1);
  expect(totpStep(SECRET, '287082', at(59), 1)).toBeUndefined();
});

test('anything but six digits is not a code', () => {
  for (const text of ['', '28708', '2870822', 'abcdef', '94287082'])
    expect(totpStep(SECRET, text, at(59), undefined)).toBeUndefined();
});

test('an authenticator app is told the practice and the person', () => {
  const address = new URL(totpAddress(newTotpSecret(), 'Harbour Massage', 'jo@example.org'));
  expect(address.protocol).toBe('otpauth:');
  expect(decodeURIComponent(address.pathname)).toContain('jo@example.org');
  expect(address.searchParams.get('issuer')).toBe('Assuage, Harbour Massage');
  expect(address.searchParams.get('secret')).toMatch(/^[A-Z2-7]{32}$/);
});
