import { expect, test } from 'vitest';
import { readCards } from './read-cards.ts';

const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');
function all(text: string) {
  const read = readCards(text);
  if (!read.ok) throw new Error(read.error);
  return read.value.clients;
}
const only = (...lines: string[]) => all(card(...lines))[0];

// Built like the author's card in RFC 6350, appendix B, with another person in it.
test('a card of version 4.0 as RFC 6350 writes them', () => {
  expect(
    only(
      'VERSION:4.0',
      'FN:Ana Silva',
      'N:Silva;Ana;;;MSc,RMT',
      'BDAY:--0203',
      'ANNIVERSARY:20090808T1430-0500',
      'GENDER:F',
      'PRONOUNS;LANGUAGE=en:she/her',
      'LANG;PREF=1:fr',
      'ORG;TYPE=work:Quay Works',
      'ADR;TYPE=work:;Suite D2-630;1 Quay St;Leeds;Yorkshire;LS1 4AA;United Kingdom',
      'TEL;VALUE=uri;TYPE="work,voice";PREF=1:tel:+44-113-496-0001;ext=102',
      'TEL;VALUE=uri;TYPE="work,cell,voice,video,text":tel:+44-7700-900-123',
      'EMAIL;TYPE=work:ana@example.org',
      'GEO;TYPE=work:geo:53.79,-1.54',
      'URL;TYPE=home:https://ana.example.org',
    ),
  ).toEqual({
    line: 1,
    name: 'Ana Silva',
    born: { ok: true, value: null },
    note: 'the birth date "--0203" is not a whole date and is left out',
    pronouns: 'she/her',
    phone: '+44-113-496-0001 ext. 102',
    email: 'ana@example.org',
    address: 'Suite D2-630, 1 Quay St, Leeds, Yorkshire, LS1 4AA, United Kingdom',
  });
});

test('a card of version 3.0 as Apple and Google write them, with groups, folded lines and escaped signs', () => {
  expect(
    only(
      'VERSION:3.0',
      'PRODID:-//Apple Inc.//iOS 17//EN',
      'N:Okoro;Ben;Chidi;Dr.;',
      'FN:Ben Chidi Ok',
      ' oro',
      'item1.TEL;type=HOME;type=FAX:555 9',
      'TEL;type=CELL;type=VOICE:555 2',
      'item2.EMAIL;type=INTERNET;type=pref:ben@example.org',
      'EMAIL:old@example.org',
      'item3.ADR;type=HOME:;;2 Hill Rd\\, Flat 3\\nback door;York;;YO1;UK',
      'item3.X-ABADR:gb',
      'BDAY;value=date:1990-01-31',
      'NOTE:Likes\\; quiet',
    ),
  ).toMatchObject({
    name: 'Ben Chidi Okoro',
    phone: '555 2',
    email: 'ben@example.org',
    address: '2 Hill Rd, Flat 3, back door, York, YO1, UK',
    born: { ok: true, value: '1990-01-31' },
  });
});

test('an old card (2.1) with quoted-printable in another character set, and with a card of an agent in it', () => {
  const text = card(
    'VERSION:2.1',
    'N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Dur=E1n;Jos=E9',
    // In UTF-8, broken softly behind an equals sign.
    'ADR;HOME;CHARSET=UTF-8;QUOTED-PRINTABLE:;;Caf=C3=A9 Str. 1=0D=0Aback;K=C3=B6l=',
    'n;;50667;',
    'TEL;WORK;VOICE:555 3',
    'TEL;PREF;CELL:555 4',
    'BDAY:19680412',
    'AGENT:',
    'BEGIN:VCARD',
    'VERSION:2.1',
    'FN:Somebody Else',
    'END:VCARD',
    'EMAIL;INTERNET:jose@example.org',
  );
  expect(all(text)).toEqual([
    {
      line: 1,
      name: 'José Durán',
      born: { ok: true, value: '1968-04-12' },
      pronouns: '',
      phone: '555 4',
      email: 'jose@example.org',
      address: 'Café Str. 1, back, Köln, 50667',
    },
  ]);
});

test('several cards in one file, each with its line; one that stops or is of a group is not taken', () => {
  const file = [
    card('VERSION:3.0', 'FN:Ana'),
    card('VERSION:4.0', 'FN:Team', 'KIND:group', 'MEMBER:urn:uuid:1'),
    'BEGIN:VCARD\nVERSION:3.0\nFN:Half\n',
    card('VERSION:3.0', 'FN:Ben'),
  ].join('');
  expect(all(file).map(({ line, name, wrong }) => [line, name, wrong])).toEqual([
    [1, 'Ana', undefined],
    [5, 'Team', 'this card is of a group, not of a person'],
    [11, 'Half', 'the card stops in the middle'],
    [14, 'Ben', undefined],
  ]);
});

test.each([
  ['19680412', { ok: true, value: '1968-04-12' }],
  ['1968-04-12', { ok: true, value: '1968-04-12' }],
  ['1968-04-12T00:00:00Z', { ok: true, value: '1968-04-12' }],
  ['19680412T231000Z', { ok: true, value: '1968-04-12' }],
  ['1968-02-30', { ok: false, error: 'there is no such day as "1968-02-30"' }],
  ['1968', { ok: true, value: null }],
  ['1968-04', { ok: true, value: null }],
  ['---12', { ok: true, value: null }],
  ['circa 1800', { ok: true, value: null }],
  ['', { ok: true, value: null }],
])('the birth date %j', (text, born) => {
  expect(only('VERSION:4.0', 'FN:Ana', `BDAY:${text}`)?.born).toEqual(born);
});

test('a year that Apple made up is no year', () => {
  const born = only('VERSION:3.0', 'FN:Ana', 'BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12');
  expect(born).toMatchObject({
    born: { ok: true, value: null },
    note: expect.stringContaining('left out'),
  });
});

test('what the parts of the cards mean is named, and what is not imported', () => {
  const read = readCards(card('VERSION:3.0', 'UID:1', 'FN:Ana', 'NOTE:x', 'PHOTO:AAAA'));
  expect(read.ok && read.value.columns).toEqual([
    { header: 'FN', field: 'name' },
    { header: 'NOTE', field: undefined },
    { header: 'PHOTO', field: undefined },
  ]);
});

test('a photo of a hundred thousand lines is passed over', () => {
  const photo = ` ${'A'.repeat(74)}`;
  const lines = Array.from({ length: 100_000 }, () => photo).join('\r\n');
  expect(only('VERSION:3.0', 'FN:Ana', 'PHOTO;ENCODING=b;TYPE=JPEG:AAAA', lines)?.name).toBe('Ana');
});
