import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valueIn } from '../../testing/as-metafor.ts';
import { type Report, report } from '../report.ts';
import { scaleOf } from '../scale.ts';
import type { Study } from '../study.ts';
import { ticksFor } from './axis.ts';
import { forestPlot } from './forest.ts';
import { funnelPlot } from './funnel.ts';
import { forestTable, funnelTable } from './table.ts';

const studies = (k: number): Study[] =>
  Array.from({ length: k }, (_, i) => ({
    name: `Study ${i + 1}`,
    yi: -0.2 - 0.1 * (i % 4),
    vi: 0.01 * (1 + (i % 3)),
  }));
const reportOn = (all: readonly Study[], better: Report['better'] = 'lower'): Report =>
  valueIn(report(all, { measure: 'SMD', better }));

/** Every tag is closed, in order, and every attribute is quoted: what an XML reader asks. */
function isWellFormed(markup: string): boolean {
  const open: string[] = [];
  const tags = markup.match(/<[^>]*>/g) ?? [];
  for (const tag of tags) {
    const parts =
      /^<(\/?)([a-z]+)((?: [a-zA-Z0-9-]+="[^"<&]*(?:&(?:amp|lt|gt|quot);[^"<&]*)*")*)(\/?)>$/.exec(
        tag,
      );
    if (!parts) return false;
    const [, closing, name = '', , alone] = parts;
    if (closing) {
      if (open.pop() !== name) return false;
    } else if (!alone) open.push(name);
  }
  return open.length === 0 && !/&(?!(?:amp|lt|gt|quot);)/.test(markup);
}

const numbersOf = (markup: string, name: string): number[] =>
  [...markup.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) => Number(value));

describe('a forest plot', () => {
  test('is read out by its title and description', () => {
    const svg = forestPlot(reportOn(studies(6)), 'pain');
    expect(svg).toMatch(/role="img" aria-labelledby="pain-title pain-desc"/);
    expect(svg).toMatch(
      /<title id="pain-title">Forest plot: standardised mean difference in 6 studies</,
    );
    expect(svg).toMatch(
      /<desc id="pain-desc">6 studies\..* The left side is benefit\. The same numbers are in the table\.</,
    );
  });

  test('says which side is benefit, and does not guess it', () => {
    expect(forestPlot(reportOn(studies(6), 'lower'), 'a')).toMatch(/← benefit.*harm →/);
    expect(forestPlot(reportOn(studies(6), 'higher'), 'a')).toMatch(/← harm.*benefit →/);
    expect(forestPlot(reportOn(studies(6), null), 'a')).toMatch(/← lower.*higher →/);
  });

  test.each([
    [2, false, false],
    [3, true, false],
    [4, true, false],
    [5, true, true],
  ])('of %i studies has a diamond: %s, a range for a further study: %s', (k, diamond, range) => {
    const svg = forestPlot(reportOn(studies(k)), 'a');
    expect(svg.includes('class="pooled"')).toBe(diamond);
    expect(svg.includes('class="prediction"')).toBe(range);
    expect(svg.match(/class="study"/g)).toHaveLength(k);
  });

  test('for a phone has its words above the bars, and no line goes through them', () => {
    const svg = forestPlot(reportOn(studies(6)), 'a', 'narrow');
    expect(svg).toMatch(/viewBox="0 0 340 /);
    const names = [...svg.matchAll(/<text x="4" y="([\d.]+)"><title>Study/g)].map(([, y]) =>
      Number(y),
    );
    const bars = [...svg.matchAll(/class="study"[^/]* y="([\d.]+)"/g)].map(([, y]) => Number(y));
    expect(names).toHaveLength(6);
    for (const [i, y] of names.entries()) expect(bars[i]).toBeGreaterThan(y + 17);
    const uprights = [...svg.matchAll(/<line x1="([\d.]+)" y1="([\d.]+)" x2="\1" y2="([\d.]+)"/g)];
    for (const [, , from, to] of uprights)
      expect(names.some((y) => Number(from) < y + 17 && y - 10 < Number(to))).toBe(false);
    expect(svg).toMatch(/← benefit.*harm →/);
    expect(Math.max(...numbersOf(svg, 'x2'))).toBeLessThanOrEqual(340);
  });

  test('has a dashed line at the important change, and says what it is', () => {
    const found = valueIn(
      report(studies(5), { measure: 'SMD', better: 'lower', important: { change: 0.8, sd: 2 } }),
    );
    const svg = forestPlot(found, 'a');
    expect(svg).toContain('important change: 0.8 points, deviation 2<');
    expect(svg).toMatch(/Dashed line: important change: 0.8 points/);
    // .8 points are .4 deviations of 2, on the side of benefit.
    const at = (label: string) =>
      Number(new RegExp(`<text x="([\\d.]+)"[^>]*>${label}</text>`).exec(svg)?.[1]);
    const dashed = Number(/<line x1="([\d.]+)"[^>]*stroke-dasharray/.exec(svg)?.[1]);
    expect(dashed).toBeCloseTo(at('−0.4'), 1);
    expect(forestPlot(reportOn(studies(5)), 'a')).not.toContain('stroke-dasharray');
  });

  test('draws the study that counts most largest', () => {
    const all = studies(5).map((study, i) => ({ ...study, vi: i === 3 ? 0.001 : 0.05 }));
    const svg = forestPlot(reportOn(all), 'a');
    const sides = [...svg.matchAll(/class="study"[^/]* width="([\d.]+)"/g)].map(([, side]) =>
      Number(side),
    );
    expect(sides.indexOf(Math.max(...sides))).toBe(3);
  });

  test('has its numbers in the table: the studies, the pooled effect, the range', () => {
    // One study by hand: -0.2 ± 1.96 · √0.01.
    const { rows, headings } = forestTable(reportOn(studies(5)));
    expect(headings).toHaveLength(5);
    expect(rows.map(([name]) => name)).toEqual([
      'Study 1',
      'Study 2',
      'Study 3',
      'Study 4',
      'Study 5',
      'Pooled',
      'Range for a further study',
    ]);
    expect(rows[0]?.slice(0, 4)).toEqual(['Study 1', '−0.20', '−0.40', '−0.0040']);
  });
});

describe('a funnel plot', () => {
  test('is refused below ten studies', () => {
    expect(funnelPlot(reportOn(studies(9)), 'a')).toEqual({
      ok: false,
      why: expect.stringMatching(/^Too few studies to judge bias/),
    });
  });

  test('has a dot for every study, the surest highest, and says what it does not show', () => {
    const all = reportOn(studies(12));
    const svg = valueIn(funnelPlot(all, 'a'));
    const heights = numbersOf(svg, 'cy');
    expect(heights).toHaveLength(12);
    expect(heights[0]).toBeLessThan(heights[2] ?? 0);
    expect(svg).toMatch(/need not mean that studies were left unpublished/);
    expect(funnelTable(all).rows).toHaveLength(12);
  });
});

test('whatever the studies are called and find, the plots are whole', () => {
  const anything = fc.array(
    fc.record({
      name: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('<script>&"', "O'Brien", '')),
      yi: fc.double({ min: -900, max: 900, noNaN: true }),
      vi: fc.oneof(fc.double({ min: 1e-6, max: 1e5, noNaN: true }), fc.constant(0.1)),
    }),
    { minLength: 1, maxLength: 14 },
  );
  fc.assert(
    fc.property(anything, fc.constantFrom('SMD', 'RR', 'ZCOR'), (all, measure) => {
      const found = report(all, { measure, better: null });
      if (!found.ok) return;
      const funnel = funnelPlot(found.value, 'b');
      const forests = [forestPlot(found.value, 'a'), forestPlot(found.value, 'a', 'narrow')];
      for (const svg of [...forests, ...(funnel.ok ? [funnel.value] : [])]) {
        expect(isWellFormed(svg)).toBe(true);
        expect(svg).not.toMatch(/NaN|Infinity"/);
      }
    }),
  );
});

test('the ticks of a ratio are ratios', () => {
  const ticks = ticksFor(scaleOf('RR'), Math.log(0.09), Math.log(11));
  expect(ticks.map(({ label }) => label)).toEqual(['0.1', '0.2', '0.5', '1', '2', '5', '10']);
  expect(ticks[3]?.at).toBe(0);
});

test('the ticks of a difference are round', () => {
  expect(ticksFor(scaleOf('MD'), -1.7, 0.6).map(({ label }) => label)).toEqual([
    '−1.5',
    '−1',
    '−0.5',
    '0',
    '0.5',
  ]);
});
