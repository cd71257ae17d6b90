// The check-in as a client uses it.
import type { Page } from 'playwright-core';
import type { App } from './app.ts';

export const QUESTIONS = {
  ill: 'Do you feel ill today?',
  worse: 'Is your illness worse than usual today?',
  joint: 'Is any joint hot, swollen or more sore than usual?',
  jointWhere: 'Which joints are hot, swollen or sore?',
  leg: 'Is one leg swollen, hot or sore, when the other leg is not?',
  news: 'Is anything new since your last session?',
  pain: 'How bad is your pain right now?',
  painWhere: 'Where does it hurt?',
  check: 'Check your answers',
  sent: 'Your answers are sent',
  plan: 'What today will be like',
  urgent: 'Get medical help now',
} as const;

/** A person at the check-in, who counts taps and screens. */
export interface CheckInUser {
  readonly taps: () => number;
  readonly screens: () => number;
  /** Waits until this is the heading. */
  sees(question: keyof typeof QUESTIONS): Promise<void>;
  /** Taps the button or link of this name. */
  tap(name: string): Promise<void>;
  /** Taps one answer after the other, each on the screen that is expected. */
  answers(list: readonly (readonly [keyof typeof QUESTIONS, string])[]): Promise<void>;
}

let visits = 0;

/**
 * Opens the check-in in the middle of the day, whatever the time is: the check-ins of the demo
 * practice were made in the morning. A later visit is later.
 */
export async function openCheckIn(page: Page, app: App, id: string): Promise<CheckInUser> {
  let taps = 0;
  let screens = 0;
  const noon = new Date();
  noon.setHours(12, visits++, 0, 0);
  await page.clock.install({ time: noon });
  await page.goto(`${app.url}/check-in/${id}`);
  const sees = async (question: keyof typeof QUESTIONS) => {
    await page.getByRole('heading', { level: 1, name: QUESTIONS[question], exact: true }).waitFor();
    screens++;
  };
  const tap = async (name: string) => {
    const target = page
      .getByRole('button', { name, exact: true })
      .or(page.getByRole('link', { name, exact: true }));
    await target.click();
    taps++;
  };
  return {
    taps: () => taps,
    screens: () => screens,
    sees,
    tap,
    answers: async (list) => {
      for (const [question, answer] of list) {
        await sees(question);
        await tap(answer);
      }
    },
  };
}

/** The answers of a usual day, up to the question about pain. */
export const USUAL_DAY = [
  ['ill', 'No'],
  ['worse', 'No'],
  ['joint', 'No'],
  ['leg', 'No'],
  ['news', 'Nothing new'],
] as const;
