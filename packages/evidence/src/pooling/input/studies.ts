import { usable } from '../effect.ts';
import type { Moderator } from '../model.ts';
import type { Measure } from '../scale.ts';
import type { Label, Study } from '../study.ts';
import { isMissing, numberIn, plainWords, shortened } from './cells.ts';
import { INSTEAD, reachable, workedOut } from './instead.ts';
import { ALSO, type Cell, LAYOUTS, type Layout } from './layouts.ts';
import { type Row, rowsOf } from './rows.ts';

/** A mistake in a table, with the line of the file it is on. */
export interface TableIssue {
  readonly line: number;
  readonly message: string;
}

export interface StudyTable {
  readonly measure: Measure;
  /** What the columns were read as. */
  readonly readAs: string;
  readonly studies: readonly Study[];
  readonly moderators: readonly Moderator[];
  /** In the order asked for. */
  readonly labels: readonly Label[];
  /** How many studies had no correlation of their own, so that the assumed one was taken. */
  readonly assumed: number;
  /** Studies of which a number is missing. */
  readonly leftOut: readonly (TableIssue & { readonly name: string })[];
}

export interface TableRequest {
  /** Left out: the first that the columns allow. */
  readonly measure?: Measure;
  /** Columns with numbers that might explain why the effects differ. */
  readonly moderators?: readonly string[];
  /** Columns with words: subgroups, cohorts. */
  readonly labels?: readonly string[];
  /** The correlation of two measurements of a person, for studies that do not report it. */
  readonly correlation?: number;
}

export type ReadStudies =
  | { readonly ok: true; readonly value: StudyTable }
  | { readonly ok: false; readonly issues: readonly TableIssue[] };

const NAMES = ['study', 'slab', 'trial', 'author', 'authors', 'name', 'label', 'source'];
const MOST_STUDIES = 20_000;

/**
 * The studies in a table with a line of column names, as files or pasted from a spreadsheet. Columns that are
 * not known are passed over; a study with a missing number (empty, NA) is left out and named; anything
 * else that is not a number is a mistake, with its line.
 */
export function readStudies(text: string, request: TableRequest = {}): ReadStudies {
  const read = rowsOf(text);
  if (!read.ok) return wrong(1, read.why);
  const [head, ...rows] = read.value.rows;
  if (!head) return wrong(1, 'there is nothing in it');
  const places = placesOf(head);
  if (typeof places === 'string') return wrong(head.line, places);
  const layout = layoutFor(places, request);
  if (typeof layout === 'string') return wrong(head.line, layout);
  const lower = (names: readonly string[] = []): string[] =>
    names.map((name) => name.toLowerCase());
  const asked = { moderators: lower(request.moderators), labels: lower(request.labels) };
  const unknown = [...asked.moderators, ...asked.labels].find((name) => !places.has(name));
  if (unknown !== undefined) return wrong(head.line, `there is no column ${unknown}`);
  if (rows.length === 0) return wrong(head.line, 'there are column names, and no study below them');
  if (rows.length > MOST_STUDIES)
    return wrong(head.line, `there are ${rows.length} studies; at most ${MOST_STUDIES} are read`);

  const measure = request.measure ?? layout.measures[0];
  const reading: Reading = {
    places,
    layout,
    measure,
    ...asked,
    correlation: request.correlation,
    decimalComma: read.value.separator !== ',',
  };
  const found: FoundStudy[] = [];
  const leftOut: StudyTable['leftOut'][number][] = [];
  const issues: TableIssue[] = [];
  for (const row of rows) {
    const { line } = row;
    if (row.cells.length > head.cells.length) {
      issues.push({ line, message: manyCells(row, head) });
      continue;
    }
    const name = nameOf(row, places, found.length + leftOut.length + 1);
    const one = readRow(row, name, reading);
    if (one.kind === 'mistake') issues.push({ line, message: one.message });
    else if (one.kind === 'left-out') leftOut.push({ line, name, message: one.message });
    else found.push(one);
  }
  if (issues.length > 0) return { ok: false, issues };
  return {
    ok: true,
    value: {
      measure,
      readAs: layout.words,
      studies: found.map(({ study }) => study),
      moderators: asked.moderators.map((name, j) => ({
        name,
        values: found.map(({ numbers }) => numbers[j] ?? Number.NaN),
      })),
      labels: asked.labels.map((name, j) => ({
        name,
        values: found.map(({ words }) => words[j] ?? ''),
      })),
      assumed: found.filter(({ assumed }) => assumed).length,
      leftOut,
    },
  };
}

/** How the rows of one table are read. */
interface Reading {
  readonly places: ReadonlyMap<string, number>;
  readonly layout: Layout;
  readonly measure: Measure;
  readonly moderators: readonly string[];
  readonly labels: readonly string[];
  readonly correlation: number | undefined;
  readonly decimalComma: boolean;
}

interface FoundStudy {
  readonly kind: 'study';
  readonly study: Study;
  readonly numbers: readonly number[];
  readonly words: readonly string[];
  readonly assumed: boolean;
}
type ReadRow =
  | FoundStudy
  | { readonly kind: 'mistake'; readonly message: string }
  | { readonly kind: 'left-out'; readonly message: string };

const mistake = (message: string): ReadRow => ({ kind: 'mistake', message });

function readRow(row: Row, name: string, reading: Reading): ReadRow {
  const { places, layout, measure, moderators, labels, correlation } = reading;
  const said = (column: string): string => row.cells[places.get(column) ?? -1] ?? '';
  const needed = [...layout.columns, ...moderators];
  const read = [...needed, ...INSTEAD, 'shared'].filter((column) => !isMissing(said(column)));
  const bad = read.find((column) => Number.isNaN(numberIn(said(column), reading.decimalComma)));
  if (bad !== undefined) return mistake(`${bad} is "${shortened(said(bad))}", not a number`);
  const given = new Map(
    read.map((column) => [column, numberIn(said(column), reading.decimalComma)]),
  );
  const other = workedOut((column) => given.get(column));
  if (!other.ok)
    return other.isMistake
      ? mistake(`${name}: ${other.why}`)
      : { kind: 'left-out', message: other.why };
  const assumed =
    layout.columns.includes('ri') && layout.columns.includes('m1i') && !given.has('ri');
  const known = new Map<string, number>([['shared', 1], ...other.value.values, ...given]);
  if (assumed && correlation !== undefined) known.set('ri', correlation);
  const missing = [
    ...needed.filter((column) => !known.has(column)),
    ...labels.filter((column) => isMissing(said(column))),
  ];
  if (missing.length > 0) return { kind: 'left-out', message: `${missing.join(', ')} missing` };
  if (known.get('shared') !== 1 && !layout.splits)
    return mistake(`${name}: a shared control arm can be split only where its people are given`);
  const cell = (column: string): number => known.get(column) ?? Number.NaN;
  const study = studyOf(layout, measure, cell, name);
  if (typeof study === 'string') return mistake(`${name}: ${study}`);
  const { converted } = other.value;
  const year = said('year');
  return {
    kind: 'study',
    study: {
      ...study,
      ...(/^\d{4}$/.test(year) && { year: Number(year) }),
      ...(converted !== '' && { converted: true }),
    },
    numbers: moderators.map(cell),
    words: labels.map((column) => plainWords(said(column))),
    assumed,
  };
}

const wrong = (line: number, message: string): ReadStudies => ({
  ok: false,
  issues: [{ line, message }],
});

/** Where each column is, by its name in small letters; a sentence when one that counts is there twice. */
function placesOf({ cells }: Row): Map<string, number> | string {
  const places = new Map<string, number>();
  for (const [i, cell] of cells.entries()) {
    const name = cell.toLowerCase();
    const own = ALSO[name] ?? name;
    if (own === '') continue;
    if (places.has(own) && LAYOUTS.some(({ columns }) => columns.includes(own)))
      return `the column ${own} is there twice`;
    if (!places.has(own)) places.set(own, i);
  }
  return places;
}

function layoutFor(
  places: ReadonlyMap<string, number>,
  { measure, correlation }: TableRequest,
): Layout | string {
  const has = reachable((column) => places.has(column), correlation !== undefined);
  const there = LAYOUTS.filter(({ columns }) => columns.every(has));
  const [first] = there;
  if (!first)
    return `no columns that can be pooled: there must be ${LAYOUTS.map(({ columns }) => columns.join(' ')).join(', or ')}`;
  if (measure === undefined) return first;
  return (
    there.find(({ measures }) => measures.includes(measure)) ??
    `${measure} cannot be made from ${first.words} (${first.measures.join(', ')} can)`
  );
}

function nameOf(row: Row, places: ReadonlyMap<string, number>, number: number): string {
  const cell = (name: string): string => plainWords(row.cells[places.get(name) ?? -1] ?? '');
  const name = NAMES.map(cell).find((each) => each !== '' && !/^\d+$/.test(each));
  const year = cell('year');
  if (name === undefined) return `Study ${number}`;
  return /^\d{4}$/.test(year) && !name.includes(year) ? `${name} ${year}` : name;
}

function studyOf(layout: Layout, measure: Measure, cell: Cell, name: string): Study | string {
  const effect = layout.effect(cell, measure);
  if (!effect.ok) return effect.why;
  const checked = usable([effect.value]);
  if (!checked.ok) return checked.why.replace('study 1', 'the study');
  const people = layout.people(cell);
  return Number.isFinite(people) ? { ...effect.value, name, people } : { ...effect.value, name };
}

const manyCells = (row: Row, head: Row): string =>
  `${row.cells.length} cells, and only ${head.cells.length} column names`;
