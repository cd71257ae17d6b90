/**
 * A client's journal as a PDF that a screen reader can read: tagged as PDF/UA-1 asks, with title, language
 * and headings. The letters are DejaVu Sans, which has those of Europe, the Caucasus and the Middle East, and
 * is put into the file.
 */
import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';
import type { Reading, ReadRecord } from './reading.ts';

type Document = InstanceType<typeof PDFDocument>;
type Element = PDFKit.PDFStructureElement;
/** pdfkit knows it; its types do not yet. */
const TAGGED: object = { subset: 'PDF/UA' };

const { resolve } = createRequire(import.meta.url);
const PLAIN = resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const BOLD = resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');

/** Points. */
const MARGIN = 54;
const INDENT = 14;
const SIZE = { title: 18, heading: 12, text: 10 };

/** @returns the bytes of the file, on A4 */
export async function pdfOf({ name, about, entries }: ReadRecord): Promise<Uint8Array> {
  // 17 MB that a server at rest does without.
  const { default: Pdf } = await import('pdfkit');
  const pdf = new Pdf({
    size: 'A4',
    margin: MARGIN,
    ...TAGGED,
    tagged: true,
    pdfVersion: '1.7',
    displayTitle: true,
    lang: 'en',
    info: { Title: name },
    font: PLAIN,
    bufferPages: true,
  });
  const done = collected(pdf);
  const whole = pdf.struct('Document');
  pdf.addStructure(whole);
  const put = (element: Element) => whole.add(element);
  const line = (type: string, text: string, font: string, size: number) =>
    put(pdf.struct(type, {}, () => pdf.font(font).fontSize(size).text(text, MARGIN)));

  line('H1', name, BOLD, SIZE.title);
  line('P', about, PLAIN, SIZE.text);
  for (const { title, by, body } of entries) {
    pdf.moveDown();
    line('H2', title, BOLD, SIZE.heading);
    line('P', by, PLAIN, SIZE.text);
    write(pdf, put, body, 0);
  }
  whole.end();
  numberPages(pdf, name);
  pdf.end();
  return done;
}

/** One paragraph for each text, set in as deep as it lies; a list is tagged as a list. */
function write(
  pdf: Document,
  put: (element: Element) => unknown,
  value: Reading,
  depth: number,
  label?: string,
): void {
  const paragraph = (text: string) =>
    put(pdf.struct('P', {}, () => setText(pdf, label, text, depth)));
  if (typeof value === 'string' || 'file' in value) {
    paragraph(typeof value === 'string' ? value : value.file);
    return;
  }
  if (label !== undefined) paragraph('');
  const inner = label === undefined ? depth : depth + 1;
  if ('fields' in value) {
    for (const field of value.fields) write(pdf, put, field.value, inner, field.label);
    return;
  }
  const list = pdf.struct('L');
  put(list);
  for (const item of value.items) {
    const entry = pdf.struct('LI');
    const body = pdf.struct('LBody');
    list.add(entry);
    entry.add(body);
    write(pdf, (element) => body.add(element), item, inner);
    body.end();
    entry.end();
  }
  list.end();
}

function setText(pdf: Document, label: string | undefined, text: string, depth: number): void {
  const x = MARGIN + depth * INDENT;
  const width = pdf.page.width - MARGIN - x;
  pdf.fontSize(SIZE.text);
  if (label === undefined) pdf.font(PLAIN).text(text, x, undefined, { width });
  else {
    const continued = text !== '';
    pdf.font(BOLD).text(continued ? `${label}: ` : label, x, undefined, { width, continued });
    if (continued) pdf.font(PLAIN).text(text);
  }
}

/** Whose pages they are and how many, outside of what is read aloud. */
function numberPages(pdf: Document, name: string): void {
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    pdf
      .font(PLAIN)
      .fontSize(8)
      .text(`${name} · ${page + 1} of ${count}`, MARGIN, pdf.page.height - MARGIN / 2, {
        lineBreak: false,
      });
    pdf.endMarkedContent();
  }
}

function collected(pdf: Document): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}
