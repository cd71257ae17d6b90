import { expect } from 'vitest';
import { test } from './support/app.ts';

test('one tap hides the record from the room, and one tap brings it back as it was', async ({
  app,
  page,
}) => {
  await page.goto(`${app.url}/clients/${await app.clientId('Ana Silva')}/plan`);
  const heading = page.getByRole('heading', { level: 1, name: 'Ana Silva' });
  await heading.waitFor();
  const title = await page.title();
  await page.evaluate(() => window.scrollTo(0, 400));
  // Pressed without Playwright's own scrolling to the button.
  await page.getByRole('button', { name: 'Hide', exact: true }).dispatchEvent('click');
  await page.getByRole('heading', { level: 1, name: 'Covered' }).waitFor();
  expect(await page.title()).toBe('Covered - Assuage');
  expect(await page.locator('body').innerText()).not.toMatch(/Ana|wrist|arthritis/i);
  await page.getByRole('button', { name: 'Show again' }).click();
  await heading.waitFor();
  expect(await page.title()).toBe(title);
  expect(await page.evaluate(() => window.scrollY)).toBe(400);
});
