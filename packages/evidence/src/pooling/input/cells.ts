/** What stands in one cell of a table. */

const LONGEST_NAME = 60;

/** What a terminal would obey, or a row could not hold, is not part of a name. */
export const plainWords = (text: string): string =>
  text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME);

/** Empty, or a word for missing. */
export const isMissing = (text: string): boolean => /^(na|n\/a|null|\.|-)?$/i.test(text);

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The number; NaN when it is none. */
export function numberIn(text: string, decimalComma: boolean): number {
  const plain = (decimalComma ? text.replace(',', '.') : text).replace('−', '-');
  return NUMBER.test(plain) ? Number(plain) : Number.NaN;
}

/** For messages. */
export const shortened = (text: string): string =>
  text.length > 30 ? `${text.slice(0, 29)}…` : text;
