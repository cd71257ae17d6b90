/** A file from another program (CSV, XLSX, vCard) → the clients it lists. Pure. */
import type { ClientList, ListOptions } from './listed.ts';
import { fail, ok, type Result } from './result.ts';
import { readCsv } from './table/csv.ts';
import { readTable } from './table/read-table.ts';
import type { Table } from './table/table.ts';
import { readWorkbook } from './table/workbook.ts';
import { readCards } from './vcard/read-cards.ts';

/** Older Office files, and all that are encrypted. */
const OLD_OFFICE = 'd0cf11e0';
const MOST_BYTES = 10_000_000;
/** A practice has fewer clients, and whoever has more moves them with `assuage db copy`. */
const MOST_ROWS = 50_000;

/** @returns the list, or what is wrong with the file as a whole */
export function readClientList(
  bytes: Uint8Array,
  options: ListOptions = {},
): Result<ClientList, string> {
  const list = listIn(bytes, options);
  return list.ok && list.value.clients.length > MOST_ROWS
    ? fail(`there are more than ${MOST_ROWS} rows. Divide them into several files`)
    : list;
}

function listIn(bytes: Uint8Array, options: ListOptions): Result<ClientList, string> {
  if (bytes.length > MOST_BYTES)
    return fail(
      `this file is larger than ${MOST_BYTES / 1_000_000} MB. Take out pictures, or divide it`,
    );
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (start === OLD_OFFICE)
    return fail('this workbook is of an old kind, or has a password. Save it as XLSX or CSV');
  if (start.startsWith('504b'))
    return tableList('workbook', readWorkbook(bytes, options.sheet), options);
  const text = textIn(bytes);
  if (text === undefined) return fail('this is no text. Save it as XLSX, CSV or vCard');
  if (options.sheet !== undefined) return fail('only a workbook has sheets, and this is none');
  if (!/^\uFEFF?\s*BEGIN:VCARD/i.test(text)) return tableList('csv', readCsv(text), options);
  if (options.map && options.map.size > 0)
    return fail('a vCard has no columns to give a meaning: what its parts mean is laid down');
  const read = readCards(text);
  return read.ok ? ok({ kind: 'vcard', ...read.value }) : read;
}

function tableList(
  kind: 'csv' | 'workbook',
  table: Result<Table, string>,
  options: ListOptions,
): Result<ClientList, string> {
  if (!table.ok) return table;
  const { rows, ...sheets } = table.value;
  const read = readTable(rows, options);
  return read.ok ? ok({ kind, ...sheets, ...read.value }) : read;
}

/** UTF-8, UTF-16, or what spreadsheets on Windows write. */
function textIn(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
