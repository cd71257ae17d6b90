// The settings with their rules, the list of how long records are kept, and the printed consultation document.
import { expect } from 'vitest';
import { expectAccessible } from './support/accessibility.ts';
import { test } from './support/app.ts';

const LONG = 240_000;

test(
  'the place is chosen, its rules are shown with what is unknown, and a hold keeps a record',
  async ({ page, app }) => {
    await page.goto(app.url);
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    await page.getByLabel('Where you practise').selectOption('Texas, USA');
    await page.getByText('This is not legal advice.').waitFor();
    const rules = page.getByRole('region', { name: 'The rules of Texas, USA' });
    await rules
      .getByRole('link', { name: /16 TAC 117.92/ })
      .first()
      .waitFor();
    expect(await rules.getByText('We do not know').count()).toBeGreaterThan(3);
    await expectAccessible(page, 'settings');
    await page.getByLabel('Name of the practice').fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').getByText('Type the name').waitFor();
    await expectAccessible(page, 'settings with a mistake');
    await page.getByLabel('Name of the practice').fill('Harbour Massage');
    await page.getByLabel('Where you practise').selectOption('Ontario, Canada');
    await page.getByLabel('Lymph drainage').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await page.getByRole('link', { name: 'Harbour Massage' }).waitFor();
    await page.reload();
    expect(await page.getByLabel('Where you practise').inputValue()).toBe('ontario');
    expect(await page.getByLabel('Lymph drainage').isChecked()).toBe(true);

    await page.getByRole('link', { name: 'How long records are kept' }).click();
    await page.getByRole('heading', { level: 1, name: 'How long records are kept' }).waitFor();
    const first = page.getByRole('main').getByRole('listitem').first();
    await first.getByText('It may be destroyed from').waitFor();
    await first.getByText(/10 years from/).waitFor();
    await expectAccessible(page, 'how long records are kept');
    await first.getByText('Put on hold').first().click();
    await first.getByRole('button', { name: /Put on hold/ }).click();
    await first.getByRole('alert').waitFor();
    await first.getByLabel('Why it must be kept').fill('a claim');
    await first.getByRole('button', { name: /Put on hold/ }).click();
    await first.getByText('On hold: keep.').waitFor();
    await expectAccessible(page, 'a hold');
    await first.getByRole('button', { name: /^Lift/ }).click();
    await first.getByText('It may be destroyed from').waitFor();
  },
  LONG,
);

test(
  'the consultation document names the parts of the plan and prints on A4 and Letter',
  async ({ page, app }) => {
    const [client] = (await (await fetch(`${app.url}/api/clients`)).json()) as { id: string }[];
    await page.goto(`${app.url}/clients/${client?.id}`);
    await page.getByRole('link', { name: 'Print the consultation document' }).click();
    await page.getByRole('heading', { level: 1, name: 'Consultation document' }).waitFor();
    for (const part of [
      'Why you come',
      'What we will do',
      'Where we work',
      'Where we do not touch',
      'Why we are careful',
      'How you are covered',
      'You can stop',
    ])
      await page.getByRole('heading', { level: 2, name: part }).waitFor();
    expect(await page.getByText('Signature', { exact: true }).count()).toBe(2);
    await expectAccessible(page, 'consultation document');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: /Print/ }).isVisible()).toBe(false);
    expect(await page.getByText('Back to the client').isVisible()).toBe(false);
    for (const format of ['A4', 'Letter'] as const) {
      const pdf = (await page.pdf({ format })).toString('latin1');
      const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect(pages, format).toBeGreaterThan(0);
      expect(pages, format).toBeLessThanOrEqual(3);
    }
  },
  LONG,
);

test(
  'the chosen place is named where consents are, and before signing with what the record lacks',
  async ({ page, app }) => {
    const settings = (await (await fetch(`${app.url}/api/settings`)).json()) as object;
    await fetch(`${app.url}/api/settings`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...settings, jurisdiction: 'ontario' }),
    });
    const id = await app.clientId('Clare Okoye');
    await page.goto(`${app.url}/clients/${id}`);
    await page.getByText(/Ontario, Canada: When to ask again: When the plan changes/).waitFor();
    await page.goto(`${app.url}/clients/${id}/plan`);
    await page.getByRole('button', { name: 'Start session' }).click();
    await page.getByRole('button', { name: 'Start with questions open' }).click();
    const hints = page.getByRole('region', { name: 'Ontario, Canada also asks for' });
    await hints.getByText('that the client agreed to massage').waitFor();
    await expectAccessible(page, 'the record with hints');
    expect(await page.getByRole('button', { name: 'Sign', exact: true }).isEnabled()).toBe(true);
  },
  LONG,
);
