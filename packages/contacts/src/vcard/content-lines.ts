/** The lines of vCards (RFC 2426, RFC 6350 and the older 2.1) → names, parameters and values. Pure. */

export interface ContentLine {
  /** In capitals, without the group before it: `TEL`. */
  readonly name: string;
  /** Names in capitals, values as written, without quotation marks. What 2.1 writes bare is a TYPE. */
  readonly params: ReadonlyMap<string, readonly string[]>;
  /** Decoded, with its backslashes. */
  readonly value: string;
}
export interface Card {
  /** Of its `BEGIN:VCARD` in the file, counted from 1. */
  readonly line: number;
  readonly lines: readonly ContentLine[];
  /** Whether its `END:VCARD` is there. */
  readonly isWhole: boolean;
}

const BEGIN = /^\s*BEGIN:VCARD\s*$/i;
const END = /^\s*END:VCARD\s*$/i;

/** @returns every card of the file, those included that stop in the middle; not the cards within cards */
export function cardsIn(text: string): Card[] {
  const cards: Card[] = [];
  let open: { line: number; texts: string[] } | undefined;
  let inner = 0;
  const close = (isWhole: boolean): void => {
    if (open) cards.push({ line: open.line, lines: linesOf(open.texts), isWhole });
    open = undefined;
    inner = 0;
  };
  for (const [i, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (BEGIN.test(line)) {
      // In 2.1 the card of an agent stands within the card: it follows an empty AGENT.
      if (open && /^(?:[^:]*\.)?AGENT[^:]*:\s*$/i.test(open.texts.at(-1) ?? '')) inner++;
      else if (inner > 0) inner++;
      else {
        close(false);
        open = { line: i + 1, texts: [] };
      }
    } else if (END.test(line)) {
      if (inner > 0) inner--;
      else close(true);
    } else if (inner === 0) open?.texts.push(line);
  }
  close(false);
  return cards;
}

function linesOf(texts: readonly string[]): ContentLine[] {
  const isOld = texts.some((text) => /^VERSION:2\.1\s*$/i.test(text));
  // In pieces, joined at the end: a photo has a hundred thousand.
  const whole: string[][] = [];
  let isOpen = false;
  for (const text of texts) {
    const last = whole.at(-1);
    // A soft break of quoted-printable, or a folded line: 2.1 breaks before a blank that belongs to the
    // text, later ones put a blank in.
    if (last !== undefined && isOpen) last.push(text);
    else if (last !== undefined && /^[ \t]/.test(text)) last.push(isOld ? text : text.slice(1));
    else whole.push([text]);
    isOpen = text.endsWith('=') && isQuotedPrintable(whole.at(-1)?.[0] ?? '');
  }
  return whole.flatMap((pieces) => {
    const [first = ''] = pieces;
    const text = isQuotedPrintable(first)
      ? pieces.map((piece, i) => (i < pieces.length - 1 ? piece.replace(/=$/, '') : piece)).join('')
      : pieces.join('');
    return lineOf(text) ?? [];
  });
}

const isQuotedPrintable = (line: string): boolean =>
  /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(line);

function lineOf(text: string): ContentLine | undefined {
  const found = /^(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)((?:;(?:[^":;]|"[^"]*")*)*):(.*)$/s.exec(text);
  if (!found) return undefined;
  const [, name = '', written = '', raw = ''] = found;
  const params = new Map<string, string[]>();
  for (const [, param = ''] of written.matchAll(/;((?:[^";]|"[^"]*")*)/g)) {
    const at = param.indexOf('=');
    const key = at === -1 ? 'TYPE' : param.slice(0, at).trim().toUpperCase();
    const values = [...param.slice(at + 1).matchAll(/"([^"]*)"|([^,"]+)/g)].map(
      ([, quoted, bare]) => (quoted ?? bare ?? '').trim(),
    );
    params.set(key, [...(params.get(key) ?? []), ...values]);
  }
  const value = isQuotedPrintable(text) ? decoded(raw, params.get('CHARSET')?.[0]) : raw;
  return { name: name.toUpperCase(), params, value };
}

/** @param charset as the card names it; unknown or left out: UTF-8 */
function decoded(value: string, charset: string | undefined): string {
  const pieces = [...value.matchAll(/((?:=[0-9A-Fa-f]{2})+)|=|[^=]+/g)].map(([text, escapes]) =>
    escapes === undefined ? Buffer.from(text) : Buffer.from(escapes.replaceAll('=', ''), 'hex'),
  );
  return decoderOf(charset).decode(Buffer.concat(pieces));
}

function decoderOf(charset: string | undefined): TextDecoder {
  try {
    return new TextDecoder(charset ?? 'utf-8');
  } catch {
    return new TextDecoder();
  }
}

/** The parts of a value that semicolons (or other signs) divide, without backslashes. */
export function partsOf(value: string, divider: ';' | ','): string[] {
  const parts = [''];
  for (const [, escaped, sign = ''] of value.matchAll(/\\([\s\S])|([\s\S])/gu)) {
    if (escaped === undefined && sign === divider) parts.push('');
    else parts[parts.length - 1] += escaped === undefined ? sign : unescaped(escaped);
  }
  return parts.map((part) => part.trim());
}

const unescaped = (sign: string): string => (sign === 'n' || sign === 'N' ? '\n' : sign);

/** A value that is one text. */
export const textOf = (value: string): string =>
  value.replaceAll(/\\([\s\S])/gu, (_, sign: string) => unescaped(sign)).trim();
