import fc from 'fast-check';
import { expect, test } from 'vitest';
import { effectsOf, valueIn } from '../testing/as-metafor.ts';
import { asymmetry, rankCorrelation } from './bias.ts';
import { cumulative, influence, leaveOneOut, shrunken } from './diagnostics.ts';
import type { Effect } from './effect.ts';
import { addSums, federatedReml, oneShot, siteSummary, siteSums } from './federated.ts';
import { predictionInterval, spreadInterval } from './intervals.ts';
import { pool, type Test } from './model.ts';
import { robust } from './robust.ts';
import { METHODS, type Method } from './tau2.ts';
import { threeLevel } from './three-level.ts';
import { trimAndFill } from './trim-and-fill.ts';

const wild = fc.oneof(
  { weight: 5, arbitrary: fc.double({ min: -5, max: 5, noNaN: true }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0, -0, 1e-300, 1e300, 1e8, Number.NaN, Number.POSITIVE_INFINITY),
  },
  { weight: 1, arbitrary: fc.double() },
);
const wildVariance = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: 1e-4, max: 4, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1e-12, 1e12, 1e-320, 1e308, -1, Number.NaN) },
  { weight: 1, arbitrary: fc.double() },
);
const wildEffects = fc.oneof(
  fc.array(fc.record({ yi: wild, vi: wildVariance }), { maxLength: 12 }),
  // The same effect over and over.
  fc
    .tuple(wild, wildVariance, fc.integer({ min: 0, max: 9 }))
    .map(([yi, vi, n]) => new Array<Effect>(n).fill({ yi, vi })),
  // Effects that agree, from very different studies.
  fc
    .tuple(wild, fc.array(wildVariance, { maxLength: 9 }))
    .map(([yi, all]) => all.map((vi) => ({ yi, vi }))),
);
const tame = fc.array(
  fc.record({
    yi: fc.double({ min: -3, max: 3, noNaN: true }),
    vi: fc.double({ min: 1e-3, max: 2, noNaN: true }),
  }),
  { minLength: 3, maxLength: 15 },
);
const method = fc.constantFrom<Method>(...METHODS);
const kind = fc.constantFrom<Test>('z', 'knha', 'adhoc');

/** Every number in a value, and every sentence of a refusal. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(numbersIn);
}

/** The answer has no NaN, or is a refusal with a sentence. `own` is what was put in, and may hold anything. */
function isHonest(answered: { ok: boolean; why?: string; value?: unknown }): void {
  if (answered.ok) expect(numbersIn(answered.value).filter(Number.isNaN)).toEqual([]);
  else expect(answered.why).toMatch(/^[^.]{10,}/);
}

test('whatever studies are put in, a fit and its intervals are numbers or a refusal in words', () => {
  fc.assert(
    fc.property(wildEffects, method, kind, (effects, m, t) => {
      const fit = pool(effects, { method: m, test: t });
      isHonest(fit);
      if (!fit.ok) return;
      isHonest(spreadInterval(fit.value));
      isHonest(predictionInterval(fit.value, 'k-1'));
      isHonest(predictionInterval(fit.value, 'k-2'));
      isHonest({ ok: true, value: shrunken(fit.value) });
      const others = leaveOneOut(fit.value);
      isHonest(others);
      if (others.ok) isHonest(influence(fit.value, others.value));
      isHonest(
        cumulative(
          fit.value,
          effects.map((_, i) => i),
        ),
      );
      isHonest(asymmetry(fit.value, 'egger'));
      isHonest(asymmetry(fit.value, 'mixed'));
      isHonest(rankCorrelation(effects));
      isHonest(trimAndFill(fit.value, 'L0'));
      isHonest(trimAndFill(fit.value, 'R0'));
    }),
    { numRuns: 600 },
  );
});

test('whatever moderators are put in, the fit is numbers or a refusal in words', () => {
  const studies = fc.array(fc.record({ yi: wild, vi: wildVariance, a: wild, b: wild }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(studies, method, kind, (rows, m, t) => {
      const moderators = [
        { name: 'a', values: rows.map(({ a }) => a) },
        { name: 'b', values: rows.map(({ b }) => b) },
      ];
      isHonest(pool(rows, { method: m, test: t, moderators }));
    }),
    { numRuns: 600 },
  );
});

test('whatever groups effects come in, three levels are numbers or a refusal in words', () => {
  const grouped = fc.array(
    fc.record({
      yi: wild,
      vi: wildVariance,
      outer: fc.constantFrom('a', 'b', 'c', 'd'),
      inner: fc.constantFrom('x', 'y', 'z'),
    }),
    { maxLength: 10 },
  );
  fc.assert(
    fc.property(grouped, (rows) => {
      const fit = threeLevel(rows, {
        outer: rows.map((row) => row.outer),
        inner: rows.map((row) => row.inner),
      });
      isHonest(fit);
      if (!fit.ok) return;
      isHonest(robust(fit.value, 'CR1'));
      isHonest(robust(fit.value, 'CR2'));
    }),
    { numRuns: 300 },
  );
});

test('whatever sites answer, what comes of it is numbers or a refusal in words', () => {
  fc.assert(
    fc.property(fc.array(wildEffects, { maxLength: 4 }), (sites) => {
      const sumsAt = (tau2: number) => sites.map((effects) => siteSums(effects, tau2));
      sumsAt(1).forEach(isHonest);
      isHonest(
        federatedReml((tau2) =>
          addSums(sumsAt(tau2).flatMap((each) => (each.ok ? [each.value] : []))),
        ),
      );
      const summaries = sites.map(siteSummary);
      summaries.forEach(isHonest);
      isHonest(oneShot(summaries.flatMap((summary) => (summary.ok ? [summary.value] : []))));
    }),
    { numRuns: 300 },
  );
});

test('the order of the studies changes nothing', () => {
  fc.assert(
    fc.property(tame, method, kind, (effects, m, t) => {
      const model = { method: m, test: t };
      const [there] = valueIn(pool(effects, model)).coefficients;
      const [back] = valueIn(pool([...effects].reverse(), model)).coefficients;
      expect(back.estimate).toBeCloseTo(there.estimate, 8);
      expect(back.se).toBeCloseTo(there.se, 8);
    }),
  );
});

test('in another unit, everything is the same in that unit', () => {
  fc.assert(
    fc.property(
      tame,
      method,
      kind,
      fc.constantFrom(1e-20, 0.01, 1000, 1e20),
      (effects, m, t, unit) => {
        const model = { method: m, test: t };
        const plain = valueIn(pool(effects, model));
        const other = valueIn(
          pool(
            effects.map(({ yi, vi }) => ({ yi: yi * unit, vi: vi * unit * unit })),
            model,
          ),
        );
        expect(other.coefficients[0].estimate / unit).toBeCloseTo(
          plain.coefficients[0].estimate,
          8,
        );
        expect(other.tau2 / unit / unit).toBeCloseTo(plain.tau2, 7);
      },
    ),
  );
});

test('no other spread is more likely than what ML and REML settle on, nearby', () => {
  // The restricted likelihood written out by itself, for one mean.
  const restricted = (effects: readonly Effect[], tau2: number): number => {
    const w = effects.map(({ vi }) => 1 / (vi + tau2));
    const total = w.reduce((all, each) => all + each, 0);
    const mean = effects.reduce((all, { yi }, i) => all + (w[i] ?? 0) * yi, 0) / total;
    const rss = effects.reduce((all, { yi }, i) => all + (w[i] ?? 0) * (yi - mean) ** 2, 0);
    return (w.reduce((all, each) => all + Math.log(each), 0) - Math.log(total) - rss) / 2;
  };
  fc.assert(
    fc.property(tame, (effects) => {
      const { tau2 } = valueIn(pool(effects, { method: 'REML', test: 'z' }));
      const here = restricted(effects, tau2);
      for (const other of [tau2 * 1.01 + 1e-6, tau2 * 0.99])
        expect(here).toBeGreaterThanOrEqual(restricted(effects, other) - 1e-11);
    }),
  );
});

test("empirical Bayes and Paule and Mandel's estimate are one", () => {
  const effects = effectsOf([0.1, 0.9, -0.4, 1.3], [0.05, 0.04, 0.1, 0.02]);
  const { tau2 } = valueIn(pool(effects, { method: 'EB', test: 'z' }));
  // Morris' iteration (1983, J Am Stat Assoc 78:47), as it is defined, must stand still there.
  const w = effects.map(({ vi }) => 1 / (vi + tau2));
  const total = w.reduce((all, each) => all + each, 0);
  const mean = effects.reduce((all, { yi }, i) => all + (w[i] ?? 0) * yi, 0) / total;
  const within = effects.reduce(
    (all, { yi, vi }, i) => all + (w[i] ?? 0) * ((4 / 3) * (yi - mean) ** 2 - vi),
    0,
  );
  expect(within / total).toBeCloseTo(tau2, 12);
});

test.each([
  ['nothing', [], [], /no study/],
  ['one study', [1], [1], /one study cannot be pooled/],
  ['a variance of 0', [1, 2], [1, 0], /study 2 has a variance of 0/],
  ['a variance below 0', [1, 2], [-1, 1], /study 1 has no usable variance/],
  ['a missing estimate', [1, Number.NaN], [1, 1], /study 2 has no finite estimate/],
  ['a weight that is all', [1, 2], [1e-9, 1e9], /too far apart/],
])('%s is refused in words', (_, yi, vi, why) => {
  expect(pool(effectsOf(yi, vi))).toEqual({ ok: false, why: expect.stringMatching(why) });
});

test('moderators that repeat each other are refused by name', () => {
  const effects = effectsOf([1, 2, 3, 4], [1, 1, 1, 1]);
  const values = [1, 2, 2, 3];
  const moderators = [
    { name: 'dose', values },
    { name: 'weeks', values },
  ];
  expect(pool(effects, { method: 'REML', test: 'z', moderators })).toEqual({
    ok: false,
    why: expect.stringMatching(/dose, weeks repeat each other/),
  });
});

test('a site with fewer than five people does not sum them', () => {
  const few = siteSummary(effectsOf([1, 2, 3, 4], [1, 1, 1, 1]));
  expect(few).toEqual({ ok: false, why: expect.stringMatching(/5 or more/) });
});
