/** What a cell of an Excel sheet shows, from how it is stored. Pure. */
import { XmlElement } from '@rgrove/parse-xml';

/** What the cells of a workbook refer to. */
export interface Shared {
  readonly texts: readonly string[];
  /** By number of the style: how a number with it is shown. */
  readonly formats: readonly NumberFormat[];
  /** Days are counted from 1904, as Excel for the Mac once did. */
  readonly from1904: boolean;
}

/** digits: at least so many, with zeros in front. */
type NumberFormat = { readonly kind: 'number'; readonly digits: number } | { readonly kind: 'day' };
const PLAIN: NumberFormat = { kind: 'number', digits: 0 };

/** The numbers that Excel gives to its own formats of days, in the world and in East Asia. */
const OWN_DAYS: readonly (readonly [number, number])[] = [
  [14, 17],
  [22, 22],
  [27, 36],
  [50, 58],
];

export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  (element?.children ?? []).filter(
    (child): child is XmlElement => child instanceof XmlElement && localName(child) === name,
  );
/** Without the prefix of its namespace. */
export const localName = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1);

/** The texts that cells share, in order. */
export const sharedTexts = (root: XmlElement | undefined): string[] =>
  childrenOf(root, 'si').map(richText);

/** Plain, or in runs of different looks; without what tells how to pronounce it. */
const richText = (item: XmlElement): string =>
  [...childrenOf(item, 't'), ...childrenOf(item, 'r').flatMap((run) => childrenOf(run, 't'))]
    .map(({ text }) => text)
    .join('');

/** @param root of `styles.xml` */
export function numberFormats(root: XmlElement | undefined): NumberFormat[] {
  const own = new Map(
    childrenOf(childrenOf(root, 'numFmts')[0], 'numFmt').map(({ attributes }) => [
      attributes.numFmtId,
      attributes.formatCode ?? '',
    ]),
  );
  return childrenOf(childrenOf(root, 'cellXfs')[0], 'xf').map(({ attributes }) => {
    const id = attributes.numFmtId ?? '0';
    const code = own.get(id);
    if (code === undefined)
      return OWN_DAYS.some(([a, b]) => Number(id) >= a && Number(id) <= b)
        ? { kind: 'day' }
        : PLAIN;
    return formatOf(code);
  });
}

function formatOf(code: string): NumberFormat {
  // Texts, escaped letters, colours and conditions are not what it shows of the number.
  const bare = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  if (/[dy]/i.test(bare) && !/general/i.test(bare)) return { kind: 'day' };
  return /^0+$/.test(bare) ? { kind: 'number', digits: bare.length } : PLAIN;
}

/** @returns the text that the sheet shows; empty for an error such as `#REF!` */
export function cellText(cell: XmlElement, { texts, formats, from1904 }: Shared): string {
  const type = cell.attributes.t;
  if (type === 'inlineStr') return childrenOf(cell, 'is').map(richText).join('');
  const value = childrenOf(cell, 'v')[0]?.text ?? '';
  if (type === 's') return texts[Number(value)] ?? '';
  if (type === 'e') return '';
  if (type === 'b') return value === '1' ? 'yes' : 'no';
  if (type === 'str') return value;
  if (type === 'd') return value.slice(0, 10);
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  const format = formats[Number(cell.attributes.s ?? 0)] ?? PLAIN;
  if (format.kind === 'day') return dayAt(number, from1904) ?? value;
  return plainDigits(number).padStart(format.digits, '0');
}

/** 1.5551234567E10 is a telephone number. */
const plainDigits = (number: number): string =>
  Number.isSafeInteger(number) ? number.toFixed(0) : String(number);

const DAY_MS = 86_400_000;
/** Excel takes 1900 for a leap year, so the days before its 29 February are counted one too few. */
const LEAP_1900 = 60;

/** @returns `YYYY-MM-DD`; undefined for a number that is no day */
function dayAt(serial: number, from1904: boolean): string | undefined {
  const whole = Math.floor(serial);
  if (whole < 1 || whole > 2_958_465) return undefined;
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < LEAP_1900 ? 31 : 30);
  return new Date(start + whole * DAY_MS).toISOString().slice(0, 10);
}
