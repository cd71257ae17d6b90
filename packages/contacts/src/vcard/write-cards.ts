/** Contact data of clients → vCards 3.0 (RFC 2426), which address books of every kind read. Pure. */
import type { ClientDetails } from '@assuage/record';

const LONGEST_LINE = 75;

/** Name, phone, e-mail, address and date of birth; never anything about health, nor whom to call in an emergency. */
export const cardsOf = (clients: readonly ClientDetails[]): string => clients.map(cardOf).join('');

function cardOf({ id, name, born, pronouns, contact = {} }: ClientDetails): string {
  const { phone, email, address } = contact;
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `UID:urn:uuid:${id}`,
    `FN:${escaped(name)}`,
    `N:${partsOfName(name).map(escaped).join(';')};;;`,
    ...(phone === undefined ? [] : [`TEL:${escaped(phone)}`]),
    ...(email === undefined ? [] : [`EMAIL:${escaped(email)}`]),
    // What is one text here is the street there, and the other parts stay empty.
    ...(address === undefined ? [] : [`ADR:;;${escaped(address)};;;;`]),
    ...(born === undefined ? [] : [`BDAY:${born}`]),
    // Known since RFC 9554; older address books pass over it.
    ...(pronouns === undefined || pronouns === '' ? [] : [`PRONOUNS:${escaped(pronouns)}`]),
    'END:VCARD',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

/** The last word is taken for the family name: 3.0 wants parts, and a client has a name. */
function partsOfName(name: string): [family: string, given: string] {
  const words = name.trim().split(/\s+/);
  return [words.at(-1) ?? '', words.slice(0, -1).join(' ')];
}

const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n');

/** In lines of at most 75 bytes, never in the middle of a sign. */
function folded(line: string): string {
  const lines = [''];
  let size = 0;
  for (const sign of line) {
    const bytes = Buffer.byteLength(sign);
    if (size + bytes > LONGEST_LINE) {
      lines.push(' ');
      size = 1;
    }
    lines[lines.length - 1] += sign;
    size += bytes;
  }
  return lines.join('\r\n');
}
