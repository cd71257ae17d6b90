/** Formats of a tag and a value to a line: RIS, and MEDLINE as PubMed exports it (nbib). */
import { type Paper, paperOf, type ReadPapers, sorted, type Unreadable } from './paper.ts';

interface Fields {
  readonly line: number;
  readonly values: Map<string, string[]>;
}

/** @source https://en.wikipedia.org/wiki/RIS_(file_format): tags; what programs write differs a little */
export function readRis(text: string): ReadPapers {
  const read: (Paper | Unreadable)[] = [];
  let open: Fields | undefined;
  let last: string[] | undefined;
  const close = () => {
    if (open) read.push(paperOf(ofRis(open)));
    open = undefined;
    last = undefined;
  };
  for (const [i, line] of linesOf(text).entries()) {
    const [, tag, value = ''] = /^([A-Z][A-Z0-9]) {1,2}- ?(.*)$/.exec(line) ?? [];
    if (tag === 'TY') {
      // Some programs forget the end of a record; its next beginning is as good.
      close();
      open = { line: i + 1, values: new Map() };
    } else if (tag === 'ER') close();
    else if (tag !== undefined && open) last = add(open, tag, value.trim());
    else if (tag !== undefined)
      read.push({ line: i + 1, why: `${tag} stands outside a record: no TY line comes before it` });
    // Long values go on in the next line, without a tag.
    else if (last && line.trim() !== '') last.push(`${last.pop() ?? ''} ${line.trim()}`);
  }
  close();
  return sorted(read);
}

function ofRis(fields: Fields): Parameters<typeof paperOf>[0] {
  const of = (...tags: string[]) => tags.flatMap((tag) => fields.values.get(tag) ?? []);
  const notes = of('N1').join(' ');
  const link = of('UR', 'L2', 'L1')[0];
  const isFromPubmed = /pubmed|medline/i.test(of('DB', 'DP').join(' '));
  return {
    line: fields.line,
    title: of('TI', 'T1', 'CT', 'BT')[0],
    authors: of('AU', 'A1'),
    date: of('PY', 'Y1', 'DA').find((date) => /\d{4}/.test(date)),
    journal: of('T2', 'JF', 'JO', 'JA', 'J2')[0],
    pmid:
      /pubmed\.ncbi\.nlm\.nih\.gov\/(\d+)/.exec(link ?? '')?.[1] ??
      /\bPMID:?\s*(\d+)/i.exec(notes)?.[1] ??
      (isFromPubmed ? of('AN')[0] : undefined),
    dois: of('DO', 'M3'),
    url: link,
    abstract: of('AB', 'N2').join(' '),
  };
}

/** @source https://www.nlm.nih.gov/bsd/mms/medlineelements.html: tags of up to four letters, then "- " */
export function readMedline(text: string): ReadPapers {
  const records: Fields[] = [];
  const stray: Unreadable[] = [];
  let last: string[] | undefined;
  for (const [i, line] of linesOf(text).entries()) {
    const [, tag, value = ''] = /^([A-Z]{2,4}) *- ?(.*)$/.exec(line) ?? [];
    if (tag === 'PMID') records.push({ line: i + 1, values: new Map() });
    const open = records.at(-1);
    if (tag !== undefined && open) last = add(open, tag, value.trim());
    else if (tag !== undefined)
      stray.push({ line: i + 1, why: `${tag} stands before the first PMID line` });
    else if (last && line.startsWith(' ')) last.push(`${last.pop() ?? ''} ${line.trim()}`);
  }
  return sorted([...stray, ...records.map((record) => paperOf(ofMedline(record)))]);
}

function ofMedline(fields: Fields): Parameters<typeof paperOf>[0] {
  const of = (...tags: string[]) => tags.flatMap((tag) => fields.values.get(tag) ?? []);
  return {
    line: fields.line,
    title: of('TI', 'BTI', 'TT')[0],
    authors: of('AU', 'CN'),
    date: of('DP')[0],
    journal: of('JT', 'TA')[0],
    pmid: of('PMID')[0],
    dois: of('LID', 'AID').filter((id) => id.endsWith('[doi]')),
    abstract: of('AB').join(' '),
    types: of('PT'),
  };
}

function add(fields: Fields, tag: string, value: string): string[] {
  const values = fields.values.get(tag) ?? [];
  values.push(value);
  fields.values.set(tag, values);
  return values;
}

const linesOf = (text: string): string[] => text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
