// The knowledge written as pages, opened from the disk on a phone: no server, no network.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { test } from './chromium.ts';
import { COLOURS, expectNoSidewaysScroll, expectNoViolations } from './support/accessibility.ts';

const COMMAND = join(import.meta.dirname, '../../packages/cli/bin/assuage.js');
const WIDTHS = [390, 1024];

let folder: string;
let site: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assuage-site-'));
  site = join(folder, 'site');
  await promisify(execFile)(process.execPath, [COMMAND, 'knowledge', 'site', site]);
});
afterAll(() => rm(folder, { recursive: true }));

const open = async (page: Page, path: string) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(pathToFileURL(join(site, path)).href);
};
const title = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

test('a slip of the finger still leads to the illness, with the keyboard alone', async ({
  page,
}) => {
  await open(page, 'index.html');
  await title(page, 'Knowledge');
  await page.getByRole('searchbox').fill('rhumatoid');
  await page
    .getByRole('status')
    .getByText(/^\d+ found$/)
    .waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await title(page, 'Rheumatoid arthritis');
  await page.getByText('What massage may do').waitFor();

  // Back to what was typed, and on to a medicine by a brand with two slips.
  await page.goBack();
  await page.getByRole('searchbox').fill('humria');
  await page.getByRole('link', { name: 'Humira (TNF inhibitors)' }).click();
  await title(page, 'TNF inhibitors');
});

test('what is not in the list is said, with what to do', async ({ page }) => {
  await open(page, 'index.html');
  await page.getByRole('searchbox').fill('xqzvwk');
  await page.getByRole('status').getByText('ask a doctor, nurse or pharmacist').waitFor();
});

test('a source leads to a rule that rests on it', async ({ page }) => {
  await open(page, 'conditions/rheumatoid-arthritis.html');
  await page
    .getByRole('link', { name: /^Sources of this rule/ })
    .first()
    .click();
  await title(page, 'Rules');
  const rule = new URL(page.url()).hash.slice(1);
  expect(await page.locator(`article[id="${rule}"]`).count()).toBe(1);
});

test('what is said of massage leads to its verdict, to a study, and to the paper', async ({
  page,
}) => {
  await open(page, 'index.html');
  await page.getByRole('link', { name: 'What is said of massage' }).click();
  await title(page, 'What is said, and what was found');
  await page.getByRole('link', { name: 'Massage lowers cortisol' }).click();
  await title(page, 'Massage lowers cortisol');
  await page.getByText('Contradicted').waitFor();
  await page.getByRole('link', { name: 'Moyer and others, 2011' }).click();
  await page.getByText('No difference was found').first().waitFor();
  const paper = page.getByRole('link', { name: 'Open the paper' });
  expect(await paper.getAttribute('href')).toMatch(/^https:\/\/(doi\.org|pubmed)/);
});

test('a condition says what studies show, how sure that is and why', async ({ page }) => {
  await open(page, 'conditions/osteoarthritis.html');
  await page.getByRole('heading', { name: 'What studies show' }).waitFor();
  await page.getByText('Why moderate, and from which studies').first().click();
  await page
    .getByText(/^One step down for too few people/)
    .first()
    .waitFor();
  await open(page, 'conditions/lupus.html');
  await page.getByText(/^No evidence: no study/).waitFor();
});

test.for([
  'index.html',
  'red-flags.html',
  'conditions/rheumatoid-arthritis.html',
  'medicines/tnf-inhibitors.html',
  'findings/hot-joint.html',
  'techniques/deep-tissue.html',
  'claims/lowers-cortisol.html',
  'studies/romanowski-2017-as.html',
  'conditions/lupus.html',
])(
  '%s has no fault that axe-core finds, and never scrolls sideways',
  { timeout: 120_000 },
  async (path, { page }) => {
    await open(page, path);
    if (path === 'index.html') await page.getByRole('searchbox').fill('art');
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSidewaysScroll(page, `${path} at ${width} px`);
      for (const colorScheme of COLOURS) {
        await page.emulateMedia({ colorScheme });
        await expectNoViolations(page, `${path} at ${width} px, ${colorScheme}`);
      }
    }
  },
);

test.for(['rules.html', 'sources.html', 'claims.html', 'studies.html'])(
  '%s, however long, fits on a phone',
  async (path, { page }) => {
    await open(page, path);
    await expectNoSidewaysScroll(page, path);
  },
);
