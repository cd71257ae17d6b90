/** Cards → who the clients are. Pure. */
import { dayOf } from '../days.ts';
import type { Column, Field, ListedClient } from '../listed.ts';
import { fail, ok, type Result } from '../result.ts';
import { type Card, type ContentLine, cardsIn, partsOf, textOf } from './content-lines.ts';

const MEANS: Readonly<Record<string, Field>> = {
  FN: 'name',
  N: 'name',
  BDAY: 'born',
  PRONOUNS: 'pronouns',
  TEL: 'phone',
  EMAIL: 'email',
  ADR: 'address',
};
/** What a card says of itself, and nothing about anybody. */
const OF_THE_CARD = new Set(['VERSION', 'PRODID', 'REV', 'UID', 'SOURCE', 'KIND']);

/** @returns which properties were there and what they mean, and everyone, or what is wrong with the file */
export function readCards(
  text: string,
): Result<
  { readonly columns: readonly Column[]; readonly clients: readonly ListedClient[] },
  string
> {
  const cards = cardsIn(text);
  if (cards.length === 0) return fail('no vCard begins in this file');
  const names = new Set(cards.flatMap(({ lines }) => lines.map(({ name }) => name)));
  const shown = [...names].filter((name) => !OF_THE_CARD.has(name));
  return ok({
    columns: shown.map((header) => ({ header, field: MEANS[header] })),
    clients: cards.map(clientOf),
  });
}

function clientOf({ line, lines, isWhole }: Card): ListedClient {
  const all = (name: string): ContentLine[] => lines.filter((one) => one.name === name);
  const born = bornIn(all('BDAY')[0]);
  const group = all('KIND')[0] ?? all('X-ADDRESSBOOKSERVER-KIND')[0];
  const kind = group && textOf(group.value).toLowerCase();
  return {
    line,
    name: textOf(all('FN')[0]?.value ?? '') || nameIn(all('N')[0]),
    ...born,
    pronouns: textOf(best(all('PRONOUNS'))?.value ?? ''),
    phone: phoneIn(best(all('TEL'), isFax)),
    email: textOf(best(all('EMAIL'))?.value ?? '').replace(/^mailto:/i, ''),
    address: addressIn(best(all('ADR'))),
    ...(kind !== undefined &&
      kind !== 'individual' && { wrong: `this card is of a ${kind}, not of a person` }),
    ...(!isWhole && { wrong: 'the card stops in the middle' }),
  };
}

/** Family, given, additional names, what is before and after them. */
function nameIn(line: ContentLine | undefined): string {
  const [family = '', given = '', additional = ''] = partsOf(line?.value ?? '', ';');
  return [given, additional, family].filter((part) => part !== '').join(' ');
}

/** Post box, flat, street, town, region, code, country. */
const addressIn = (line: ContentLine | undefined): string =>
  partsOf(line?.value ?? '', ';')
    .flatMap((part) => part.split('\n'))
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(', ');

/** 4.0 may write a telephone number as an address of the web. */
function phoneIn(line: ContentLine | undefined): string {
  const text = textOf(line?.value ?? '');
  const [, number, extension] = /^tel:([^;]*)(?:;.*?\bext=([^;]*))?/i.exec(text) ?? [];
  if (number === undefined) return text;
  return extension === undefined ? number : `${number} ext. ${extension}`;
}

const typesOf = ({ params }: ContentLine): string[] =>
  (params.get('TYPE') ?? []).map((type) => type.toLowerCase());
const isFax = (line: ContentLine): boolean =>
  typesOf(line).some((type) => type === 'fax' || type === 'pager');

/** The one that is preferred, else the mobile phone, else the one at home, else the first. */
function best(
  lines: readonly ContentLine[],
  isUseless: (line: ContentLine) => boolean = () => false,
): ContentLine | undefined {
  const written = lines.filter(({ value }) => partsOf(value, ';').some((part) => part !== ''));
  return written.filter((line) => !isUseless(line)).toSorted((a, b) => rank(a) - rank(b))[0];
}

/** PREF is 1 to 100, the smallest first; before 4.0 it was a TYPE. */
function rank(line: ContentLine): number {
  const types = typesOf(line);
  const pref = Number(line.params.get('PREF')?.[0] ?? Number.NaN);
  if (types.includes('pref')) return 1;
  if (pref >= 1 && pref <= 100) return pref;
  return types.includes('cell') ? 101 : types.includes('home') ? 102 : 103;
}

/** Apple writes a year that nobody said as 1604. */
const DAY = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ].*)?$/;

function bornIn(line: ContentLine | undefined): Pick<ListedClient, 'born' | 'note'> {
  const text = textOf(line?.value ?? '');
  if (!line || text === '') return { born: ok(null) };
  const [, year, month, day] = DAY.exec(text) ?? [];
  if (year === undefined || line.params.get('X-APPLE-OMIT-YEAR')?.includes(year))
    return { born: ok(null), note: `the birth date "${text}" is not a whole date and is left out` };
  return { born: dayOf(Number(year), Number(month), Number(day), text) };
}
