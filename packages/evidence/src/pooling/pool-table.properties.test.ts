// Whatever is pasted comes out as numbers or as a refusal in words, with the row where a row is to blame.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { poolSites } from './input/sites.ts';
import { pool } from './model.ts';
import { forestTable } from './plots/table.ts';
import { type PoolingRequest, poolTable } from './pool-table.ts';
import { armFromQuartiles } from './quartiles.ts';
import { METHODS } from './tau2.ts';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map(String);
const whole = (min: number, max: number) => fc.integer({ min, max }).map(String);
/** What a column may hold in a table without mistakes. */
const tame = (column: string): fc.Arbitrary<string> => {
  if (/^(vi|se|sd)/.test(column)) return between(0.01, 4);
  if (/^n/.test(column)) return whole(5, 90);
  if (/^[abcd]i$/.test(column)) return whole(0, 5);
  if (/^(lq|med|uq)/.test(column)) {
    const from = { lq: 1, med: 2.5, uq: 4 }[column.replace(/[12]i$/, '')] ?? 0;
    return between(from, from + 0.9);
  }
  if (column === 'ri') return between(-0.9, 0.9);
  if (column === 'shared') return whole(1, 3);
  return between(-9, 9);
};
const wild = fc.constantFrom(
  ...['0', '', 'NA', '1e-300', '1e300', '-1', 'x', '"', '1,5', '∞', '1e9', '1e-9', '-0'],
);
const LAYOUTS = [
  ['yi', 'vi'],
  ['yi', 'sei'],
  ['m1i', 'sd1i', 'n1i', 'm2i', 'sd2i', 'n2i'],
  [
    'm1i',
    'sd1i',
    'n1i',
    'm2i',
    'sd2i',
    'n2i',
    'lq1i',
    'med1i',
    'uq1i',
    'se2i',
    'cilb1i',
    'ciub1i',
    'shared',
  ],
  ['lq1i', 'med1i', 'uq1i', 'n1i', 'lq2i', 'med2i', 'uq2i', 'n2i'],
  ['m1i', 'sd1i', 'm2i', 'sd2i', 'ni', 'ri'],
  ['ai', 'n1i', 'ci', 'n2i', 'shared'],
  ['ai', 'bi', 'ci', 'di'],
  ['ri', 'ni'],
];
/** Some rows, of which a few cells are wild in every second table, and all are alike in every third. */
const tables = fc.constantFrom(...LAYOUTS).chain((columns) =>
  fc
    .record({
      rows: fc.array(fc.tuple(...columns.map(tame)), { maxLength: 24 }),
      wrong: fc.array(fc.tuple(fc.nat(23), fc.nat(columns.length - 1), wild), { maxLength: 3 }),
      isWild: fc.boolean(),
      alike: fc.constantFrom(true, false, false),
    })
    .map(({ rows, wrong, isWild, alike }) => {
      const cells = rows.map((row) => [...(alike ? (rows[0] ?? row) : row)]);
      for (const [i, j, mark] of isWild ? wrong : []) cells[i]?.splice(j, 1, mark);
      const body = cells.map((row, i) => [...row, 1990 + i, 'ab'[i % 2], `c${i % 5}`].join(';'));
      return [[...columns, 'year', 'group', 'cohort'].join(';'), ...body].join('\n');
    }),
);
const positive = fc.oneof(between(0.1, 3).map(Number), fc.double());
const plain = fc.record({
  better: fc.constantFrom('lower' as const, 'higher' as const, null),
  method: fc.constantFrom(...METHODS),
  test: fc.constantFrom('z' as const, 'knha' as const, 'adhoc' as const),
});
/** One further wish, or all at once. */
const requests: fc.Arbitrary<PoolingRequest> = fc
  .record({
    moderators: fc.constantFrom(['year'], ['year', 'yi']),
    subgroup: fc.constant('group'),
    cohort: fc.constant('cohort'),
    correlation: fc.constantFrom(0.5, 1, Number.NaN),
    important: fc.record({ change: positive, sd: positive }),
  })
  .chain((all) =>
    fc.tuple(plain, fc.constantFrom('none', 'all', ...Object.keys(all))).map(([request, wish]) =>
      wish === 'all'
        ? { ...request, ...all }
        : {
            ...request,
            ...Object.fromEntries(Object.entries(all).filter(([key]) => key === wish)),
          },
    ),
  );

/** Every number and every word in a value. */
function leavesOf(value: unknown): (number | string)[] {
  if (typeof value === 'number' || typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(leavesOf);
}

test('whatever table is asked whatever, the answer has no NaN, and a refusal says why', () => {
  let pooled = 0;
  fc.assert(
    fc.property(tables, requests, (text, request) => {
      const found = poolTable(text, request);
      if (!found.ok) {
        expect(found.issues.length).toBeGreaterThan(0);
        for (const { message } of found.issues) expect(message).toMatch(/\p{L}{2,}.* /u);
        return;
      }
      pooled += 1;
      const { report, sections } = found.value;
      const leaves = leavesOf({ report, sections, table: forestTable(report) });
      expect(leaves.filter((leaf) => Number.isNaN(leaf))).toEqual([]);
      expect(leaves.filter((leaf) => /NaN|undefined/.test(String(leaf)))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
  // Else the tables are too wild to prove anything.
  expect(pooled).toBeGreaterThan(200);
});

test('whatever sites send, it is pooled to numbers or refused with a row', () => {
  const cell = fc.oneof(between(-9, 9), whole(1, 90), wild);
  const row = fc.tuple(cell, cell, cell, cell).map((cells) => cells.join(';'));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
      const found = poolSites(['k;sumY;sumYY;sumV', ...rows].join('\n'));
      if (found.ok) expect(leavesOf(found.value).filter(Number.isNaN)).toEqual([]);
      else for (const { line } of found.issues) expect(line).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

test('whatever quartiles are given, the mean lies between them and the deviation is above 0', () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(value, value, value, fc.integer({ min: 0, max: 500 }), (a, b, c, n) => {
      const [lower = 0, median = 0, upper = 0] = [a, b, c].sort((x, y) => x - y);
      const found = armFromQuartiles({ lower, median, upper, n });
      if (!found.ok) {
        expect(found.why).toMatch(/^[^.]{10,}/);
        return;
      }
      expect(found.value.mean).toBeGreaterThanOrEqual(lower);
      expect(found.value.mean).toBeLessThanOrEqual(upper);
      expect(found.value.sd).toBeGreaterThan(0);
    }),
  );
});

test('identical effects are pooled to themselves, without spread, as sure as their weights together', () => {
  const variances = fc.array(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), {
    minLength: 2,
    maxLength: 15,
  });
  fc.assert(
    fc.property(
      fc.double({ min: -3, max: 3, noNaN: true }),
      variances,
      fc.constantFrom(...METHODS),
      (yi, all, method) => {
        const found = pool(
          all.map((vi) => ({ yi, vi })),
          { method, test: 'adhoc' },
        );
        if (!found.ok) {
          expect(found.why).toMatch(/far apart|standard errors from 0/);
          return;
        }
        const [{ estimate, se }] = found.value.coefficients;
        expect(found.value.tau2).toBe(0);
        expect(estimate).toBeCloseTo(yi, 9);
        // The inverse of the sum of the weights, by hand.
        const weights = all.reduce((sum, vi) => sum + 1 / vi, 0);
        expect(se * Math.sqrt(weights)).toBeCloseTo(1, 9);
      },
    ),
  );
});

test('one study with a huge weight is what is found with one common effect', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: 1e7, max: 1e13, noNaN: true }),
      (yi, weight) => {
        const others = [-1, 0.5, 2].map((each) => ({ yi: each, vi: 1 }));
        const found = pool([{ yi, vi: 1 / weight }, ...others], { method: 'FE', test: 'z' });
        if (!found.ok) {
          expect(found.why).toMatch(/[a-z]/);
          return;
        }
        expect(found.value.coefficients[0].estimate).toBeCloseTo(yi, 5);
        expect(found.value.weights[0]).toBeGreaterThan(99.99);
      },
    ),
  );
});
