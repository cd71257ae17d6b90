import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createVault } from './vault.ts';

const key = randomBytes(32);
const vault = createVault(key);

test('what was closed is opened again with the same key and for the same thing', () => {
  const kept = vault.close('JBSWY3DPEHPK3PXP', 'account 1');
  expect(kept).not.toContain('JBSWY3DP');
  expect(createVault(key).open(kept, 'account 1')).toBe('JBSWY3DPEHPK3PXP');
});

test('the same words are never kept in the same form', () => {
  expect(vault.close('same', 'a')).not.toBe(vault.close('same', 'a'));
});

test('another key, another owner or a changed byte does not open', () => {
  const kept = vault.close('JBSWY3DPEHPK3PXP', 'account 1');
  const changed = Buffer.from(kept, 'base64');
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  expect(() => createVault(randomBytes(32)).open(kept, 'account 1')).toThrow();
  expect(() => vault.open(kept, 'account 2')).toThrow();
  expect(() => vault.open(changed.toString('base64'), 'account 1')).toThrow();
});

test('a key of another length is refused', () => {
  expect(() => createVault(randomBytes(16))).toThrow('32 bytes');
});
