/**
 * The script of the search box. It runs in the page, from a file too: the functions below are written
 * into it as they are, so they may use nothing but what they are given.
 */
import type { Handbook, HandbookPage, SubjectLink } from '@assuage/handbook';
import { editDistance, normalise } from '@assuage/knowledge';
import { pathOf } from './frame.ts';

/** Where it leads, its name, and every other word for it. */
type Entry = readonly [path: string, name: string, ...also: string[]];

export function searchScript(handbook: Handbook): string {
  const entries = handbook.index.groups.flatMap(({ links }) =>
    links.map((link) => entryFor(link, handbook.page(link.id))),
  );
  const tools = [editDistance, normalise, rankOf];
  return `(${runSearch})(${JSON.stringify(entries)}, ${tools.join(', ')});\n`;
}

const entryFor = (link: SubjectLink, page: HandbookPage | undefined): Entry => [
  pathOf(link),
  link.name,
  ...new Set([
    ...(page?.also ?? []),
    ...(page?.names.flatMap(({ name, also }) => [name, ...also]) ?? []),
  ]),
];

/**
 * Typing its beginning, then a slip, then the beginning of a later word, then a known word with more
 * after it.
 */
function rankOf(typed: string, plain: string, distanceOf: typeof editDistance): number | undefined {
  if (plain.startsWith(typed)) return 0;
  const most = Math.min(2, Math.max(1, Math.floor(typed.length / 3)));
  if (typed.length > 2 && Math.abs(plain.length - typed.length) <= most) {
    const distance = distanceOf(typed, plain);
    if (distance <= most) return distance;
  }
  if (plain.includes(` ${typed}`)) return 3;
  return plain.length > 2 && typed.startsWith(`${plain} `) ? 4 : undefined;
}

/** The little of a browser's document that the script uses. */
interface PageElement {
  hidden: boolean;
  textContent: string;
  value: string;
  href: string;
  addEventListener(type: string, listener: (event: { preventDefault(): void }) => void): void;
  append(child: PageElement): void;
  focus(): void;
  querySelector(selector: string): PageElement | null;
}
declare const document: {
  querySelector(selector: string): PageElement | null;
  createElement(name: string): PageElement;
};

function runSearch(
  entries: readonly Entry[],
  distanceOf: typeof editDistance,
  plainOf: typeof normalise,
  rank: typeof rankOf,
): void {
  const box = document.querySelector('search');
  const field = box?.querySelector('input');
  const status = box?.querySelector('[role=status]');
  const list = box?.querySelector('ul');
  if (!box || !field || !status || !list) return;
  const words = entries.flatMap(([path, ...names]) =>
    names.map((word) => ({
      path,
      plain: plainOf(word),
      label: word === names[0] ? word : `${word} (${names[0]})`,
    })),
  );
  const show = () => {
    const typed = plainOf(field.value);
    const found = new Map<string, string>();
    const ranked = words.flatMap((word) => {
      const at = typed === '' ? undefined : rank(typed, word.plain, distanceOf);
      return at === undefined ? [] : [{ word, at: at + word.plain.length / 1000 }];
    });
    for (const { word } of ranked.sort((a, b) => a.at - b.at))
      if (found.size < 8 && !found.has(word.path)) found.set(word.path, word.label);
    list.textContent = '';
    for (const [path, label] of found) {
      const link = document.createElement('a');
      link.href = path;
      link.textContent = label;
      const item = document.createElement('li');
      item.append(link);
      list.append(item);
    }
    status.textContent =
      typed === ''
        ? ''
        : found.size > 0
          ? `${found.size} found`
          : 'Nothing is known under this name. Try another name, or its first letters. If it is not here, ask a doctor, nurse or pharmacist before a massage.';
  };
  field.addEventListener('input', show);
  box.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    list.querySelector('a')?.focus();
  });
  box.hidden = false;
  // What was typed is still there after "Back".
  show();
}
