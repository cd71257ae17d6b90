import type { Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { expectAccessible } from './support/accessibility.ts';
import { type App, test } from './support/app.ts';
import { openCheckIn, USUAL_DAY } from './support/check-in.ts';
import { addApp, fillSetUp, keepCodes, newPractice, press, title } from './support/own-practice.ts';

const PHONE = { width: 390, height: 844 };
const LONG = 300_000;

const rate = (page: Page, answer: number | string) =>
  page.getByRole('button', { name: new RegExp(`^${answer}\\b`) }).click();
const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { name, level: 1 }).waitFor();

/** Skips question after question. @returns how many */
async function skipToCheck(page: Page): Promise<number> {
  const check = page.getByRole('heading', { name: 'Check your answers' });
  for (let count = 0; ; count++) {
    const asked = await page.getByRole('heading', { level: 1 }).textContent();
    if (await check.isVisible()) return count;
    await page.getByRole('button', { name: 'Skip' }).click();
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).not.toBe(asked);
  }
}

interface Scored {
  readonly scores: readonly {
    readonly measure: string;
    readonly answers: Readonly<Record<string, number>>;
    readonly filled: string;
    readonly by: { readonly role: string };
  }[];
}
const scoresOf = async (app: App, id: string) =>
  ((await app.record(id)) as unknown as Scored).scores;

test('after a check-in a client rates the day, one question a screen, and the therapist sees it', async ({
  page,
  app,
}) => {
  await page.setViewportSize(PHONE);
  const id = await app.clientId('Ben Ortiz');
  const before = (await scoresOf(app, id)).length;
  const user = await openCheckIn(page, app, id);
  await user.answers([...USUAL_DAY, ['pain', '0 No pain'], ['check', 'Send answers']]);
  await user.sees('sent');
  await page.getByRole('link', { name: /more quick questions, if you feel up to it/ }).click();

  await heading(page, 'How strong was your pain on average in the past 24 hours?');
  await expectAccessible(page, 'a rating');
  await rate(page, 4);
  await heading(page, /tired or worn out/);
  await page.getByRole('button', { name: 'Skip' }).click();
  await heading(page, /stiff were you/);
  await page.getByRole('link', { name: 'Back' }).click();
  await heading(page, /tired or worn out/);
  await rate(page, 7);
  await heading(page, /stiff were you/);
  await rate(page, '10 As stiff');
  await heading(page, /trouble did you have with sleep/);
  await page.reload();
  await heading(page, /trouble did you have with sleep/);
  for (const next of [/stressed/, /low was your mood/]) {
    await page.getByRole('button', { name: 'Skip' }).click();
    await heading(page, next);
  }
  // Then a short form, another one each day.
  expect(await skipToCheck(page)).toBeGreaterThanOrEqual(2);
  await page.getByText('4 of 10').waitFor();
  await expectAccessible(page, 'the check of the ratings');
  await page.getByRole('button', { name: 'Send answers' }).click();
  await heading(page, 'You have answered today');
  await expectAccessible(page, 'the end of the ratings');

  const added = (await scoresOf(app, id)).slice(before);
  expect(
    added.map(({ measure, answers, filled, by }) => [measure, answers, filled, by.role]).sort(),
  ).toEqual([
    ['nrs-fatigue', { 'nrs-fatigue': 7 }, 'by-client', 'client'],
    ['nrs-pain', { 'nrs-pain': 4 }, 'by-client', 'client'],
    ['nrs-stiffness', { 'nrs-stiffness': 10 }, 'by-client', 'client'],
  ]);
  await page.goto(`${app.url}/clients/${id}`);
  const forms = page.getByRole('region', { name: 'Forms and ratings' });
  await forms.getByText(/Fatigue, 0 to 10 7/).waitFor();
});

test('who has answered today may answer the rest or again, and reads what again means', async ({
  page,
  app,
}) => {
  await page.setViewportSize(PHONE);
  const id = await app.clientId('Kim Larsen');
  const before = (await scoresOf(app, id)).length;
  await page.goto(`${app.url}/check-in/${id}/ratings`);
  await heading(page, /strong was your pain/);
  // A bad day: one tap, and one question is all.
  await page.getByRole('button', { name: 'Just the pain today' }).click();
  await rate(page, 8);
  await heading(page, 'Check your answers');
  await page.getByRole('button', { name: 'Send answers' }).click();
  await heading(page, 'You have answered today');
  await page.getByText('your new answers count for today').waitFor();
  await page.reload();
  await heading(page, 'You have answered today');
  await page.getByRole('button', { name: 'Answer again' }).click();
  await heading(page, /strong was your pain/);
  await page.getByRole('button', { name: 'Just the pain today' }).click();
  await rate(page, 6);
  await page.getByRole('button', { name: 'Send answers' }).click();
  await heading(page, 'You have answered today');
  expect((await scoresOf(app, id)).slice(before).map(({ answers }) => answers['nrs-pain'])).toEqual(
    [8, 6],
  );
});

test('the ratings are answered with the keyboard alone', async ({ page, app }) => {
  const id = await app.clientId('Clare Okoye');
  await page.goto(`${app.url}/check-in/${id}/ratings`);
  const enter = async (name: string | RegExp) => {
    await page.getByRole('button', { name }).focus();
    await page.keyboard.press('Enter');
  };
  await heading(page, /strong was your pain/);
  await enter('Just the pain today');
  await enter(/^3$/);
  await heading(page, 'Check your answers');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await enter('Send answers');
  await heading(page, 'You have answered today');
});

test('answers that could not be sent are kept, and go out with one tap', async ({ page, app }) => {
  const id = await app.clientId('Ana Silva');
  const before = (await scoresOf(app, id)).length;
  await page.goto(`${app.url}/check-in/${id}/ratings`);
  await page.getByRole('button', { name: 'Just the pain today' }).click();
  await rate(page, 5);
  await page.route('**/entries', (route) => route.abort());
  await page.getByRole('button', { name: 'Send answers' }).click();
  await page.getByRole('alert').getByText('We could not send your answers.').waitFor();
  await expectAccessible(page, 'ratings that were not sent');
  await page.unroute('**/entries');
  await page.getByRole('button', { name: 'Try again' }).click();
  await heading(page, 'You have answered today');
  expect((await scoresOf(app, id)).slice(before)).toHaveLength(1);
});

let number = 1;
/** Yesterday's session, as a therapist signed it. */
async function giveSession(app: App, client: string, daysAgo: number) {
  const practice = (await (await fetch(`${app.url}/api/practice`)).json()) as {
    therapist: { name: string };
  };
  const { name } = practice.therapist;
  const day = new Date(Date.now() - daysAgo * 86_400_000);
  const on = `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
  const response = await fetch(`${app.url}/api/clients/${client}/entries`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: app.url },
    body: JSON.stringify([
      {
        id: `019a0000-0000-7000-8000-${(number++).toString(16).padStart(12, '0')}`,
        client,
        kind: 'session',
        v: 1,
        on: `${on}T15:00`,
        by: { name, role: 'therapist' },
        body: {
          plan: null,
          asPlanned: true,
          segments: [],
          pressure: 2,
          minutes: 60,
          response: '',
          painAfter: null,
          soap: { s: '', o: '', a: 'Quiet.', p: '' },
          signed: { by: name, at: `${on}T16:00` },
        },
      },
    ]),
  });
  expect(response.status, await response.text()).toBe(201);
}

test('a day after a session the client says how it was, and the therapist no longer has to ask', async ({
  page,
  app,
}) => {
  await page.setViewportSize(PHONE);
  const id = await app.clientId('Hana Sato');
  await giveSession(app, id, 1);
  await page.goto(`${app.url}/`);
  const ask = page.getByRole('region', { name: 'Ask how it was' });
  await ask.getByRole('link', { name: /^Hana Sato/ }).click();
  const aftermath = page.getByRole('region', { name: 'Reactions and events' });
  await aftermath.getByText(/^Ask about \w+day's session\.$/).waitFor();
  await page.goto(`${app.url}/check-in/${id}/ratings`);
  await heading(page, /strong was your pain/);
  while (
    !(await page.getByRole('heading', { name: /since your session on \w+day\?/ }).isVisible())
  ) {
    const asked = await page.getByRole('heading', { level: 1 }).textContent();
    await page.getByRole('button', { name: 'Skip' }).click();
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).not.toBe(asked);
  }
  await expectAccessible(page, 'how the last session was');
  await page.getByRole('button', { name: 'Worse' }).click();
  await heading(page, 'How sore were you after that session?');
  await rate(page, 6);
  await heading(page, /^(?!How sore)/);
  await skipToCheck(page);
  await page.getByRole('button', { name: 'Send answers' }).click();
  await page.getByText('If something feels wrong, tell your therapist now.').waitFor();
  await page.goto(`${app.url}/clients/${id}`);
  await aftermath.getByText(/Soreness: 6 of 10/).waitFor();
  expect(await aftermath.getByText(/^Ask about/).count()).toBe(0);
});

test('a therapist chooses with the client what is tracked, and the client is asked that', async ({
  page,
  app,
}) => {
  const id = await app.clientId('Dev Patel');
  await page.goto(`${app.url}/clients/${id}`);
  const forms = page.getByRole('region', { name: 'Forms and ratings' });
  await forms.getByText('Nobody has chosen. The usual list is asked.').waitFor();
  await forms.getByText('Choose what is asked').click();
  await expectAccessible(page, 'what we track');
  for (const name of ['Fatigue', 'Stiffness', 'Sleep', 'Stress'])
    await forms.getByRole('checkbox', { name: new RegExp(`^${name}.*before a session`) }).uncheck();
  await forms.getByRole('button', { name: 'Keep this list' }).click();
  await forms.getByText(/^Chosen by .+, today/).waitFor();
  await page.goto(`${app.url}/check-in/${id}/ratings`);
  await heading(page, /strong was your pain/);
  await page.getByRole('button', { name: 'Skip' }).click();
  await heading(page, /low was your mood/);
  // A form with its own answers, kept as one entry.
  await page.getByRole('button', { name: 'Skip' }).click();
  await heading(page, /^(?!How low)/);
  await expectAccessible(page, 'a question of a form');
  const before = (await scoresOf(app, id)).length;
  const asked = await page.getByRole('heading', { level: 1 }).textContent();
  await page.getByRole('main').getByRole('group').getByRole('button').first().click();
  await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).not.toBe(asked);
  await skipToCheck(page);
  await page.getByRole('button', { name: 'Send answers' }).click();
  await page.getByText('If something feels wrong, tell your therapist now.').waitFor();
  await heading(page, 'You have answered today');
  const [form, ...more] = (await scoresOf(app, id)).slice(before);
  expect(more).toEqual([]);
  expect(form?.measure, 'which one is due depends on the day').not.toMatch(/^nrs-/);
});

test('right after a session the therapist reads three ratings aloud', async ({ page, app }) => {
  const id = await app.clientId('Dev Patel');
  await giveSession(app, id, 0);
  const before = (await scoresOf(app, id)).length;
  await page.goto(`${app.url}/clients/${id}/record`);
  await page.getByText('Ask how it is right now').click();
  await expectAccessible(page, 'right after a session');
  for (const [question, answer] of [
    ['How strong is your pain right now?', '2'],
    ['How stiff are you right now?', '4'],
    ['How connected do you feel', '7'],
  ] as const)
    await page
      .getByRole('group', { name: question })
      .getByRole('radio', { name: answer, exact: true })
      .check();
  await page.getByRole('button', { name: 'Add what was said' }).click();
  await page.getByText('How it is right now was asked.').waitFor();
  const added = (await scoresOf(app, id)).slice(before);
  expect(added.map(({ measure, filled, by }) => [measure, filled, by.role])).toEqual([
    ['nrs-pain-now', 'read-aloud', 'therapist'],
    ['nrs-stiffness-now', 'read-aloud', 'therapist'],
    ['nrs-body-connection', 'read-aloud', 'therapist'],
  ]);
});

test(
  'a link asks for the ratings on a phone without signing in, day after day, until it is stopped',
  async ({ page, browser }) => {
    const { setUp, at } = await newPractice();
    await fillSetUp(page, setUp);
    await addApp(page);
    await keepCodes(page);
    await title(page, "Today's clients");
    await page.goto(at('/clients/new'));
    await page.getByLabel('Name', { exact: true }).fill('Dana Reyes');
    for (const [part, value] of [
      ['Day', '2'],
      ['Month', '5'],
      ['Year', '1970'],
    ] as const)
      await page.getByLabel(part).fill(value);
    await press(page, 'Add client');
    await page.waitForURL(/\/intake$/);
    await page.goto(page.url().replace(/\/intake$/, ''));
    await title(page, 'Dana Reyes');
    await press(page, 'Make a link for the daily ratings');
    const link = (await page.locator('code.secret-text').textContent()) ?? '';

    const context = await browser.newContext({ viewport: PHONE });
    onTestFinished(() => context.close());
    const phone = await context.newPage();
    await phone.goto(link);
    await heading(phone, /strong was your pain/);
    await phone.getByText('Questions for Dana').waitFor();
    await rate(phone, 6);
    await heading(phone, /tired or worn out/);
    await skipToCheck(phone);
    await press(phone, 'Send answers');
    await heading(phone, 'You have answered today');
    await expectAccessible(phone, 'ratings by a link');
    // The same link again: what was answered is known, and not what the answer was.
    await phone.goto('about:blank');
    await phone.goto(link);
    await heading(phone, 'You have answered today');
    expect(await phone.locator('main').textContent()).not.toContain('6');

    await page.reload();
    await page
      .getByRole('region', { name: 'Forms and ratings' })
      .getByText(/Pain, 0 to 10 6/)
      .waitFor();
    await press(page, 'Stop this link');
    await page.getByText(/^For the daily ratings/).waitFor({ state: 'detached' });
    await phone.goto('about:blank');
    await phone.goto(link);
    await heading(phone, 'This link does not work');
  },
  LONG,
);
