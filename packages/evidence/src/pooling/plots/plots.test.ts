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
      for (const svg of [forestPlot(found.value, 'a'), ...(funnel.ok ? [funnel.value] : [])]) {
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
