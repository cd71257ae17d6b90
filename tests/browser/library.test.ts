// A practice reviews papers: two people screen what a search found without seeing each other's word first, settle
// where they disagree, write down numbers, and keep a copy.
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { expectAccessible } from './support/accessibility.ts';
import { test } from './support/app.ts';
import {
  addApp,
  fillSetUp,
  keepCodes,
  newPractice,
  PASSWORD,
  press,
  title,
} from './support/own-practice.ts';

const LONG = 300_000;
const TITLES = [
  'Massage for tired hands in the north',
  'Massage for tired hands in the south',
  'Cupping of apples and of pears',
  'A letter about massage of horses',
] as const;
const [NORTH, SOUTH, APPLES, HORSES] = TITLES;

const record = (pmid: number, name: string) =>
  `PMID- ${pmid}\nTI  - ${name}.\nAU  - Field T\nDP  - 2019 May\nTA  - J Hands\nAB  - We saw hands.\nPT  - Randomized Controlled Trial\n`;
/** Four new papers, one of them twice, one of the built-in studies, and one without a title. */
const NBIB = [
  ...TITLES.map((name, i) => record(90_000_001 + i, name)),
  record(90_000_001, NORTH),
  record(30_543_021, 'Efficacy and Safety of Massage for Osteoarthritis of the Knee'),
  'PMID- 90000009\nAU  - Nobody N\n',
].join('\n');

const chooseFile = (page: Page, name: string, text: string) =>
  page
    .getByLabel('The file')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const card = (page: Page, name: string) =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name }) });

async function decide(page: Page, name: string, decision: string, reason = ''): Promise<void> {
  if (reason !== '') await card(page, name).getByLabel('Reason').fill(reason);
  await card(page, name).getByRole('button', { name: decision, exact: true }).click();
  await page.getByRole('status').filter({ hasText: name }).waitFor();
}

interface TypedEffect {
  readonly outcome: string;
  readonly people: string;
  readonly where: string;
  readonly numbers: readonly [estimate: string, low: string, high: string, p: string];
}

async function fillEffect(page: Page, { outcome, people, where, numbers }: TypedEffect) {
  await page.getByLabel('Outcome', { exact: true }).fill(outcome);
  await page.getByLabel('Massage was compared with').selectOption('usual care');
  await page.getByLabel('Which people', { exact: true }).fill(people);
  await page.getByLabel('Where it stands', { exact: true }).fill(where);
  const boxes = ['Effect', 'Lower bound', 'Upper bound', 'p, if printed'];
  for (const [i, box] of boxes.entries())
    await page.getByLabel(box, { exact: true }).fill(numbers[i] ?? '');
}

/** The rows of the counts that are not 0. */
async function counts(page: Page): Promise<Record<string, number>> {
  const rows = await page
    .getByRole('table', { name: 'As in a PRISMA flow' })
    .getByRole('row')
    .all();
  const read = await Promise.all(
    rows.map(
      async (row) =>
        [
          (await row.getByRole('rowheader').textContent()) ?? '',
          Number(await row.getByRole('cell').textContent()),
        ] as const,
    ),
  );
  return Object.fromEntries(read.filter(([, count]) => count !== 0));
}

/** A practice with its owner on the first page and a colleague on the second. */
async function twoReaders(page: Page, browser: Browser) {
  const { setUp, at } = await newPractice();
  await fillSetUp(page, setUp);
  await addApp(page);
  await keepCodes(page);
  await title(page, "Today's clients");
  const invited = async (name: string, email: string, role: RegExp) => {
    await page.goto(at('/people'));
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel(role).check();
    await press(page, 'Make the invitation');
    const link = (await page.locator('code.secret-text').textContent()) ?? '';
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    const person = await context.newPage();
    await person.goto(link);
    await person.getByLabel('Password').fill(PASSWORD);
    await press(person, 'Go on');
    await addApp(person);
    await keepCodes(person);
    await title(person, "Today's clients");
    return person;
  };
  const kim = await invited('Kim Ode', 'kim@harbour.example', /Therapist/i);
  return { at, kim, invited };
}

test(
  'two people screen the papers of a search, settle where they disagree, and see the counts',
  async ({ page, browser }) => {
    const { at, kim, invited } = await twoReaders(page, browser);
    await page.goto(at('/knowledge'));
    await page.getByRole('link', { name: 'Our review of papers' }).click();
    await title(page, 'Our review of papers');
    await page.getByText('Nothing has been searched yet.').waitFor();
    await expectAccessible(page, 'an empty review');

    await chooseFile(page, 'shopping.txt', 'milk, bread');
    await page
      .getByRole('alert')
      .getByText(/shopping.txt: it is neither PubMed XML/)
      .waitFor();
    await chooseFile(page, 'pubmed.nbib', NBIB);
    await page
      .getByText(
        '4 papers new, 2 found before (1 of them in the built-in knowledge), 1 cannot be read.',
      )
      .waitFor();
    await page.getByLabel('The words you searched for').fill('massage AND hands');
    await expectAccessible(page, 'a file that was read');
    await press(page, 'Add 4 papers');
    await page.getByText('4 papers added.').waitFor();
    await page.getByText(/^Last searched: /).waitFor();
    // The same search again brings nothing.
    await chooseFile(page, 'pubmed.nbib', NBIB);
    await page.getByText('0 papers new, 6 found before').waitFor();

    await kim.goto(at('/library'));
    await decide(page, NORTH, 'Take it up');
    await decide(page, SOUTH, 'Perhaps');
    await decide(page, APPLES, 'Leave it out', 'no massage');
    await decide(page, HORSES, 'Leave it out');
    await expectAccessible(page, 'a review with decisions');

    // Kim is not told what Jo said, only that somebody did.
    await kim.reload();
    await kim.getByText('4 papers wait for your own decision.').waitFor();
    expect(await kim.content()).not.toMatch(/no massage|Jo Field, .*: (take|leave|perhaps)/);
    await decide(kim, NORTH, 'Take it up');
    await decide(kim, SOUTH, 'Leave it out');
    await decide(kim, APPLES, 'Leave it out');
    await decide(kim, HORSES, 'Leave it out', 'not about people');
    // Alike 3 of 4 times; by chance (2/4)(1/4) + (2/4)(3/4) = 1/2; kappa (3/4 - 1/2) / (1 - 1/2) = 0.50.
    await kim
      .getByText('both decided 4 times, and 3 times alike. Beyond chance: kappa 0.50.')
      .waitFor();

    await kim.getByLabel('Readers disagree').check();
    await card(kim, SOUTH).getByText('Jo Field, today').waitFor();
    await expectAccessible(kim, 'readers who disagree');
    await kim.getByRole('button', { name: 'Settle: take it up' }).click();
    await kim.getByText('Readers disagree on no paper.').waitFor();

    await page.reload();
    await page.getByText(SOUTH).first().waitFor();
    expect(await counts(page)).toEqual({
      Found: 6,
      'Found before, left out unread': 2,
      'Titles to judge': 4,
      'Left out by title': 2,
      'To be read in full': 2,
      'Full texts still open': 2,
    });
    await card(page, SOUTH).getByRole('button', { name: 'Leave it out' }).click();
    await page.getByRole('alert').getByText('Say why it is left out').waitFor();
    await decide(page, SOUTH, 'Leave it out', 'no comparison');
    await decide(page, NORTH, 'Take it up');
    expect(await counts(page)).toMatchObject({
      'Left out after reading: no comparison': 1,
      'Taken up': 1,
    });

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      press(page, 'Save all decisions (CSV)'),
    ]);
    const rows = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
    expect(rows).toHaveLength(1 + 8 + 1 + 2);
    expect(rows[1]).toMatch(/^PMID 90000001,Jo Field,title,in,,in,2/);
    expect(rows.join()).toContain('PMID 90000002,agreed,title,in,,in,');

    // Jo and Kim write down the same outcome, and read one number otherwise.
    await page.getByLabel('Taken up', { exact: true }).check();
    await card(page, NORTH).getByRole('link', { name: 'Write down its numbers' }).click();
    await title(page, 'Numbers of a paper');
    await expectAccessible(page, 'a paper without numbers');
    await press(page, 'Save these numbers');
    await page.getByRole('alert').getByText('Say which outcome it is').waitFor();
    await page.getByLabel('An effect with its 95% interval').check();
    const typed = { outcome: 'Pain', people: 'NCT00000001', where: 'table 2' };
    // A minus sign that became a digit, as copies of papers have it.
    await fillEffect(page, { ...typed, numbers: ['21.14', '-1.9', '-0.4', '0.003'] });
    await press(page, 'Save these numbers');
    await page
      .getByRole('alert')
      .getByText('Effect: the estimate 21.14 lies outside its own interval -1.9 to -0.4')
      .waitFor();
    await expectAccessible(page, 'numbers that cannot be true');
    await fillEffect(page, { ...typed, numbers: ['−1.14', '-1.9', '-0.4', '0.3'] });
    await press(page, 'Save these numbers');
    await page
      .getByRole('alert')
      .getByText(/p 0.3 and the interval -1.9 to -0.4 disagree about 0: .*in the note/)
      .waitFor();
    await page.getByLabel('p, if printed').fill('0.003');
    await press(page, 'Save these numbers');
    await page.getByText('Saved: Pain.').waitFor();
    await page.getByText('Read by one person so far.').waitFor();

    await kim.reload();
    await decide(kim, NORTH, 'Take it up');
    await kim.goto(page.url());
    await kim.getByLabel('An effect with its 95% interval').check();
    await fillEffect(kim, { ...typed, numbers: ['-1.14', '-1.9', '-0.5', '0.003'] });
    await press(kim, 'Save these numbers');
    await kim.getByText('The readers differ in one line.').waitFor();
    await kim.getByRole('row', { name: 'Upper bound Differs -0.4 -0.5' }).waitFor();
    await expectAccessible(kim, 'two readers side by side');
    await kim.getByRole('link', { name: 'Back to all papers' }).click();
    await kim.getByText(`${NORTH}: left out: readers differ`).waitFor();

    await fillEffect(page, { ...typed, numbers: ['-1.14', '-1.9', '-0.5', '0.003'] });
    await press(page, 'Save these numbers');
    await page.getByText('The readers agree.').waitFor();
    await page.getByRole('link', { name: 'Back to all papers' }).click();
    const table = await page.getByLabel('The table, to copy').inputValue();
    // (1.9 - 0.5) / (2 × 1.959964) = 0.357149
    expect(table).toMatch(/^study,yi,sei\r?\nField T 2019,-1\.14,0\.357149/);
    await expectAccessible(page, 'a table for pooling');
    const [numbers] = await Promise.all([
      page.waitForEvent('download'),
      press(page, 'Save all numbers (CSV)'),
    ]);
    expect(await readFile(await numbers.path(), 'utf8')).toContain('Kim Ode');
    await page.getByRole('link', { name: 'Open the page that puts studies together' }).click();
    await page.getByLabel('The table', { exact: true }).fill(table);
    await press(page, 'Put them together');
    await page.getByText('1 study is shown.').waitFor();

    const desk = await invited('Sam Reed', 'sam@harbour.example', /front desk/);
    await desk.goto(at('/library'));
    await desk.getByRole('alert').getByText('Your account does not allow this.').waitFor();
    await expectAccessible(desk, 'a review that is not for the front desk');
  },
  LONG,
);

test(
  'a curator judges a finding otherwise, beside what the knowledge says, and takes it back',
  async ({ page, app }) => {
    await page.goto(`${app.url}/knowledge/fibromyalgia`);
    const finding = page.getByRole('article').filter({ hasText: 'Pain, against' }).first();
    const theirs = await finding.getByText('How sure').first().textContent();
    await finding.getByText('Judge it otherwise for our practice').click();
    await finding.getByRole('group', { name: 'Where it starts' }).getByLabel(/^High/).check();
    const down = finding.getByRole('group', { name: /^Down for/ });
    for (const group of await down.all()) await group.getByLabel('No step').check();
    await finding.getByText('This leaves: high.').waitFor();
    await finding
      .getByRole('group', { name: 'Down for studies that may be missing' })
      .getByLabel('Two steps')
      .check();
    // High, moderate, low: two steps.
    await finding.getByText('This leaves: low.').waitFor();
    await finding
      .getByRole('group', { name: 'Down for too few people' })
      .getByLabel('One step')
      .check();
    await finding.getByText('This leaves: very low.').waitFor();
    await finding.getByRole('button', { name: 'Save the change' }).click();
    await finding
      .getByRole('alert')
      .getByText('Say why it goes down for studies that may be missing')
      .waitFor();
    await expectAccessible(page, 'a change of certainty with mistakes');
    await finding
      .getByLabel('Why down for studies that may be missing')
      .fill('Two never came out.');
    await finding.getByLabel('Why down for too few people').fill('40 people in all.');
    await finding
      .getByLabel('Why you judge otherwise than the knowledge')
      .fill('We asked the authors.');
    await finding.getByRole('button', { name: 'Save the change' }).click();
    await finding.getByText('Our practice: very low.').waitFor();
    await finding.getByText(/^Changed by .* on .*: We asked the authors\.$/).waitFor();
    expect(await finding.getByText('How sure').first().textContent()).toBe(theirs);
    await expectAccessible(page, 'a changed certainty');

    await page.reload();
    await finding.getByText('How our practice gets there').click();
    await finding.getByText('One step down for too few people: 40 people in all.').waitFor();
    await page.goto(`${app.url}/library`);
    await page
      .getByRole('heading', { name: 'Where we judge otherwise than the knowledge' })
      .waitFor();
    await expectAccessible(page, 'the list of changes');
    await page.getByRole('link', { name: 'fibromyalgia' }).click();

    await finding.getByText('Judge it otherwise for our practice').click();
    await finding.getByLabel('Why you judge otherwise than the knowledge').fill('They came out.');
    await finding.getByRole('button', { name: 'Agree with the knowledge again' }).click();
    await finding.getByText('Our practice agrees with the knowledge again.').waitFor();
    await finding.getByText('Earlier changes').click();
    await finding.getByText(/^very low\. .*We asked the authors\.$/).waitFor();
  },
  LONG,
);
