// The knowledge as a therapist and a client look things up in it, in a real browser with the real program.
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { expectAccessible } from './support/accessibility.ts';
import { type App, test } from './support/app.ts';

const LONG = 300_000;

const headed = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { name, exact: typeof name === 'string' });
const title = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const section = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const box = (page: Page) => page.getByRole('searchbox', { name: /^Look up/ });
const openAll = async (page: Page) => {
  for (const summary of await page.locator('main summary').all()) await summary.click();
};

test('a slip of the finger still leads to the illness, its rules, their sources, and a technique', async ({
  page,
  app,
}) => {
  await page.goto(app.url);
  await title(page, "Today's clients");
  await page.getByRole('link', { name: 'Knowledge', exact: true }).click();
  await title(page, 'Knowledge');
  await page.getByText('does not replace medical care').waitFor();

  await box(page).fill('rheumatoid artritis');
  await page
    .getByRole('status')
    .getByText(/^\d+ found$/)
    .waitFor();
  // With the keyboard alone.
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await title(page, 'Rheumatoid arthritis');
  expect(new URL(page.url()).pathname).toBe('/knowledge/rheumatoid-arthritis');
  await page.getByRole('link', { name: /^To the rules \(\d+\)$/ }).waitFor();
  // The words for the client come before the rules for the therapist.
  const order = await page.getByRole('heading', { level: 2 }).allTextContents();
  expect(order.findIndex((text) => text.startsWith('What people feel'))).toBe(0);
  expect(order).toContain('Rules for the therapist');

  const rules = section(page, 'Rules for the therapist');
  const fever = rules.getByRole('article').filter({ hasText: 'any high temperature rules out' });
  expect(await fever.textContent()).toContain('From a source');
  const source = fever.getByRole('link', { name: /opens in a new tab/ }).first();
  expect(await source.getAttribute('href')).toMatch(/^https?:/);
  expect(await source.getAttribute('target')).toBe('_blank');
  const deep = rules.getByRole('article').filter({ hasText: 'even in a quiet time' });
  expect(await deep.textContent()).toContain('Our judgement');
  expect(await deep.textContent()).toContain('Sources disagree');

  // A correction says which rule of which release is meant, and goes to nobody by itself.
  const release = (await (await fetch(`${app.url}/api/knowledge`)).json()) as { release: string };
  const mail = await fever
    .getByRole('link', { name: /^Suggest a correction/ })
    .getAttribute('href');
  expect(mail).toMatch(/^mailto:\?/);
  const text = decodeURIComponent(mail ?? '');
  expect(text).toContain('rheumatoid-arthritis-fever');
  expect(text).toContain(release.release);
  expect(text).toContain('conditions/rheumatoid-arthritis.yaml');
  expect(await fever.textContent()).toContain('rheumatoid-arthritis-fever');

  // On to a technique, and back.
  await page.getByRole('link', { name: 'All knowledge' }).click();
  await title(page, 'Knowledge');
  await openAll(page);
  await page.getByRole('link', { name: 'Swedish massage', exact: true }).click();
  await title(page, 'Swedish massage');
  await page.getByRole('button', { name: 'Go back' }).click();
  await title(page, 'Knowledge');
});

test('a brand name leads to its medicine, and Back to what was looked up', async ({
  page,
  app,
}) => {
  await page.goto(`${app.url}/knowledge`);
  await box(page).fill('humria');
  await page.getByRole('link', { name: 'Humira (TNF inhibitors)' }).click();
  await title(page, 'TNF inhibitors');
  await section(page, 'Medicines of this kind')
    .getByText(/^\d+ medicines$/)
    .click();
  await page
    .getByRole('listitem')
    .filter({ hasText: /^adalimumab: .*Humira/ })
    .waitFor();
  await page.goBack();
  await title(page, 'Knowledge');
  await expect.poll(() => box(page).inputValue()).toBe('humria');
  await page.getByRole('link', { name: 'Humira (TNF inhibitors)' }).waitFor();
});

test('what is not known is said, with what to do', async ({ page, app }) => {
  await page.goto(`${app.url}/knowledge`);
  await box(page).fill('xqzvwk');
  await page.getByRole('status').getByText('Nothing is known under this name.').waitFor();
  await page.getByText(/Ask a doctor, nurse or pharmacist/).waitFor();

  await page.goto(`${app.url}/knowledge/rheumatoid-artritis`);
  await title(page, 'This is not in the knowledge');
  await page.getByRole('link', { name: 'Rheumatoid arthritis', exact: true }).click();
  await title(page, 'Rheumatoid arthritis');
});

test('a reason on a plan leads to its rule, and back to the plan as it was', async ({
  page,
  app,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto(`${app.url}/clients/${await app.clientId('Clare Okoye')}/plan`);
  await title(page, 'Clare Okoye');
  await page.getByRole('button', { name: /^All \d+ reasons$/ }).click();
  const reasons = section(page, 'Reasons');
  const beyond = reasons.getByRole('button', { name: /^Go beyond this/ });
  await beyond.last().click();
  const words = page.getByRole('textbox', { name: 'In your words' });
  await words.fill('Only the shoulder, and');
  await page.getByText('The source does not fit this client').click();

  const link = reasons.getByRole('link', { name: /^About this rule/ }).last();
  const rule = new URL((await link.getAttribute('href')) ?? '', app.url).hash.slice(1);
  await link.scrollIntoViewIfNeeded();
  const left = await page.evaluate(() => scrollY);
  await link.click();
  const card = page.locator(`article[id="${rule}"]`);
  await card.waitFor();
  await expect
    .poll(async () => {
      const top = (await card.boundingBox())?.y ?? -1;
      return top >= 0 && top < 768;
    })
    .toBe(true);

  await page.getByRole('button', { name: 'Go back' }).click();
  await title(page, 'Clare Okoye');
  expect(await words.inputValue()).toBe('Only the shoulder, and');
  expect(await page.getByLabel('The source does not fit this client').isChecked()).toBe(true);
  await page.getByRole('button', { name: /^The first \d+ reasons$/ }).waitFor();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(left);
});

test("the client's page leads to what is known about each illness and medicine", async ({
  page,
  app,
}) => {
  await page.goto(`${app.url}/clients/${await app.clientId('Ana Silva')}`);
  await title(page, 'Ana Silva');
  const illness = section(page, 'Conditions').getByRole('link').first();
  const name = (await illness.textContent()) ?? '';
  await illness.click();
  await title(page, name);
});

test("a client's check-in has no way into the therapist's pages", async ({ page, app }) => {
  await page.goto(`${app.url}/check-in/${await app.clientId('Ana Silva')}`);
  await headed(page, 'Do you feel ill today?').waitFor();
  expect(await page.getByRole('link', { name: 'Knowledge' }).count()).toBe(0);
});

test.for(['the plan', 'a page of the knowledge'])(
  '%s needs no more than 220 KB of script',
  async (what, { page, app }) => {
    const plan = `/clients/${await app.clientId('Ana Silva')}/plan`;
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script')
        sizes.push(response.body().then((body) => gzipSync(body).length));
    });
    await page.goto(`${app.url}${what === 'the plan' ? plan : '/knowledge/rheumatoid-arthritis'}`);
    await page.locator('main section').first().waitFor();
    await page.waitForLoadState('networkidle');
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(220 * 1024);
  },
);

describe('every page of the knowledge keeps to the accessibility bars', () => {
  const states: readonly (readonly [string, (page: Page, app: App) => Promise<void>])[] = [
    [
      'the list with everything open',
      async (page, app) => {
        await page.goto(`${app.url}/knowledge`);
        await title(page, 'Knowledge');
        await openAll(page);
      },
    ],
    [
      'what was found',
      async (page, app) => {
        await page.goto(`${app.url}/knowledge?q=art`);
        await page
          .getByRole('status')
          .getByText(/found$/)
          .waitFor();
      },
    ],
    [
      'nothing found',
      async (page, app) => {
        await page.goto(`${app.url}/knowledge?q=xqzvwk`);
        await page.getByText('Nothing is known under this name.').waitFor();
      },
    ],
    [
      'an illness',
      async (page, app) => {
        await page.goto(`${app.url}/knowledge/rheumatoid-arthritis`);
        await title(page, 'Rheumatoid arthritis');
        await openAll(page);
      },
    ],
    [
      'a technique',
      async (page, app) => {
        await page.goto(`${app.url}/knowledge/swedish`);
        await title(page, 'Swedish massage');
      },
    ],
    [
      'an unknown page',
      async (page, app) => {
        await page.goto(`${app.url}/knowledge/lupos`);
        await title(page, 'This is not in the knowledge');
      },
    ],
  ];
  test.for(states)('%s', { timeout: LONG }, async ([name, visit], { page, app }) => {
    await visit(page, app);
    await expectAccessible(page, name);
  });
});
