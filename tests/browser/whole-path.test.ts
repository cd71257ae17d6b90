// From a check-in to a signed record, as a therapist goes through it, in a real browser with the real program.
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { expectAccessible, expectNoViolations } from './support/accessibility.ts';
import { type App, test } from './support/app.ts';
import { tapRegion } from './support/body-map.ts';

const LONG = 300_000;

const tap = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();
const headed = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { name, exact: typeof name === 'string' });
const decision = (page: Page) => page.locator('#decision-headline');
const section = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const saved = (page: Page) => page.getByText(/^Saved \d+:\d\d [ap]m$/).waitFor();
const open = async (page: Page, app: App, name: string, part = '') =>
  page.goto(`${app.url}/clients/${await app.clientId(name)}${part}`);

/** Answers every open question on the plan with "No". */
async function answerAll(page: Page): Promise<void> {
  const no = /^(No|No others)$/;
  const open = section(page, /^Ask first|^No questions/)
    .getByRole('button', { name: no, pressed: false })
    .first();
  for (let count = 0; (await open.count()) > 0; count++) {
    await open.click();
    if (count > 40) throw new Error('The questions never end.');
  }
}

test('the whole path: check-in, plan, a changed answer, record, signed, and all of it after a restart', {
  timeout: LONG,
}, async ({ page, app }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto(app.url);
  await headed(page, "Today's clients").waitFor();
  await page.getByText('Harbour Massage').waitFor();

  // Today's check-in, on this device.
  const card = page.getByRole('listitem').filter({ hasText: 'Ben Ortiz' }).first();
  await card.getByText('Check-in not done').waitFor();
  await card.getByRole('link', { name: 'Check in here' }).click();
  await headed(page, 'Do you feel ill today?').waitFor();
  await tap(page, 'No');
  await headed(page, 'Is your illness worse than usual today?').waitFor();
  await tap(page, 'No');
  await headed(page, /^Is any joint hot/).waitFor();
  await tap(page, 'Yes');
  await headed(page, /^Which joints/).waitFor();
  await tapRegion(page, 'wrist-front-right');
  await tap(page, 'Continue with 1 place');
  await headed(page, /^Is one leg swollen/).waitFor();
  await tap(page, 'No');
  await headed(page, /^Is anything new/).waitFor();
  await tap(page, 'Nothing new');
  await headed(page, /^How bad is your pain/).waitFor();
  await tap(page, '3');
  await headed(page, 'Where does it hurt?').waitFor();
  await tapRegion(page, 'upper-back-right').catch(() => tapRegion(page, 'shoulder-front-left'));
  await tap(page, /^Continue with/);
  const isAtTheEnd = () => headed(page, 'Check your answers').isVisible();
  for (let more = 0; more < 20 && !(await isAtTheEnd()); more++) {
    const before = await page.locator('h1').textContent();
    await page.getByRole('button', { name: 'Not sure', exact: true }).click();
    await expect.poll(() => page.locator('h1').textContent()).not.toBe(before);
  }
  await tap(page, 'Send answers');
  await headed(page, 'Your answers are sent').waitFor();

  // The plan: the client's answer limits it, and what nobody knows is asked.
  await page.goto(app.url);
  await page.getByRole('link', { name: 'Ben Ortiz' }).first().click();
  await headed(page, 'Ben Ortiz').waitFor();
  await page.getByText('30 November 1957').waitFor();
  const questions = section(page, /^Ask first/);
  await questions.waitFor();
  expect(await decision(page).textContent()).toMatch(/^Ask \d+ questions? first$/);
  await page.getByText('Nothing is planned until the questions are answered.').waitFor();

  await answerAll(page);
  await saved(page);
  await expect.poll(() => decision(page).textContent()).toBe('Go ahead, with changes');
  const doNotTouch = section(page, 'Do not touch');
  expect(await doNotTouch.textContent()).toContain('Right wrist');
  expect(await doNotTouch.textContent()).toContain('Right hand');
  expect(await section(page, 'Heat and cold').textContent()).toContain('Avoid: Right wrist');
  const reasons = section(page, 'Reasons');
  expect(await reasons.textContent()).toMatch(/Right wrist.*Ben Ortiz, today/);
  expect(await reasons.textContent()).toContain('What would change it');
  const segments = section(page, /^Session: \d+ minutes$/);
  expect(await segments.getByRole('listitem').count()).toBeGreaterThan(2);
  expect(await segments.textContent()).not.toContain('Right wrist');

  // A changed answer changes the plan at once.
  await page.getByText(/^See or change \d+ answers$/).click();
  const leg = page.getByRole('group', { name: /^Is one leg swollen/ });
  await leg.getByRole('button', { name: 'Yes' }).click();
  await expect.poll(() => decision(page).textContent()).toBe('Stop: get help now');
  await page.getByText('No massage today.', { exact: true }).waitFor();
  await page.getByRole('link', { name: /^Call 911/ }).waitFor();
  await leg.getByRole('button', { name: 'No', exact: true }).click();
  await expect.poll(() => decision(page).textContent()).toBe('Go ahead, with changes');
  await saved(page);

  // The record starts from the plan; a usual one takes 10 taps or fewer.
  await tap(page, 'Start session');
  await headed(page, 'Record: Ben Ortiz').waitFor();
  let taps = 0;
  const recordTap = async (name: string) => {
    await tap(page, name);
    taps += 1;
  };
  await recordTap('Sign');
  const alert = page.getByRole('alert').filter({ hasText: 'This record cannot be signed yet' });
  await alert.getByRole('link', { name: 'Say how the client responded' }).waitFor();
  await recordTap('Done as planned');
  await recordTap('Relaxed');
  await recordTap('2');
  // What was tapped is still there after a reload.
  await page.reload();
  const isPressed = (name: string) =>
    page.getByRole('button', { name, exact: true }).getAttribute('aria-pressed');
  await page.getByRole('button', { name: 'Done as planned' }).waitFor();
  for (const name of ['Done as planned', 'Relaxed', '2'])
    expect(await isPressed(name)).toBe('true');
  await page
    .getByText(/^Subjective/)
    .first()
    .click();
  expect(await page.getByRole('textbox', { name: /^Subjective/ }).inputValue()).toContain(
    'Pain 3 of 10 before the session',
  );
  await recordTap('Sign');
  await headed(page, /^Signed by Jo Field, today/).waitFor();
  expect(taps).toBeLessThanOrEqual(10);

  // A correction stands below what was signed.
  await page.getByText('Add a correction').click();
  await page.getByRole('textbox', { name: 'Correction' }).fill('The pillow was under the knees.');
  await tap(page, 'Add correction');
  await page.getByText(/^Correction by Jo Field, today/).waitFor();
  await saved(page);

  // The program stops and starts again: everything is found again.
  await app.stop();
  await app.start();
  await page.goto(app.url);
  const again = page.getByRole('listitem').filter({ hasText: 'Ben Ortiz' }).first();
  expect(await again.textContent()).toMatch(/Checked in .*Session signed/);
  await open(page, app, 'Ben Ortiz');
  await headed(page, 'Ben Ortiz').waitFor();
  const sessions = section(page, 'Sessions');
  expect(await sessions.textContent()).toContain('Relaxed. Pain after: 2 of 10');
  expect(await sessions.textContent()).toContain('The pillow was under the knees.');
  expect(await section(page, 'Check-ins').textContent()).toContain('Pain: 3 of 10');
  await open(page, app, 'Ben Ortiz', '/plan');
  await expect.poll(() => decision(page).textContent()).toBe('Go ahead, with changes');
});

describe('the session plan', () => {
  test('shows the first five parts without scrolling on a tablet', async ({ page, app }) => {
    await page.setViewportSize({ width: 1024, height: 768 });
    await open(page, app, 'Dev Patel', '/plan');
    await headed(page, 'Dev Patel').waitFor();
    for (const part of [
      page.getByText('19 July 1949'),
      decision(page),
      section(page, /^Ask first|^No questions/),
      page.getByRole('group', { name: 'Most pressure' }),
      section(page, 'Do not touch').getByRole('heading'),
    ]) {
      const box = await part.boundingBox();
      expect(box && box.y >= 0 && box.y < 684, String(part)).toBe(true);
    }
  });

  test('lowers the pressure in one tap, and asks for a reason to go beyond a limit', async ({
    page,
    app,
  }) => {
    await open(page, app, 'Clare Okoye', '/plan');
    await headed(page, 'Clare Okoye').waitFor();
    await answerAll(page);
    const pressure = page.getByRole('group', { name: 'Most pressure' });
    await pressure.getByRole('button', { name: /^1/ }).click();
    await page.getByText(/^At most 1 of 5.*Lowered by Jo Field/).waitFor();
    // The second tap undoes it.
    await pressure.getByRole('button', { name: /^1/ }).click();
    expect(await page.getByText(/Lowered by Jo Field/).count()).toBe(0);

    const heat = section(page, 'Heat and cold');
    expect(await heat.textContent()).toContain('Avoid: Everywhere');
    await page.getByRole('button', { name: /^All \d+ reasons$/ }).click();
    const beyond = page.getByRole('button', { name: /^Go beyond this ?: .*heat/i });
    const before = await beyond.count();
    await beyond.first().click();
    await tap(page, 'Go beyond, and keep this reason');
    await page.getByText('Choose a reason.').waitFor();
    await page.getByText('It has helped this client before without harm').click();
    await page.getByRole('textbox', { name: 'In your words' }).fill('A warm pillow, low.');
    await tap(page, 'Go beyond, and keep this reason');
    await page.getByText(/^Changed by Jo Field, today/).waitFor();
    await page
      .getByText('Reason: It has helped this client before without harm: A warm pillow, low.')
      .waitFor();
    expect(await beyond.count()).toBeLessThan(before);
    await saved(page);
    // It stays in sight.
    await page.reload();
    await page.getByText(/^Changed by Jo Field, today/).waitFor();
  });

  test('cannot be loosened when it says not today, or worse', async ({ page, app }) => {
    await open(page, app, 'Elin Berg', '/plan');
    await expect.poll(() => decision(page).textContent()).toBe('Stop: get help now');
    expect(await page.getByRole('button', { name: /^Go beyond/ }).count()).toBe(0);
    await page.getByRole('group', { name: 'Most pressure' }).getByRole('button').last().click();
    await page.getByText('No session today, so there is no more pressure to choose.').waitFor();
    await tap(page, 'Record that there was no massage');
    await page.getByRole('dialog', { name: 'Stop: get help now' }).waitFor();
    await tap(page, 'Record no massage');
    await tap(page, 'No massage was given');
    await tap(page, 'Sign');
    await headed(page, /^Signed by Jo Field/).waitFor();
  });

  test('simply says go ahead for a healthy client', async ({ page, app }) => {
    await open(page, app, 'Kim Larsen', '/plan');
    await expect.poll(() => decision(page).textContent()).toBe('Go ahead');
    await headed(page, 'No questions left to ask').waitFor();
    await page.getByText('No place is out.').waitFor();
  });

  test('asks where, on the body map, and keeps answered questions in their place', async ({
    page,
    app,
  }) => {
    await open(page, app, 'Hana Sato', '/plan');
    const questions = section(page, /^Ask first|^No questions/);
    await page.getByRole('button', { name: /^All \d+ questions$/ }).click();
    await answerAll(page);
    const joint = questions.getByRole('listitem').filter({ hasText: /^Is any joint hot/ });
    const before = await joint.boundingBox();
    await joint.getByRole('button', { name: 'Yes' }).click();
    await joint.getByText('Where? Mark it on the body.').click();
    expect((await joint.boundingBox())?.y).toBe(before?.y);
    await joint.locator('summary', { hasText: 'Right shoulder, arm and hand' }).click();
    await joint.getByRole('checkbox', { name: 'Right wrist', exact: true }).check();
    await tap(page, 'Save 1 place');
    await saved(page);
    const places = section(page, 'Do not touch').getByRole('listitem');
    await expect.poll(() => places.allTextContents()).toEqual(['Right wrist', 'Right hand']);
    await tap(page, 'Hide answered questions');
    await expect.poll(() => questions.getByRole('button').count()).toBe(0);
    expect((await app.record(await app.clientId('Hana Sato'))).statements).toContainEqual(
      expect.objectContaining({ fact: 'hot-joint', answer: 'yes', places: ['wrist-right'] }),
    );
  });

  test('updates within a frame of an answer', async ({ page, app }) => {
    await open(page, app, 'Grace Mensah', '/plan');
    await section(page, /^Ask first/).waitFor();
    const times = await page.evaluate(async () => {
      const took: number[] = [];
      for (let i = 0; i < 6; i++) {
        const button = [...document.querySelectorAll<HTMLButtonElement>('.questions .answer')].find(
          ({ textContent }) => textContent === (i % 2 === 0 ? 'Yes' : 'No'),
        );
        if (!button) break;
        await new Promise(requestAnimationFrame);
        const start = performance.now();
        button.click();
        await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
        took.push(performance.now() - start);
      }
      return took;
    });
    // Printed, not judged: a slow machine is no mistake.
    console.log(
      `answer to changed plan on the screen: ${times.map((ms) => ms.toFixed(1)).join(', ')} ms`,
    );
    expect(times.length).toBeGreaterThan(0);
  });
});

describe('while the program is away', () => {
  test('an answer still changes the plan, is kept, and is sent later', async ({ page, app }) => {
    await open(page, app, 'Kim Larsen', '/plan');
    await expect.poll(() => decision(page).textContent()).toBe('Go ahead');
    await page.getByText(/^See or change \d+ answers?$/).click();
    await app.stop();
    const ill = section(page, "Today's answers").getByRole('group', {
      name: 'Do you feel ill today?',
    });
    await ill.getByRole('button', { name: 'Not sure' }).click();
    await expect.poll(() => decision(page).textContent()).toMatch(/^Ask/);
    const alert = page.getByRole('alert').filter({ hasText: 'We could not save your answers.' });
    await alert.waitFor();
    expect(await alert.textContent()).toContain('Everything is still on this device.');
    await app.start();
    await tap(page, 'Try again');
    await saved(page);
    await page.reload();
    await expect.poll(() => decision(page).textContent()).toMatch(/^Ask/);
    await page.getByText(/^See or change \d+ answers?$/).click();
    await ill.getByRole('button', { name: 'No', exact: true }).click();
    await expect.poll(() => decision(page).textContent()).toBe('Go ahead');
    await saved(page);
  });

  test('a record is not lost when it cannot be signed', async ({ page, app }) => {
    await open(page, app, 'Kim Larsen', '/plan');
    await tap(page, 'Start session');
    await headed(page, 'Record: Kim Larsen').waitFor();
    await tap(page, 'Something differed');
    await page.getByRole('checkbox').first().uncheck();
    await tap(page, '5 less');
    await tap(page, 'Comfortable');
    await tap(page, 'Not asked');
    await app.stop();
    await tap(page, 'Sign');
    await page.getByRole('alert').filter({ hasText: 'We could not save the session.' }).waitFor();
    expect(
      await page.getByRole('button', { name: 'Comfortable' }).getAttribute('aria-pressed'),
    ).toBe('true');
    await app.start();
    await tap(page, 'Try again');
    await headed(page, /^Signed by Jo Field/).waitFor();
    await page.getByText('Not as planned.').waitFor();
  });

  test('a change that is refused can be taken back, and stops no other', async ({ page, app }) => {
    await open(page, app, 'Ivo Novak', '/plan');
    await page.getByText(/^See or change \d+ answers?$/).click();
    await page.route('**/entries', (route) =>
      route.fulfill({ status: 400, json: { error: { message: 'This is not an answer.' } } }),
    );
    const leg = section(page, "Today's answers").getByRole('group', { name: /^Is one leg/ });
    await leg.getByRole('button', { name: 'Yes' }).click();
    await page.getByText('This is not an answer.').waitFor();
    await expect.poll(() => decision(page).textContent()).toBe('Stop: get help now');
    await page.unroute('**/entries');
    await tap(page, 'Take back the last change');
    await expect.poll(() => decision(page).textContent()).not.toBe('Stop: get help now');
  });

  test('no plan is shown instead of an old one', async ({ page, app }) => {
    await page.goto(app.url);
    await headed(page, "Today's clients").waitFor();
    await page.route('**/api/clients/*', (route) => route.abort());
    await page.getByRole('link', { name: 'Kim Larsen' }).first().click();
    await page
      .getByRole('heading', {
        name: 'We could not work out a plan. Treat every limit as unknown.',
      })
      .waitFor();
    expect(await decision(page).count()).toBe(0);
    await page.unroute('**/api/clients/*');
    await tap(page, 'Try again');
    await headed(page, 'Kim Larsen').waitFor();
  });
});

describe('a new client', () => {
  test('is added, asked and planned for', { timeout: LONG }, async ({ page, app }) => {
    await page.goto(app.url);
    await page.getByRole('link', { name: 'New client' }).click();
    await headed(page, 'New client').waitFor();
    await page.getByRole('textbox', { name: 'Name' }).fill('Nia Test');
    await page.getByRole('textbox', { name: 'Day' }).fill('31');
    await page.getByRole('textbox', { name: 'Month' }).fill('2');
    await page.getByRole('textbox', { name: 'Year' }).fill('1980');
    await tap(page, 'Add client');
    await page.getByRole('link', { name: /date of birth/ }).waitFor();
    await page.getByRole('textbox', { name: 'Day' }).fill('28');
    await tap(page, 'Add client');

    await headed(page, 'Intake: Nia Test').waitFor();
    await stayAtTheEnd(page);
    await expectAccessible(page, 'intake');
    await page.getByRole('searchbox', { name: 'Add an illness' }).fill('rheum');
    await tap(page, /^Add .*Rheumatoid arthritis/);
    await page.getByRole('searchbox', { name: 'Add an illness' }).fill('pregnancy');
    await tap(page, /^Add pregnancy/);
    const pregnant = page.getByRole('group', { name: 'Are you pregnant?' });
    await pregnant.getByRole('button', { name: 'Yes', pressed: true }).waitFor();
    await page.getByRole('searchbox', { name: /^Add a medicine/ }).fill('humira');
    await tap(page, /^Add Humira/);
    for (const box of await page.getByRole('checkbox', { name: 'These are all' }).all())
      await box.check();
    for (const question of await page.locator('.question').all())
      await question.getByRole('button', { name: 'No', exact: true }).click();
    await page.getByRole('button', { name: 'Remove Pregnant' }).waitFor({ state: 'detached' });
    await page.getByRole('checkbox', { name: 'Less pain' }).check();
    await tap(page, 'Save intake');
    await page.getByRole('link', { name: 'Choose at least one position' }).waitFor();
    await page.getByRole('checkbox', { name: 'On the back' }).check();
    await tap(page, 'Save intake');

    await headed(page, 'Nia Test').waitFor();
    await section(page, /^Ask first/).waitFor();
    await page.getByRole('link', { name: 'Client', exact: true }).click();
    await headed(page, 'Conditions').waitFor();
    expect(await section(page, 'Conditions').textContent()).toContain('Rheumatoid arthritis');
    expect(await section(page, 'Medicines').textContent()).toContain('TNF inhibitors');

    // A clearance lifts what it names, until its day.
    await page.getByText('Add a clearance').click();
    await tap(page, 'Add clearance');
    await page.getByRole('link', { name: 'Write who gave it' }).waitFor();
    await page.getByRole('checkbox').first().check();
    await page.getByRole('textbox', { name: 'Who gave it?' }).fill('Dr Okafor');
    await tap(page, 'For 3 months');
    await tap(page, 'Add clearance');
    await page.getByText('In force.').waitFor();
    await saved(page);
    await page.reload();
    expect(await section(page, 'Clearances').textContent()).toContain('Dr Okafor');
  });
});

/** There the main action, which otherwise stays in reach over the page, lies half over no other target. */
const stayAtTheEnd = (page: Page) =>
  page.evaluate(() => {
    const toTheEnd = () => scrollTo(0, document.documentElement.scrollHeight);
    addEventListener('resize', toTheEnd);
    toTheEnd();
  });

describe('every screen keeps to the accessibility bars', () => {
  const screens: readonly (readonly [string, (page: Page, app: App) => Promise<void>])[] = [
    [
      "today's clients",
      async (page, app) => {
        await page.goto(app.url);
        await headed(page, 'All clients').waitFor();
      },
    ],
    [
      'new client',
      async (page, app) => {
        await page.goto(`${app.url}/clients/new`);
        await headed(page, 'New client').waitFor();
        await tap(page, 'Add client');
      },
    ],
    [
      'the plan with open questions',
      async (page, app) => {
        // Tomorrow nobody has been asked anything yet.
        await page.clock.setFixedTime(Date.now() + 86_400_000);
        await open(page, app, 'Hana Sato', '/plan');
        await section(page, /^Ask first/).waitFor();
      },
    ],
    [
      'the plan with everything open',
      async (page, app) => {
        await open(page, app, 'Ana Silva', '/plan');
        await section(page, /^Ask first/).waitFor();
        await answerAll(page);
        await tap(page, /^All \d+ reasons$/);
        await page
          .getByRole('button', { name: /^Go beyond this/ })
          .first()
          .click();
        for (const summary of await page.locator('main summary').all()) await summary.click();
      },
    ],
    [
      'the plan that stops',
      async (page, app) => {
        await open(page, app, 'Elin Berg', '/plan');
        await decision(page).waitFor();
      },
    ],
    [
      'the record',
      async (page, app) => {
        await open(page, app, 'Ana Silva', '/plan');
        await section(page, 'Reasons').waitFor();
        await answerAll(page);
        await tap(page, 'Start session');
        await headed(page, 'Record: Ana Silva').waitFor();
        await tap(page, 'Something differed');
        await tap(page, 'Sign');
        for (const summary of await page.locator('main summary').all()) await summary.click();
      },
    ],
    [
      'the client',
      async (page, app) => {
        await open(page, app, 'Ana Silva');
        await headed(page, 'Check-ins').waitFor();
        for (const summary of await page.locator('main summary').all()) await summary.click();
      },
    ],
  ];
  test.for(screens)('%s', { timeout: LONG }, async ([name, visit], { page, app }) => {
    await page.setViewportSize({ width: 1024, height: 768 });
    await visit(page, app);
    await stayAtTheEnd(page);
    await expectAccessible(page, name);
    await page.setViewportSize({ width: 1440, height: 900 });
    await expectNoViolations(page, `${name} at 1440 px`);
  });
});
