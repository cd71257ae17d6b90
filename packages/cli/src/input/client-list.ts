/** A list of clients from another program (CSV) → what each row says, and which column means what. Pure. */
import { parse } from 'csv-parse/sync';
import { fail, ok, type Result } from '../result.ts';
import { type DateOrder, dateOrderIn, dayIn } from './list-dates.ts';

/** What a column may mean. */
export const FIELDS = [
  'name',
  'first',
  'middle',
  'last',
  'born',
  'pronouns',
  'phone',
  'email',
  'address',
] as const;
export type Field = (typeof FIELDS)[number];

/**
 * What other programs call them, in small letters without signs. Where several columns mean the same, the
 * first that is filled counts; of an address, all do.
 */
const CALLED: Readonly<Record<Field, readonly string[]>> = {
  name: ['name', 'full name', 'client', 'client name', 'patient', 'patient name'],
  first: ['first name', 'firstname', 'first', 'given name'],
  middle: ['middle name', 'middle'],
  last: ['last name', 'lastname', 'last', 'surname', 'family name'],
  born: ['date of birth', 'birth date', 'birthdate', 'birthday', 'dob', 'born'],
  pronouns: ['pronouns'],
  phone: [
    'phone',
    'phone number',
    'mobile',
    'mobile phone',
    'cell phone',
    'cell',
    'telephone',
    'home phone',
    'work phone',
    'other phone',
  ],
  email: ['email', 'e mail', 'email address', 'e mail address'],
  address: [
    'address',
    'street address',
    'address 1',
    'address 2',
    'address 3',
    'address line 1',
    'address line 2',
    'city',
    'state',
    'province',
    'zip',
    'zip code',
    'post code',
    'postcode',
    'postal code',
    'country',
  ],
};

export interface Column {
  readonly header: string;
  /** Undefined: not imported. */
  readonly field: Field | undefined;
}
export interface ListedClient {
  /** Of the file. */
  readonly line: number;
  readonly name: string;
  /** `YYYY-MM-DD` */
  readonly born: Result<string, string>;
  readonly pronouns: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
}
export interface ClientList {
  readonly columns: readonly Column[];
  readonly clients: readonly ListedClient[];
}
export interface ListOptions {
  /** By header: what a column means, whatever it is called; null: nothing. */
  readonly map: ReadonlyMap<string, Field | null>;
  /** Left out: found out from the dates. */
  readonly dates: DateOrder | undefined;
}

const SEPARATORS = [',', ';', '\t'] as const;

/** @returns the list, or what is wrong with the file as a whole */
export function readClientList(text: string, options: ListOptions): Result<ClientList, string> {
  const rows = rowsIn(text);
  if (!rows.ok) return rows;
  const [head, ...others] = rows.value;
  if (!head || others.length === 0) return fail('there is no row under the names of the columns');
  const columns = head.cells.map((header) => ({ header, field: fieldOf(header, options.map) }));
  const wrong = wrongColumns(columns, options.map);
  if (wrong !== undefined) return fail(wrong);
  const all = (cells: readonly string[], field: Field): string[] =>
    columns.flatMap((column, i) =>
      column.field === field ? [cells[i]?.trim() ?? ''].filter((cell) => cell !== '') : [],
    );
  const first = (cells: readonly string[], field: Field): string => all(cells, field)[0] ?? '';
  const order = options.dates ?? dateOrderIn(others.map(({ cells }) => first(cells, 'born')));
  if (order === 'unclear')
    return fail(
      'the birth dates can be read in two ways (03/04/1970). Say --dates dmy for 3 April, or --dates mdy for March 4',
    );
  return ok({
    columns,
    clients: others.map(({ line, cells }) => ({
      line,
      name:
        first(cells, 'name') ||
        (['first', 'middle', 'last'] as const)
          .map((field) => first(cells, field))
          .filter((part) => part !== '')
          .join(' '),
      born: dayIn(first(cells, 'born'), order),
      pronouns: first(cells, 'pronouns'),
      phone: first(cells, 'phone'),
      email: first(cells, 'email'),
      address: all(cells, 'address').join(', '),
    })),
  });
}

function rowsIn(text: string): Result<{ line: number; cells: string[] }[], string> {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const count = (separator: string): number => head.split(separator).length;
  const delimiter = SEPARATORS.toSorted((a, b) => count(b) - count(a))[0] ?? ',';
  try {
    const found = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    return ok(
      found
        .map(({ info, record }) => ({ line: info.lines, cells: record }))
        .filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
    );
  } catch (error) {
    return fail(`this is no table: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const simple = (header: string): string =>
  header
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function fieldOf(header: string, map: ListOptions['map']): Field | undefined {
  const said = map.get(header.trim());
  if (said !== undefined) return said ?? undefined;
  return FIELDS.find((field) => CALLED[field].includes(simple(header)));
}

function wrongColumns(columns: readonly Column[], map: ListOptions['map']): string | undefined {
  const headers = columns.map(({ header }) => header.trim());
  const unknown = [...map.keys()].find((header) => !headers.includes(header));
  const list = `The columns are: ${headers.join(', ')}`;
  if (unknown !== undefined) return `there is no column "${unknown}". ${list}`;
  const has = (field: Field): boolean => columns.some((column) => column.field === field);
  if (!has('name') && !has('first') && !has('last'))
    return `no column holds the name. ${list}. Say which, such as --map "${headers[0]}=name"`;
  if (!has('born'))
    return `no column holds the date of birth. ${list}. Say which, such as --map "${headers[0]}=born"`;
  return undefined;
}
