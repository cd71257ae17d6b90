/** BibTeX, as reference managers and journals write it. */
import { type Paper, paperOf, type ReadPapers, sorted, type Unreadable } from './paper.ts';

/** What is not a paper. */
const ASIDE = new Set(['comment', 'preamble']);

/** @source https://www.bibtex.org/Format/: entries, strings, braces and quotation marks */
export function readBibtex(text: string): ReadPapers {
  const read: (Paper | Unreadable)[] = [];
  const macros = new Map<string, string>();
  let [line, counted] = [1, 0];
  const lineAt = (at: number) => {
    for (; counted < at; counted++) if (text[counted] === '\n') line += 1;
    return line;
  };
  const start = /@\s*(\w+)\s*[{(]/g;
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const type = (found[1] ?? '').toLowerCase();
    const open = start.lastIndex - 1;
    const { end, isClosed } = closing(text, open);
    if (!isClosed) {
      read.push({ line: lineAt(found.index), why: `the brace of this @${type} is never closed` });
      // The next entry may be whole, so reading goes on there.
      start.lastIndex = end;
      continue;
    }
    start.lastIndex = end + 1;
    if (ASIDE.has(type)) continue;
    const fields = fieldsIn(text.slice(open + 1, end), macros);
    if (type === 'string') for (const [name, value] of fields) macros.set(name, value);
    else read.push(paperOf(ofEntry(fields, lineAt(found.index))));
  }
  return sorted(read);
}

function ofEntry(fields: ReadonlyMap<string, string>, line: number): Parameters<typeof paperOf>[0] {
  const of = (name: string) => plain(fields.get(name) ?? '');
  return {
    line,
    title: of('title'),
    authors: (fields.get('author') ?? '').split(/\s+and\s+/i).map(plain),
    date: of('year') || of('date'),
    journal: of('journal') || of('journaltitle') || of('booktitle'),
    pmid: of('pmid') || (of('eprinttype') === 'pubmed' ? of('eprint') : ''),
    dois: [fields.get('doi') ?? ''],
    url: fields.get('url'),
    abstract: of('abstract'),
  };
}

/** @returns where the bracket at `open` closes; where it never does, the next entry or the end of the text */
function closing(text: string, open: number): { end: number; isClosed: boolean } {
  const last = text[open] === '(' ? ')' : '}';
  let depth = 0;
  for (let i = open + 1; i < text.length; i++) {
    const sign = text[i];
    if (sign === '\\') i += 1;
    else if (depth === 0 && sign === last) return { end: i, isClosed: true };
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    // Whoever forgot a brace begins the next entry on a line of its own.
    else if (sign === '@' && text[i - 1] === '\n' && /^@\w+\s*[{(]/.test(text.slice(i, i + 40)))
      return { end: i, isClosed: false };
  }
  return { end: text.length, isClosed: false };
}

function fieldsIn(body: string, macros: ReadonlyMap<string, string>): Map<string, string> {
  const fields = new Map<string, string>();
  const name = /(?<![\w-])([\w-]+)\s*=\s*/g;
  for (let found = name.exec(body); found; found = name.exec(body)) {
    const [value, end] = valueAt(body, name.lastIndex, macros);
    const key = (found[1] ?? '').toLowerCase();
    if (!fields.has(key)) fields.set(key, value);
    name.lastIndex = end;
  }
  return fields;
}

/** A value may be joined of several with "#". */
function valueAt(
  body: string,
  from: number,
  macros: ReadonlyMap<string, string>,
): [value: string, end: number] {
  let value = '';
  let at = from;
  for (;;) {
    const end = endOfPart(body, at);
    const part = body.slice(at, end);
    value += /^[{"]/.test(part) ? part.slice(1, -1) : (macros.get(part.toLowerCase()) ?? part);
    const joined = /^\s*#\s*/.exec(body.slice(end));
    if (!joined) return [value, end];
    at = end + joined[0].length;
  }
}

function endOfPart(body: string, at: number): number {
  if (body[at] === '{') {
    const { end, isClosed } = closing(body, at);
    return isClosed ? end + 1 : body.length;
  }
  if (body[at] !== '"') return at + (/^[^\s,#}]*/.exec(body.slice(at))?.[0].length ?? 0);
  let depth = 0;
  for (let i = at + 1; i < body.length; i++) {
    if (body[i] === '{') depth += 1;
    else if (body[i] === '}') depth -= 1;
    else if (body[i] === '"' && depth === 0 && body[i - 1] !== '\\') return i + 1;
  }
  return body.length;
}

/** The accents that LaTeX puts before a letter, as Unicode puts them after it. */
const ACCENTS: Readonly<Record<string, string>> = {
  '"': '\u0308',
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  u: '\u0306',
  v: '\u030C',
  H: '\u030B',
  c: '\u0327',
  k: '\u0328',
  r: '\u030A',
  d: '\u0323',
};
const LETTERS: Readonly<Record<string, string>> = {
  ss: 'ß',
  o: 'ø',
  O: 'Ø',
  ae: 'æ',
  AE: 'Æ',
  aa: 'å',
  AA: 'Å',
  oe: 'œ',
  l: 'ł',
  L: 'Ł',
  i: 'i',
  j: 'j',
};

const plain = (text: string): string =>
  text
    .replace(
      /\\(ss|AE|ae|aa|AA|oe|[oOlLij])(?![A-Za-z])\s*/g,
      (_, name: string) => LETTERS[name] ?? '',
    )
    .replace(
      /\\(["'`^~=.]|[uvHckrd](?![A-Za-z]))\s*\{?([A-Za-z])\}?/g,
      (_, accent: string, letter: string) => letter + (ACCENTS[accent] ?? ''),
    )
    .replace(/\\([&%$#_{}])/g, '$1')
    .replace(/\\[a-zA-Z]+\s*/g, '')
    .replace(/[{}]/g, '')
    .replace(/~/g, ' ')
    .replace(/---?/g, '–')
    .normalize('NFC')
    .trim();
