import { keep, readKept } from './kept.ts';

/** How the person wants the page to look: kept on this device, applied to the root element. */
export const THEMES = ['system', 'light', 'dark'] as const;
export const TEXT_SIZES = ['100', '125', '150'] as const;
export type Theme = (typeof THEMES)[number];
export type TextSize = (typeof TEXT_SIZES)[number];

export interface Display {
  readonly theme: Theme;
  readonly textSize: TextSize;
}

const KEY = 'assuage.display';
const AS_IT_COMES: Display = { theme: 'system', textSize: '100' };

export function readDisplay(): Display {
  const kept = readKept(KEY);
  if (typeof kept !== 'object' || kept === null) return AS_IT_COMES;
  const { theme, textSize } = kept as Partial<Record<keyof Display, unknown>>;
  return {
    theme: THEMES.find((known) => known === theme) ?? AS_IT_COMES.theme,
    textSize: TEXT_SIZES.find((known) => known === textSize) ?? AS_IT_COMES.textSize,
  };
}

export const keepDisplay = (display: Display): boolean => keep(KEY, display);

export function applyDisplay(root: HTMLElement, { theme, textSize }: Display): void {
  root.dataset.theme = theme;
  root.dataset.textSize = textSize;
}
