/** `assuage pool`: studies in a table → what they say together, as text or JSON, and its plots. Pure. */
import {
  type Better,
  digits,
  forestPlot,
  forestTable,
  funnelPlot,
  type Measure,
  type Method,
  type PlotTable,
  poolingJson,
  type Report,
  rangeOf,
  readStudies,
  report,
  type StudyTable,
  scaleOf,
  type Test,
} from '@assuage/evidence';
import { bullet, fold, section } from '../report/layout.ts';
import { fail, ok, type Result } from '../result.ts';

export interface PoolRequest {
  readonly text: string;
  /** For messages. */
  readonly file: string;
  readonly format: 'text' | 'json';
  readonly measure: Measure | undefined;
  readonly better: Better | undefined;
  readonly method: Method;
  readonly test: Test;
  readonly moderators: readonly string[];
  readonly funnel: boolean;
}

export interface Pooled {
  readonly output: string;
  readonly forest: string;
  /** Null when it was not asked for. */
  readonly funnel: string | null;
}

export function poolFile(request: PoolRequest): Result<Pooled, string[]> {
  const { file, better = null, method, test } = request;
  const read = readStudies(request.text, {
    moderators: request.moderators,
    ...(request.measure && { measure: request.measure }),
  });
  if (!read.ok) return fail(read.issues.map(({ line, message }) => `${file}:${line}: ${message}`));
  const table = read.value;
  if (table.studies.length === 0)
    return fail([`${file}: every study has a number missing`, ...leftOutLines(table)]);
  const { moderators } = table;
  const found = report(table.studies, {
    measure: table.measure,
    better,
    model: { method, test, moderators },
  });
  if (!found.ok) return fail([`${file}: ${found.why}`]);
  const funnel = request.funnel ? funnelPlot(found.value, 'funnel') : null;
  if (funnel && !funnel.ok) return fail([`${file}: ${funnel.why}`]);
  const output =
    request.format === 'json'
      ? `${JSON.stringify(poolingJson(found.value, table), null, 2)}\n`
      : textOf(found.value, table, file);
  return ok({ output, forest: forestPlot(found.value, 'forest'), funnel: funnel?.value ?? null });
}

const leftOutLines = ({ leftOut }: StudyTable): string[] =>
  leftOut.map(({ line, name, message }) => `line ${line}, ${name}: ${message}`);

function textOf(found: Report, table: StudyTable, file: string): string {
  const { better, measure, notes } = found;
  const { name } = scaleOf(measure);
  const side = better === null ? 'which side is benefit was not said' : `${better} is benefit`;
  return [
    fold(`${file}: ${table.readAs}. ${name}; ${side}.`),
    '',
    fold(found.summary),
    '',
    ...columnsOf(forestTable(found)),
    ...section('How much the studies differ', differenceLines(found)),
    ...section('Moderators', moderatorLines(found)),
    ...section('By other rules', otherLines(found)),
    ...section('Without one study', withoutLines(found)),
    ...section('Whether small studies differ', biasLines(found)),
    ...section('Left out', leftOutLines(table).map(bullet)),
    ...section('Read with it', notes.map(bullet)),
    '',
  ].join('\n');
}

/** Under its headings; the first column to the left, numbers to the right. */
function columnsOf({ headings, rows }: PlotTable): string[] {
  const all = [headings.map((heading, i) => (i === 1 ? 'Effect' : heading)), ...rows];
  const width = (i: number): number =>
    Math.max(...all.map((row) => Array.from(row[i] ?? '').length));
  const cell = (text: string, i: number): string => {
    const gap = ' '.repeat(width(i) - Array.from(text).length);
    return i === 0 ? text + gap : gap + text;
  };
  return all.map((row) => row.map(cell).join('  ').trimEnd());
}

const pValue = (p: number): string => (p < 0.001 ? 'p < .001' : `p = ${p.toFixed(3)}`);

function differenceLines({ fit, spread, prediction, measure }: Report): string[] {
  if (!fit) return [];
  const { q, df, p, i2FromTau2, i2FromQ } = fit.heterogeneity;
  const { shown } = scaleOf(measure);
  const interval = spread
    ? ` (95 % interval ${digits(spread.tau2.low)} to ${digits(spread.tau2.high)}, Q-profile)`
    : '';
  return [
    `spread between studies τ² = ${digits(fit.tau2)}${interval}, by ${fit.method}`,
    `I² = ${i2FromTau2.toFixed(1)} % from τ², ${i2FromQ.toFixed(1)} % from Q`,
    `Q = ${digits(q)} with ${df} degrees of freedom, ${pValue(p)}`,
    ...(fit.r2 === null ? [] : [`the moderators explain ${fit.r2.toFixed(1)} % of the spread`]),
    ...(prediction
      ? [
          `range for a further study with k − 2 degrees of freedom: ${digits(shown(prediction.kMinus2.low))} to ${digits(shown(prediction.kMinus2.high))}`,
        ]
      : []),
  ].map(bullet);
}

function moderatorLines({ fit }: Report): string[] {
  if (!fit || fit.moderators.length === 0) return [];
  return fit.coefficients.map(({ name, estimate, low, high, p }, i) =>
    bullet(
      `${i === 0 ? 'where all moderators are 0' : name}: ${digits(estimate)} (95 % interval ${digits(low)} to ${digits(high)})${p === null ? '' : `, ${pValue(p)}`}`,
    ),
  );
}

function otherLines({ otherwise, fit, measure }: Report): string[] {
  if (!otherwise || !fit || fit.moderators.length > 0) return [];
  const { knha, derSimonianLaird } = otherwise;
  return [
    `plain Hartung–Knapp interval: ${rangeOf(knha.coefficients[0], measure)}`,
    `DerSimonian–Laird with the normal interval: ${rangeOf(derSimonianLaird.coefficients[0], measure)}`,
  ].map(bullet);
}

function withoutLines({ withoutEach, studies, measure }: Report): string[] {
  if (!withoutEach) return [];
  const { shown } = scaleOf(measure);
  const pooled = withoutEach
    .map(({ coefficients: [each] }, i) => ({ at: each.estimate, name: studies[i]?.name ?? '' }))
    .sort((a, b) => a.at - b.at);
  const [least, most] = [pooled[0], pooled.at(-1)];
  if (!least || !most) return [];
  const said = (each: { at: number; name: string }): string =>
    `${digits(shown(each.at))} (without ${each.name})`;
  return [bullet(`the pooled effect lies between ${said(least)} and ${said(most)}`)];
}

function biasLines({ bias, measure }: Report): string[] {
  if (!bias) return [];
  const { egger, trimAndFill } = bias;
  const { missing, side, fit } = trimAndFill;
  const slope = `Egger's slope on the standard error: ${digits(egger.slope.estimate)}`;
  const filled =
    missing === 0
      ? 'trim and fill would add no study'
      : `what if: trim and fill would add ${missing} on the ${side}, and find ${rangeOf(fit.coefficients[0], measure)}`;
  return [`${slope}${egger.slope.p === null ? '' : `, ${pValue(egger.slope.p)}`}`, filled].map(
    bullet,
  );
}
