// What a court would ask for: consent, harm, notes with their corrections, and a signed record.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  expectNoSidewaysScroll,
  expectNoViolations,
  expectTargets,
} from './support/accessibility.ts';
import { type App, test } from './support/app.ts';

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).first();
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const saved = (page: Page) => page.getByText(/^Saved \d+:\d\d [ap]m$/).waitFor();
const open = async (page: Page, app: App, name: string, part = '') => {
  await page.goto(`${app.url}/clients/${await app.clientId(name)}${part}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
};
const choose = (page: Page, group: string, option: string) =>
  page
    .getByRole('group', { name: group })
    .getByRole('radio', { name: option, exact: true })
    .check();

/** The page as it stands keeps to the bars on a phone and on a tablet. */
async function expectBars(page: Page, where: string): Promise<void> {
  for (const width of [390, 1024]) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScroll(page, `${where} at ${width} px`);
    await expectTargets(page, `${where} at ${width} px`);
    await expectNoViolations(page, `${where} at ${width} px`);
  }
}

test('consent for a sensitive place is given, shown with who and how, and withdrawn', async ({
  page,
  app,
}) => {
  await open(page, app, 'Ben Ortiz');
  const consents = section(page, 'Consents');
  await consents.getByText(/^Not asked yet: massage/).waitFor();
  await consents.getByText('Add a consent').click();
  await button(page, 'Add consent').click();
  await page.getByRole('link', { name: 'Choose what it is about' }).waitFor();
  await choose(page, 'What is it about?', 'Sensitive places');
  await page.getByRole('checkbox', { name: 'Left buttock' }).check();
  await choose(page, 'What do they say?', 'Yes, agrees');
  await choose(page, 'Who says so?', 'Parent or guardian');
  await choose(page, 'How?', 'Signed on paper');
  // What was typed so far is still there after a reload.
  await page.reload();
  await consents.getByText('Add a consent').click();
  expect(await page.getByRole('checkbox', { name: 'Left buttock' }).isChecked()).toBe(true);
  await expectBars(page, 'consents');
  await button(page, 'Add consent').click();
  await page.getByRole('link', { name: 'Write the name of who says so' }).waitFor();
  await page.getByRole('textbox', { name: 'Their name' }).fill('Pat Larsen');
  await button(page, 'Add consent').click();
  await consents.getByText('agreed.').waitFor();
  await saved(page);
  expect(await consents.textContent()).toMatch(
    /Left buttock: agreed\. Pat Larsen, Parent or guardian, today .*, signed on paper \(Jo Field\)/,
  );
  await button(page, 'Withdraw Left buttock').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw consent' }).click();
  await consents.getByText('not agreed.').waitFor();
  await page.reload();
  await consents.getByText('not agreed.').waitFor();
});

test('an event is reported with its severity and corrected below; a reaction stands beside it', async ({
  page,
  app,
}) => {
  await open(page, app, 'Ana Silva');
  const events = section(page, 'Reactions and events');
  await events.getByText('Report an event').click();
  await button(page, 'Report event').click();
  const alert = page.getByRole('alert').filter({ hasText: 'This event cannot be reported yet' });
  await alert.getByRole('link', { name: 'Choose how bad it was' }).waitFor();
  await alert.getByRole('link', { name: 'Write what happened' }).click();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await events.getByRole('button', { name: 'Yesterday' }).click();
  await page.getByRole('radio', { name: /^Moderate/ }).check();
  await page.getByRole('textbox', { name: 'What happened?' }).fill('A bruise on the left arm.');
  await page.getByRole('textbox', { name: 'What was done about it?' }).fill('Ice, and a call.');
  await page.getByRole('textbox', { name: 'Reported today to' }).fill('Dr Okafor');
  await expectBars(page, 'an event');
  await button(page, 'Report event').click();
  await events.getByRole('heading', { name: /^Moderate event/ }).waitFor();
  await saved(page);
  expect(await events.textContent()).toMatch(/A bruise on the left arm\..*Reported to Dr Okafor/);

  await events.getByText('Add a reaction after a session').click();
  await choose(page, 'In the 2 days after it, the client felt', 'Worse');
  await choose(page, 'How sore, from 0 to 10?', '4');
  await choose(page, 'For how long?', '2 days');
  await button(page, 'Add reaction').click();
  await events.getByText(/Soreness: 4 of 10, for 2 days/).waitFor();

  await events.getByText(/^Add a correction/).click();
  await page.getByRole('textbox', { name: 'Correction' }).fill('It was the right arm.');
  await button(page, 'Add correction').click();
  await events.getByText(/^Correction by Jo Field, today/).waitFor();
  expect(await events.textContent()).toContain('A bruise on the left arm.');
});

test('a private note, a letter, a goal and a booking are kept, and a note is corrected below it', async ({
  page,
  app,
}) => {
  await open(page, app, 'Ana Silva');
  const notes = section(page, 'Notes');
  await notes.getByText('Add a note').click();
  await notes.getByRole('textbox', { name: 'Note', exact: true }).fill('She moves house.');
  await notes.getByRole('checkbox', { name: 'Private: only I read it' }).check();
  await button(page, 'Add note').click();
  await notes.getByText('She moves house.').waitFor();
  expect(await notes.textContent()).toContain('Private');
  await notes.getByText(/^Add a correction/).click();
  await notes.getByRole('textbox', { name: 'Correction' }).fill('In May.');
  await button(page, 'Add correction').click();
  await notes.getByText(/^Correction by Jo Field, today/).waitFor();

  const letters = section(page, 'Letters');
  await letters.getByText('Keep a letter that was sent').click();
  await letters.getByRole('textbox', { name: 'To whom?' }).fill('Dr Okafor');
  await button(page, 'Keep letter').click();
  await letters.getByRole('link', { name: 'Choose how it was sent' }).waitFor();
  await choose(page, 'How was it sent?', 'Post');
  await letters.getByRole('textbox', { name: 'The text, as it was sent' }).fill('Dear colleague');
  await button(page, 'Keep letter').click();
  await letters.getByText(/^To Dr Okafor, today/).waitFor();

  const goals = section(page, 'Goals');
  await goals.getByText('Add a goal').click();
  await goals.getByRole('textbox', { name: "In the client's words" }).fill('Lift my grandson');
  await button(page, 'Add goal').click();
  await button(page, /^Reached ?: Lift my grandson$/).click();
  await button(page, /^Open again ?: Lift my grandson$/).waitFor();

  const appointments = section(page, 'Appointments');
  const change = appointments.getByText(/^Move or cancel/);
  await change.click();
  await choose(page, 'What happens to it?', 'Move it');
  const day = page.getByRole('group', { name: 'On which day?' });
  for (const [box, value] of Object.entries({ Day: '1', Month: '12', Year: '2099' }))
    await day.getByRole('textbox', { name: box }).fill(value);
  await page.getByRole('textbox', { name: 'At what time?' }).fill('4:15 pm');
  await button(page, 'Change this appointment').click();
  await appointments.getByText('1 December 2099, 4:15 pm').waitFor();
  await appointments.getByText('Moved, cancelled or missed: 1').waitFor();
  await change.click();
  await choose(page, 'What happens to it?', 'Cancel it, late');
  await button(page, 'Change this appointment').click();
  await appointments.getByText('Nothing booked.').waitFor();
  await appointments.getByText('Moved, cancelled or missed: 2').click();
  expect(await appointments.textContent()).toContain('Cancelled, late by the client Jo Field');
  await expectBars(page, 'the client');
  // Moved to another day, so no longer on the list of this one.
  await page.goto(app.url);
  await page.getByRole('heading', { name: "Today's clients" }).waitFor();
  expect(await page.getByRole('heading', { level: 3, name: 'Ana Silva' }).count()).toBe(0);
});

test('a clinician who says no to massage is asked first, on the plan', async ({ page, app }) => {
  await open(page, app, 'Kim Larsen');
  await page.getByText('Add a refusal').click();
  await button(page, 'Add refusal').click();
  await page.getByRole('link', { name: 'Write who says no' }).waitFor();
  await choose(page, 'What is refused?', 'No massage at all');
  await page.getByRole('textbox', { name: 'Who says no?' }).fill('Dr Khan');
  const until = page.getByRole('group', { name: 'Ask again after which day?' });
  for (const [box, value] of Object.entries({ Day: '1', Month: '12', Year: '2099' }))
    await until.getByRole('textbox', { name: box }).fill(value);
  await expectBars(page, 'a refusal');
  await button(page, 'Add refusal').click();
  await page.getByText('Dr Khan says no').waitFor();
  await saved(page);
  await open(page, app, 'Kim Larsen', '/plan');
  await expect
    .poll(() => page.locator('#decision-headline').textContent())
    .toBe('Get clearance first');
  await page.getByText('Dr Khan says no').waitFor();

  await open(page, app, 'Kim Larsen');
  await button(page, 'Taken back by Dr Khan').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Note it' }).click();
  await page.getByText(/^Taken back by Dr Khan, today/).waitFor();
  await saved(page);
  await open(page, app, 'Kim Larsen', '/plan');
  await expect.poll(() => page.locator('#decision-headline').textContent()).toBe('Go ahead');
});

test('a record is not signed without what is missing, and is locked once it is signed', async ({
  page,
  app,
}) => {
  await open(page, app, 'Clare Okoye', '/plan');
  await button(page, 'Start session').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Start with questions open' }).click();
  await page.getByRole('heading', { name: 'Record: Clare Okoye' }).waitFor();
  await button(page, 'Sign').click();
  const alert = page.getByRole('alert').filter({ hasText: 'This record cannot be signed yet' });
  const links = await alert.getByRole('link').allTextContents();
  expect(links).toContain('Say whether the session was done as planned');
  await alert.getByRole('link', { name: links[0] ?? '' }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('done');
  await page.getByRole('group', { name: 'What was done' }).getByRole('button').first().click();
  if (links.length > 1) {
    await button(page, 'Relaxed').click();
    await button(page, '2').click();
  }
  await button(page, 'Sign').click();
  await page.getByRole('heading', { name: /^Signed by Jo Field, today/ }).waitFor();
  await page.getByText(/^Session of .*\. Entered today .*\. It is locked/).waitFor();
  expect(await button(page, 'Sign').count()).toBe(0);
  expect(await page.getByRole('textbox').count()).toBe(0);
  await expectBars(page, 'a signed record');
});

test('a session that was not signed on its day is signed later, with both dates', async ({
  page,
  app,
}) => {
  await open(page, app, 'Dev Patel', '/plan');
  await button(page, 'Start session').click();
  await page.getByRole('heading', { name: 'Record: Dev Patel' }).waitFor();
  await page.getByRole('group', { name: 'What was done' }).getByRole('button').first().click();
  await page.clock.setFixedTime(Date.now() + 86_400_000);
  await page.reload();
  const record = button(page, /^Record the session of /);
  const day = (await record.textContent())?.replace('Record the session of ', '') ?? '';
  await record.click();
  await page.getByText('Late entry.').waitFor();
  // What was tapped on the day itself is still there.
  const done = page.getByRole('group', { name: 'What was done' }).getByRole('button').first();
  expect(await done.getAttribute('aria-pressed')).toBe('true');
  if (await button(page, 'Relaxed').isVisible()) {
    await button(page, 'Relaxed').click();
    await button(page, 'Not asked').click();
  }
  await expectBars(page, 'a late record');
  await button(page, 'Sign').click();
  await record.waitFor({ state: 'detached' });
  await open(page, app, 'Dev Patel');
  const sessions = section(page, 'Sessions');
  await sessions.getByRole('heading', { name: day }).waitFor();
  await sessions.locator('summary', { hasText: 'Details' }).first().click();
  await sessions.getByText(new RegExp(`Signed by Jo Field, .*Entered ${day}`)).waitFor();
});
