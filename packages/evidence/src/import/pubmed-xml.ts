/** XML of PubMed's E-utilities: full records (efetch) and summaries (esummary). */
import { SaxesParser } from 'saxes';
import {
  type Paper,
  paperOf,
  type RawPaper,
  type ReadPapers,
  sorted,
  type Unreadable,
} from './paper.ts';

/** @source https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd: the elements that are read */
const RECORDS = new Set(['PubmedArticle', 'PubmedBookArticle', 'DocSum', 'DocumentSummary']);

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  readonly parts: (Element | string)[];
}

export function readPubmedXml(text: string): ReadPapers {
  const read: (Paper | Unreadable)[] = [];
  let root: string | undefined;
  let ids = 0;
  const stack: Element[] = [];
  const parser = new SaxesParser<{ xmlns: false; position: true }>({
    xmlns: false,
    position: true,
  });
  parser.on('opentag', ({ name, attributes }) => {
    root ??= name;
    const element: Element = { name, attributes, line: parser.line, parts: [] };
    stack.at(-1)?.parts.push(element);
    if (stack.length > 0 || RECORDS.has(name)) stack.push(element);
  });
  parser.on('text', (characters) => {
    stack.at(-1)?.parts.push(characters);
  });
  parser.on('cdata', (characters) => {
    stack.at(-1)?.parts.push(characters);
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'Id') ids += 1;
    const element = stack.pop();
    if (element && stack.length === 0)
      read.push(
        isOfPubmed(element)
          ? paperOf(rawOf(element))
          : { line: element.line, why: 'it is a summary from another database than PubMed' },
      );
    if (name === 'ERROR' || name === 'ErrorList')
      read.push({ line: parser.line, why: 'PubMed answered with an error instead of records' });
  });
  try {
    parser.write(text).close();
  } catch (error) {
    const said = (error instanceof Error ? error.message : String(error)).replace(/^\d+:\d+: /, '');
    read.push({ line: parser.line, why: `the XML breaks off here: ${said}` });
  }
  if (root === 'eSearchResult')
    read.push({
      line: 1,
      why: `this is the answer to a search: ${ids} numbers and no records. Fetch the records (efetch) and import those`,
    });
  else if (read.length === 0)
    read.push({ line: 1, why: `it holds no PubMed records, but <${root ?? 'nothing'}>` });
  return sorted(read);
}

/** E-utilities summarise proteins and genes in the same form; only papers have a date of print. */
const isOfPubmed = (record: Element): boolean =>
  !record.name.startsWith('Doc') || (ofSummary(record).date ?? '') !== '';

const rawOf = (record: Element): RawPaper =>
  record.name.startsWith('Doc') ? ofSummary(record) : ofArticle(record);

function ofArticle(record: Element): RawPaper {
  // A record may quote other papers, with their numbers and titles.
  const own = without(record, ['ReferenceList', 'CommentsCorrectionsList']);
  const article = find(own, 'Article') ?? find(own, 'BookDocument') ?? own;
  const published = find(article, 'PubDate');
  return {
    line: record.line,
    title: [
      textAt(article, 'ArticleTitle'),
      textAt(article, 'BookTitle'),
      textAt(article, 'VernacularTitle'),
    ].find((title) => title !== ''),
    authors: all(article, 'Author').map(nameOf),
    // Summer issues have a season, and some years only stand in a range of months.
    date: published && (textAt(published, 'Year') || textAt(published, 'MedlineDate')),
    journal: textAt(find(article, 'Journal') ?? own, 'Title') || textAt(article, 'BookTitle'),
    pmid: textAt(own, 'PMID'),
    dois: [
      ...all(article, 'ELocationID').filter(({ attributes }) => attributes.EIdType === 'doi'),
      ...all(own, 'ArticleId').filter(({ attributes }) => attributes.IdType === 'doi'),
    ].map(textOf),
    abstract: all(article, 'AbstractText').map(textOf).join(' '),
    types: all(article, 'PublicationType').map(textOf),
  };
}

function ofSummary(record: Element): RawPaper {
  const items = all(record, 'Item').flatMap((item) => [item, ...all(item, 'Item')]);
  const item = (name: string) =>
    items.filter(({ attributes }) => attributes.Name === name).map(textOf);
  return {
    line: record.line,
    title: item('Title')[0] ?? textAt(record, 'Title'),
    authors: [...item('Author'), ...all(record, 'Author').map((author) => textAt(author, 'Name'))],
    date: item('PubDate')[0] ?? textAt(record, 'PubDate'),
    journal: item('FullJournalName')[0] ?? item('Source')[0] ?? textAt(record, 'Source'),
    pmid: textAt(record, 'Id') || record.attributes.uid,
    dois: [...item('DOI'), ...item('doi'), ...item('ELocationID')],
    types: item('PubType'),
  };
}

/** A person, or a group that signs as one. */
function nameOf(author: Element): string {
  const [last, initials] = [textAt(author, 'LastName'), textAt(author, 'Initials')];
  return last === '' ? textAt(author, 'CollectiveName') : `${last} ${initials}`.trim();
}

const isElement = (part: Element | string): part is Element => typeof part !== 'string';
const all = (element: Element, name: string): Element[] =>
  element.parts
    .filter(isElement)
    .flatMap((part) => (part.name === name ? [part] : all(part, name)));
const find = (element: Element, name: string): Element | undefined => all(element, name)[0];
/** With the text of what stands inside: titles have italics and raised numbers. */
const textOf = (element: Element): string =>
  element.parts.map((part) => (isElement(part) ? textOf(part) : part)).join('');
const textAt = (element: Element, name: string): string => {
  const found = find(element, name);
  return found ? textOf(found).trim() : '';
};
const without = (element: Element, names: readonly string[]): Element => ({
  ...element,
  parts: element.parts
    .filter((part) => !isElement(part) || !names.includes(part.name))
    .map((part) => (isElement(part) ? without(part, names) : part)),
});
