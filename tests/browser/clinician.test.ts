// The page for a clinician: one page, read in 40 seconds, that describes and never explains.
import { expect } from 'vitest';
import { expectAccessible } from './support/accessibility.ts';
import { test } from './support/app.ts';

test('a clinician gets one page of 200 words with the limits and how it is going, and no cause', async ({
  page,
  app,
}) => {
  for (const [name, going] of [
    // First five 6 5 6 7 5: middle 6. The last five of the 13 sessions and no check-in today: middle 3.
    ['Kim Larsen', /Pain before sessions \(lower is better\): start 6, now 3 \(−3\)\. Better/],
    ['Ana Silva', /Too soon to tell: 3 of 10 ratings\./],
  ] as const) {
    await page.emulateMedia({ media: 'screen' });
    await page.goto(`${app.url}/clients/${await app.clientId(name)}`);
    await page.getByRole('link', { name: 'The page for a clinician' }).click();
    await page.getByRole('heading', { level: 1, name: 'For the clinician' }).waitFor();
    const section = page.getByRole('region', { name: 'How it is going' });
    await section.getByText(going).waitFor();
    if (name === 'Ana Silva')
      await page
        .getByText(/^In studies of other people: Rheumatoid arthritis: .*certainty low/)
        .waitFor();
    await expectAccessible(page, `the page for a clinician about ${name}`);
    await page.emulateMedia({ media: 'print' });
    const text = await page.getByRole('main').innerText();
    expect(text.split(/\s+/).length, text).toBeLessThanOrEqual(200);
    // 80, and the three words of the title.
    const [firstBlocks = ''] = text.split('Limits we keep');
    expect(firstBlocks.split(/\s+/).length, firstBlocks).toBeLessThanOrEqual(83);
    const own = text.replace(/In studies of other people:.*/, '');
    expect(own).not.toMatch(/because|due to|thanks to|caused|helped|effect/i);
    expect(await page.getByRole('button', { name: /Print/ }).isVisible()).toBe(false);
    for (const format of ['A4', 'Letter'] as const) {
      const pdf = (await page.pdf({ format })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/g)?.length, format).toBe(1);
    }
  }
});
