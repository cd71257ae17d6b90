// Studies from a spreadsheet, pooled in a real browser: pasted, drawn, one added, kept as files.
import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from './support/accessibility.ts';
import { test } from './support/app.ts';

const LONG = 300_000;

interface Reference {
  readonly input: Readonly<Record<string, readonly number[]>>;
  readonly cases: readonly {
    readonly id: string;
    readonly expected: Readonly<Record<'beta' | 'ciLb' | 'ciUb', readonly number[]>>;
  }[];
}

const reference: Reference = JSON.parse(
  await readFile(
    new URL('../../packages/evidence/src/testing/reference/meta-bcg.json', import.meta.url),
    'utf8',
  ),
);

/** The first so many of R's BCG trials, as a spreadsheet pastes them. */
function pasted(count: number): string {
  const columns = ['year', 'tpos', 'tneg', 'cpos', 'cneg'];
  const rows = Array.from({ length: count }, (_, i) => [
    `Trial ${i + 1}`,
    ...columns.map((column) => reference.input[column]?.[i]),
  ]);
  return [['study', ...columns], ...rows].map((row) => row.join('\t')).join('\n');
}

/** What R says of all 13, as people read it: ratios, two decimals. */
function inR(): string {
  const found = reference.cases.find(({ id }) => id === 'bcg-REML-adhoc')?.expected;
  const [estimate, low, high] = [found?.beta, found?.ciLb, found?.ciUb].map((values) =>
    Math.exp(values?.[0] ?? Number.NaN).toFixed(2),
  );
  return `${estimate} (95 % interval ${low} to ${high})`;
}

const pool = async (page: Page, table: string) => {
  await page.getByLabel('The table', { exact: true }).fill(table);
  await page.getByRole('button', { name: 'Put them together' }).click();
};

/** The sentence itself; the drawing says it too, to those who hear it. */
const says = (page: Page, words: string) =>
  page.getByRole('paragraph').filter({ hasText: words }).waitFor();

const saved = async (page: Page, button: string): Promise<{ name: string; text: string }> => {
  const [download] = await Promise.all<[Promise<Download>, Promise<void>]>([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return {
    name: download.suggestedFilename(),
    text: await readFile(await download.path(), 'utf8'),
  };
};

test('a pasted table is pooled to the value of R, drawn, added to, kept on the device and saved', {
  timeout: LONG,
}, async ({ page, app }) => {
  await page.goto(`${app.url}/knowledge`);
  await page.getByRole('link', { name: 'Put studies together' }).click();
  await page.getByRole('heading', { level: 1, name: 'Put studies together' }).waitFor();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/^(blob|data):/.test(request.url())) return;
    if (!new URL(request.url()).pathname.startsWith('/assets/')) asked.push(request.url());
  });

  await pool(page, pasted(13));
  await says(page, `13 studies of 357347 people. Risk ratio ${inR()}.`);
  await page.getByRole('img', { name: /^Forest plot: risk ratio in 13 studies/ }).waitFor();
  await page.getByRole('img', { name: /^Funnel plot/ }).waitFor();
  await page.getByText('Show as a table').first().click();
  await page.getByRole('row', { name: /^Pooled 0.49 / }).waitFor();

  await page.getByLabel('What to work out').selectOption('OR');
  await page.getByRole('img', { name: /^Forest plot: odds ratio/ }).waitFor();
  await page.getByLabel('What to work out').selectOption('RR');
  await page.getByLabel('Lower, as with pain').check();
  await says(page, 'The interval lies on the side of benefit.');
  await expectAccessible(page, 'pooled studies');

  await page.getByText('Add one study', { exact: true }).click();
  await page.getByRole('button', { name: 'Add this study' }).click();
  await page.getByRole('alert').getByText('Type what the study is called').waitFor();
  const fields = [
    ['Name of the study (study)', 'Mine <b>&'],
    ['With the event, treated (tpos)', '10'],
    ['Without it, treated (tneg)', '90'],
    ['With the event, others (cpos)', '20'],
    ['Without it, others (cneg)', '80'],
  ] as const;
  for (const [label, value] of fields) await page.getByLabel(label).fill(value);
  await page.getByRole('button', { name: 'Add this study' }).click();
  await page.getByText('Added. The table has 14 rows now.').waitFor();
  await page.getByRole('img', { name: /^Forest plot: .* in 14 studies/ }).waitFor();
  // 10 of 100 beside 20 of 100.
  await page.getByRole('row', { name: /^Mine <b>& 0\.50 / }).waitFor();
  await expectAccessible(page, 'a study was added');

  const forest = await saved(page, 'Save the forest plot (SVG)');
  expect(forest.name).toBe('forest-plot.svg');
  expect(forest.text).toMatch(/^<svg xmlns=/);
  expect(forest.text).toContain('Mine &lt;b&gt;&amp;');
  const table = await saved(page, 'Save the table (CSV)');
  expect(table.text.split('\n')).toHaveLength(16);
  const { summary } = JSON.parse((await saved(page, 'Save all numbers (JSON)')).text);
  expect(summary).toMatch(/^14 studies of 357547 people/);
  expect(asked).toEqual([]);

  await page.reload();
  await page.getByRole('button', { name: 'Put them together' }).click();
  await page.getByRole('img', { name: /^Forest plot: risk ratio in 14 studies/ }).waitFor();

  // What was saved can be pasted again: log ratios and their variances, with all digits.
  await pool(page, table.text);
  await says(page, '14 studies. Effect ');
});

test('few studies get no funnel plot, and a mistake is named with its row', {
  timeout: LONG,
}, async ({ page, app }) => {
  await page.goto(`${app.url}/pool`);
  await pool(page, pasted(9));
  await page.getByText('Too few studies to judge bias.').waitFor();
  expect(await page.getByRole('img', { name: /^Funnel plot/ }).count()).toBe(0);
  await pool(page, pasted(10));
  await page.getByRole('img', { name: /^Funnel plot/ }).waitFor();
  await pool(page, pasted(2));
  await says(page, 'Two are too few for a verdict.');

  await pool(page, 'study,yi,sei\nA,0.1,0.2\nB,many,0.2');
  await page.getByRole('alert').getByText('Row 3: yi is "many", not a number').waitFor();
  expect(await page.getByRole('img').count()).toBe(0);
  await expectAccessible(page, 'a mistake in a table');

  await page.getByRole('button', { name: 'Clear the table' }).click();
  await page.getByRole('button', { name: 'Put in an example' }).click();
  await page.getByRole('button', { name: 'Put them together' }).click();
  await says(page, `Risk ratio ${inR()}.`);
});

test('as many studies as there are decide what is shown', { timeout: LONG }, async ({
  page,
  app,
}) => {
  await page.goto(`${app.url}/pool`);
  const table = (count: number) =>
    [
      'study,yi,vi',
      ...Array.from({ length: count }, (_, i) => `S${i},${-1 + (i % 3) / 10},${0.04 + i / 100}`),
    ].join('\n');
  const shown = async (count: number) => {
    await pool(page, table(count));
    await page.getByRole('img', { name: /^Forest plot/ }).waitFor();
    const text = await page.getByRole('main').innerText();
    const has = (words: string) => text.includes(words);
    return {
      diamond: (await page.locator('.pool-broad .pooled').count()) > 0,
      range: (await page.locator('.pool-broad .prediction').count()) > 0,
      funnel: (await page.getByRole('img', { name: /^Funnel plot/ }).count()) > 0,
      veryFew: has('Very few studies'),
      small: has('Whether small studies differ'),
      verdict: (await page.locator('.pool-summary').innerText()).includes('95 % interval'),
    };
  };
  const none = { diamond: false, range: false, funnel: false, veryFew: false, small: false };
  expect(await shown(1)).toEqual({ ...none, verdict: false });
  expect(await shown(2)).toEqual({ ...none, verdict: false });
  expect(await shown(3)).toEqual({ ...none, diamond: true, veryFew: true, verdict: true });
  expect(await shown(4)).toEqual({ ...none, diamond: true, veryFew: true, verdict: true });
  expect(await shown(5)).toEqual({ ...none, diamond: true, range: true, verdict: true });
  expect(await shown(9)).toEqual({ ...none, diamond: true, range: true, verdict: true });
  expect(await shown(10)).toEqual({
    diamond: true,
    range: true,
    funnel: true,
    veryFew: false,
    small: true,
    verdict: true,
  });
});

test('subgroups, a moderator, an important change, and clinics that send sums only', {
  timeout: LONG,
}, async ({ page, app }) => {
  await page.goto(`${app.url}/pool`);
  const rows = Array.from(
    { length: 12 },
    (_, i) => `S${i},4,2,20,${4.5 + (i % 3) / 2},2,20,${i},${i % 2 ? 'long' : 'short'}`,
  );
  await page
    .getByLabel('The table', { exact: true })
    .fill(['study,m1i,sd1i,n1i,m2i,sd2i,n2i,weeks,dose', ...rows].join('\n'));
  await page.getByText('Ask for more').click();
  await page.getByLabel('Groups of studies to compare').selectOption('dose');
  await page.getByLabel('Lower, as with pain').check();
  await page.getByLabel('A change that matters').fill('1');
  await page.getByRole('button', { name: 'Put them together' }).click();
  await page
    .getByRole('alert')
    .getByText(/needs the deviation between people/)
    .waitFor();
  await page.getByLabel('Standard deviation between people').fill('2.2');
  await page.getByRole('button', { name: 'Put them together' }).click();
  await page.getByRole('row', { name: /^long 6 / }).waitFor();
  await says(page, 'where people differ by a deviation of 2.20');
  expect(await page.locator('.pool-broad svg').innerHTML()).toContain(
    'important change: 1 point, deviation 2.2',
  );
  await expectAccessible(page, 'subgroups and an important change');

  await page.getByLabel('Groups of studies to compare').selectOption('');
  await page.getByLabel('A number that may explain why studies differ').selectOption('weeks');
  await page.getByRole('button', { name: 'Put them together' }).click();
  await page.getByText(/^weeks: .*95 % interval/).waitFor();

  await page.getByRole('button', { name: 'Clear the table' }).click();
  await pool(page, 'site,k,sumY,sumYY,sumV\nA,5,-5,7,0.5\nB,4,-5,7,0.5');
  await page
    .getByRole('alert')
    .getByText(/Row 3: B: 4 people are too few/)
    .waitFor();
  await pool(page, 'site,k,sumY,sumYY,sumV\nA,5,-5,7,0.5\nB,5,-5,7,0.5');
  await says(page, 'Sums of 2 sites, 10 people. Effect −1.00 (95 % interval −1.48 to −0.52).');
  await expectAccessible(page, 'sums of sites');
});

test('on a phone the forest plot fits, and nothing of the page moves sideways', {
  timeout: LONG,
}, async ({ page, app }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${app.url}/pool`);
  await pool(page, pasted(13));
  const drawing = page.getByRole('img', { name: /^Forest plot/ });
  await drawing.waitFor();
  const box = await drawing.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
  // The letters stay as large as they were drawn, give or take a tenth.
  const drawn = await drawing.getAttribute('width');
  expect((box?.width ?? 0) / Number(drawn)).toBeGreaterThan(0.9);
  const [scroll, width] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    window.innerWidth,
  ]);
  expect(scroll).toBeLessThanOrEqual(width ?? 0);
  await expectAccessible(page, 'the plot on a phone');
});
