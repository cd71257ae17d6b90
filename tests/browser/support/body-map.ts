// The body map as a person uses it: taps on the figure, or the list.
import type { Page } from 'playwright-core';

/** Taps the middle of a region, as a finger would: with the mouse, at the place where it is drawn. */
export async function tapRegion(page: Page, region: string): Promise<void> {
  const path = page.locator(`.figure [data-region="${region}"]`);
  await path.scrollIntoViewIfNeeded();
  const box = await path.boundingBox();
  if (!box) throw new Error(`The region ${region} is not shown.`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Opens a zone of the list and toggles a place in it, with the keyboard alone. */
export async function choosePlaceByKeyboard(
  page: Page,
  zone: string,
  place: string,
): Promise<void> {
  const summary = page.locator('summary', { hasText: zone });
  await summary.focus();
  await page.keyboard.press('Enter');
  const box = page.getByRole('checkbox', { name: place, exact: true });
  // The way there is Tab, and Tab alone.
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    if (await box.evaluate((element) => element === document.activeElement)) break;
  }
  await page.keyboard.press('Space');
}
