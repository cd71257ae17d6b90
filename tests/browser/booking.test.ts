// Booking an appointment and finding it on its day, in a real browser with the real program.
import { expect } from 'vitest';
import { expectAccessible } from './support/accessibility.ts';
import { test } from './support/app.ts';

const LONG = 180_000;

test(
  'an appointment is booked for another day, and whoever comes at that time is named first',
  async ({ page, app }) => {
    const clients = (await (await fetch(`${app.url}/api/clients`)).json()) as {
      id: string;
      name: string;
    }[];
    const [first, second] = clients;
    const book = async (id: string | undefined, time: string) => {
      await page.goto(`${app.url}/clients/${id}`);
      await page.getByRole('link', { name: 'Book', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'Book an appointment' }).waitFor();
      await page.getByLabel('Time').fill(time);
    };
    await book(first?.id, 'noon');
    await page.getByRole('button', { name: 'Book', exact: true }).click();
    await page.getByRole('alert').getByText('Write the time, such as 9:30').waitFor();
    await expectAccessible(page, 'booking with a mistake');
    await page.getByLabel('Time').fill('4:15 pm');
    await page.getByText('at this time is free').waitFor();
    await page.getByRole('button', { name: 'Book', exact: true }).click();
    await page.waitForURL(/\/days\//);
    const day = page.getByRole('main');
    await day.getByText('4:15 pm').waitFor();
    await day.getByRole('link', { name: first?.name ?? '' }).waitFor();
    await expectAccessible(page, 'a day');
    await page.reload();
    await day.getByText('60 min').waitFor();

    await book(second?.id, '16:30');
    await page.getByText(`${first?.name} comes at 4:15 pm for 60 minutes.`).waitFor();
    await page.getByRole('button', { name: 'Book all the same' }).click();
    await page.waitForURL(/\/days\//);
    await day.getByText('4:30 pm').waitFor();
    expect(await day.locator('.visit').count()).toBe(2);
    await page.getByRole('link', { name: 'Day after' }).click();
    await day.getByText('Nobody is booked on this day.').waitFor();
    await page.getByRole('link', { name: 'Today', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: "Today's clients" }).waitFor();
  },
  LONG,
);
