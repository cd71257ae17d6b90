import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  expectTargets,
} from './support/accessibility.ts';
import { test } from './support/app.ts';
import { choosePlaceByKeyboard, tapRegion } from './support/body-map.ts';
import { openCheckIn, QUESTIONS, USUAL_DAY } from './support/check-in.ts';

const PHONE = { width: 390, height: 844 };
/** Rheumatoid arthritis; she has checked in before, with a sore right wrist. */
const ANA = 'Ana Silva';
/** Nothing but a tired back. */
const WELL = 'Kim Larsen';

type BodyRegions = {
  readonly regions: readonly {
    readonly id: string;
    readonly view: string;
    readonly anchor: readonly [number, number];
  }[];
};

const onPhone = (page: Page) => page.setViewportSize(PHONE);
const answerOf = (
  statements: readonly { fact: string; answer: string; at: string }[],
  fact: string,
) => statements.findLast((statement) => statement.fact === fact)?.answer;

describe('a usual day', () => {
  test('takes 8 screens and 8 taps, and the answers arrive', async ({ page, app }) => {
    await onPhone(page);
    const id = await app.clientId(ANA);
    const user = await openCheckIn(page, app, id);
    await user.answers([
      ...USUAL_DAY,
      ['pain', '3'],
      ['painWhere', 'Same as last time'],
      ['check', 'Send answers'],
    ]);
    expect(user.taps()).toBe(8);
    expect(user.screens()).toBe(8);
    await user.sees('sent');

    const { statements, checkIns } = await app.record(id);
    for (const fact of [
      'unwell-today',
      'flare-today',
      'hot-joint',
      'one-leg-swollen',
      'something-new',
    ])
      expect(answerOf(statements, fact), fact).toBe('no');
    const [before, latest] = checkIns.slice(-2);
    expect(latest).toMatchObject({ painNow: 3, by: { name: ANA, role: 'client' } });
    expect(latest?.pain).toEqual(before?.pain);
  });

  test('without pain asks no map', async ({ page, app }) => {
    await onPhone(page);
    const id = await app.clientId(WELL);
    const user = await openCheckIn(page, app, id);
    await user.answers([...USUAL_DAY, ['pain', '0 No pain'], ['check', 'Send answers']]);
    await user.sees('sent');
    expect((await app.record(id)).checkIns.at(-1)).toMatchObject({ painNow: 0, pain: [] });
  });

  test('never begins with an answer of another day', async ({ page, app }) => {
    const user = await openCheckIn(page, app, await app.clientId('Ben Ortiz'));
    await user.sees('ill');
    expect(await page.locator('[aria-pressed=true]').count()).toBe(0);
  });
});

describe('a hot joint', () => {
  test('is marked on the figure by a tap, and unmarked by a second', async ({ page, app }) => {
    await onPhone(page);
    const id = await app.clientId('Ben Ortiz');
    const user = await openCheckIn(page, app, id);
    await user.answers([...USUAL_DAY.slice(0, 2), ['joint', 'Yes']]);
    await user.sees('jointWhere');
    await tapRegion(page, 'knee-front-left');
    await tapRegion(page, 'wrist-front-right');
    await expect
      .poll(() => page.getByRole('status').filter({ hasText: 'marked' }).textContent())
      .toBe('Right wrist added. 2 places marked.');
    await tapRegion(page, 'knee-front-left');
    await user.tap('Continue with 1 place');
    await user.answers([...USUAL_DAY.slice(3), ['pain', '0 No pain']]);
    // An answer can call for more questions first.
    while (!(await page.getByRole('heading', { name: QUESTIONS.check }).isVisible())) {
      const heading = await page.getByRole('heading', { level: 1 }).textContent();
      await user.tap('No');
      await expect
        .poll(() => page.getByRole('heading', { level: 1 }).textContent())
        .not.toBe(heading);
    }
    await user.tap('Send answers');
    await user.sees('sent');
    const hot = (await app.record(id)).statements.findLast(({ fact }) => fact === 'hot-joint');
    expect(hot).toMatchObject({ answer: 'yes', places: ['wrist-right'], by: 'Ben Ortiz' });
  });

  test('is marked in the list with the keyboard alone', async ({ page, app }) => {
    const user = await openCheckIn(page, app, await app.clientId('Clare Okoye'));
    const press = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).focus();
      await page.keyboard.press('Enter');
    };
    await user.sees('ill');
    await press('No');
    await user.sees('worse');
    await press('No');
    await user.sees('joint');
    await press('Yes');
    await user.sees('jointWhere');
    await choosePlaceByKeyboard(page, 'Left leg and foot', 'Left knee');
    await expect
      .poll(() => page.getByRole('status').filter({ hasText: 'marked' }).textContent())
      .toBe('Left knee added. 1 place marked.');
    await press('Continue with 1 place');
    await user.sees('leg');
  });

  test('can be anywhere when the person cannot say where', async ({ page, app }) => {
    const user = await openCheckIn(page, app, await app.clientId('Dev Patel'));
    await user.answers([
      ...USUAL_DAY.slice(0, 2),
      ['joint', 'Yes'],
      ['jointWhere', 'I cannot say where'],
    ]);
    await user.sees('leg');
  });
});

describe('the body map', () => {
  test('every region can be tapped within 18 px of its middle, on a phone of 360 px', async ({
    page,
    app,
  }) => {
    // High enough for the whole page, so that nothing has to be scrolled to.
    await page.setViewportSize({ width: 360, height: 4000 });
    const user = await openCheckIn(page, app, await app.clientId('Elin Berg'));
    await user.answers([...USUAL_DAY, ['pain', '5']]);
    await user.sees('painWhere');
    for (const view of ['front', 'back'] as const) {
      await user.tap(view === 'front' ? 'Front view' : 'Back view');
      const missed = await page.evaluate(async (shown) => {
        const response = await fetch('/api/knowledge');
        const { body }: { body: BodyRegions } = await response.json();
        const matrix = document.querySelector<SVGSVGElement>(`.figure-${shown}`)?.getScreenCTM();
        if (!matrix) return ['no figure'];
        return body.regions
          .filter((region) => region.view === shown)
          .filter(({ id, anchor: [x, y] }) => {
            const middle = new DOMPoint(x, y).matrixTransform(matrix);
            const angles = [0, 45, 90, 135, 180, 225, 270, 315].map(
              (turn) => (turn / 180) * Math.PI,
            );
            const around = angles.map((angle) => ({
              x: middle.x + 18 * Math.cos(angle),
              y: middle.y + 18 * Math.sin(angle),
            }));
            return ![middle, ...around].every(
              (at) => document.elementFromPoint(at.x, at.y)?.getAttribute('data-region') === id,
            );
          })
          .map(({ id }) => id);
      }, view);
      expect(missed, view).toEqual([]);
    }
  });

  test('has levels, a set in one tap, undo, and asks before it clears', async ({ page, app }) => {
    await onPhone(page);
    const user = await openCheckIn(page, app, await app.clientId('Grace Mensah'));
    await user.answers([...USUAL_DAY, ['pain', '8']]);
    await user.sees('painWhere');
    const status = page.getByRole('status').filter({ hasText: /\w/ });
    await tapRegion(page, 'knee-front-left');
    // As bad as the pain as a whole, until the person says otherwise.
    const knee = page.getByRole('group', { name: 'Front of left knee' });
    expect(await knee.getByRole('radio', { name: 'Severe' }).isChecked()).toBe(true);
    await knee.getByRole('radio', { name: 'Mild' }).check();
    await expect.poll(() => status.textContent()).toBe('Front of left knee: mild.');
    await user.tap('Whole back');
    await expect.poll(() => status.textContent()).toMatch(/^Whole back added\. \d+ places marked/);
    await user.tap('Undo');
    await expect.poll(() => status.textContent()).toBe('Undone. 1 place marked.');
    await user.tap('Nothing hurts');
    await page.getByRole('dialog', { name: 'Clear the map?' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('button', { name: 'Continue with 1 place' }).isVisible()).toBe(
      true,
    );
    expect(
      await page.evaluate(() => document.activeElement?.textContent),
      'the focus is back where it was',
    ).toBe('Nothing hurts');
    await user.tap('Nothing hurts');
    await user.tap('Clear 1 place');
    await expect.poll(() => status.textContent()).toBe('No places marked.');
  });
});

describe('an answer', () => {
  test('can be changed before it is sent', async ({ page, app }) => {
    const id = await app.clientId('Hana Sato');
    const user = await openCheckIn(page, app, id);
    await user.answers([...USUAL_DAY, ['pain', '0 No pain']]);
    await user.sees('check');
    await page.getByRole('link', { name: 'Change Illness worse than usual' }).click();
    await user.sees('worse');
    expect(
      await page.getByRole('button', { name: 'No', exact: true }).getAttribute('aria-pressed'),
    ).toBe('true');
    await user.tap('A bit worse');
    await user.sees('check');
    await user.tap('Send answers');
    await user.sees('sent');
    const { statements } = await app.record(id);
    expect(answerOf(statements, 'flare-today')).toBe('yes');
    expect(answerOf(statements, 'flare-severe')).toBe('no');
  });

  test('outlives a reload, and the browser goes back one question', async ({ page, app }) => {
    const user = await openCheckIn(page, app, await app.clientId('Ivo Novak'));
    await user.answers([
      ['ill', 'No'],
      ['worse', 'A bit worse'],
    ]);
    await user.sees('joint');
    await page.reload();
    await user.sees('joint');
    await page.goBack();
    await user.sees('worse');
    expect(
      await page.getByRole('button', { name: 'A bit worse' }).getAttribute('aria-pressed'),
    ).toBe('true');
    await page.goto(`${app.url}/check-in/${await app.clientId('Ivo Novak')}`);
    await user.sees('joint');
  });

  test('is kept when the server is away, and sent when it is back', async ({ page, app }) => {
    const id = await app.clientId('Jonas Weber');
    const user = await openCheckIn(page, app, id);
    await user.answers([...USUAL_DAY, ['pain', '0 No pain']]);
    await user.sees('check');
    const before = (await app.record(id)).checkIns.length;
    await page.getByRole('textbox').fill('Please leave my feet alone.');
    await app.stop();
    await user.tap('Send answers');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('We could not send your answers.');
    expect(await alert.textContent()).toContain('They are still on this device.');
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.getByRole('textbox').inputValue()).toBe('Please leave my feet alone.');
    await expectAccessible(page, 'Check your answers, not sent');
    await app.start();
    await user.tap('Try again');
    await user.sees('sent');
    const { checkIns } = await app.record(id);
    expect(checkIns).toHaveLength(before + 1);
    expect(checkIns.at(-1)?.wish).toBe('Please leave my feet alone.');
  });

  test('that means danger shows urgent help at once, with numbers to call', async ({
    page,
    app,
  }) => {
    await onPhone(page);
    const id = await app.clientId('Ben Ortiz');
    const user = await openCheckIn(page, app, id);
    await user.answers([...USUAL_DAY.slice(0, 3), ['leg', 'Yes']]);
    await user.sees('urgent');
    expect(
      await page.getByRole('link', { name: 'Call 911 (US and Canada)' }).getAttribute('href'),
    ).toBe('tel:911');
    expect(await page.getByRole('link', { name: 'Call 999 (UK)' }).getAttribute('href')).toBe(
      'tel:999',
    );
    await expectAccessible(page, 'Urgent help');
    await user.tap('Send my answers now');
    await user.sees('sent');
    expect(await page.getByText('Get medical help now.').isVisible()).toBe(true);
    expect(answerOf((await app.record(id)).statements, 'one-leg-swollen')).toBe('yes');
  });

  test('that was a slip can be taken back from there', async ({ page, app }) => {
    const user = await openCheckIn(page, app, await app.clientId('Clare Okoye'));
    await user.answers([
      ...USUAL_DAY.slice(0, 3),
      ['leg', 'Yes'],
      ['urgent', 'Change my answer'],
      ['leg', 'No'],
    ]);
    await user.sees('news');
  });

  test('of feeling ill is followed by the emergency signs', async ({ page, app }) => {
    const user = await openCheckIn(page, app, await app.clientId(WELL));
    await user.answers([['ill', 'Yes'], ...USUAL_DAY.slice(1), ['pain', '0 No pain']]);
    const heading = page.getByRole('heading', { level: 1 });
    await expect.poll(() => heading.textContent()).toMatch(/emergency signs/);
    await expectAccessible(page, 'A further question');
    await user.tap('Yes');
    await user.sees('urgent');
  });
});

describe('every screen', () => {
  test('of the check-in meets the accessibility bars', async ({ page, app }) => {
    const user = await openCheckIn(page, app, await app.clientId('Grace Mensah'));
    const look = async (question: keyof typeof QUESTIONS, answer: string) => {
      await user.sees(question);
      await expectAccessible(page, QUESTIONS[question]);
      await user.tap(answer);
    };
    await look('ill', 'No');
    await look('worse', 'No');
    await look('joint', 'Yes');
    await user.sees('jointWhere');
    await tapRegion(page, 'wrist-front-left');
    await page.locator('summary', { hasText: 'Left shoulder, arm and hand' }).click();
    await page.locator('summary', { hasText: 'Left hand, joint by joint' }).click();
    await look('jointWhere', 'Continue with 1 place');
    await look('leg', 'No');
    await user.sees('news');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('alert').waitFor();
    await look('news', 'Nothing new');
    await look('pain', '6');
    await user.sees('painWhere');
    await tapRegion(page, 'shoulder-front-left');
    await look('painWhere', 'Continue with 1 place');
    while (!(await page.getByRole('heading', { name: QUESTIONS.check }).isVisible())) {
      const heading = await page.getByRole('heading', { level: 1 }).textContent();
      await user.tap('No');
      await expect
        .poll(() => page.getByRole('heading', { level: 1 }).textContent())
        .not.toBe(heading);
    }
    await look('check', 'Send answers');
    await look('sent', 'See what today will be like');
    await user.sees('plan');
    await expectAccessible(page, QUESTIONS.plan);
  }, 240_000);

  test('fits when the text is at its largest', async ({ page, app }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    const user = await openCheckIn(page, app, await app.clientId('Elin Berg'));
    await user.sees('ill');
    await page.locator('summary', { hasText: 'Text and colours' }).click();
    await page.getByText('150%').click();
    await page.getByText('Dark', { exact: true }).click();
    for (const [question, answer] of [...USUAL_DAY, ['pain', '5']] as const) {
      await user.sees(question);
      await expectNoSidewaysScroll(page, question);
      await expectTargets(page, question);
      await user.tap(answer);
    }
    await user.sees('painWhere');
    await expectNoSidewaysScroll(page, 'painWhere');
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  });

  test('says that a client is not there without saying who is', async ({ page, app }) => {
    await page.goto(`${app.url}/check-in/019b76da-a800-7000-8000-000000000000`);
    await page.getByRole('heading', { name: 'This page is not here' }).waitFor();
    await expectAccessible(page, 'No such check-in');
  });

  test('needs no more than 140 KB of script to begin', async ({ page, app }) => {
    let bytes = 0;
    const counted: Promise<void>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return;
      counted.push(
        response.body().then((body) => {
          bytes += gzipSync(body).length;
        }),
      );
    });
    const user = await openCheckIn(page, app, await app.clientId(ANA));
    await user.sees('ill');
    await page.waitForLoadState('networkidle');
    await Promise.all(counted);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(140 * 1024);
  });
});
