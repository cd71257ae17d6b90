/** `assuage pool`: studies in a table → what they say together, as text or JSON, and its plots. Pure. */
import {
  digits,
  forestPlot,
  forestTable,
  funnelPlot,
  hasSites,
  type Measure,
  type PlotTable,
  type PooledSites,
  type PooledTable,
  type PoolingIssue,
  type PoolingRequest,
  poolingJson,
  poolSites,
  poolTable,
  rangeOf,
  readStudies,
  type StudyTable,
  scaleOf,
  siteLine,
} from '@assuage/evidence';
import { bullet, fold, section } from '../report/layout.ts';
import { fail, ok, type Result } from '../result.ts';

export interface PoolRequest extends PoolingRequest {
  readonly text: string;
  /** For messages. */
  readonly file: string;
  readonly format: 'text' | 'json';
  readonly forest: boolean;
  readonly funnel: boolean;
}

export interface Pooled {
  readonly output: string;
  /** Each null when it was not asked for. */
  readonly forest: string | null;
  readonly funnel: string | null;
}

export function poolFile(request: PoolRequest): Result<Pooled, string[]> {
  const { file, format, text } = request;
  if (hasSites(text)) return poolSitesFile(request);
  const read = poolTable(text, request);
  if (!read.ok) return fail(read.issues.map((issue) => issueLine(file, issue)));
  const { report, table } = read.value;
  const funnel = request.funnel ? funnelPlot(report, 'funnel') : null;
  if (funnel && !funnel.ok) return fail([`${file}: ${funnel.why}`]);
  const output =
    format === 'json'
      ? `${JSON.stringify(poolingJson(report, table), null, 2)}\n`
      : textOf(read.value, file);
  const forest = request.forest ? forestPlot(report, 'forest') : null;
  return ok({ output, forest, funnel: funnel?.value ?? null });
}

const issueLine = (file: string, { line, message }: PoolingIssue): string =>
  line === null ? `${file}: ${message}` : `${file}:${line}: ${message}`;

/** What a clinic sends of its people: four sums under their column names, nothing of a single person. */
export function sumsOfFile(
  site: string,
  { text, file, measure }: { text: string; file: string; measure?: Measure },
): Result<string, string[]> {
  const read = readStudies(text, measure === undefined ? {} : { measure });
  if (!read.ok) return fail(read.issues.map((issue) => issueLine(file, issue)));
  const line = siteLine(site, read.value.studies);
  return line.ok ? ok(line.value) : fail([`${file}: ${line.why}`]);
}

function poolSitesFile(request: PoolRequest): Result<Pooled, string[]> {
  const { file, format, text, measure = 'GEN' } = request;
  const drawn = request.forest || request.funnel;
  if (drawn) return fail([`${file}: sums of sites have no single effects to draw`]);
  const read = poolSites(text);
  if (!read.ok) return fail(read.issues.map((issue) => issueLine(file, issue)));
  const output =
    format === 'json'
      ? `${JSON.stringify({ format: 'assuage-pooled-sites-1', measure, ...read.value }, null, 2)}\n`
      : sitesText(read.value, measure, file);
  return ok({ output, forest: null, funnel: null });
}

function sitesText({ sites, people, pooled, tau2 }: PooledSites, measure: Measure, file: string) {
  return [
    fold(
      `${file}: sums of ${sites.length} ${sites.length === 1 ? 'site' : 'sites'}, ${people} people.`,
    ),
    '',
    fold(`${scaleOf(measure).name} ${rangeOf(pooled, measure)}.`),
    ...section('Read with it', [
      bullet(`spread between people τ² = ${digits(tau2)}, by Hedges`),
      bullet(
        'The plain mean of all people with its t interval: a little less precise than pooling their effects in one place.',
      ),
    ]),
    '',
  ].join('\n');
}

function textOf({ report, table, sections }: PooledTable, file: string): string {
  const { better, measure, notes } = report;
  const { name } = scaleOf(measure);
  const side = better === null ? 'which side is benefit was not said' : `${better} is benefit`;
  return [
    fold(`${file}: ${table.readAs}. ${name}; ${side}.`),
    '',
    fold(report.summary),
    '',
    ...columnsOf(forestTable(report)),
    ...sections.flatMap(({ title, lines, table: rows }) =>
      section(title, [...lines.map(bullet), ...(rows ? columnsOf(rows) : [])]),
    ),
    ...section('Left out', leftOutLines(table).map(bullet)),
    ...section('Read with it', notes.map(bullet)),
    '',
  ].join('\n');
}

const leftOutLines = ({ leftOut }: StudyTable): string[] =>
  leftOut.map(({ line, name, message }) => `line ${line}, ${name}: ${message}`);

/** A heading that is a whole name of a measure would widen its column for nothing. */
const LONGEST_HEADING = 10;

/** Under its headings; the first column to the left, numbers to the right. */
function columnsOf({ headings, rows }: PlotTable): string[] {
  const short = headings.map((heading) => (heading.length > LONGEST_HEADING ? 'Effect' : heading));
  const all = [short, ...rows];
  const length = (text: string | undefined): number => Array.from(text ?? '').length;
  const widths = short.map((_, i) => all.reduce((most, row) => Math.max(most, length(row[i])), 0));
  const cell = (text: string, i: number): string => {
    const gap = ' '.repeat((widths[i] ?? 0) - length(text));
    return i === 0 ? text + gap : gap + text;
  };
  return all.map((row) => row.map(cell).join('  ').trimEnd());
}
