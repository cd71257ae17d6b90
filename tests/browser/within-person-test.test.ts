// A test whether massage helps one person: planned, running, finished, reported; in the real program.
import { createHash } from 'node:crypto';
import {
  drawSchedule,
  type FixedTest,
  fixedText,
  type PersonTest,
  reportOf,
  testsOf,
  threeNumbers,
} from '@assuage/outcomes';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from './support/accessibility.ts';
import { type App, test } from './support/app.ts';

const LONG = 300_000;
const DAY_MS = 86_400_000;

/** The calendar here, as the page sees it too. */
const dayFromToday = (days: number): string => {
  const at = new Date(Date.now() + days * DAY_MS);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
};

let made = 0;
/** A UUID of version 7 for an entry of a test. */
function newId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  const rest = (made++).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${rest}`;
}

async function write(
  app: App,
  client: string,
  entries: readonly { readonly kind: string; readonly on: string; readonly body: object }[],
): Promise<void> {
  const by = { name: 'Jo Field', role: 'therapist' };
  const answer = await fetch(`${app.url}/api/clients/${client}/entries`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(entries.map((one) => ({ id: newId(), client, v: 1, by, ...one }))),
  });
  expect(answer.ok, await answer.text()).toBe(true);
}

/** A test of ten weeks that began some days ago, with a rating on each of the days before today. */
async function began(app: App, client: string, daysAgo: number, ratings: readonly number[]) {
  const design = { kind: 'balanced', periods: 10, longestRun: 2 } as const;
  // The order of the first weeks is known to the test: with, then without.
  const seed = Array.from({ length: 200 }, (_, i) => `seed ${i}`).find((one) =>
    drawSchedule(design, one).join('').startsWith('101'),
  );
  if (seed === undefined) throw new Error('no seed begins so');
  const fixed: FixedTest = {
    question: { measure: 'nrs-pain', important: 1 },
    secondary: [],
    release: 'a',
    start: dayFromToday(-daysAgo),
    plan: { compares: 'weeks', periodDays: 7, design, schedule: drawSchedule(design, seed) },
    seed,
    told: 'Said before.',
  };
  const hash = createHash('sha256').update(fixedText(fixed)).digest('hex');
  await write(app, client, [
    { kind: 'trial', on: `${dayFromToday(-daysAgo - 1)}T10:00`, body: { ...fixed, hash } },
    ...ratings.map((value, i) => ({
      kind: 'score',
      on: `${dayFromToday(-daysAgo + i)}T20:00`,
      body: {
        measure: 'nrs-pain',
        release: 'a',
        answers: { 'nrs-pain': value },
        filled: 'read-aloud',
        note: '',
      },
    })),
  ]);
}

const tests = (page: Page) => page.getByRole('region', { name: 'Tests for this person' });
const headed = (page: Page, name: string) =>
  page.getByRole('heading', { name, exact: true }).waitFor();

/** The newest test of a client, as the engine reads it from what the server says. */
async function readTest(app: App, id: string): Promise<PersonTest> {
  const ask = async (path: string) => (await fetch(`${app.url}${path}`)).json();
  const [measures, record] = await Promise.all([ask('/api/measures'), ask(`/api/clients/${id}`)]);
  const [newest] = testsOf(measures, record, () => false, dayFromToday(0));
  if (!newest) throw new Error('no test');
  return newest;
}

test('a test is planned: what is missing is said, chance draws once, and a second one has to wait', {
  timeout: LONG,
}, async ({ page, app }) => {
  const id = await app.clientId('Kim Larsen');
  await page.goto(`${app.url}/clients/${id}`);
  await tests(page).getByText('No test yet.').waitFor();
  await tests(page).getByRole('link', { name: 'Plan a test' }).click();
  await headed(page, 'Plan a test');
  await page.getByRole('button', { name: 'Draw the weeks' }).click();
  await page.getByRole('alert').getByText('Choose what is to get better').waitFor();
  await expectAccessible(page, 'a test with its question missing');

  await page.getByRole('group', { name: 'What is to get better?' }).getByText('Stiffness').click();
  await page.getByText('We know of no study for this rating.').waitFor();
  await page.getByRole('group', { name: 'What is to get better?' }).getByText('Pain').click();
  await page.getByText('In one study of 825 people').waitFor();
  // Two weeks at a time where it lasts; then ten weeks are no even number of parts.
  await page.getByText('About a week', { exact: true }).click();
  await page.getByText('It lasts into the next week.').waitFor();
  expect(await page.getByRole('radio', { name: /^\d+ weeks$/ }).count()).toBe(2);
  await page.getByText('A day or two', { exact: true }).click();
  await page.getByText('8 weeks', { exact: true }).click();
  await page.getByText('8 weeks will usually find a change of 2 points').waitFor();
  await page.getByRole('group', { name: 'What else' }).getByText('Stress').click();
  await page.getByRole('button', { name: 'Draw the weeks' }).click();

  await headed(page, 'The weeks, as drawn');
  await page
    .getByText('Is pain lower by 1 point or more in weeks with massage than in weeks without?')
    .waitFor();
  const drawn = await page.getByRole('list').filter({ hasText: 'with massage' }).innerText();
  expect(drawn.match(/with massage/gi)).toHaveLength(4);
  await page.getByText('Nobody can have massage without knowing it.').waitFor();
  await page.getByText('The client can stop at any time').waitFor();
  await expectAccessible(page, 'the weeks of a test');
  await page.reload();
  await headed(page, 'The weeks, as drawn');
  await page.getByRole('button', { name: 'Change the plan' }).click();
  await page.getByRole('button', { name: 'Draw the weeks' }).click();
  expect(await page.getByRole('list').filter({ hasText: 'with massage' }).innerText()).toBe(drawn);

  await page.getByRole('button', { name: 'Start the test' }).click();
  await tests(page).getByText('The test starts on').waitFor();
  // What the server took is under the hash of its own text.
  const { fixed } = await readTest(app, id);
  expect(createHash('sha256').update(fixedText(fixed)).digest('hex')).toBe(fixed.hash);
  expect(fixed).toMatchObject({ secondary: ['nrs-stress'], question: { measure: 'nrs-pain' } });
  await page.goto(`${app.url}/clients/${id}/test`);
  await page.getByText('A test of this client is planned or running.').waitFor();
  expect(await page.getByRole('button', { name: 'Draw the weeks' }).count()).toBe(0);
});

test('a running test says which week it is and that it is too early; it takes notes and can be stopped', {
  timeout: LONG,
}, async ({ page, app }) => {
  const id = await app.clientId('Ben Ortiz');
  await began(app, id, 10, [5, 6, 5, 4, 5, 6, 7, 6, 7]);
  await page.goto(`${app.url}/clients/${id}`);
  const section = tests(page);
  await section.getByText('Too early to say: 9 of 60 ratings.').waitFor();
  await section.getByText('Part 2 of 10. This is a time without massage, until').waitFor();
  await section.getByText('If you need a session in a time without, have one.').waitFor();
  // A week with massage went by without one.
  await section.getByText('No session in the week from').waitFor();
  await section.getByRole('link', { name: 'Rate today' }).waitFor();
  // The first of ten weeks is over.
  await section.getByText('The weeks to come').click();
  expect(await section.locator('.test-weeks li').count()).toBe(9);
  await expectAccessible(page, 'a running test');

  await page.goto(`${app.url}/check-in/${id}/progress`);
  await headed(page, 'Your massage test');
  await page.getByText('Too early to say: 9 of 60 ratings.').waitFor();
  await page.getByRole('img', { name: 'Chart of pain in the test' }).waitFor();
  await expectAccessible(page, 'a running test, as the client sees it');

  await page.goto(`${app.url}/clients/${id}`);
  await section.getByText('Note a change to the plan').click();
  await section.getByLabel('What went otherwise than planned?').fill('A week at the sea.');
  await section.getByRole('button', { name: 'Add this note' }).click();
  await section.getByRole('listitem').filter({ hasText: 'A week at the sea.' }).waitFor();
  await section.getByText('Stop the test', { exact: true }).click();
  await section.getByRole('button', { name: 'Stop this test now' }).click();
  await section.getByRole('alert').getByText('Choose why it stops').waitFor();
  await section.getByText('It did harm').click();
  await section.getByText('Write down the harm').waitFor();
  await section.getByLabel('Note on stopping').fill('Bruises.');
  await section.getByRole('button', { name: 'Stop this test now' }).click();
  await section.getByText(/^The test was stopped on/).waitFor();
  await section.getByText(/It did harm\. Bruises\./).waitFor();
  await section.getByRole('link', { name: 'Plan a test' }).waitFor();
});

test('a finished test says its sentence, and the worker says what the engine says', {
  timeout: LONG,
}, async ({ page, app }) => {
  const id = await app.clientId('Ivo Novak');
  const { primary, trial, asOf, secondary } = await readTest(app, id);
  const report = reportOf({
    question: primary.question,
    days: primary.days,
    trial,
    today: asOf,
    medicineChanges: [],
    secondary,
  });
  if (!report.result) throw new Error('the test of the demo practice has no result');
  let workers = 0;
  page.on('worker', () => workers++);
  await page.goto(`${app.url}/clients/${id}`);
  const section = tests(page);
  await section.getByText(report.said.sentences[0] ?? '').waitFor();
  expect(workers).toBeGreaterThan(0);
  const [better, within] = threeNumbers(report.result.chances);
  await section.getByText(`Better by 1 point or more: ${better} in 100`).waitFor();
  await section.getByText(`Less than 1 point either way: ${within} in 100`).waitFor();
  const dots = section.getByRole('img', { name: '50 dots: how sure this is' });
  expect(await dots.locator('circle, g').count()).toBe(50);
  const chart = section.getByRole('img', { name: 'Chart of pain in the test' });
  expect(await chart.locator('circle').count()).toBe(primary.days.length);
  expect(await chart.locator('.chart-shaded').count()).toBe(5);
  expect(await chart.locator('desc').textContent()).toMatch(
    /^61 ratings of pain, 5 sessions\. Part 1/,
  );
  // The check is closed at first; the randomisation test is a fraction in it.
  const details = section.getByText('For those who want to check');
  const fraction = section.getByText(/^\d+ of 84$/);
  expect(await fraction.isVisible()).toBe(false);
  await details.click();
  await fraction.waitFor();
  await section.getByText('Show as a table').first().click();
  await expectAccessible(page, 'a finished test');

  await page.goto(`${app.url}/check-in/${id}/progress`);
  await page.getByText(report.said.sentences[0] ?? '').waitFor();
  await dots
    .or(page.getByRole('img', { name: '50 dots: how sure this is' }))
    .first()
    .waitFor();
  await expectAccessible(page, 'a finished test, as the client sees it');

  await page.goto(`${app.url}/clients/${id}`);
  await section.getByRole('link', { name: 'Report to print' }).click();
  await headed(page, 'Report of a test');
  await headed(page, 'All ratings');
  await page.getByText('harbour-massage-demo').waitFor();
  await page.getByText('By chance from all 84 orders').waitFor();
  await page.getByText('Show all items').click();
  await page.getByRole('rowheader', { name: 'CENT 2015, 8', exact: true }).waitFor();
  await expectAccessible(page, 'the report of a test');
});
