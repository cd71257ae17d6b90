import { expect, test } from 'vitest';
import { judge } from './judge.ts';
import type { ListedClient } from './listed.ts';

const ANA = { id: '019a0000-0000-7000-8000-00000000000c', name: 'Ana Silva', born: '1968-04-12' };
const CY = { id: '019a0000-0000-7000-8000-00000000000d', name: 'Cy Hall' };
const NOW = new Date(2026, 2, 1, 9, 42);

let line = 1;
const listed = (
  name: string,
  born: string | null,
  more: Partial<ListedClient> = {},
): ListedClient => ({
  line: line++,
  name,
  born: { ok: true, value: born },
  pronouns: '',
  phone: '',
  email: '',
  address: '',
  ...more,
});
const said = (...clients: readonly ListedClient[]) =>
  judge(clients, { here: [ANA, CY], by: { name: 'Jo Field', role: 'therapist' }, now: NOW }).map(
    (row) => (row.outcome === 'new' ? row.entry.body : row.outcome === 'bad' ? row.why : row.as),
  );

test('the same name in other letters and the same day is the same person; another day is another', () => {
  expect(said(listed('ANA SÍLVA', '1968-04-12'), listed('Ana Silva', '1990-01-31'))).toEqual([
    'is here already',
    { name: 'Ana Silva', born: '1990-01-31' },
  ]);
});

test('whose date of birth is not known is taken without one, and nobody is added twice for lack of it', () => {
  const unsure = 'is here already, as far as can be told without a date of birth';
  expect(
    said(
      listed('Ben Okoro', null, { phone: '0555' }),
      listed('Ana Silva', null),
      listed('Cy Hall', '1979-04-02'),
    ),
  ).toEqual([{ name: 'Ben Okoro', contact: { phone: '0555' } }, unsure, unsure]);
});

test('who has no name, is born tomorrow or has no real address is not taken', () => {
  expect(
    said(
      listed('', '1990-01-31'),
      listed('Di', '2026-03-02'),
      listed('Di', '2026-03-01', { email: 'at home' }),
    ),
  ).toEqual(['no name', 'Di: the date of birth is in the future', 'Di: must be an e-mail address']);
});
