// A practice of one's own in a real browser: set-up, second steps, invitation, a client's link, the audit.
import type { Browser, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { test } from './chromium.ts';
import { expectAccessible } from './support/accessibility.ts';
import { QUESTIONS, USUAL_DAY } from './support/check-in.ts';
import {
  addApp,
  fillSetUp,
  keepCodes,
  newPractice,
  PASSWORD,
  press,
  title,
} from './support/own-practice.ts';

const LONG = 300_000;

async function anotherPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  return context.newPage();
}

test(
  'a practice is set up, its owner comes back with a recovery code, and sees who did what',
  async ({ page, browser }) => {
    const { setUp, at } = await newPractice();
    await page.goto(at('/'));
    await title(page, 'Nobody has set up this practice yet');
    await page.goto(setUp);
    await title(page, 'Set up your practice');
    expect(new URL(page.url()).hash, 'the secret is not left in the address').toBe('');
    await press(page, 'Set up the practice');
    await page.getByRole('alert').getByText('Type your name').waitFor();
    await expectAccessible(page, 'set-up with mistakes');

    await fillSetUp(page, setUp);
    await expectAccessible(page, 'second step');
    await press(page, 'Use an app on my phone');
    await expectAccessible(page, 'adding the app');
    await page.getByLabel('Six digits').fill('000000');
    await press(page, 'Add the app');
    await page
      .getByRole('alert')
      .getByText(/not the one the app should show/)
      .waitFor();
    await press(page, 'Go back');
    await addApp(page);
    await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor();
    await expectAccessible(page, 'recovery codes');
    await press(page, 'Go on');
    await page.getByRole('alert').getByText('Say that you have kept them').waitFor();
    const codes = await keepCodes(page);
    expect(codes).toHaveLength(10);
    await title(page, "Today's clients");

    await page.getByRole('link', { name: 'Your account: Jo Field' }).click();
    await title(page, 'Your account');
    await page.getByText('Recovery codes left: 10.').waitFor();
    await expectAccessible(page, 'account');

    const tablet = await anotherPage(browser);
    await tablet.goto(at('/clients/new'));
    await title(tablet, 'New client');
    await tablet.goto(at('/'));
    await title(tablet, 'Sign in');
    await press(tablet, 'Sign in');
    await tablet.getByRole('alert').getByText('Type your password').waitFor();
    await expectAccessible(tablet, 'sign in');
    await tablet.getByLabel('E-mail address').fill('jo@harbour.example');
    await tablet.getByLabel('Password').fill('wrong');
    await press(tablet, 'Sign in');
    await tablet
      .getByRole('alert')
      .getByText(/is not right/)
      .waitFor();
    await tablet.getByLabel('Password').fill(PASSWORD);
    await press(tablet, 'Sign in');
    await title(tablet, 'The second step');
    await press(tablet, 'I do not have my phone');
    await tablet.getByLabel('A recovery code').fill(codes[0] ?? '');
    await press(tablet, 'Sign in');
    await title(tablet, "Today's clients");

    await page.reload();
    await page.getByText('Recovery codes left: 9.').waitFor();
    await press(page, /^Sign out there/);
    await page.getByText('last used').waitFor({ state: 'detached' });
    await tablet.reload();
    await title(tablet, 'Sign in');

    await page.getByRole('link', { name: 'Who did what' }).click();
    await title(page, 'Who did what');
    await page.getByText('Jo Field: own account').first().waitFor();
    await page.getByText('Nobody signed in: signing in or out').first().waitFor();
    await expectAccessible(page, 'audit');
    await page.getByLabel('How it ended').selectOption('Refused');
    await press(page, 'Show');
    await page.getByText('Refused.').first().waitFor();
    await press(page, 'Ten at random, for review');
    await page.getByText(/Ten lines chosen at random/).waitFor();

    await page.goto(at('/account'));
    await page.getByLabel('The password you have now').fill('wrong');
    await page.getByLabel('New password').fill('three blue boats');
    await press(page, 'Change password');
    await page.getByRole('alert').getByText('The password you have now is not right.').waitFor();
    await page.getByLabel('The password you have now').fill(PASSWORD);
    await press(page, 'Change password');
    await page.getByText('Changed. You are signed out everywhere else.').waitFor();
  },
  LONG,
);

test(
  'a passkey signs in alone, with a finger instead of a password',
  async ({ page }) => {
    const { setUp, at } = await newPractice();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await fillSetUp(page, setUp);
    await press(page, 'Use a passkey');
    await keepCodes(page);
    await title(page, "Today's clients");
    await page.goto(at('/account'));
    await page.getByText('Passkey: Computer').waitFor();
    await press(page, 'Sign out');
    await title(page, 'Sign in');
    await press(page, 'Use a passkey instead');
    await title(page, "Today's clients");
  },
  LONG,
);

test(
  'a colleague is invited, and a client checks in by a link that shows nothing of the record',
  async ({ page, browser }) => {
    const { setUp, at } = await newPractice();
    await fillSetUp(page, setUp);
    await addApp(page);
    await keepCodes(page);
    await title(page, "Today's clients");

    await page.goto(at('/people'));
    await title(page, 'People');
    await page.getByLabel('Name', { exact: true }).fill('Sam Reed');
    await page.getByLabel('E-mail address').fill('sam@harbour.example');
    await page.getByLabel(/front desk/).check();
    await expectAccessible(page, 'people');
    await press(page, 'Make the invitation');
    await page.getByRole('heading', { name: 'The invitation is ready' }).waitFor();
    const invitation = (await page.locator('code.secret-text').textContent()) ?? '';
    const sam = await anotherPage(browser);
    await sam.goto(invitation);
    await title(sam, 'Welcome');
    await sam.getByText('Sam Reed, you are invited as front desk.').waitFor();
    await sam.getByLabel('Password').fill(PASSWORD);
    await expectAccessible(sam, 'invitation');
    await press(sam, 'Go on');
    await title(sam, 'Add a second step');
    await addApp(sam);
    await keepCodes(sam);
    await title(sam, "Today's clients");
    const late = await anotherPage(browser);
    await late.goto(invitation);
    await title(late, 'This invitation does not work');

    await page.goto(at('/clients/new'));
    await page.getByLabel('Name').fill('Ana Silva');
    for (const [part, value] of [
      ['Day', '12'],
      ['Month', '4'],
      ['Year', '1968'],
    ] as const)
      await page.getByLabel(part).fill(value);
    await press(page, 'Add client');
    await page.waitForURL(/\/intake$/);
    const client = page.url().replace(/\/intake$/, '');
    await page.goto(client);
    await title(page, 'Ana Silva');
    await press(page, 'Make a link for the check-in');
    const link = (await page.locator('code.secret-text').textContent()) ?? '';

    await sam.goto(at('/'));
    await sam.getByRole('link', { name: /Ana Silva/ }).click();
    await sam.getByText('Your account sees contact data and appointments only.').waitFor();
    await expectAccessible(sam, 'a client at the front desk');

    const phone = await anotherPage(browser);
    await phone.setViewportSize({ width: 390, height: 800 });
    await phone.goto(link);
    await phone.getByText('Do you feel ill today?').waitFor();
    expect(phone.url()).not.toContain('#');
    expect(await phone.content()).not.toMatch(/Silva|1968/);
    for (const [question, answer] of [...USUAL_DAY, ['pain', '3']] as const) {
      await title(phone, QUESTIONS[question]);
      await phone.getByRole('button', { name: answer, exact: true }).click();
    }
    await title(phone, QUESTIONS.painWhere);
    await press(phone, 'I cannot say where');
    await title(phone, QUESTIONS.check);
    await press(phone, 'Send answers');
    await title(phone, QUESTIONS.sent);
    await expectAccessible(phone, 'sent by a link');
    expect(await phone.getByRole('link', { name: /plan/ }).count()).toBe(0);
    await page.goto(client);
    await page
      .getByText(/Pain 3|3 of 10|pain.*3/i)
      .filter({ visible: true })
      .first()
      .waitFor();
    await phone.goto(client);
    await title(phone, 'This page is for the practice');
    expect(await phone.content()).not.toContain('1968');

    await page.goto(client);
    await press(page, 'Make a link for the intake');
    await page.getByText('For the intake.').waitFor();
    const home = await anotherPage(browser);
    await home.setViewportSize({ width: 390, height: 800 });
    await home.goto((await page.locator('code.secret-text').textContent()) ?? '');
    await title(home, 'About you');
    await home.getByLabel('Add an illness').fill('rumatoid arthritis');
    await press(home, 'Add Rheumatoid arthritis');
    await press(home, 'Send');
    await home.getByRole('alert').getByText('Choose at least one way to lie or sit').waitFor();
    await expectAccessible(home, "the client's intake");
    await home.getByText('On the back').click();
    await press(home, 'Send');
    await title(home, 'Your answers are sent');
    await page.reload();
    await page.getByRole('link', { name: 'Rheumatoid arthritis' }).first().waitFor();

    await page.goto(at('/people'));
    await page.getByLabel('Name', { exact: true }).fill('Dr Khan');
    await page.getByLabel('E-mail address').fill('khan@clinic.example');
    await page.getByLabel(/guest clinician/).check();
    await press(page, 'Make the invitation');
    await page.getByRole('alert').getByText('Choose the client').waitFor();
    await page.getByLabel('Whose record').selectOption('Ana Silva');
    await press(page, 'Make the invitation');
    await page.getByRole('heading', { name: 'The invitation is ready' }).waitFor();
    const guest = await anotherPage(browser);
    await guest.goto((await page.locator('code.secret-text').textContent()) ?? '');
    await guest.getByLabel('Password').fill(PASSWORD);
    await press(guest, 'Go on');
    await addApp(guest);
    await keepCodes(guest);
    await title(guest, 'Records you may see');
    await expectAccessible(guest, "a guest's records");
    await guest.getByRole('link', { name: /Ana Silva/ }).click();
    await title(guest, 'Ana Silva');
    await guest.getByRole('link', { name: 'Rheumatoid arthritis' }).first().waitFor();
    expect(await guest.getByText(/^(Add|Report|Make|Book)/).allTextContents()).toEqual([]);

    await page.goto(client);
    const checkIn = page.getByRole('listitem').filter({ hasText: 'For the check-in.' });
    await checkIn.getByRole('button', { name: 'Stop this link' }).click();
    await checkIn.waitFor({ state: 'detached' });
    const again = await anotherPage(browser);
    await again.goto(link);
    await title(again, 'This link does not work');
    await expectAccessible(again, 'a link that ended');
  },
  LONG,
);

test(
  'a page that nobody touches for half an hour signs out, and keeps what was typed',
  async ({ page }) => {
    const { setUp, at } = await newPractice();
    await fillSetUp(page, setUp);
    await addApp(page);
    const [code = ''] = await keepCodes(page);
    await title(page, "Today's clients");
    await page.clock.install();
    await page.goto(at('/clients/new'));
    await page.getByLabel('Name').fill('Ana Silva');
    await page.clock.fastForward('29:00');
    await page.getByLabel('Day').fill('12');
    await page.clock.fastForward('29:00');
    await title(page, 'New client');
    await page.clock.fastForward('02:00');
    await title(page, 'Sign in');
    expect(await page.content()).not.toContain('Ana Silva');
    await page.getByLabel('E-mail address').fill('jo@harbour.example');
    await page.getByLabel('Password').fill(PASSWORD);
    await press(page, 'Sign in');
    await press(page, 'I do not have my phone');
    await page.getByLabel('A recovery code').fill(code);
    await press(page, 'Sign in');
    await title(page, 'New client');
    expect(await page.getByLabel('Name').inputValue()).toBe('Ana Silva');
    expect(await page.getByLabel('Day').inputValue()).toBe('12');
  },
  LONG,
);
