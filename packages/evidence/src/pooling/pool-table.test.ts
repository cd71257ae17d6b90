import { describe, expect, test } from 'vitest';
import { list, referenceCases } from '../testing/reference.ts';
import { hasSites, poolSites, siteLine } from './input/sites.ts';
import { type PooledTable, type PoolingRequest, poolTable } from './pool-table.ts';

const PLAIN: PoolingRequest = { better: 'lower', method: 'REML', test: 'adhoc' };
const ask = (text: string, request: Partial<PoolingRequest> = {}): PooledTable => {
  const found = poolTable(text, { ...PLAIN, ...request });
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
};
const issuesOf = (text: string, request: Partial<PoolingRequest> = {}) => {
  const found = poolTable(text, { ...PLAIN, ...request });
  return found.ok ? [] : found.issues;
};
const tableOf = ({ sections }: PooledTable, title: string) =>
  sections.find((section) => section.title === title)?.table;

/** Effects of a reference file with other columns of it, as a table. */
function reference(file: string, columns: readonly string[]) {
  const cases = referenceCases(file);
  const whole = cases.find(({ input }) => columns.every((column) => Array.isArray(input[column])));
  if (!whole) throw new Error(`${file} has no ${columns.join()}`);
  const lists = columns.map((column) => list(whole.input, column));
  const rows = (lists[0] ?? []).map((_, i) => lists.map((each) => each[i]).join());
  const expected = (id: string) => cases.find((each) => each.id === id)?.expected ?? {};
  return { text: [columns.join(), ...rows].join('\n'), expected };
}

describe('effects of one cohort', () => {
  const { text, expected } = reference('meta-konstantopoulos2011.json', [
    'yi',
    'vi',
    'district',
    'year',
  ]);

  test("are pooled by the three-level model with clubSandwich's errors, as R does", () => {
    const { report } = ask(text, { cohort: 'district' });
    const inR = expected('konst-3level-robust-CR2');
    expect(report.pooled?.estimate).toBeCloseTo(list(inR, 'beta')[0] ?? 0, 6);
    expect(report.pooled?.low).toBeCloseTo(list(inR, 'ciLb')[0] ?? 0, 6);
    expect(report.pooled?.high).toBeCloseTo(list(inR, 'ciUb')[0] ?? 0, 6);
    expect(report.summary).toMatch(/^56 effects from 11 cohorts\. Effect 0\.18 /);
    expect(report.notes.join(' ')).toMatch(/three-level model/);
  });

  test('take a moderator, too', () => {
    const { report } = ask(text, { cohort: 'district', moderators: ['year'] });
    // The slope does not depend on where the years are counted from.
    const inR = expected('konst-3level-year-robust-CR2');
    expect(report.dependent?.robust[1]?.estimate).toBeCloseTo(list(inR, 'beta')[1] ?? 0, 6);
    expect(report.dependent?.robust[1]?.se).toBeCloseTo(list(inR, 'se')[1] ?? 0, 6);
    expect(report.pooled).toBeNull();
  });

  test('count as one where it is asked whether there are enough', () => {
    const two = ask('yi,vi,who\n1,1,a\n2,1,a\n3,1,a\n1,1,b', { cohort: 'who' });
    expect(two.report.pooled).toBeNull();
    expect(two.report.summary).toBe(
      '4 effects from 2 cohorts, shown side by side. Fewer than three are too few for a verdict.',
    );
    const rows = Array.from({ length: 12 }, (_, i) => `${-1 - (i % 3) / 10},0.1,c${i % 4}`);
    const four = ask(['yi,vi,who', ...rows].join('\n'), { cohort: 'who' });
    expect(four.report.display).toMatchObject({ veryFew: true, prediction: false, bias: false });
    expect(four.report.fit).toBeNull();
  });

  test('of which each cohort holds one are studies for themselves', () => {
    const { report } = ask('yi,vi,who\n1,1,a\n2,1,b\n3,1,c', { cohort: 'who' });
    expect(report.dependent).toBeNull();
    expect(report.fit).not.toBeNull();
  });

  test('are fitted by REML only', () => {
    expect(issuesOf(text, { cohort: 'district', method: 'DL' })).toEqual([
      { line: null, message: 'the three-level model is fitted by REML, not DL' },
    ]);
  });
});

describe('subgroups', () => {
  // Two groups of one effect each, over and over: Q between by hand below.
  const rows = (k: number) =>
    Array.from(
      { length: k },
      (_, i) => `S${i},${i % 2 ? -1 : -0.5},0.1,${i % 2 ? 'long' : 'short'}`,
    );
  const text = (k: number) => ['study,yi,vi,dose', ...rows(k)].join('\n');

  test('are pooled by themselves and compared', () => {
    const found = ask(text(10), { subgroup: 'dose', test: 'z' });
    expect(tableOf(found, 'Subgroups')?.rows.map((row) => row.slice(0, 3))).toEqual([
      ['long', '5', '−1.00'],
      ['short', '5', '−0.50'],
    ]);
    // Each has 1/variance 50, so that Q is 2 · 50 · .25².
    expect(found.report.subgroups?.found.between.q).toBeCloseTo(6.25, 9);
  });

  test.each([
    ['fewer than ten studies', text(9), 'dose', /needs 10 studies, and here are 9 in 2 subgroups/],
    ['a single one', text(10).replaceAll('short', 'long'), 'dose', /all studies are in one/],
    [
      'one of two studies',
      [...text(10).split('\n'), 'T,1,1,c', 'U,1,1,c', ...rows(10)].join('\n'),
      'dose',
      /subgroup c of dose has fewer than three studies/,
    ],
    ['a column that is not there', text(10), 'weeks', /there is no column weeks/],
  ])('%s is refused', (_, table, subgroup, why) => {
    expect(issuesOf(table, { subgroup })[0]?.message).toMatch(why);
  });

  test('a study without a group is left out and named', () => {
    const { table } = ask(`${text(10)}\nT,1,1,NA`, { subgroup: 'dose' });
    expect(table.leftOut).toEqual([{ line: 12, name: 'T', message: 'dose missing' }]);
  });
});

describe('leaving out and adding up', () => {
  const { text, expected } = reference('meta-bcg.json', ['yi', 'vi', 'year']);

  test('by year the answer is built up as in R', () => {
    // R took what it calls the order for ranks: with these as years, it is by year.
    const inR = expected('bcg-cumul');
    const years = ['year', ...list(inR, 'order').map((rank) => 1900 + rank)];
    const rows = text.split('\n').map((row, i) => row.replace(/[^,]*$/, String(years[i])));
    const { report } = ask(rows.join('\n'), { test: 'z' });
    const estimates = report.cumulative?.steps.map(({ pooled }) => pooled.estimate) ?? [];
    expect(estimates).toHaveLength(13);
    for (const [i, estimate] of estimates.entries())
      expect(estimate).toBeCloseTo(list(inR, 'estimate')[i] ?? 0, 9);
  });

  test('no pooled effect is said of the first one or two studies', () => {
    const rows = tableOf(ask(text), 'As the studies came')?.rows ?? [];
    expect(rows.map(([, count]) => count)).toEqual(
      Array.from({ length: 11 }, (_, i) => String(i + 3)),
    );
  });

  test('without years nothing says in which order the studies came', () => {
    expect(ask('yi,vi\n1,1\n2,1\n3,1').report.cumulative).toBeNull();
  });

  test('every study has its row, with what the others find and what it does', () => {
    const found = ask(text, { test: 'z' });
    const table = tableOf(found, 'Without one study');
    expect(table?.rows).toHaveLength(13);
    // R: influence(res)$inf$rstudent[4] is -1.4512.
    expect(table?.rows[3]?.[5]).toBe('−1.45');
  });
});

describe('numbers that a report does not give', () => {
  const HEAD = 'study,m1i,sd1i,n1i,m2i,sd2i,n2i,lq1i,med1i,uq1i,se2i,shared';

  test('come from median and quartiles, and the study says so everywhere', () => {
    const rows = ['A,4,2,20,5,2,20,,,,,', 'B,,,40,5,2,40,3,4,5,,', 'C,4,2,20,5,2,20,,,,,'];
    const found = ask([HEAD, ...rows].join('\n'));
    expect(found.report.studies.map(({ converted }) => converted)).toEqual([
      undefined,
      true,
      undefined,
    ]);
    expect(found.report.notes.join(' ')).toMatch(/Converted: .* 1 study .*median and quartiles/);
    expect(tableOf(found, 'Without one study')?.rows[1]?.[0]).toBe('B (converted)');
  });

  test('are never put in place of given ones', () => {
    const { studies } = ask(`${HEAD}\nA,4,2,20,5,2,20,30,40,50,9,\nB,4,2,20,5,2,20,,,,,`).report;
    expect(studies[0]).toMatchObject({ yi: studies[1]?.yi });
    expect(studies[0]?.converted).toBeUndefined();
  });

  test('skewed quartiles are left out, with the reason', () => {
    const { table } = ask(`${HEAD}\nA,,,40,5,2,40,1,1.2,8,,\nB,4,2,20,5,2,20,,,,,`);
    expect(table.leftOut).toEqual([
      {
        line: 2,
        name: 'A',
        message: expect.stringMatching(/^first arm: the quartiles .* unevenly/),
      },
    ]);
  });

  test('quartiles in the wrong order are a mistake, with its line', () => {
    expect(issuesOf(`${HEAD}\nA,,,40,5,2,40,5,4,3,,`)).toEqual([
      {
        line: 2,
        message: expect.stringMatching(/^A: first arm: the median \(4\) must lie between/),
      },
    ]);
  });

  test('a deviation comes from the standard error of the mean', () => {
    // .5 · √16 = 2; (4 + 4)/16 = .5 on the variance of the difference.
    const { studies } = ask(`${HEAD}\nA,4,2,16,5,,16,,,,0.5,`, { measure: 'MD' }).report;
    expect(studies[0]?.vi).toBeCloseTo(0.5, 12);
  });

  test('a deviation comes from the 95 % interval of the mean', () => {
    // t of 15 degrees of freedom at .975 is 2.13145: ±1.065725 is a standard error of .5, and a deviation of 2.
    const text = 'm1i,cilb1i,ciub1i,n1i,m2i,sd2i,n2i\n4,2.934275,5.065725,16,5,2,16';
    expect(ask(text, { measure: 'MD' }).report.studies[0]?.vi).toBeCloseTo(0.5, 5);
    expect(issuesOf(`${text}\n4,5,3,16,5,2,16`)).toEqual([
      {
        line: 3,
        message: expect.stringMatching(/first arm: the interval \(5 to 3\) must end above/),
      },
    ]);
  });

  test('a control arm that two rows share is split, so that nobody counts twice', () => {
    // 4/20 + 4/(30/2).
    const { studies } = ask(`${HEAD}\nA,4,2,20,5,2,30,,,,,2`, { measure: 'MD' }).report;
    expect(studies[0]?.vi).toBeCloseTo(4 / 20 + 4 / 15, 12);
    expect(studies[0]?.people).toBe(35);
  });

  test.each([
    ['half a comparison', `${HEAD}\nA,4,2,20,5,2,30,,,,,0.5`, /whole number of arms/],
    ['ready-made effects', 'yi,vi,shared\n1,1,2', /only where its people are given/],
  ])('a share of %s is refused with its line', (_, text, message) => {
    expect(issuesOf(text)).toEqual([{ line: 2, message: expect.stringMatching(message) }]);
  });

  const PAIRED = 'm1i,sd1i,m2i,sd2i,ni,ri\n5,1,6,2,10,.5\n5,1,6,2,10,\n5,1,6,2,10,NA';

  test('an assumed correlation is counted, and others are shown beside it', () => {
    const found = ask(PAIRED, { measure: 'MC', correlation: 0.75 });
    // (1 + 4 - 2 · 0.5 · 1 · 2)/10 with its own, and (1 + 4 - 2 · 0.75 · 1 · 2)/10 with the assumed one.
    expect(found.report.studies.map(({ vi }) => vi)).toEqual([0.3, 0.2, 0.2]);
    expect(found.sections[0]).toEqual({
      title: 'With other correlations where the report gives none (2)',
      lines: [0.3, 0.5, 0.7].map((r) => expect.stringMatching(`^with ${r}: −1\\.00 \\(95 % `)),
      table: null,
    });
    expect(issuesOf(PAIRED, { correlation: 1 })[0]?.message).toMatch(/between -1 and 1/);
  });

  test('without one, studies that lack it are left out', () => {
    expect(ask(PAIRED).table.leftOut.map(({ message }) => message)).toEqual([
      'ri missing',
      'ri missing',
    ]);
  });
});

describe('an important change', () => {
  const SMD = 'm1i,sd1i,n1i,m2i,sd2i,n2i\n4,2,20,5,2,20\n4,2,30,5,2,30\n4,2,40,5,2,40';

  test('in points is put on the scale of deviations by the stated deviation', () => {
    const { report } = ask(SMD, { important: { change: 1, sd: 2.5 } });
    expect(report.important).toEqual({ change: 1, at: -0.4, sd: 2.5 });
    // Hedges' g is close to −0.5, and 2.5 times that −1.23.
    expect(report.summary).toMatch(
      /That is −1\.2\d points \(.*\) where people differ by .* 2\.50\./,
    );
  });

  test.each([
    ['without the deviation between people', { change: 1 }, {}, /needs the deviation/],
    ['without a side of benefit', { change: 1, sd: 2 }, { better: null }, /say which side/],
    ['of 0', { change: 0, sd: 2 }, {}, /above 0/],
    ['with a deviation of 0', { change: 1, sd: 0 }, {}, /deviation between people \(0\)/],
  ])('%s is refused', (_, important, other, why) => {
    expect(issuesOf(SMD, { important, ...other })[0]?.message).toMatch(why);
  });

  test('of a ratio lies on the side of benefit', () => {
    const RR = 'ai,n1i,ci,n2i\n4,10,5,10\n4,10,5,10\n4,10,6,10';
    expect(ask(RR, { important: { change: 0.8 } }).report.important?.at).toBe(Math.log(0.8));
    expect(issuesOf(RR, { important: { change: 1.2 } })[0]?.message).toMatch(/side of harm/);
  });
});

describe('sums of sites', () => {
  // The four clinics of the reference, as each would send them.
  const { text } = reference('federated-reml.json', ['yi', 'vi', 'clinic']);
  const [oneShot] = referenceCases('federated-reml.json').filter(({ id }) => /oneshot/.test(id));
  const rows = text
    .split('\n')
    .slice(1)
    .map((row) => row.split(','));
  const clinics = [...new Set(rows.map(([, , clinic]) => clinic))];
  const sent = clinics.map((clinic) => {
    const own = rows.filter((row) => row[2] === clinic);
    const line = siteLine(
      `Clinic ${clinic}`,
      own.map(([yi, vi]) => ({ yi: Number(yi), vi: Number(vi) })),
    );
    if (!line.ok) throw new Error(line.why);
    return line.value.trim().split('\n');
  });
  const whole = [sent[0]?.[0], ...sent.map(([, line]) => line)].join('\n');

  test('come to what R finds when all effects are in one place, but for rounding', () => {
    expect(hasSites(whole)).toBe(true);
    const found = poolSites(whole);
    if (!found.ok) throw new Error(JSON.stringify(found.issues));
    expect(found.value.people).toBe(48);
    expect(found.value.pooled.estimate).toBeCloseTo(Number(oneShot?.expected.beta), 4);
    expect(found.value.pooled.se).toBeCloseTo(Number(oneShot?.expected.se), 4);
    expect(found.value.tau2).toBeCloseTo(Number(oneShot?.expected.tau2), 4);
  });

  const HEAD = 'site,k,sumY,sumYY,sumV';
  test.each([
    ['four people', 'A,4,1,1,1', /4 people are too few.*5 or more/],
    ['half a person', 'A,5.5,1,1,1', /no number of people/],
    ['sums that nobody has', 'A,5,10,1,1', /no 5 people have effects with these sums/],
    ['no variance', 'A,5,1,1,0', /must be above 0/],
    ['more people than there are', 'A,1e300,1,1,1', /no number of people/],
    ['a mistake of size', 'A,5,1e9,1e18,1', /ten million standard errors from 0/],
    ['a word', 'A,5,many,1,1', /sumY is "many", not a number/],
    ['a hole', 'A,5,,1,1', /A: sumY is missing/],
    ['a second release', 'B,5,1,1,1', /B is there twice.*give single people away/],
  ])('%s is refused with its line', (_, line, message) => {
    const found = poolSites(`${HEAD}\nB,6,1,1,1\n${line}`);
    expect(found).toEqual({
      ok: false,
      issues: [{ line: 3, message: expect.stringMatching(message) }],
    });
  });

  test('fewer than five people are not summed', () => {
    const four = [1, 2, 3, 4].map((yi) => ({ yi, vi: 1 }));
    expect(siteLine('A', four)).toEqual({ ok: false, why: expect.stringMatching(/too few/) });
  });
});
