import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClientList, ListOptions } from './listed.ts';
import { readClientList } from './read-list.ts';

const read = (text: string, options: Partial<ListOptions> = {}) =>
  readClientList(new TextEncoder().encode(text), options);

function listed(text: string, options: Partial<ListOptions> = {}): ClientList {
  const result = read(text, options);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

const only = (text: string, options: Partial<ListOptions> = {}) => listed(text, options).clients[0];

// The names of the columns are those that each program gives its own list.
test.each([
  [
    'Cliniko',
    'id,title,first_name,last_name,date_of_birth,gender,email,address_1,city,state,post_code,country,occupation\n' +
      '7,Ms,Ana,Silva,1968-04-12,F,ana@example.org,1 Quay St,Leeds,,LS1,UK,Baker\n',
    { phone: '', address: '1 Quay St, Leeds, LS1, UK' },
  ],
  [
    'Jeyla',
    'Title,First-Name,Last-Name,Street-Address,City,State,Zip-Code,Date-Of-Birth,Gender,Cell-Phone,Other-Phone,Email,Occupation\n' +
      'Ms,Ana,Silva,1 Quay St,Leeds,,LS1,1968-04-12,F,,555 1,ana@example.org,Baker\n',
    { phone: '555 1', address: '1 Quay St, Leeds, LS1' },
  ],
  [
    'SimplePractice, as others read it',
    'Client;Email;Phone;Date of Birth;Address;City;State;Zip;Country;Notes\r\n' +
      'Ana Silva;ana@example.org;555 1;04/12/1968;1 Quay St;Leeds;;LS1;UK;"Likes; quiet"\r\n',
    { phone: '555 1', address: '1 Quay St, Leeds, LS1, UK' },
  ],
])('a list from %s is understood as it is', (_, text, expected) => {
  expect(only(text, { dates: 'mdy' })).toEqual({
    line: 2,
    name: 'Ana Silva',
    born: { ok: true, value: '1968-04-12' },
    pronouns: '',
    email: 'ana@example.org',
    ...expected,
  });
});

test('what is not imported is named, and a column may be given its meaning', () => {
  const text = 'Who,Born,Notes\nAna Silva,1968-04-12,Likes quiet\n';
  expect(listed(text)).toMatchObject({ needs: 'name', clients: [] });
  const { columns, clients } = listed(text, { map: new Map([['Who', 'name']]) });
  expect(columns).toEqual([
    { header: 'Who', field: 'name' },
    { header: 'Born', field: 'born' },
    { header: 'Notes', field: undefined },
  ]);
  expect(clients[0]?.name).toBe('Ana Silva');
  expect(read(text, { map: new Map([['Whom', 'name']]) })).toMatchObject({
    ok: false,
    error: expect.stringContaining('there is no column "Whom"'),
  });
});

const born = (...dates: string[]) => `Name,DOB\n${dates.map((date) => `Ana,${date}\n`).join('')}`;

test('a day beyond 12 anywhere tells how all dates are written', () => {
  expect(listed(born('03/04/1970', '25/12/1980')).clients.map((one) => one.born)).toEqual([
    { ok: true, value: '1970-04-03' },
    { ok: true, value: '1980-12-25' },
  ]);
  expect(only(born('03/04/1970', '12/25/1980'))?.born).toEqual({ ok: true, value: '1970-03-04' });
});

test('dates that can be read in two ways are never guessed', () => {
  const unclear = { needs: 'date-order', clients: [] };
  expect(listed(born('03/04/1970'))).toMatchObject(unclear);
  expect(listed(born('25/12/1970', '12/25/1970'))).toMatchObject(unclear);
  expect(only(born('03/04/1970'), { dates: 'dmy' })?.born).toEqual({
    ok: true,
    value: '1970-04-03',
  });
  expect(only(born('04/04/1970'))?.born).toEqual({ ok: true, value: '1970-04-04' });
});

test('a date that does not exist or has half a year is a fault of its row only', () => {
  const { clients } = listed(born('1970-02-30', '3.4.70', '', '1970-01-01'));
  expect(clients.map((one) => (one.born.ok ? one.born.value : one.born.error))).toEqual([
    'there is no such day as "1970-02-30"',
    expect.stringContaining('with all of the year'),
    null,
    '1970-01-01',
  ]);
});

test('lines are counted as an editor counts them, also behind cells with several lines', () => {
  const { clients } = listed('Name,DOB,Notes\nAna,1968-04-12,"one\ntwo"\n\nBen,1990-01-31,\n');
  expect(clients.map(({ name, line }) => [name, line])).toEqual([
    ['Ana', 3],
    ['Ben', 5],
  ]);
});

test('a file that is too large, or a list that is too long, is refused in words', () => {
  const errorOf = (bytes: Uint8Array) => {
    const list = readClientList(bytes);
    return list.ok ? 'no error' : list.error;
  };
  expect(errorOf(new Uint8Array(10_000_001))).toContain('larger than 10 MB');
  const rows = (many: number) => new TextEncoder().encode(`Name,DOB\n${'Ana,\n'.repeat(many)}`);
  expect(errorOf(rows(50_001))).toContain('more than 50000 rows');
  expect(errorOf(rows(50_000))).toBe('no error');
});

const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        'BEGIN:VCARD',
        'END:VCARD',
        'FN:',
        'N:;',
        'AGENT:',
        'BDAY:',
        '=',
        ' x',
        ';=E9',
        '"',
        ',',
        'PK',
      ),
      { maxLength: 30 },
    )
    .chain((lines) => fc.constantFrom('\n', '', '\r').map((end) => lines.join(end)))
    .map((text) => new TextEncoder().encode(text)),
);

test('whatever the file holds, it is a list or a refusal in words', () => {
  fc.assert(
    fc.property(anyBytes, (bytes) => {
      const list = readClientList(bytes);
      if (!list.ok) expect(list.error).not.toBe('');
    }),
    { numRuns: 2000 },
  );
});
