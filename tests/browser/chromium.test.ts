import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect } from 'vitest';
import { test } from './chromium.ts';

const server = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end('<!doctype html><title>Assuage</title><h1>It opens</h1>');
});
let address: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an AddressInfo; the other types are for pipes.
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(() => void server.close());

test('a page on 127.0.0.1 opens', async ({ page }) => {
  await page.goto(address);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('It opens');
});

test('text is drawn with real glyphs', async ({ page }) => {
  await page.goto(address);
  const box = await page.getByRole('heading').boundingBox();
  expect(box?.height).toBeGreaterThan(10);
});

test.fails('a page that calls out fails its test', async ({ page }) => {
  await page.goto(address);
  await page.evaluate(() => fetch('http://example.com/').catch(() => undefined));
});
