import { expect } from 'vitest';
import { expectAccessible } from './support/accessibility.ts';
import { test } from './support/app.ts';

test('a client reads in a sentence, a chart and a table how it is going, and no cause is named', async ({
  page,
  app,
}) => {
  const id = await app.clientId('Kim Larsen');
  await page.goto(`${app.url}/check-in/${id}/sent`);
  await page.getByRole('link', { name: 'See how your pain has been' }).click();
  await page.getByRole('heading', { name: 'How it is going', level: 1 }).waitFor();
  // First five 6 5 6 7 5, last five with today's 3: 3 4 3 3 3.
  await page.getByText('Your pain is lower than when you started: 3, was 6.').waitFor();
  await page.getByText('This is a pattern, not a test. It cannot say why.').waitFor();
  const chart = page.getByRole('img', { name: /^Chart of pain/ });
  expect(await chart.locator('circle').count()).toBe(14);
  expect(await chart.locator('desc').textContent()).toMatch(
    /^14 scores of pain\. First 6 on .+, last 3 on .+, highest 7, lowest 3\.$/,
  );
  await page.getByText('Show as a table').click();
  expect(await page.getByRole('row').count()).toBe(15);
  await expectAccessible(page, 'how it is going');
});

test('a rating from a form has a chart of its own, for the client too', async ({ page, app }) => {
  const id = await app.clientId('Kim Larsen');
  await page.goto(`${app.url}/clients/${id}`);
  const forms = page.getByRole('region', { name: 'Forms and ratings' });
  await forms.getByText('Fill in a form').click();
  await forms.getByLabel('Which form?').selectOption('nrs-fatigue');
  await forms.getByRole('radio', { name: 'I read it aloud' }).check();
  await forms
    .getByRole('group', { name: /worn out/ })
    .getByRole('radio', { name: '7', exact: true })
    .check();
  await forms.getByRole('button', { name: 'Add these answers' }).click();
  const section = page.getByRole('region', { name: 'How it is going' });
  await section.getByRole('heading', { name: 'Fatigue, 0 to 10' }).waitFor();
  await section.getByText('Too early to say: 1 of 10 ratings.').waitFor();
  await page.goto(`${app.url}/check-in/${id}/progress`);
  await page.getByRole('img', { name: 'Chart of tiredness' }).waitFor();
});

test('a therapist finds the same on the client’s page, and too few scores are said to be too few', async ({
  page,
  app,
}) => {
  await page.goto(`${app.url}/clients/${await app.clientId('Kim Larsen')}`);
  const section = page.getByRole('region', { name: 'How it is going' });
  await section.getByText('Your pain is lower than when you started: 3, was 6.').waitFor();
  // A long record stays a short page: of 13 sessions, 5 are open to view.
  const sessions = page.getByRole('region', { name: 'Sessions' });
  expect(await sessions.getByRole('heading', { level: 3 }).count()).toBe(5);
  await sessions.getByText('8 older sessions').click();
  expect(await sessions.getByRole('heading', { level: 3 }).count()).toBe(13);
  await page.goto(`${app.url}/clients/${await app.clientId('Ana Silva')}`);
  await section.getByText('Too early to say: 3 of 10 ratings.').waitFor();
  await page.goto(`${app.url}/clients/${await app.clientId('Ben Ortiz')}`);
  await section.getByText('There are no scores yet. Each check-in adds one.').waitFor();
});

test('what cannot be fetched is said on its own page, and is there after another try', async ({
  page,
  app,
}) => {
  const ratings = '**/api/clients/*/ratings*';
  await page.route(ratings, (route) => route.abort());
  await page.goto(`${app.url}/check-in/${await app.clientId('Grace Mensah')}/ratings`);
  await page.getByRole('heading', { name: 'How you are today', level: 1 }).waitFor();
  await page.getByText('We could not open this page.').waitFor();
  await page.unroute(ratings);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('button', { name: 'Just the pain today' }).waitFor();

  await page.route('**/api/measures', (route) => route.abort());
  await page.goto(`${app.url}/clients/${await app.clientId('Ivo Novak')}/test/report`);
  await page.getByText('We could not get this test.').waitFor();
  await page.unroute('**/api/measures');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'How the order was drawn' }).waitFor();
});
