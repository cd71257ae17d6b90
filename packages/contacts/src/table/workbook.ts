/** An Excel workbook (XLSX: ISO/IEC 29500) → a table of what its cells show. Pure. */
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { strFromU8, unzipSync } from 'fflate';
import { fail, ok, type Result } from '../result.ts';
import {
  cellText,
  childrenOf,
  localName,
  numberFormats,
  type Shared,
  sharedTexts,
} from './sheet-cells.ts';
import { isWritten, type Row, type Table } from './table.ts';

/** Unpacked. A ZIP file that says it holds less than it does is cut off where it said. */
const MOST_BYTES = 32_000_000;
/** Of one part, opened and closed. Each takes memory, however short it is: `<c/>`. */
const MOST_TAGS = 2_000_000;
/** What is written further to the right is no list of clients. */
const MOST_COLUMNS = 500;

const LESS_THAN = 0x3c;

/** What a person can mend. */
class Unreadable extends Error {}

type Parts = Readonly<Record<string, Uint8Array>>;

/** @param wanted the name of the sheet; left out: the first that is not hidden and has two rows */
export function readWorkbook(bytes: Uint8Array, wanted?: string): Result<Table, string> {
  try {
    const parts = unpack(bytes);
    const { sheets, shared } = openBook(parts);
    const written = sheets.flatMap(({ name, path }) => {
      const rows = rowsOf(rootOf(parts, path), shared).filter(isWritten);
      return rows.length === 0 ? [] : [{ name, rows }];
    });
    const names = written.map(({ name }) => name);
    if (names.length === 0) return fail('nothing is written in this workbook');
    const sheet =
      wanted === undefined
        ? (written.find(({ rows }) => rows.length > 1) ?? written[0])
        : written.find(({ name }) => name === wanted);
    return sheet
      ? ok({ rows: sheet.rows, sheet: sheet.name, sheets: names })
      : fail(`nothing is written in a sheet "${wanted}". The sheets are: ${names.join(', ')}`);
  } catch (error) {
    if (error instanceof Unreadable) return fail(error.message);
    throw error;
  }
}

/** Only the parts that hold text: no pictures, no themes. */
function unpack(bytes: Uint8Array): Parts {
  let size = 0;
  let parts: Parts;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/^(_rels\/.*|xl\/(?!theme|media|drawings|charts).*)\.(xml|rels)$/.test(name))
          return false;
        size += originalSize;
        if (size > MOST_BYTES)
          throw new Unreadable(
            `this workbook is more than ${MOST_BYTES / 1_000_000} MB when it is unpacked. Save the list alone, or as CSV`,
          );
        return true;
      },
    });
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable('this workbook or ZIP file is damaged. Save it again');
  }
  if (parts['xl/workbook.xml'] === undefined && parts['_rels/.rels'] === undefined)
    throw new Unreadable('this ZIP file is no Excel workbook. Save it as XLSX or CSV');
  return parts;
}

function rootOf(parts: Parts, path: string): XmlElement | undefined {
  const part = parts[path];
  if (part === undefined) return undefined;
  if (tagsIn(part) > MOST_TAGS)
    throw new Unreadable(
      'a sheet of this workbook has too many cells. Save the list alone, or as CSV',
    );
  try {
    return parseXml(strFromU8(part)).root ?? undefined;
  } catch {
    throw new Unreadable(`this workbook is damaged (${path}). Save it again`);
  }
}

function tagsIn(part: Uint8Array): number {
  let tags = 0;
  for (const byte of part) if (byte === LESS_THAN) tags++;
  return tags;
}

interface Book {
  /** Those that are not hidden, in their order. */
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
  readonly shared: Shared;
}

function openBook(parts: Parts): Book {
  const path = partsFrom(parts, '').find(({ type }) => type === 'officeDocument')?.path;
  const root = rootOf(parts, path ?? 'xl/workbook.xml');
  if (!root || path === undefined || localName(root) !== 'workbook')
    throw new Unreadable('this ZIP file is no Excel workbook. Save it as XLSX or CSV');
  const related = partsFrom(parts, path);
  const rootOfType = (type: string): XmlElement | undefined => {
    const found = related.find((part) => part.type === type);
    return found && rootOf(parts, found.path);
  };
  const settings = childrenOf(root, 'workbookPr')[0]?.attributes.date1904;
  return {
    sheets: childrenOf(childrenOf(root, 'sheets')[0], 'sheet')
      .filter(({ attributes }) => (attributes.state ?? 'visible') === 'visible')
      .flatMap(({ attributes }) => {
        const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
        const part = related.find((one) => one.id === id);
        return part ? [{ name: attributes.name ?? '', path: part.path }] : [];
      }),
    shared: {
      texts: sharedTexts(rootOfType('sharedStrings')),
      formats: numberFormats(rootOfType('styles')),
      from1904: settings === '1' || settings === 'true',
    },
  };
}

/** The parts that a part (or, for '', the whole file) refers to. */
function partsFrom(parts: Parts, path: string): { id: string; type: string; path: string }[] {
  const cut = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, cut);
  const root = rootOf(parts, `${folder}_rels/${path.slice(cut)}.rels`);
  return childrenOf(root, 'Relationship').map(({ attributes }) => {
    const target = attributes.Target ?? '';
    return {
      id: attributes.Id ?? '',
      type: (attributes.Type ?? '').replace(/^.*\//, ''),
      path: target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, ''),
    };
  });
}

function rowsOf(root: XmlElement | undefined, shared: Shared): Row[] {
  let line = 0;
  return childrenOf(childrenOf(root, 'sheetData')[0], 'row').map((row) => {
    line = Number(row.attributes.r ?? line + 1);
    const cells: string[] = [];
    for (const cell of childrenOf(row, 'c')) {
      const column = columnOf(cell.attributes.r) ?? cells.length;
      if (column >= MOST_COLUMNS) continue;
      while (cells.length < column) cells.push('');
      cells[column] = cellText(cell, shared);
    }
    return { line, cells };
  });
}

/** `AB12` is the 28th column, which is 27 when counted from 0. */
function columnOf(reference: string | undefined): number | undefined {
  const [letters] = /^[A-Z]{1,3}/.exec(reference ?? '') ?? [];
  return letters === undefined
    ? undefined
    : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
