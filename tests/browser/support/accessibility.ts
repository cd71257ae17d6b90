// The accessibility bars that a program can measure: axe-core, sideways scrolling, sizes of targets.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export const WIDTHS = [320, 390, 768, 1024] as const;
export const COLOURS = ['light', 'dark'] as const;

const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

const OPTIONS: RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  rules: { 'color-contrast-enhanced': { enabled: true } },
  resultTypes: ['violations'],
};

/** axe-core finds nothing on the page as it stands. */
export async function expectNoViolations(page: Page, where: string): Promise<void> {
  // Not a script element, which the content security policy rightly refuses.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(async (options): Promise<AxeResults> => {
    const { axe: program } = globalThis as unknown as {
      axe: { run(options: RunOptions): Promise<AxeResults> };
    };
    return program.run(options);
  }, OPTIONS);
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.html} ${node.any[0]?.message ?? ''}`),
  );
  expect(found, where).toEqual([]);
}

/** Nothing sticks out to the right of the window. */
export async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const wide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 0.5)
      .map((element) => `${element.tagName}.${element.getAttribute('class') ?? ''}`);
  });
  expect(wide, `${where}: wider than the window`).toEqual([]);
}

export interface TargetRules {
  /** Selectors of targets that may be smaller, each with the reason. */
  readonly except?: Readonly<Record<string, string>>;
}

/** WCAG 2.2 target size, "inline": a link in a sentence is as high as its line. */
const IN_A_SENTENCE = 'p a, li a';
/** A box or a round button inside its label: the whole label is the target. */
const IN_A_LABEL = 'label input';

/** Every target is 48 CSS px at least, and 56 for answers. */
export async function expectTargets(
  page: Page,
  where: string,
  { except = {} }: TargetRules = {},
): Promise<void> {
  const small = await page.evaluate(
    (left) =>
      [
        ...document.querySelectorAll(
          'a, button, summary, textarea, select, input, label:has(input[type=checkbox], input[type=radio])',
        ),
      ]
        .filter((element) => !left.some((selector) => element.matches(selector)))
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        .map((element) => ({
          what: `${element.tagName} "${element.textContent?.trim().slice(0, 40)}"`,
          least: element.matches('.answer') ? 56 : 48,
          box: element.getBoundingClientRect(),
        }))
        // A pixel's rounding is no smaller target.
        .filter(({ box, least }) => box.width < least - 0.5 || box.height < least - 0.5)
        .map(({ what, box }) => `${what}: ${Math.round(box.width)} x ${Math.round(box.height)}`),
    [...Object.keys(except), IN_A_SENTENCE, IN_A_LABEL, '.skip-link'],
  );
  expect(small, `${where}: too small to tap`).toEqual([]);
}

/** All the bars above, at every width, in light and in dark. Leaves the page as it was. */
export async function expectAccessible(
  page: Page,
  where: string,
  rules: TargetRules = {},
): Promise<void> {
  const before = page.viewportSize() ?? { width: 1024, height: 768 };
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const at = `${where} at ${width} px`;
    await expectNoSidewaysScroll(page, at);
    await expectTargets(page, at, rules);
    for (const colorScheme of COLOURS) {
      await page.emulateMedia({ colorScheme });
      await expectNoViolations(page, `${at}, ${colorScheme}`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(before);
}
