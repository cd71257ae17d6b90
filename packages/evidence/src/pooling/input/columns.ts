import { isMissing, numberIn } from './cells.ts';
import { INSTEAD } from './instead.ts';
import { ALSO, LAYOUTS } from './layouts.ts';
import { rowsOf } from './rows.ts';

/** The columns of a table that are not pooled themselves, in the order of the table. */
export interface OtherColumns {
  /** Those that may say which subgroup or cohort a study is in: all of them. */
  readonly words: readonly string[];
  /** Those with numbers in every cell that is not empty: what a moderator may be. */
  readonly numbers: readonly string[];
}

const POOLED = new Set([...LAYOUTS.flatMap(({ columns }) => columns), ...INSTEAD, 'shared']);

/** What a table has beside the numbers that are pooled; nothing for a table that cannot be read. */
export function otherColumns(text: string): OtherColumns {
  const read = rowsOf(text);
  if (!read.ok) return { words: [], numbers: [] };
  const [head, ...rows] = read.value.rows;
  const decimalComma = read.value.separator !== ',';
  const isOther = (name: string): boolean => {
    const small = name.toLowerCase();
    return small !== '' && !POOLED.has(ALSO[small] ?? small);
  };
  const words = [...new Set(head?.cells ?? [])].filter(isOther);
  const numbers = words.filter((name) => {
    const said = rows.map(({ cells }) => cells[head?.cells.indexOf(name) ?? -1] ?? '');
    const full = said.filter((cell) => !isMissing(cell));
    return full.length > 0 && full.every((cell) => !Number.isNaN(numberIn(cell, decimalComma)));
  });
  return { words, numbers };
}
