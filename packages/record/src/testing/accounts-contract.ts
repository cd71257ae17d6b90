/** The accounts of `@assuage/accounts`, as tests that run on every database. */
import { randomBytes } from 'node:crypto';
import {
  acceptInvitation,
  type Context,
  createVault,
  foundOwner,
  invite,
  KEY_BYTES,
  people,
  readAudit,
  readInvitation,
  sampleAudit,
  sessionOf,
  signInWithPassword,
  writeAudit,
} from '@assuage/accounts';
import { describe, expect, test } from 'vitest';
import { twoPracticesIn } from './journal-contract.ts';

const PASSWORD = 'green kettle on the stove';
const EMAIL = 'jo@harbour.example';
const CALLER = { address: '192.0.2.7', device: 'Firefox on Linux' };
const wrong = { ok: false, why: 'wrong' };
const typed = (password: string) => ({ email: EMAIL, password });

/** @param place the address of an empty database, which goes when the test ends */
export function describeAccounts(database: string, place: () => Promise<string>): void {
  describe(`accounts on ${database}`, () => {
    async function practices() {
      const journal = await twoPracticesIn(await place());
      const vault = createVault(randomBytes(KEY_BYTES));
      const of = (practice: string): Context => ({
        practice,
        site: { origin: 'http://localhost:4600', name: `Practice ${practice}` },
        vault,
        now: () => new Date('2026-03-02T09:00:00Z'),
        scryptCost: 8,
        run: (work) => journal.inAccounts(practice, work),
      });
      const a = of('a');
      const founded = await foundOwner(a, { name: 'Jo Field', ...typed(PASSWORD) });
      if (!founded.ok) throw new Error(founded.message);
      return { a, b: of('b'), owner: founded.value, journal };
    }

    test('one practice does not see the people of another, and an address may have an account in both', async () => {
      const { a, b } = await practices();
      expect((await people(a)).map(({ name }) => name)).toEqual(['Jo Field']);
      expect(await people(b)).toEqual([]);
      expect(await signInWithPassword(b, typed(PASSWORD), CALLER)).toEqual(wrong);
      const elsewhere = await foundOwner(b, { name: 'Another Jo', ...typed(PASSWORD) });
      expect(elsewhere.ok).toBe(true);
      expect((await people(a)).map(({ name }) => name)).toEqual(['Jo Field']);
    });

    test('the cookie of one practice is worth nothing in another', async () => {
      const { a, b } = await practices();
      const signedIn = await signInWithPassword(a, typed(PASSWORD), CALLER);
      if (!signedIn.ok) throw new Error(signedIn.why);
      expect((await sessionOf(a, signedIn.secret))?.account.name).toBe('Jo Field');
      expect(await sessionOf(b, signedIn.secret)).toBeUndefined();
    });

    test('of several who accept one invitation at the same time, one gets in', async () => {
      const { a, owner } = await practices();
      const invited = await invite(a, owner.id, {
        name: 'Sam Reed',
        email: 'sam@harbour.example',
        role: 'therapist',
        clients: [],
      });
      if (!invited.ok) throw new Error(invited.message);
      const { secret } = invited.value;
      const results = await Promise.all(
        Array.from({ length: 5 }, () => acceptInvitation(a, secret, PASSWORD)),
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await readInvitation(a, secret)).toBeUndefined();
    });

    test('of several who set the practice up at the same time, one becomes its owner', async () => {
      const { b } = await practices();
      const results = await Promise.all(
        ['jo', 'sam', 'kim'].map((name) =>
          foundOwner(b, { name, email: `${name}@harbour.example`, password: PASSWORD }),
        ),
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await people(b)).toHaveLength(1);
    });

    test('wrong passwords that come all at once are all counted', async () => {
      const { a } = await practices();
      await Promise.all(
        Array.from({ length: 6 }, () => signInWithPassword(a, typed('wrong'), CALLER)),
      );
      expect(await signInWithPassword(a, typed(PASSWORD), CALLER)).toMatchObject({ why: 'locked' });
    });

    test('the audit is kept by practice, and nobody changes or deletes a line', async () => {
      const { a, b } = await practices();
      await a.run((rows) =>
        writeAudit(a, rows, { kind: 'nobody' }, CALLER, { action: 'sign-in', outcome: 'failed' }),
      );
      expect(await readAudit(a, {}, 10)).toHaveLength(1);
      expect(await sampleAudit(a, 10, () => 0)).toHaveLength(1);
      expect(await readAudit(b, {}, 10)).toEqual([]);
      const change = a.run((rows) =>
        rows.updateTable('audit').set({ actor_name: 'Somebody' }).execute(),
      );
      await expect(change).rejects.toThrow();
      await expect(a.run((rows) => rows.deleteFrom('audit').execute())).rejects.toThrow();
      expect((await readAudit(a, {}, 10))[0]?.actor_name).toBe('Nobody signed in');
    });
  });
}
