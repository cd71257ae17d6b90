import { expect } from 'vitest';
import { expectAccessible } from './support/accessibility.ts';
import { test } from './support/app.ts';

test('a therapist reads a form aloud, sees its score, and what changed set against studies', async ({
  page,
  app,
}) => {
  await page.goto(`${app.url}/clients/${await app.clientId('Kim Larsen')}`);
  const section = page.getByRole('region', { name: 'Forms and ratings' });
  await section.getByText('None filled in yet.').waitFor();
  await section.getByText('Fill in a form').click();
  const fill = async (pain: string, rest: string) => {
    await section.getByLabel('Which form?').selectOption('peg');
    await section.getByRole('radio', { name: 'I read it aloud' }).check();
    const question = (words: string) => section.getByRole('group', { name: words });
    await question('on average').getByRole('radio', { name: pain, exact: true }).check();
    await question('enjoyment').getByRole('radio', { name: rest, exact: true }).check();
    await question('general activity').getByRole('radio', { name: rest, exact: true }).check();
    await section.getByRole('button', { name: 'Add these answers' }).click();
  };
  // (7 + 4 + 4) / 3 = 5, then (4 + 4 + 4) / 3 = 4.
  await fill('7', '4');
  await section.getByText('PEG 5 (0 to 10, lower is better)').waitFor();
  await expectAccessible(page, 'forms and ratings');
  await fill('4', '4');
  await section.getByText('1 point better than the first time (5, now 4; 20 %)').waitFor();
  await section.getByText('Set against studies').click();
  await section.getByText(/^Within 1 to 1\.8 points: 1,710 people in six pain trials/).waitFor();
  expect(await section.getByText('Krebs EE').count()).toBeGreaterThan(0);
});

test('a form that is not complete is not sent, and says what is missing', async ({ page, app }) => {
  await page.goto(`${app.url}/clients/${await app.clientId('Ana Silva')}`);
  const section = page.getByRole('region', { name: 'Forms and ratings' });
  await section.getByText('Fill in a form').click();
  await section.getByLabel('Which form?').selectOption('who-5');
  await section.getByText('Its words may not be shown here.').waitFor();
  await section.getByLabel('WHO-5').fill('520');
  await section.getByRole('button', { name: 'Add these answers' }).click();
  await section.getByText('Choose who filled it in').waitFor();
  await section.getByText('520 is not between 0 and 100').waitFor();
  await expectAccessible(page, 'a form with mistakes');
});

test('the answers of a form that the practice brings are scored without its words', async ({
  page,
  app,
}) => {
  await page.goto(`${app.url}/clients/${await app.clientId('Ana Silva')}`);
  const section = page.getByRole('region', { name: 'Forms and ratings' });
  await section.getByText('Fill in a form').click();
  await section.getByLabel('Which form?').selectOption('who-5');
  await section.getByRole('radio', { name: 'The client', exact: true }).check();
  await section.getByText('Or enter the answers one by one').click();
  for (const [number, answer] of [3, 2, 4, 1, 3].entries())
    await section
      .getByRole('group', { name: `Question ${number + 1}` })
      .getByRole('radio', { name: String(answer), exact: true })
      .check();
  await section.getByRole('button', { name: 'Add these answers' }).click();
  // (3 + 2 + 4 + 1 + 3) x 4 = 52
  await section.getByText('WHO-5 52 (0 to 100, higher is better)').waitFor();
});

test('every form says whose it is and which way is better', async ({ page, app }) => {
  await page.goto(`${app.url}/knowledge`);
  await page.getByRole('link', { name: /^Forms and ratings/ }).click();
  await page.getByRole('heading', { name: 'Forms and ratings', level: 1 }).waitFor();
  await page.getByText('PHQ-4', { exact: true }).click();
  await page.locator('#phq-4').getByText('PHQ and GAD screeners: copyright Pfizer Inc.').waitFor();
  await page.locator('#phq-4').getByText('lower is better').waitFor();
  await expectAccessible(page, 'the list of forms');
});
