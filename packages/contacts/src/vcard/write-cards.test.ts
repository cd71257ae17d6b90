import type { ClientDetails } from '@assuage/record';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCards } from './read-cards.ts';
import { cardsOf } from './write-cards.ts';

const ANA: ClientDetails = {
  id: '019a0000-0000-7000-8000-00000000000c',
  name: 'Ana Maria Silva',
  born: '1968-04-12',
  contact: {
    phone: '0555 010',
    email: 'ana@example.org',
    address: '1 Quay St, Leeds\nback; door',
    emergency: { name: 'Rui Silva', phone: '555 9', relation: 'brother' },
  },
};

test('a client is a card that address books read, without whom to call in an emergency', () => {
  expect(cardsOf([ANA]).split('\r\n')).toEqual([
    'BEGIN:VCARD',
    'VERSION:3.0',
    'UID:urn:uuid:019a0000-0000-7000-8000-00000000000c',
    'FN:Ana Maria Silva',
    'N:Silva;Ana Maria;;;',
    'TEL:0555 010',
    'EMAIL:ana@example.org',
    'ADR:;;1 Quay St\\, Leeds\\nback\\; door;;;;',
    'BDAY:1968-04-12',
    'END:VCARD',
    '',
  ]);
});

test('no line is longer than 75 bytes, and none is broken within a sign', () => {
  const cards = cardsOf([{ ...ANA, name: 'Ö'.repeat(90) }]);
  for (const line of cards.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toContain('\uFFFD');
  }
});

// Blanks at the ends and line breaks are not kept: an address book has no use for them.
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((text) => text.replaceAll(/\s+/g, ' ').trim())
  .filter((text) => text !== '');

test('whatever is written, reading it again gives the same', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ name: words, phone: words, address: words })), (people) => {
      const clients = people.map(({ name, ...contact }) => ({ ...ANA, name, contact }));
      const read = readCards(`${cardsOf([ANA])}${cardsOf(clients)}`);
      const found = read.ok ? read.value.clients.slice(1) : [];
      expect(found.map(({ name, phone, address }) => ({ name, phone, address }))).toEqual(people);
    }),
  );
});
