import { readJurisdictions } from '@assuage/jurisdiction/node';
import { expect, test } from 'vitest';
import type { ClientRecord } from './record.ts';
import { recordHints } from './record-hints.ts';
import { EMPTY_RECORD } from './testing/empty-record.ts';

const TODAY = '2026-03-02';
const places = readJurisdictions();
const place = (id: string) => {
  const found = places.ok ? places.jurisdictions.find((one) => one.id === id) : undefined;
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const consent = (as: 'client' | 'guardian', given = true): ClientRecord['consents'][number] => ({
  entry: 'c',
  on: `${TODAY}T09:00`,
  entered: `${TODAY}T09:00:00.000Z`,
  by: { name: 'Jo', role: 'therapist' },
  what: 'massage',
  given,
  from: { name: 'Ana', as },
  how: 'paper',
  note: '',
});

test('Michigan asks for the address, the history, and the conditions or that there are none', () => {
  expect(recordHints(place('michigan'), EMPTY_RECORD, TODAY)).toEqual([
    "the client's address",
    'the conditions, or that there are none',
    'the history, at the first visit',
  ]);
  const whole: ClientRecord = {
    ...EMPTY_RECORD,
    client: { ...EMPTY_RECORD.client, contact: { address: '1 Harbour Street' } },
    listed: { condition: true, medicine: false },
    sessions: [{} as ClientRecord['sessions'][number]],
  };
  expect(recordHints(place('michigan'), whole, TODAY)).toEqual([]);
});

test("a guardian's permission is asked for until the 18th birthday, and an adult's word is no guardian's", () => {
  const born = (date: string, consents: ClientRecord['consents']) =>
    recordHints(
      place('michigan'),
      { ...EMPTY_RECORD, client: { ...EMPTY_RECORD.client, born: date }, consents },
      TODAY,
    ).includes("a guardian's permission for a minor");
  expect(born('2008-03-03', [])).toBe(true);
  expect(born('2008-03-03', [consent('client')])).toBe(true);
  expect(born('2008-03-03', [consent('guardian')])).toBe(false);
  expect(born('2008-03-02', [])).toBe(false);
  // Whose age nobody knows may be a minor.
  const { born: _, ...ageless } = EMPTY_RECORD.client;
  expect(recordHints(place('michigan'), { ...EMPTY_RECORD, client: ageless }, TODAY)).toContain(
    "a guardian's permission for a minor",
  );
});

test('Ontario asks that consent is noted, and a withdrawn one does not count', () => {
  const hints = (...consents: ClientRecord['consents']) =>
    recordHints(place('ontario'), { ...EMPTY_RECORD, consents }, TODAY);
  expect(hints()).toEqual(['that the client agreed to massage']);
  expect(hints(consent('client'))).toEqual([]);
  expect(hints(consent('client'), consent('client', false))).toHaveLength(1);
});

test('a place whose rule is unknown gives no hint', () => {
  expect(recordHints(place('british-columbia'), EMPTY_RECORD, TODAY)).toEqual([]);
});
