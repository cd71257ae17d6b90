import { criticalValue } from '../model.ts';
import type { Report } from '../report.ts';
import { scaleOf } from '../scale.ts';
import type { Study } from '../study.ts';
import { digits } from '../summary.ts';

/** What a plot shows, for those who read it rather than see it. */
export interface PlotTable {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One study's own 95 % interval, by the normal distribution. */
export function ownInterval({ yi, vi }: { readonly yi: number; readonly vi: number }): {
  readonly low: number;
  readonly high: number;
} {
  const half = criticalValue(null) * Math.sqrt(vi);
  return { low: yi - half, high: yi + half };
}

/** What a study is called where it is shown; what was worked out from quartiles says so. */
export const labelOf = ({ name, converted }: Study): string =>
  converted ? `${name} (converted)` : name;

/** The forest plot in words: a row for every study, the pooled effect, the range for a further study. */
export function forestTable(report: Report): PlotTable {
  const scale = scaleOf(report.measure);
  const show = (value: number): string => digits(scale.shown(value));
  const { pooled } = report;
  const rows = report.studies.map((study, i) => {
    const { low, high } = ownInterval(study);
    const weight = report.fit?.weights[i];
    return [
      labelOf(study),
      show(study.yi),
      show(low),
      show(high),
      weight === undefined ? '' : `${weight.toFixed(1)} %`,
    ];
  });
  if (pooled)
    rows.push([
      'Pooled',
      show(pooled.estimate),
      show(pooled.low),
      show(pooled.high),
      report.fit ? '100 %' : '',
    ]);
  if (report.prediction) {
    const { low, high } = report.prediction.own;
    rows.push(['Range for a further study', '', show(low), show(high), '']);
  }
  return {
    caption: `${scale.name}, with 95 % intervals`,
    headings: ['Study', scale.name, 'from', 'to', 'Weight'],
    rows,
  };
}

/** The funnel plot in words: how large the effect of each study, and how sure. */
export function funnelTable({ studies, measure }: Report): PlotTable {
  const scale = scaleOf(measure);
  return {
    caption: `${scale.name} and standard error, the surest first`,
    headings: ['Study', scale.name, 'Standard error'],
    rows: studies
      .toSorted((a, b) => a.vi - b.vi)
      .map((study) => [labelOf(study), digits(scale.shown(study.yi)), digits(Math.sqrt(study.vi))]),
  };
}
