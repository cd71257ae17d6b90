/** Workbooks for tests, written part by part as ISO/IEC 29500 lays them down. */
import { strToU8, zipSync } from 'fflate';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

interface Sheet {
  readonly name: string;
  readonly state?: 'hidden';
  /** What stands in `sheetData`. */
  readonly rows: string;
}
interface Parts {
  readonly sheets: readonly Sheet[];
  /** What stands in `sst`. */
  readonly texts?: string;
  /** What stands in `styleSheet`. */
  readonly styles?: string;
  /** What stands before the list of sheets. */
  readonly settings?: string;
}

export function workbook({ sheets, texts, styles, settings = '' }: Parts): Uint8Array {
  const listed = sheets.map(
    ({ name, state = 'visible' }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}" state="${state}" r:id="r${i}"/>`,
  );
  const others: (readonly [type: string, content: string])[] = [];
  if (texts !== undefined) others.push(['sharedStrings', `<sst xmlns="${MAIN}">${texts}</sst>`]);
  if (styles !== undefined)
    others.push(['styles', `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`]);
  const files = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations([['w', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATED}">${settings}<sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, i) => [`r${i}`, 'worksheet', `worksheets/sheet${i}.xml`] as const),
      ...others.map(([type]) => [type, type, `/xl/${type}.xml`] as const),
    ]),
    ...Object.fromEntries(
      sheets.map(({ rows }, i) => [
        `xl/worksheets/sheet${i}.xml`,
        `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
    ...Object.fromEntries(others.map(([type, content]) => [`xl/${type}.xml`, content])),
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [path, strToU8(HEAD + content)]),
    ),
  );
}

/** A row of texts that stand in the cells themselves. */
export const row = (...cells: readonly string[]): string =>
  `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;

const relations = (all: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}">${all
    .map(
      ([id, type, target]) =>
        `<Relationship Id="${id}" Type="${RELATED}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;
