/** What must hold inside a measure, and between measures, their sets, and the rest of the knowledge. */
import type { ParsedFile, Path } from '../file.ts';
import { didYouMean, type Issue } from '../issues.ts';
import type { Citation } from '../subjects.ts';
import { nearestWords } from '../words.ts';
import { pointRange, responseOf, scalesOf } from './measures.ts';
import type { Measure, MeasureAsk, MeasureBands, MeasureScale, MeasureSets } from './schema.ts';

type Report = (at: Path, message: string) => void;
type Range = readonly [number, number];
const NEAR = 1e-9;

export function checkMeasures(
  files: readonly ParsedFile<Measure>[],
  sets: readonly ParsedFile<MeasureSets>[],
  known: { readonly sources: ReadonlySet<string>; readonly conditions: ReadonlySet<string> },
): Issue[] {
  const issues: Issue[] = [];
  const measures = new Map(files.map((file) => [file.value.id, file.value]));
  for (const file of files) {
    const report: Report = (at, message) => issues.push(file.issue(at, message));
    checkMeasure(file.value, report);
    for (const { at, citation } of citationsOf(file.value))
      refer(report, [...at, 'source'], 'source', citation.source, known.sources);
  }
  const ids = new Set(measures.keys());
  for (const file of sets) {
    const report: Report = (at, message) => issues.push(file.issue(at, message));
    const ask = (one: MeasureAsk, at: Path) => {
      const measure = measures.get(one.measure);
      if (!refer(report, [...at, 'measure'], 'measure', one.measure, ids) || !measure) return;
      if (measure.use === 'score-only')
        report(
          [...at, 'measure'],
          `"${one.measure}" has no questions to ask: list it in scoreOnly`,
        );
      const scales = new Set(scalesOf(measure).map(({ id }) => id));
      for (const [i, id] of (one.scales ?? []).entries())
        refer(report, [...at, 'scales', i], 'scale', id, scales);
      const days = measure.recall?.days;
      if (typeof one.when === 'object' && days !== undefined && one.when.everyWeeks * 7 < days)
        report([...at, 'when'], `"${one.measure}" looks back ${days} days: ask it less often`);
    };
    for (const [i, one] of file.value.core.entries()) ask(one, ['core', i]);
    for (const [i, row] of file.value.conditions.entries()) {
      const at = ['conditions', i];
      for (const [j, id] of row.for.entries())
        refer(report, [...at, 'for', j], 'condition', id, known.conditions);
      for (const [j, one] of row.asks.entries()) ask(one, [...at, 'asks', j]);
      for (const [j, id] of row.scoreOnly.entries())
        refer(report, [...at, 'scoreOnly', j], 'measure', id, ids);
    }
  }
  return issues;
}

function refer(
  report: Report,
  at: Path,
  what: string,
  id: string,
  known: ReadonlySet<string>,
): boolean {
  if (known.has(id)) return true;
  report(at, `unknown ${what} "${id}"${didYouMean(nearestWords(id, known, 4))}`);
  return false;
}

/** Everything a measure cites. */
export function citationsOf(measure: Measure): { at: Path; citation: Citation }[] {
  const lists: [Path, readonly Citation[]][] = [
    [['sources'], measure.sources],
    [['licence', 'sources'], measure.licence.sources],
  ];
  for (const key of ['bands', 'thresholds', 'noise'] as const)
    for (const [i, { sources }] of measure[key].entries())
      lists.push([[key, i, 'sources'], sources]);
  return lists.flatMap(([at, citations]) =>
    citations.map((citation, i) => ({ at: [...at, i], citation })),
  );
}

function checkMeasure(measure: Measure, report: Report): void {
  const parts = new Map<string, Range>();
  const add = (at: Path, id: string, range: Range) => {
    if (parts.has(id)) report(at, `"${id}" stands twice: items and scales are told apart by id`);
    parts.set(id, range);
  };
  checkQuestions(measure, report);
  for (const [i, item] of measure.items.entries()) {
    const response = responseOf(measure, item);
    if (!response)
      report(
        ['items', i],
        `"${item.id}" needs its answers: "response" names one of ${Object.keys(measure.responses).join(', ') || 'responses'}`,
      );
    add(['items', i, 'id'], item.id, response ? pointRange(response) : [0, 0]);
  }
  const optional = new Set(measure.items.filter((item) => item.optional).map(({ id }) => id));
  for (const [i, scale] of (measure.scales ?? []).entries()) {
    checkScale(measure, scale, parts, optional, (at, message) =>
      report(['scales', i, ...at], message),
    );
    add(['scales', i, 'id'], scale.id, scale.range);
  }
  if (!measure.scales && measure.items.length === 0)
    report(['id'], 'a measure needs items, or scales whose totals can be entered');
  checkStatements(measure, report);
}

/** The words that a form needs, and that a licence may forbid. */
function checkQuestions(measure: Measure, report: Report): void {
  const isForm = measure.use === 'form';
  for (const [i, item] of measure.items.entries()) {
    if (isForm && !item.text) report(['items', i], `"${item.id}" needs its words: it is a form`);
    if (!isForm && (item.text ?? item.stem))
      report(['items', i], 'score-only: the words of its items may not stand here');
  }
  for (const [name, response] of Object.entries(measure.responses)) {
    const words =
      'options' in response
        ? response.options.some(({ label }) => label !== undefined)
        : (response.low ?? response.high) !== undefined;
    if (!isForm && words)
      report(['responses', name], 'score-only: the words of its answers may not stand here');
    if ('options' in response && isForm && response.options.some(({ label }) => !label))
      report(['responses', name], 'every answer of a form needs its label');
  }
  if (!isForm && measure.instructions)
    report(['instructions'], 'score-only: its instructions may not stand here');
}

function checkScale(
  measure: Measure,
  scale: MeasureScale,
  parts: ReadonlyMap<string, Range>,
  optional: ReadonlySet<string>,
  report: Report,
): void {
  const [from, to] = scale.range;
  if (from >= to) report(['range'], 'a range goes from its lower to its upper end');
  if (!scale.of) {
    if (measure.use === 'form' && !measure.named)
      report(['id'], `"${scale.id}" needs the items it is made of ("of")`);
    return;
  }
  const known = new Set(parts.keys());
  let complete = true;
  for (const [i, id] of scale.of.entries())
    complete = refer(report, ['of', i], 'item or earlier scale', id, known) && complete;
  if (new Set(scale.of).size < scale.of.length) report(['of'], 'a part stands twice');
  for (const id of Object.keys(scale.weights))
    if (!scale.of.includes(id)) report(['weights', id], `"${id}" is not a part of this scale`);
  const needed = scale.of.filter((id) => !optional.has(id)).length;
  if (scale.needs !== undefined && scale.needs > needed)
    report(['needs'], `has only ${needed} parts that are always asked`);
  if (!complete) return;
  const [least, most] = attainable(scale, scale.of, parts);
  if (Math.abs(least - from) > NEAR || Math.abs(most - to) > NEAR)
    report(['range'], `says ${from} to ${to}, but its parts give ${least} to ${most}`);
}

/** What a full set of answers can give. */
function attainable(
  scale: MeasureScale,
  of: readonly string[],
  parts: ReadonlyMap<string, Range>,
): Range {
  const ends = ([0, 1] as const).map((end) => {
    const values = of.map((id) => (parts.get(id)?.[end] ?? 0) * (scale.weights[id] ?? 1));
    const sum = values.reduce((total, value) => total + value, 0);
    const by = { sum, mean: sum / values.length, max: Math.max(...values) }[scale.by];
    return (by * scale.times) / scale.dividedBy + scale.plus;
  });
  const [a = 0, b = 0] = ends;
  return a <= b ? [a, b] : [b, a];
}

/** Bands, thresholds and noise say for which scales they hold, and stay inside them. */
function checkStatements(measure: Measure, report: Report): void {
  const all = scalesOf(measure);
  const scales = new Map(all.map((scale) => [scale.id, scale]));
  const shown = all.filter(({ part }) => !part);
  for (const key of ['bands', 'thresholds', 'noise'] as const)
    for (const [i, statement] of measure[key].entries()) {
      const at = [key, i];
      if (!statement.scales && shown.length > 1)
        report(at, `say for which scales this holds: ${shown.map(({ id }) => id).join(', ')}`);
      for (const [j, id] of (statement.scales ?? []).entries())
        refer(report, [...at, 'scales', j], 'scale', id, new Set(scales.keys()));
      if ('levels' in statement) checkLevels(statement, scales, at, report);
      if ('unit' in statement && statement.better === undefined && statement.worse === undefined)
        report(at, 'a threshold needs "better" or "worse"');
    }
}

function checkLevels(
  bands: MeasureBands,
  scales: ReadonlyMap<string, MeasureScale>,
  at: Path,
  report: Report,
): void {
  const ids = bands.scales ?? [...scales.values()].filter(({ part }) => !part).map(({ id }) => id);
  const ranges = ids.flatMap((id) => scales.get(id)?.range ?? []);
  let last = Number.NEGATIVE_INFINITY;
  for (const [i, { name, from, above, to, below }] of bands.levels.entries()) {
    const where = [...at, 'levels', i];
    if ((from !== undefined && above !== undefined) || (to !== undefined && below !== undefined))
      report(where, `"${name}" has two bounds on one side`);
    const low = from ?? above ?? Number.NEGATIVE_INFINITY;
    const high = to ?? below ?? Number.POSITIVE_INFINITY;
    if (low > high || low < last) report(where, 'bands rise, and none reaches into the next');
    last = high;
    for (const bound of [from, above, to, below])
      if (bound !== undefined && (bound < Math.min(...ranges) || bound > Math.max(...ranges)))
        report(where, `${bound} lies outside the scale`);
  }
}
