import { usable } from '../effect.ts';
import type { Moderator } from '../model.ts';
import type { Study } from '../report.ts';
import type { Measure } from '../scale.ts';
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
  /** Studies of which a number is missing. */
  readonly leftOut: readonly (TableIssue & { readonly name: string })[];
}

export interface TableRequest {
  /** Left out: the first that the columns allow. */
  readonly measure?: Measure;
  /** Columns with numbers that might explain why the effects differ. */
  readonly moderators?: readonly string[];
}

export type ReadStudies =
  | { readonly ok: true; readonly value: StudyTable }
  | { readonly ok: false; readonly issues: readonly TableIssue[] };

const NAMES = ['study', 'slab', 'trial', 'author', 'authors', 'name', 'label', 'source'];
const LONGEST_NAME = 60;
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
  const layout = layoutFor(places, request.measure);
  if (typeof layout === 'string') return wrong(head.line, layout);
  const asked = (request.moderators ?? []).map((name) => name.toLowerCase());
  const unknown = asked.find((name) => !places.has(name));
  if (unknown !== undefined) return wrong(head.line, `there is no column ${unknown}`);
  if (rows.length === 0) return wrong(head.line, 'there are column names, and no study below them');
  if (rows.length > MOST_STUDIES)
    return wrong(head.line, `there are ${rows.length} studies; at most ${MOST_STUDIES} are read`);

  const measure = request.measure ?? layout.measures[0];
  const needed = [...layout.columns, ...asked];
  const decimalComma = read.value.separator !== ',';
  const studies: Study[] = [];
  const values: number[][] = asked.map(() => []);
  const leftOut: StudyTable['leftOut'][number][] = [];
  const issues: TableIssue[] = [];
  for (const row of rows) {
    if (row.cells.length > head.cells.length) {
      issues.push({ line: row.line, message: manyCells(row, head) });
      continue;
    }
    const name = nameOf(row, places, studies.length + leftOut.length + 1);
    const cell = (column: string): number =>
      numberIn(row.cells[places.get(column) ?? -1] ?? '', decimalComma);
    const said = (column: string): string => row.cells[places.get(column) ?? -1] ?? '';
    const bad = needed.find((column) => !isMissing(said(column)) && Number.isNaN(cell(column)));
    const missing = needed.filter((column) => isMissing(said(column)));
    if (bad !== undefined)
      issues.push({ line: row.line, message: `${bad} is "${shortened(said(bad))}", not a number` });
    else if (missing.length > 0)
      leftOut.push({ line: row.line, name, message: `${missing.join(', ')} missing` });
    else {
      const study = studyOf(layout, measure, cell, name);
      if (typeof study === 'string') issues.push({ line: row.line, message: `${name}: ${study}` });
      else {
        studies.push(study);
        for (const [j, column] of asked.entries()) values[j]?.push(cell(column));
      }
    }
  }
  if (issues.length > 0) return { ok: false, issues };
  const moderators = asked.map((name, j) => ({ name, values: values[j] ?? [] }));
  return { ok: true, value: { measure, readAs: layout.words, studies, moderators, leftOut } };
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

function layoutFor(places: ReadonlyMap<string, number>, measure?: Measure): Layout | string {
  const there = LAYOUTS.filter(({ columns }) => columns.every((column) => places.has(column)));
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
  // What a terminal would obey, or a row could not hold, is not part of a name.
  const cell = (name: string): string =>
    (row.cells[places.get(name) ?? -1] ?? '')
      .replace(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, LONGEST_NAME);
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

const isMissing = (text: string): boolean => /^(na|n\/a|null|\.|-)?$/i.test(text);

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function numberIn(text: string, decimalComma: boolean): number {
  const plain = (decimalComma ? text.replace(',', '.') : text).replace('−', '-');
  return NUMBER.test(plain) ? Number(plain) : Number.NaN;
}

const shortened = (text: string): string => (text.length > 30 ? `${text.slice(0, 29)}…` : text);
const manyCells = (row: Row, head: Row): string =>
  `${row.cells.length} cells, and only ${head.cells.length} column names`;
