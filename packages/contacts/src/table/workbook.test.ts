import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { row, workbook } from '../testing/workbooks.ts';
import { readWorkbook } from './workbook.ts';

const cellsOf = (bytes: Uint8Array, sheet?: string) => {
  const read = readWorkbook(bytes, sheet);
  if (!read.ok) throw new Error(read.error);
  return read.value.rows.map(({ cells }) => cells);
};
const errorOf = (bytes: Uint8Array, sheet?: string) => {
  const read = readWorkbook(bytes, sheet);
  return read.ok ? 'no error' : read.error;
};

test('cells are the texts that the sheet shows, each in its column', () => {
  const bytes = workbook({
    texts:
      '<si><t>Name</t></si><si><r><t xml:space="preserve">Ana </t></r><r><rPr><b/></rPr><t>Silva</t></r>' +
      '<rPh sb="0" eb="1"><t>spoken</t></rPh></si>',
    sheets: [
      {
        name: 'Clients',
        rows:
          '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Q &amp; A</t></is></c></row>' +
          '<row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" t="b"><v>1</v></c><c r="C4" t="str"><f>A1</f><v>=x</v></c>' +
          '<c r="D4" t="e"><v>#REF!</v></c><c r="AA4"><v>7</v></c></row>',
      },
    ],
  });
  const read = readWorkbook(bytes);
  expect(read).toMatchObject({ ok: true, value: { sheet: 'Clients', sheets: ['Clients'] } });
  // Column AA is the 27th.
  const last = Array.from({ length: 22 }, () => '');
  expect(read.ok && read.value.rows).toEqual([
    { line: 1, cells: ['Name', '', 'Q & A'] },
    { line: 4, cells: ['Ana Silva', 'yes', '=x', '', ...last, '7'] },
  ]);
});

test('a number is a date where its style says so, in Excel, by its own code and from 1904', () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="00000"/>' +
    '<numFmt numFmtId="166" formatCode="0.00&quot; days&quot;"/><numFmt numFmtId="167" formatCode="[Red]General"/></numFmts>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs>';
  const cell = (style: number, value: string) => `<c s="${style}"><v>${value}</v></c>`;
  const rows = `<row>${cell(1, '24940')}${cell(2, '24940.75')}${cell(1, '59')}${cell(1, '61')}${cell(1, '-4')}${cell(3, '2134')}${cell(4, '24940')}${cell(5, '24940')}${cell(0, '4.4770090012E11')}</row>`;
  const sheets = [{ name: 'S', rows }];
  // Excel: 24940 is 12 April 1968, 59 is 28 February 1900, 61 is 1 March 1900; day 60 never was.
  expect(cellsOf(workbook({ styles, sheets }))[0]).toEqual([
    '1968-04-12',
    '1968-04-12',
    '1900-02-28',
    '1900-03-01',
    '-4',
    '02134',
    '24940',
    '24940',
    '447700900120',
  ]);
  // From 1904, the same number is 1462 days later: 13 April 1972.
  const settings = '<workbookPr date1904="1"/>';
  expect(cellsOf(workbook({ styles, sheets, settings }))[0]?.[0]).toBe('1972-04-13');
});

test('a telephone number that is text keeps its zeros, and no text becomes a number', () => {
  const bytes = workbook({ sheets: [{ name: 'S', rows: row('0555 010', '007', '1e5') }] });
  expect(cellsOf(bytes)).toEqual([['0555 010', '007', '1e5']]);
});

test('the first sheet that is not hidden and has two rows is read, unless one is named', () => {
  const bytes = workbook({
    sheets: [
      { name: 'Secret', state: 'hidden', rows: row('a') + row('b') },
      { name: 'Cover', rows: row('Harbour Massage') },
      { name: 'Empty', rows: '' },
      { name: 'Active', rows: row('Name') + row('Ana') },
      { name: 'Old', rows: row('Name') + row('Ben') },
    ],
  });
  expect(readWorkbook(bytes)).toMatchObject({
    value: { sheet: 'Active', sheets: ['Cover', 'Active', 'Old'] },
  });
  expect(cellsOf(bytes, 'Old')).toEqual([['Name'], ['Ben']]);
  expect(errorOf(bytes, 'Secret')).toBe(
    'nothing is written in a sheet "Secret". The sheets are: Cover, Active, Old',
  );
});

test('what is no workbook, is damaged or holds nothing is refused in words', () => {
  expect(errorOf(zipSync({ 'readme.txt': strToU8('x') }))).toContain('no Excel workbook');
  expect(errorOf(workbook({ sheets: [] }))).toBe('nothing is written in this workbook');
  const whole = workbook({ sheets: [{ name: 'S', rows: row('Name') }] });
  expect(errorOf(whole.subarray(0, 300))).toContain('is damaged');
  const parts = unzipSync(whole);
  expect(errorOf(zipSync({ ...parts, 'xl/worksheets/sheet0.xml': strToU8('<a><b></a>') }))).toBe(
    'this workbook is damaged (xl/worksheets/sheet0.xml). Save it again',
  );
});

test('a workbook that would unpack to more than 32 MB is refused before it is unpacked', () => {
  const parts = unzipSync(workbook({ sheets: [{ name: 'S', rows: row('Name') }] }));
  const bomb = zipSync({ ...parts, 'xl/worksheets/sheet0.xml': new Uint8Array(33_000_000) });
  expect(bomb.length).toBeLessThan(100_000);
  expect(errorOf(bomb)).toContain('more than 32 MB');
  // And one that lies about it holds no more than it says.
  const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.length);
  for (let i = 0; i < bomb.length - 4; i++)
    if (view.getUint32(i, true) === 0x02014b50 && view.getUint32(i + 24, true) === 33_000_000)
      view.setUint32(i + 24, 1000, true);
  expect(errorOf(bomb)).toContain('is damaged');
});

test('a sheet of millions of empty cells is refused before it is read', () => {
  const rows = `<row>${'<c/>'.repeat(2_000_001)}</row>`;
  expect(errorOf(workbook({ sheets: [{ name: 'S', rows }] }))).toContain('too many cells');
});

test('an entity that unfolds into a gigabyte is refused', () => {
  const parts = unzipSync(workbook({ sheets: [{ name: 'S', rows: row('Name') }] }));
  const laughs =
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>';
  expect(errorOf(zipSync({ ...parts, 'xl/worksheets/sheet0.xml': strToU8(laughs) }))).toContain(
    'is damaged',
  );
});
