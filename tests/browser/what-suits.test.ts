// What suits this person: reactions on the session plan at once.
import { expect } from 'vitest';
import { expectAccessible } from './support/accessibility.ts';
import { test } from './support/app.ts';

test('a reaction that was told stands on the plan at once, as a count with its range, and suspends suggestions', async ({
  page,
  app,
}) => {
  const id = await app.clientId('Kim Larsen');
  await page.goto(`${app.url}/clients/${id}/plan`);
  const suits = page.getByRole('region', { name: 'What suits this person' });
  await suits.getByText('Reactions after each way of working').click();
  await suits.getByRole('heading', { name: 'By highest pressure' }).waitFor();
  await suits
    .getByText(/not known yet, \d+ sessions?\./)
    .first()
    .waitFor();
  expect(await suits.getByText('Not suggested:').count()).toBe(0);
  await expectAccessible(page, 'what suits this person');

  await page.goto(`${app.url}/clients/${id}`);
  const aftermath = page.getByRole('region', { name: 'Reactions and events' });
  await aftermath.getByText('Add a reaction after a session').click();
  await aftermath.getByLabel('After which session?').first().selectOption({ index: 2 });
  await aftermath.getByRole('radio', { name: 'Worse' }).check();
  await aftermath.getByRole('button', { name: 'Add reaction' }).click();
  await aftermath.getByText('after a session. Soreness: not asked').waitFor();

  await page.goto(`${app.url}/clients/${id}/plan`);
  await suits.getByText('Not suggested: Swedish massage, Kneading, pressure 3.').waitFor();
  await suits.getByText('Reactions after each way of working').click();
  // 1 of 1: Clopper and Pearson's lower end is .025, so 2 to 100 in 100.
  await suits
    .getByText(/^After Swedish massage: worse after 1 of 1 session\. .* 2 to 100 in 100\./)
    .waitFor();
  // It changes no plan: the same techniques are in it.
  await page.getByRole('region', { name: 'Use', exact: true }).waitFor();
  // What is suspended is not offered to be compared either.
  await suits.getByText('Find out which of two ways suits better').click();
  const ways = suits.getByLabel('One way', { exact: true });
  await ways.waitFor();
  expect(await ways.getByRole('option', { name: 'Swedish massage' }).count()).toBe(0);
  await suits.getByText('We talked about it: suggest again').click();
  await suits.getByRole('button', { name: 'Suggest again' }).click();
  await suits.getByText('Write why it may be suggested again.').waitFor();
  await expectAccessible(page, 'a suspended way of working');

  // A person decides; the reaction stays counted.
  await suits.getByLabel('What did you decide, and why?').fill('It was a cold, not the massage.');
  await suits.getByRole('button', { name: 'Suggest again' }).click();
  await suits.getByText('Not suggested:').waitFor({ state: 'detached' });
  await ways.getByRole('option', { name: 'Swedish massage' }).waitFor({ state: 'attached' });
  await suits.getByText(/^After Swedish massage: worse after 1 of 1 session\./).waitFor();
});

test('a therapist compares two ways that the limits allow, and the plan says what chance drew and why not', async ({
  page,
  app,
}) => {
  const id = await app.clientId('Kim Larsen');
  await page.goto(`${app.url}/clients/${id}/plan`);
  const suits = page.getByRole('region', { name: 'What suits this person' });
  const fillIn = async () => {
    await suits.getByLabel('One way', { exact: true }).selectOption('Gliding strokes');
    await suits.getByLabel('The other way').selectOption('Gentle holding');
    await suits.getByLabel('The client agrees to both ways, and to chance').check();
    await suits.getByLabel('I would choose either of them for this client').check();
    await suits.getByRole('button', { name: 'Draw the order and begin tomorrow' }).click();
    await suits.getByRole('heading', { name: 'Gliding strokes or Gentle holding?' }).waitFor();
  };
  const form = suits.getByText('Find out which of two ways suits better');
  await form.click();
  await suits.getByText('Most comparisons end without a clear winner.').waitFor();
  await expectAccessible(page, 'the form of a comparison');
  await suits.getByRole('button', { name: 'Draw the order and begin tomorrow' }).click();
  const alert = suits.getByRole('alert');
  await alert.getByText('Choose two different ways').waitFor();
  await alert.getByText('Ask the client first: both have to agree').waitFor();
  await fillIn();
  await suits.getByText('It begins on').waitFor();
  await page.getByText('Saved').first().waitFor();
  await expectAccessible(page, 'a comparison that is planned');

  await suits.getByText('End this comparison').click();
  await suits.getByRole('button', { name: 'End it' }).click();
  await suits.getByRole('alert').getByText('Choose why').first().waitFor();
  await suits.getByRole('radio', { name: 'The client wishes it' }).check();
  await suits.getByRole('button', { name: 'End it' }).click();
  await suits.getByText('Ended after 0 of 12 sessions: no result.').waitFor();
  await form.click();
  await fillIn();
  await suits.getByText('It begins on').waitFor();
  await page.getByText('Saved').first().waitFor();

  // The page's clock is moved on, not the server's.
  const tomorrow = new Date(Date.now() + 24 * 3600 * 1000);
  await page.clock.setFixedTime(tomorrow);
  await page.goto(`${app.url}/clients/${id}/plan`);
  await suits.getByText('Ask the open questions first').waitFor();
  await page.getByRole('button', { name: /^All \d+ questions$/ }).click();
  const no = page
    .getByRole('region', { name: /^Ask first/ })
    .getByRole('button', { name: 'No', exact: true });
  for (let i = (await no.count()) - 1; i >= 0; i -= 1) await no.nth(i).click();
  await suits
    .getByText(/Chance drew for this session \(1 of 12\): (Gliding strokes|Gentle holding)\./)
    .waitFor();
  await suits.getByText('Too early to say: 0 of 12 sessions.').waitFor();
  const drawn = await suits.getByText(/^Chance drew/).innerText();
  // The same tomorrow: what was drawn is not drawn again.
  await page.reload();
  await suits.getByText(drawn).waitFor();
});
