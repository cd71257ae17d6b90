import { acceptInvitation } from '@assuage/accounts';
import { expect, test } from 'vitest';
import { linksForReturningOwners } from './returning-owner.ts';
import { browser, PASSWORD, startPractice } from './testing/practice.ts';

/** As an import leaves it: people without anything to sign in with. */
async function imported() {
  const practice = await startPractice();
  await practice.add('therapist');
  await practice.accounts.run((rows) =>
    rows.updateTable('account').set({ password: null }).where('practice', '=', 'a').execute(),
  );
  return practice;
}

test('after an import the owner, and nobody else, gets a link that lets a new password be chosen', async () => {
  const practice = await imported();
  const [link, ...others] = await linksForReturningOwners(practice.context);
  expect([link?.name, others]).toEqual(['Jo Field', []]);
  const accepted = await acceptInvitation(practice.context, link?.secret ?? '', PASSWORD);
  expect(accepted).toMatchObject({ ok: true, value: { id: practice.owner.id } });
  const signedIn = await browser(practice).post('/api/sign-in', {
    email: practice.owner.email,
    password: PASSWORD,
  });
  expect(signedIn.status).toBe(200);
  expect(await linksForReturningOwners(practice.context)).toEqual([]);
});

test('an owner who can sign in gets no link', async () => {
  const { context } = await startPractice();
  expect(await linksForReturningOwners(context)).toEqual([]);
});
