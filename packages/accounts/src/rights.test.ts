import { describe, expect, test } from 'vitest';
import { type Action, type Actor, may, RIGHTS, ROLES } from './rights.ts';

const ANA = 'ana';
const BO = 'bo';
const person = (role: Exclude<(typeof ROLES)[number], 'link'>, clients: string[] = []): Actor => ({
  kind: 'account',
  id: `the-${role}`,
  name: role,
  role,
  clients,
});
const nobody: Actor = { kind: 'nobody' };
const link: Actor = {
  kind: 'link',
  id: 'l',
  name: 'Ana',
  role: 'link',
  purpose: 'check-in',
  clients: [ANA],
};

describe('rights', () => {
  test('whoever is not signed in may only see the name of the practice, read the knowledge and sign in', () => {
    const allowed = (Object.keys(RIGHTS) as Action[]).filter((action) =>
      may(nobody, action, { client: ANA }),
    );
    expect(allowed).toEqual(['see-practice', 'read-knowledge', 'sign-in']);
  });

  test('the front desk sees names and appointments, and no health notes', () => {
    const desk = person('front-desk');
    expect(may(desk, 'see-day')).toBe(true);
    expect(may(desk, 'write-contact', { client: ANA })).toBe(true);
    expect(may(desk, 'read-record', { client: ANA })).toBe(false);
    expect(may(desk, 'write-record', { client: ANA })).toBe(false);
    expect(may(desk, 'export-client', { client: ANA })).toBe(false);
    expect(may(desk, 'read-file', { client: ANA })).toBe(false);
    expect(may(desk, 'add-file', { client: ANA })).toBe(false);
    expect(may(desk, 'open-in-emergency', { client: ANA })).toBe(false);
  });

  test('a guest reads what was shared, and nothing else of the practice', () => {
    const guest = person('guest', [ANA]);
    expect(may(guest, 'read-record', { client: ANA })).toBe(true);
    expect(may(guest, 'read-record', { client: BO })).toBe(false);
    expect(may(guest, 'read-record')).toBe(false);
    expect(may(guest, 'find-clients', { client: ANA })).toBe(true);
    expect(may(guest, 'find-clients'), 'everybody').toBe(false);
    expect(may(guest, 'write-record', { client: ANA })).toBe(false);
  });

  test('a client reads and exports the own record only', () => {
    const client = person('client', [ANA]);
    for (const action of ['read-record', 'export-client', 'write-own-answers'] as const) {
      expect(may(client, action, { client: ANA })).toBe(true);
      expect(may(client, action, { client: BO })).toBe(false);
    }
    expect(may(client, 'write-record', { client: ANA })).toBe(false);
  });

  test('a link lets answers in, and no health facts out', () => {
    expect(may(link, 'write-own-answers', { client: ANA })).toBe(true);
    expect(may(link, 'write-own-answers', { client: BO })).toBe(false);
    expect(may(link, 'read-record', { client: ANA })).toBe(false);
    expect(may(link, 'read-file', { client: ANA })).toBe(false);
    expect(may(link, 'manage-own-account', { account: 'l' })).toBe(false);
  });

  test('a private note is read by its author, not even by the owner', () => {
    expect(may(person('therapist'), 'read-private-note', { account: 'the-therapist' })).toBe(true);
    expect(may(person('owner'), 'read-private-note', { account: 'the-therapist' })).toBe(false);
  });

  test('only the owner manages accounts, reads the audit, exports everything and destroys', () => {
    for (const action of [
      'manage-accounts',
      'read-audit',
      'export-practice',
      'release-results',
      'destroy-record',
      'see-retention',
      'hold-record',
      'change-settings',
    ] as const)
      for (const role of ROLES)
        expect(may(role === 'link' ? link : person(role, [ANA]), action, { client: ANA })).toBe(
          role === 'owner',
        );
  });
});
