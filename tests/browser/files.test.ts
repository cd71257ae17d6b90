// Photos and letters in a client's record: added, opened, renamed and withdrawn.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  expectNoSidewaysScroll,
  expectNoViolations,
  expectTargets,
} from './support/accessibility.ts';
import { type App, test } from './support/app.ts';

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).first();
const files = (page: Page) => page.getByRole('region', { name: 'Files and photos', exact: true });
const choose = (page: Page, group: string, option: string) =>
  page
    .getByRole('group', { name: group })
    .getByRole('radio', { name: option, exact: true })
    .check();
const form = async (page: Page, app: App, name: string) => {
  await page.goto(`${app.url}/clients/${await app.clientId(name)}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await files(page).getByText('Add a file or a photo').click();
};
const pick = (page: Page, name: string, mimeType: string, buffer: Buffer) =>
  page.getByLabel('File', { exact: true }).setInputFiles({ name, mimeType, buffer });

/** The page as it stands keeps to the bars on a phone and on a tablet. */
async function expectBars(page: Page, where: string): Promise<void> {
  for (const width of [390, 1024]) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScroll(page, `${where} at ${width} px`);
    await expectTargets(page, `${where} at ${width} px`);
    await expectNoViolations(page, `${where} at ${width} px`);
  }
}

/** A picture as this browser makes it. */
const photo = async (page: Page): Promise<Buffer> =>
  Buffer.from(
    await page.evaluate(() => {
      const canvas = document.createElement('canvas');
      canvas.width = 320;
      canvas.height = 200;
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error('no canvas');
      pen.fillStyle = 'teal';
      pen.fillRect(40, 40, 240, 120);
      return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
    }),
    'base64',
  );

async function addPhoto(page: Page, title: string): Promise<Locator> {
  await pick(page, 'IMG_2041.jpg', 'image/jpeg', await photo(page));
  await page.getByRole('textbox', { name: 'What does it show?' }).fill(title);
  await choose(page, 'What is it?', 'Photo');
  await button(page, 'Add file').click();
  return files(page).getByRole('listitem').filter({ hasText: title });
}

test('a photo is added with a reminder about consent, and opened', async ({ page, app }) => {
  await form(page, app, 'Ana Silva');
  await files(page)
    .getByText(/^No files yet\./)
    .waitFor();
  await files(page).getByText('No consent to photos is on record.').waitFor();
  await button(page, 'Add file').click();
  for (const missing of [
    'Choose a file or take a photo',
    'Write what it shows',
    'Choose what it is',
  ])
    await files(page).getByRole('link', { name: missing }).waitFor();
  await expectBars(page, 'the form of a file');

  const line = await addPhoto(page, 'The left knee, swollen');
  await line.getByText(/^Photo, .* KB\. Added by Jo Field, today/).waitFor();
  await page.reload();
  await line.waitFor();
  await expectBars(page, 'a list of files');

  const [opened] = await Promise.all([
    page.waitForEvent('popup'),
    line.getByRole('link', { name: /^Open/ }).click(),
  ]);
  await opened.waitForLoadState();
  expect(await opened.evaluate(() => document.images[0]?.naturalWidth)).toBe(320);
  await opened.close();
});

test('a letter that is no text is refused in words, and a right one is downloaded as it was', async ({
  page,
  app,
}) => {
  await form(page, app, 'Ben Ortiz');
  const title = page.getByRole('textbox', { name: 'What does it show?' });
  await pick(page, 'letter.txt', 'text/plain', Buffer.from('PK\u0003\u0004\u0000'));
  await title.fill('Letter from Dr Okafor');
  await choose(page, 'What is it?', 'Letter from a clinician');
  await page.getByRole('textbox', { name: 'Day' }).last().fill('20');
  await page.getByRole('textbox', { name: 'Month' }).last().fill('2');
  await page.getByRole('textbox', { name: 'Year' }).last().fill('2020');
  await button(page, 'Add file').click();
  await files(page)
    .getByText(/^Files of this kind are not kept/)
    .waitFor();
  await pick(page, 'empty.txt', 'text/plain', Buffer.of());
  await button(page, 'Add file').click();
  await files(page).getByText('This file is empty').waitFor();
  await pick(page, 'large.txt', 'text/plain', Buffer.alloc(10_000_001, 'a'));
  await button(page, 'Add file').click();
  await files(page)
    .getByText(/^This file is larger than 10 MB\./)
    .waitFor();

  // What was typed is still there.
  expect(await title.inputValue()).toBe('Letter from Dr Okafor');
  const letter = Buffer.from('Dear colleague, no concerns about massage.\n');
  await pick(page, 'letter.txt', 'text/plain', letter);
  await button(page, 'Add file').click();
  await files(page)
    .getByText(/^Letter from a clinician, 20 February 2020, 43 bytes\./)
    .waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    files(page)
      .getByRole('link', { name: /^Download/ })
      .click(),
  ]);
  expect(download.suggestedFilename()).toBe('2020-02-20 file.txt');
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).equals(letter)).toBe(true);
});

test('a file gets another title, and is withdrawn with the reason', async ({ page, app }) => {
  await form(page, app, 'Dev Patel');
  const line = await addPhoto(page, 'The left knee, swollen');
  await line.getByText(/^Correct or withdraw/).click();
  await button(page, 'Change title').click();
  await line.getByText('Write the new title.').waitFor();
  await page.getByRole('textbox', { name: 'Another title' }).fill('The right knee');
  await button(page, 'Change title').click();
  const renamed = files(page).getByRole('listitem').filter({ hasText: 'The right knee' });
  await renamed.getByText(/Was called “The left knee, swollen”\.$/).waitFor();
  await expectBars(page, 'a file that is corrected');

  await page.getByRole('textbox', { name: /why is it withdrawn/ }).fill('It shows Ben Ortiz');
  await button(page, 'Withdraw file').click();
  await files(page).getByText('Withdrawn files (1)').click();
  await files(page).getByText('It shows Ben Ortiz').waitFor();
  await expectBars(page, 'a withdrawn file');
});

test('an upload whose answer was lost is sent again, and is one file', async ({ page, app }) => {
  await form(page, app, 'Clare Okoye');
  const hand = await page.context().newCDPSession(page);
  await hand.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const camera = page.getByLabel('Or take a photo now');
  await camera.waitFor();
  await expectBars(page, 'the form of a file on a phone or tablet');
  const jpeg = { name: 'image.jpg', mimeType: 'image/jpeg', buffer: await photo(page) };
  await camera.setInputFiles(jpeg);
  await files(page).getByText('image.jpg').waitFor();
  await page.getByRole('textbox', { name: 'What does it show?' }).fill('Posture from the side');
  await choose(page, 'What is it?', 'Photo');
  await page.route('**/files', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await button(page, 'Add file').click();
  await files(page)
    .getByText(/^Assuage does not answer/)
    .waitFor();
  await page.unroute('**/files');
  await button(page, 'Add file').click();
  const line = files(page).getByRole('listitem').filter({ hasText: 'Posture from the side' });
  await line.waitFor();
  expect(await line.count()).toBe(1);
});
