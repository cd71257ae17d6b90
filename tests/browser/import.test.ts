// The owner of a practice brings the clients of another program, sees what becomes of each row, and takes it back.
import { expect } from 'vitest';
import { row, workbook } from '../../packages/contacts/src/testing/workbooks.ts';
import { test } from './chromium.ts';
import { expectAccessible } from './support/accessibility.ts';
import { addApp, fillSetUp, keepCodes, newPractice, press, title } from './support/own-practice.ts';

const LONG = 300_000;
const CSV =
  'Who,Date of Birth,Mobile\nBen Okoro,03/04/1990,0555 2\nDi Moss,05/06/1980,\nCy,99/99/1990,\n';

test(
  'a list is looked at, mended, added, and taken back but for a client who was seen since',
  async ({ page }) => {
    const { setUp, at } = await newPractice();
    await fillSetUp(page, setUp);
    await addApp(page);
    await keepCodes(page);
    await page.getByRole('link', { name: 'Your account: Jo Field' }).click();
    await page.getByRole('link', { name: 'Import clients' }).click();
    await title(page, 'Import clients');
    await expectAccessible(page, 'before a list is chosen');

    const choose = (name: string, mimeType: string, buffer: Buffer) =>
      page.getByLabel('The list').setInputFiles({ name, mimeType, buffer });
    await choose('notes.pdf', 'application/pdf', Buffer.from('%PDF\u0000'));
    await page.getByRole('alert').getByText('this is no text').waitFor();

    await choose('clients.csv', 'text/csv', Buffer.from(CSV));
    await page.getByText('No column holds the name.').waitFor();
    await expectAccessible(page, 'a column to be named');
    await page.getByLabel('Who').selectOption('Name');
    await page.getByText('03/04/1970 in this list is').waitFor();
    await page.getByLabel('3 April 1970').check();
    await page.getByText('2 new, 0 here already, 1 cannot be taken.').waitFor();
    const rows = page.getByRole('table').getByRole('row');
    expect(await rows.allTextContents()).toEqual([
      'RowNameWhat becomes of it',
      '4CyCannot be taken Cy: there is no such day as "99/99/1990"',
      '2Ben OkoroNew',
      '3Di MossNew',
    ]);
    await expectAccessible(page, 'the rows of a list');
    await press(page, 'Add 2 clients');
    await page.getByRole('alert').getByText('1 of the rows cannot be taken').waitFor();
    await page.getByLabel('Leave out the row that cannot be taken').check();
    await press(page, 'Add 2 clients');
    await page.getByText('2 clients added, 0 here already, 1 left out.').waitFor();
    await page.getByText('2 clients added, 2 here still.').waitFor();
    await expectAccessible(page, 'what became of the list');

    // A workbook with the same people: nobody twice.
    const book = workbook({
      sheets: [{ name: 'All', rows: row('Name', 'DOB') + row('Ben Okoro', '1990-04-03') }],
    });
    await choose('clients.xlsx', 'application/octet-stream', Buffer.from(book));
    await page.getByText('0 new, 1 here already, 0 cannot be taken.').waitFor();

    await page.goto(at('/'));
    await page.getByRole('link', { name: 'Ben Okoro' }).click();
    await page.getByText('Contact: 0555 2').click();
    const [card] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Save as a contact (vCard)' }).click(),
    ]);
    expect(card.suggestedFilename()).toMatch(/^client-\d{4}-\d\d-\d\d\.vcf$/);
    await page.getByLabel('Phone', { exact: true }).fill('0555 3');
    await press(page, 'Save contact data');
    await page.getByText('Contact: 0555 3').waitFor();

    await page.goto(at('/import'));
    await press(page, /^Take back/);
    await expectAccessible(page, 'asked before an import is taken back');
    await press(page, 'Take it back');
    await page.getByText('1 client taken back, 1 kept.').waitFor();
    await page.getByText('Ben Okoro was kept: 1 entry was added since.').waitFor();
    await expectAccessible(page, 'an import that was taken back');
    await page.goto(at('/'));
    await page.getByRole('link', { name: 'Ben Okoro' }).waitFor();
    expect(await page.getByRole('link', { name: 'Di Moss' }).count()).toBe(0);
  },
  LONG,
);
