// A practice of one's own in a temporary folder, set up in the browser as its owner does it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '@assuage/server';
import type { Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { codeAt } from '../../../packages/server/src/testing/authenticator.ts';

export const PASSWORD = 'green kettle on the stove';

/** A new practice on a free port, reached at localhost: passkeys need a name. */
export async function newPractice() {
  const folder = await mkdtemp(join(tmpdir(), 'assuage-accounts-'));
  const lines: string[] = [];
  const server = await startServer({
    file: join(folder, 'practice.sqlite'),
    port: 0,
    demo: false,
    print: (line) => lines.push(line),
  });
  onTestFinished(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });
  const [setUp = ''] = /http:\/\/localhost\S+/.exec(lines.join('\n')) ?? [];
  return { setUp, at: (path: string) => `${new URL(setUp).origin}${path}` };
}

export const title = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
export const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).click();

export async function fillSetUp(page: Page, setUp: string) {
  await page.goto(setUp);
  await title(page, 'Set up your practice');
  await page.getByLabel('Name of the practice').fill('Harbour Massage');
  await page.getByLabel('Your name').fill('Jo Field');
  await page.getByLabel('E-mail address').fill('jo@harbour.example');
  await page.getByLabel('Password').fill(PASSWORD);
  await press(page, 'Set up the practice');
  await title(page, 'Add a second step');
}

/** @returns the secret of the app */
export async function addApp(page: Page): Promise<string> {
  await press(page, 'Use an app on my phone');
  const secret = (await page.locator('code.secret-text').textContent())?.replace(/ /g, '') ?? '';
  await page.getByRole('img', { name: /Code for the authenticator/ }).waitFor();
  await page.getByLabel('Six digits').fill(codeAt(secret, new Date()));
  await press(page, 'Add the app');
  return secret;
}

export async function keepCodes(page: Page): Promise<string[]> {
  await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor();
  const codes = await page.locator('.recovery-codes code').allTextContents();
  await page.getByLabel('I have kept these codes').check();
  await press(page, 'Go on');
  return codes;
}
