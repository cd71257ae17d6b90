import { expect, test } from 'vitest';
import { hashOfRecoveryCode, hashOfSecret, newRecoveryCodes, newSecret } from './secrets.ts';

test('a secret has 256 bits, and two are never the same', () => {
  expect(Buffer.from(newSecret(), 'base64url')).toHaveLength(32);
  expect(new Set(Array.from({ length: 1000 }, newSecret)).size).toBe(1000);
});

test('what is kept of a secret is its SHA-256', () => {
  // FIPS 180-2, appendix B.1
  expect(hashOfSecret('abc')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

// 24 of 30 letters are 24 · log2(30) = 117 bits; OWASP ASVS 5.0 asks for 112 (6.5.2).
test('ten recovery codes, without letters that people mix up', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes)
    expect(code).toMatch(/^[2-9a-hjkmnp-tv-z]{4}(-[2-9a-hjkmnp-tv-z]{4}){5}$/);
});

test('a recovery code is the same with capitals, blanks or without hyphens', () => {
  expect(hashOfRecoveryCode('7K2M q9tx4hwp')).toBe(hashOfRecoveryCode('7k2m-q9tx-4hwp'));
});
