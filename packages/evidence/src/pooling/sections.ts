import type { PlotTable } from './plots/table.ts';
import { labelOf } from './plots/table.ts';
import type { Report } from './report.ts';
import { type Scale, scaleOf } from './scale.ts';
import type { Study } from './study.ts';
import { digits, rangeOf } from './summary.ts';

/** One part of what is said below the forest plot. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
  readonly table: PlotTable | null;
}

/** The details of a report in words and tables, those parts that have something to say. */
export function sectionsOf(report: Report): Section[] {
  return [
    linesOnly('How much the studies differ', differenceLines(report)),
    linesOnly('Moderators', moderatorLines(report)),
    subgroupSection(report),
    linesOnly('By other rules', otherLines(report)),
    withoutSection(report),
    cumulativeSection(report),
    linesOnly('Whether small studies differ', biasLines(report)),
  ].filter(({ lines, table }) => lines.length > 0 || table !== null);
}

const linesOnly = (title: string, lines: readonly string[]): Section => ({
  title,
  lines,
  table: null,
});

const pValue = (p: number): string => (p < 0.001 ? 'p < .001' : `p = ${p.toFixed(3)}`);
const freedom = (df: number): string => `${df} ${df === 1 ? 'degree' : 'degrees'} of freedom`;
const shownBy =
  ({ shown }: Scale) =>
  (value: number): string =>
    digits(shown(value));

function differenceLines({ fit, spread, prediction, measure, dependent }: Report): string[] {
  if (dependent) {
    const { outer, inner } = dependent.fit.sigma2;
    return [
      `spread between cohorts σ² = ${digits(outer)}, between the effects of one cohort σ² = ${digits(inner)}, by REML`,
      `Q = ${digits(dependent.fit.q)}`,
    ];
  }
  if (!fit) return [];
  const { q, df, p, i2FromTau2, i2FromQ } = fit.heterogeneity;
  const show = shownBy(scaleOf(measure));
  const interval = spread
    ? ` (95 % interval ${digits(spread.tau2.low)} to ${digits(spread.tau2.high)}, Q-profile)`
    : '';
  return [
    `spread between studies τ² = ${digits(fit.tau2)}${interval}, by ${fit.method}`,
    `I² = ${i2FromTau2.toFixed(1)} % from τ², ${i2FromQ.toFixed(1)} % from Q`,
    `Q = ${digits(q)} with ${freedom(df)}, ${pValue(p)}`,
    ...(fit.r2 === null ? [] : [`the moderators explain ${fit.r2.toFixed(1)} % of the spread`]),
    ...(prediction
      ? [
          `range for a further study with k − 2 degrees of freedom: ${show(prediction.kMinus2.low)} to ${show(prediction.kMinus2.high)}`,
        ]
      : []),
  ];
}

function moderatorLines({ fit, dependent }: Report): string[] {
  const coefficients = fit?.coefficients ?? dependent?.robust ?? [];
  if (coefficients.length < 2) return [];
  return coefficients.map(({ name, estimate, low, high, p }, i) => {
    const what = i === 0 ? 'where all moderators are 0' : name;
    const test = p === null ? '' : `, ${pValue(p)}`;
    return `${what}: ${digits(estimate)} (95 % interval ${digits(low)} to ${digits(high)})${test}`;
  });
}

function subgroupSection({ subgroups, measure }: Report): Section {
  if (!subgroups) return linesOnly('Subgroups', []);
  const { groups, between } = subgroups.found;
  const scale = scaleOf(measure);
  const show = shownBy(scale);
  return {
    title: 'Subgroups',
    lines: [
      `test between the subgroups: Q = ${digits(between.q)} with ${freedom(between.df)}, ${pValue(between.p)}`,
      'that subgroups differ, or do not, is no proof of why: other things differ between them too',
    ],
    table: {
      caption: `Subgroups by ${subgroups.name}`,
      headings: ['Subgroup', 'Studies', scale.name, 'from', 'to', 'τ²'],
      rows: groups.map(({ name, fit }) => {
        const [{ estimate, low, high }] = fit.coefficients;
        return [
          name,
          String(fit.effects.length),
          show(estimate),
          show(low),
          show(high),
          digits(fit.tau2),
        ];
      }),
    },
  };
}

function otherLines({ otherwise, pooled, measure }: Report): string[] {
  if (!otherwise || !pooled) return [];
  const { knha, derSimonianLaird } = otherwise;
  return [
    `plain Hartung–Knapp interval: ${rangeOf(knha.coefficients[0], measure)}`,
    `DerSimonian–Laird with the normal interval: ${rangeOf(derSimonianLaird.coefficients[0], measure)}`,
  ];
}

/** From so many standard errors on, a study lies far from what the others predict. */
const FAR = 1.96;

function withoutSection({ withoutEach, influence, studies, measure }: Report): Section {
  const title = 'Without one study';
  if (!withoutEach) return linesOnly(title, []);
  const scale = scaleOf(measure);
  const show = shownBy(scale);
  const left = withoutEach
    .map(({ coefficients: [each] }, i) => ({ at: each.estimate, study: studies[i] }))
    .sort((a, b) => a.at - b.at);
  const said = (each: { at: number; study: Study | undefined } | undefined): string =>
    each?.study ? `${show(each.at)} (without ${labelOf(each.study)})` : '';
  const far = studies.filter((_, i) => Math.abs(influence?.[i]?.rstudent ?? 0) > FAR);
  return {
    title,
    lines: [
      `the pooled effect lies between ${said(left[0])} and ${said(left.at(-1))}`,
      ...(far.length === 0
        ? []
        : [`far from what the others predict: ${far.map(labelOf).join(', ')}`]),
    ],
    table: {
      caption: 'The pooled effect without each study, and what that study does',
      headings: ['Without', scale.name, 'from', 'to', 'τ²', 'Residual', 'Cook', 'DFFITS'],
      rows: withoutEach.map(({ coefficients: [each], tau2 }, i) => {
        const moved = influence?.[i];
        return [
          studies[i] ? labelOf(studies[i]) : '',
          show(each.estimate),
          show(each.low),
          show(each.high),
          digits(tau2),
          ...(moved
            ? [digits(moved.rstudent), digits(moved.cooksDistance), digits(moved.dffits)]
            : ['', '', '']),
        ];
      }),
    },
  };
}

/** As the studies came; the first two alone say nothing, so that the third is the first row. */
function cumulativeSection({ cumulative, studies, measure }: Report): Section {
  const title = 'As the studies came';
  if (!cumulative) return linesOnly(title, []);
  const scale = scaleOf(measure);
  const show = shownBy(scale);
  const steps = cumulative.steps.map((step, i) => ({
    ...step,
    study: studies[cumulative.order[i] ?? -1],
  }));
  return {
    title,
    lines: [],
    table: {
      caption: 'The pooled effect as the studies came, from the third on',
      headings: ['Up to', 'Studies', scale.name, 'from', 'to', 'τ²'],
      rows: steps
        .slice(2)
        .map(({ study, studies: count, pooled, tau2 }) => [
          study ? labelOf(study) : '',
          String(count),
          show(pooled.estimate),
          show(pooled.low),
          show(pooled.high),
          digits(tau2),
        ]),
    },
  };
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
  return [`${slope}${egger.slope.p === null ? '' : `, ${pValue(egger.slope.p)}`}`, filled];
}
