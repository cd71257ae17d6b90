/** A table whose first row names its columns → who the clients are. Pure. */
import { dateOrderIn, dayIn } from '../days.ts';
import type { ListedClient } from '../listed.ts';
import { type Column, FIELDS, type Field, type ListOptions, type Need } from '../listed.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Row } from './table.ts';

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

export interface ReadTable {
  readonly columns: readonly Column[];
  readonly clients: readonly ListedClient[];
  readonly needs?: Need;
}

/** @returns who is in it, what only a person can say, or what is wrong with it as a whole */
export function readTable(
  rows: readonly Row[],
  { map = new Map(), dates }: Pick<ListOptions, 'map' | 'dates'>,
): Result<ReadTable, string> {
  const [head, ...others] = rows;
  if (!head || others.length === 0) return fail('there is no row under the names of the columns');
  const headers = head.cells.map((header) => header.trim());
  const unknown = [...map.keys()].find((header) => !headers.includes(header));
  if (unknown !== undefined)
    return fail(`there is no column "${unknown}". The columns are: ${headers.join(', ')}`);
  const columns = headers.map((header) => ({ header, field: fieldOf(header, map) }));
  const isThere = (field: Field): boolean => columns.some((column) => column.field === field);
  if (!isThere('name') && !isThere('first') && !isThere('last'))
    return ok({ columns, clients: [], needs: 'name' });
  const places = Map.groupBy(columns.keys(), (i) => columns[i]?.field);
  const all = (cells: readonly string[], field: Field): string[] =>
    (places.get(field) ?? []).map((i) => cells[i]?.trim() ?? '').filter((cell) => cell !== '');
  const first = (cells: readonly string[], field: Field): string => all(cells, field)[0] ?? '';
  const order = dates ?? dateOrderIn(others.map(({ cells }) => first(cells, 'born')));
  if (order === 'unclear') return ok({ columns, clients: [], needs: 'date-order' });
  const bornIn = (text: string): ListedClient['born'] =>
    text === '' ? ok(null) : dayIn(text, order);
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
      born: bornIn(first(cells, 'born')),
      pronouns: first(cells, 'pronouns'),
      phone: first(cells, 'phone'),
      email: first(cells, 'email'),
      address: all(cells, 'address').join(', '),
    })),
  });
}

const simple = (header: string): string =>
  header
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function fieldOf(header: string, map: ReadonlyMap<string, Field | null>): Field | undefined {
  const said = map.get(header);
  if (said !== undefined) return said ?? undefined;
  return FIELDS.find((field) => CALLED[field].includes(simple(header)));
}
