// What is said of massage and what studies found, in a real browser with the real program.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from './support/accessibility.ts';
import { test } from './support/app.ts';

const LONG = 300_000;

const title = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

test('a claim leads to its verdict, to the studies on both sides, and to the paper', async ({
  page,
  app,
}) => {
  await page.goto(`${app.url}/knowledge`);
  await page.getByRole('link', { name: /^What is said of massage/ }).click();
  await title(page, 'What is said, and what was found');
  await page.getByRole('link', { name: 'Massage lowers cortisol' }).click();
  await title(page, 'Massage lowers cortisol');
  await page.getByText('Contradicted', { exact: true }).waitFor();
  await page
    .getByRole('region', { name: 'Studies against it' })
    .getByRole('link', { name: 'Moyer and others, 2011' })
    .click();
  await page.getByText('No difference was found').first().waitFor();
  const paper = page.getByRole('link', { name: /^Open the paper/ });
  expect(await paper.getAttribute('href')).toMatch(/^https:\/\/(doi\.org|pubmed)/);
  expect(await page.title()).not.toContain('cortisol');
  await page.goBack();
  await page.getByText('The fall of 31 in 100').waitFor();
  await page.getByText('In the terms of the studies').click();
  await page.getByText('effects of d 0.05-0.30').waitFor();
});

test('an illness says what studies show, how sure that is and why, and tells "no evidence" from "no effect"', async ({
  page,
  app,
}) => {
  await page.goto(`${app.url}/knowledge/osteoarthritis`);
  const shown = page.getByRole('region', { name: 'What studies show' });
  await shown.getByText('the newest paper here is of 2021').waitFor();
  await shown.getByText('Why moderate, and from which studies').first().click();
  await shown
    .getByText(/^One step down for too few people/)
    .first()
    .waitFor();
  await shown.getByRole('link', { name: 'Perlman and others, 2018' }).first().click();
  await page.getByText('−8.16 (95% interval −13.5 to −2.81)').waitFor();

  await page.goto(`${app.url}/knowledge/lupus`);
  await page.getByText(/^No evidence: no study of massage/).waitFor();
  await page.goto(`${app.url}/knowledge/gout`);
  await page.getByText(/^Not looked at/).waitFor();
});

test('a plan leads to what people say of it, with the verdict, and to the study behind a reason', async ({
  page,
  app,
}) => {
  await page.goto(`${app.url}/clients/${await app.clientId('Kim Larsen')}/plan`);
  const use = page.getByRole('region', { name: 'Use', exact: true });
  await use.getByText('What people say of this, and what studies found').click();
  const claim = use.getByRole('listitem').filter({ hasText: 'Massage lowers cortisol' });
  await claim.getByText('Contradicted').waitFor();
  await expectAccessible(page, 'a plan with what is said of it');
  await claim.getByRole('link', { name: 'Massage lowers cortisol' }).click();
  await title(page, 'Massage lowers cortisol');
  await page.goBack();
  const why = page.getByRole('region', { name: /^Session: / }).getByRole('group');
  await why.first().waitFor();
  for (const each of await why.all()) await each.locator('summary').click();
  await page.getByRole('link', { name: 'What this study found' }).first().click();
  await page.getByText('How it was done').waitFor();
});

test('a plan says how sure each reason is, and the client reads what massage may do from the same studies', async ({
  page,
  app,
}) => {
  await page.goto(`${app.url}/clients/${await app.clientId('Kim Larsen')}/plan`);
  const session = page.getByRole('region', { name: /^Session: / });
  await session.waitFor();
  for (const each of await session.getByRole('group').all()) await each.locator('summary').click();
  await session
    .getByText(/; how sure: (very low|low|moderate)$/)
    .first()
    .waitFor();
  await page.goto(`${app.url}/check-in/${await app.clientId('Ana Silva')}/plan`);
  await page.getByText('What massage may do', { exact: true }).click();
  await page.getByRole('heading', { level: 3, name: 'Rheumatoid arthritis' }).waitFor();
  await page.getByText(/^A few small studies say/).waitFor();
  await expectAccessible(page, 'a client’s plan with what massage may do');
});

test('what is missing at an address is said', async ({ page, app }) => {
  await page.goto(`${app.url}/knowledge/claims/no-such-claim`);
  await title(page, 'There is no such page');
  await page.getByRole('link', { name: 'What is said, and what was found' }).click();
  await title(page, 'What is said, and what was found');
});

test.for(['claims', 'claims/relieves-pain', 'studies/romanowski-2017-as', 'multiple-sclerosis'])(
  '/knowledge/%s has no fault that axe-core finds, on a phone and a tablet',
  { timeout: LONG },
  async (path, { page, app }) => {
    await page.goto(`${app.url}/knowledge/${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page
      .getByText(/How sure this is|How it was done|the newest paper/)
      .first()
      .waitFor();
    await expectAccessible(page, path);
  },
);
