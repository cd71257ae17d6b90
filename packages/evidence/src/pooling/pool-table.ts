import type { ImportantRequest } from './important.ts';
import { readStudies, type StudyTable, type TableRequest } from './input/studies.ts';
import type { Test } from './model.ts';
import { type Report, report } from './report.ts';
import { type Section, sectionsOf } from './sections.ts';
import type { Better, Label } from './study.ts';
import { rangeOf } from './summary.ts';
import type { Method } from './tau2.ts';

/** A table of studies and all that is asked of it. */
export interface PoolingRequest extends Omit<TableRequest, 'labels'> {
  readonly better: Better | null;
  readonly method: Method;
  readonly test: Test;
  /** The column with the subgroup of every study. */
  readonly subgroup?: string;
  /** The column with the cohort of every effect. */
  readonly cohort?: string;
  readonly important?: ImportantRequest;
}

export interface PooledTable {
  readonly table: StudyTable;
  readonly report: Report;
  readonly sections: readonly Section[];
}

/** What is wrong, and on which line of the file; null where no single line is to blame. */
export interface PoolingIssue {
  readonly line: number | null;
  readonly message: string;
}

export type PooledTableOrWhy =
  | { readonly ok: true; readonly value: PooledTable }
  | { readonly ok: false; readonly issues: readonly PoolingIssue[] };

/** Correlations that are tried where a report gives none. */
const TRIED = [0.3, 0.5, 0.7];

/** Reads a table of studies, pools them, and says all that so many of them carry; else every mistake in it. */
export function poolTable(text: string, request: PoolingRequest): PooledTableOrWhy {
  const { correlation } = request;
  if (correlation !== undefined && !(Math.abs(correlation) < 1))
    return wrong(`the correlation (${correlation}) must lie between -1 and 1`);
  const { subgroup, cohort } = request;
  const labels = [subgroup, cohort].filter((name) => name !== undefined);
  const read = readStudies(text, { ...request, labels });
  if (!read.ok) return read;
  const table = read.value;
  if (table.studies.length === 0)
    return {
      ok: false,
      issues: [
        { line: null, message: 'no study has all its numbers' },
        ...table.leftOut.map(({ line, name, message }) => ({
          line,
          message: `${name}: ${message}`,
        })),
      ],
    };
  const said = reportOf(table, request);
  if (!said.ok) return wrong(said.why);
  const sections = sectionsOf(said.value);
  const tried = table.assumed > 0 ? triedSection(text, { ...request, labels }, table) : [];
  return { ok: true, value: { table, report: said.value, sections: [...tried, ...sections] } };
}

const wrong = (message: string): PooledTableOrWhy => ({
  ok: false,
  issues: [{ line: null, message }],
});

function reportOf(table: StudyTable, request: PoolingRequest) {
  const { method, test, better, important, subgroup, cohort } = request;
  const named = (column: string | undefined): Label | undefined =>
    table.labels.find(({ name }) => name === column?.toLowerCase());
  const [subgroups, cohorts] = [named(subgroup), named(cohort)];
  return report(table.studies, {
    measure: table.measure,
    better,
    model: { method, test, moderators: table.moderators },
    ...(subgroups && { subgroups }),
    ...(cohorts && { cohorts }),
    ...(important && { important }),
  });
}

/** The same with other correlations, so that none is taken silently. */
function triedSection(
  text: string,
  request: PoolingRequest & TableRequest,
  { assumed, measure }: StudyTable,
): Section[] {
  const lines = TRIED.map((correlation) => {
    const read = readStudies(text, { ...request, correlation });
    const said = read.ok ? reportOf(read.value, request) : null;
    const pooled = said?.ok ? said.value.pooled : null;
    return `with ${correlation}: ${pooled ? rangeOf(pooled, measure) : 'no pooled effect'}`;
  });
  const title = `With other correlations where the report gives none (${assumed})`;
  return [{ title, lines, table: null }];
}
