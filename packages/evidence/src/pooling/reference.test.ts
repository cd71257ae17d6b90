import { describe, expect, test } from 'vitest';
import {
  blup,
  commonSubgroups,
  cumul,
  federated,
  influenceOf,
  leave1out,
  mantelHaenszelOf,
  oneShotOf,
  pairedT,
  ranktest,
  regtest,
  rmaMv,
  robustOf,
  separateSubgroups,
  trimfill,
} from '../testing/as-diagnostics.ts';
import { escalc } from '../testing/as-escalc.ts';
import { rma } from '../testing/as-metafor.ts';
import {
  type Case,
  misses,
  type Numbers,
  referenceCases,
  referenceFiles,
  rounding,
} from '../testing/reference.ts';

/** A form of call in the reference files, how close the answer must come, and how ours is found. */
interface Form {
  readonly call: RegExp;
  readonly tolerance: number;
  readonly ours: (each: Case) => Numbers;
}

const FORMS: readonly Form[] = [
  { call: /^escalc\(/, tolerance: 1e-12, ours: escalc },
  {
    call: /^rma\(yi, vi(, mods = ~ (?!factor)[^"]+)?, method="\w+", test="\w+"\)$/,
    tolerance: 1e-9,
    ours: rma,
  },
  { call: /^rma\(yi, vi, subset=g==l, /, tolerance: 1e-9, ours: separateSubgroups },
  { call: /^rma\(yi, vi, mods = ~ factor\(g\), /, tolerance: 1e-9, ours: commonSubgroups },
  {
    call: /^rma\(yi, vi, [^)]+\) on all rows; the federated fit /,
    tolerance: 1e-9,
    ours: federated,
  },
  { call: /^t\.test\(yi\) for mean, se, CI; rma/, tolerance: 1e-9, ours: oneShotOf },
  { call: /^t\.test\(extra\.2, extra\.1, paired=TRUE\)/, tolerance: 1e-9, ours: pairedT },
  { call: /^rma\.mh\(/, tolerance: 1e-9, ours: mantelHaenszelOf },
  { call: /^regtest\(/, tolerance: 1e-9, ours: regtest },
  { call: /^ranktest\(/, tolerance: 1e-9, ours: ranktest },
  { call: /^trimfill\(/, tolerance: 1e-7, ours: trimfill },
  { call: /^leave1out\(/, tolerance: 1e-9, ours: leave1out },
  { call: /^cumul\(/, tolerance: 1e-9, ours: cumul },
  { call: /^influence\(/, tolerance: 1e-9, ours: influenceOf },
  { call: /^blup\(/, tolerance: 1e-9, ours: blup },
  { call: /^rma\.mv\(/, tolerance: 1e-5, ours: rmaMv },
  { call: /^robust\(/, tolerance: 1e-5, ours: robustOf },
];

describe.each(referenceFiles())('%s: the same as R', (file) => {
  test.each(referenceCases(file).map((each) => [each.id, each] as const))('%s', (_, each) => {
    const form = FORMS.filter(({ call }) => call.test(each.call));
    expect(
      form.map(({ call }) => String(call)),
      each.call,
    ).toHaveLength(1);
    for (const { tolerance, ours } of form)
      expect(misses(each.expected, ours(each), tolerance, rounding(each))).toEqual([]);
  });
});
