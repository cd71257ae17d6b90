// `assuage pool` as people and programs meet it.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { assuage } from './assuage.ts';

const folder = mkdtempSync(join(tmpdir(), 'assuage-pool-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The thirteen BCG trials as metadat's dat.bcg has them (Colditz 1994). */
const BCG = `trial,author,year,tpos,tneg,cpos,cneg,ablat,alloc
1,Aronson,1948,4,119,11,128,44,random
2,Ferguson & Simes,1949,6,300,29,274,55,random
3,Rosenthal et al,1960,3,228,11,209,42,random
4,Hart & Sutherland,1977,62,13536,248,12619,52,random
5,Frimodt-Moller et al,1973,33,5036,47,5761,13,alternate
6,Stein & Aronson,1953,180,1361,372,1079,44,alternate
7,Vandiviere et al,1973,8,2537,10,619,19,random
8,TPT Madras,1980,505,87886,499,87892,13,random
9,Coetzee & Berjak,1968,29,7470,45,7232,27,random
10,Rosenthal et al,1961,17,1699,65,1600,42,systematic
11,Comstock et al,1974,186,50448,141,27197,18,systematic
12,Comstock & Webster,1969,5,2493,3,2338,33,systematic
13,Comstock et al,1976,27,16886,29,17825,33,systematic
`;

describe('assuage pool', () => {
  test('pools a table of metadat as metafor does', async () => {
    const { code, stdout, stderr } = await assuage(
      ['pool', '-', '--test', 'knha', '--better', 'lower', '--format', 'json'],
      { input: BCG },
    );
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const { fit, measure } = JSON.parse(stdout);
    expect(measure).toBe('RR');
    // rma(measure="RR", …, data=dat.bcg, test="knha") of metafor: the reference results of packages/evidence.
    expect(fit.coefficients[0].estimate).toBeCloseTo(-0.714532342158139, 9);
    expect(fit.coefficients[0].low).toBeCloseTo(-1.10844371368555, 9);
    expect(fit.tau2).toBeCloseTo(0.313243258136481, 9);
  });

  test('says in words what was found, how much the studies differ, and what to read with it', async () => {
    const { stdout } = await assuage(['pool', '-', '--better', 'lower'], { input: BCG });
    expect(stdout).toMatch(/13 studies of 357347 people\. Risk ratio 0\.49/);
    expect(stdout).toMatch(/on the side of benefit/);
    expect(stdout).toMatch(/^Aronson 1948 +0\.41 /m);
    for (const part of [
      'How much the studies differ',
      'By other rules',
      'Without one study',
      'Read with it',
    ])
      expect(stdout).toContain(`\n${part}\n`);
  });

  test('writes the plots', async () => {
    const [forest, funnel] = [join(folder, 'forest.svg'), join(folder, 'funnel.svg')];
    const { code } = await assuage(['pool', '-', '--svg', forest, '--funnel', funnel], {
      input: BCG,
    });
    expect(code).toBe(0);
    expect(readFileSync(forest, 'utf8')).toMatch(
      /^<svg .*<title id="forest-title">Forest plot: risk ratio in 13 studies</,
    );
    expect(readFileSync(funnel, 'utf8')).toMatch(/^<svg .*Funnel plot/);
  });

  test('a moderator is a column', async () => {
    const { stdout } = await assuage(['pool', '-', '--moderator', 'ablat'], { input: BCG });
    expect(stdout).toMatch(/- ablat: −0\.029 /);
  });

  test('a subgroup, a cohort and an important change are columns and options', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, i) => `S${i},${-1 + (i % 3) / 10},0.04,${'ab'[i % 2]},${i % 5}`,
    );
    const input = ['study,yi,vi,dose,who', ...rows].join('\n');
    const dose = await assuage(['pool', '-', '--subgroup', 'dose'], { input });
    expect(dose.stdout).toMatch(/\nSubgroups\n[\s\S]*\na +6 +−0\.90/);
    const who = await assuage(['pool', '-', '--cohort', 'who'], { input });
    expect(who.stdout).toMatch(/12 effects from 5 cohorts/);
    const important = ['--measure', 'MD', '--better', 'lower', '--important', '0.5'];
    const svg = join(folder, 'important.svg');
    expect((await assuage(['pool', '-', ...important, '--svg', svg], { input })).code).toBe(0);
    expect(readFileSync(svg, 'utf8')).toContain('important change: −0.50');
  });

  test('a clinic sends four sums, and the sums of clinics are pooled', async () => {
    const people = 'yi,vi\n-1,0.1\n-2,0.1\n0,0.1\n-1,0.1\n-1,0.1\n';
    const sums = await assuage(['pool', '-', '--sums', 'Clinic A'], { input: people });
    // −1 − 2 − 1 − 1, and the sum of their squares.
    expect(sums.stdout).toBe('site,k,sumY,sumYY,sumV\nClinic A,5,-5,7,0.5\n');
    const two = `${sums.stdout}Clinic B,5,-5,7,0.5\n`;
    const { stdout } = await assuage(['pool', '-'], { input: two });
    // Mean −1; variance (14 − 10)/9; t(9) at .975 is 2.262.
    expect(stdout).toMatch(
      /2 sites, 10 people\.\n\nEffect −1\.00 \(95 % interval −1\.48 to −0\.52\)/,
    );
    const few = await assuage(['pool', '-', '--sums', 'Clinic A'], { input: 'yi,vi\n1,1\n2,1\n' });
    expect(few.stderr).toMatch(/2 people are too few/);
    const small = await assuage(['pool', '-'], { input: two.replace('Clinic B,5', 'Clinic B,4') });
    expect(small.stderr).toMatch(/:3: Clinic B: 4 people are too few/);
    expect([few.code, small.code]).toEqual([2, 2]);
  });

  test.each([
    [1, /cannot be pooled/, [], ['Pooled', 'Range for', 'Egger']],
    [2, /too few for a verdict/, [], ['Pooled', 'Range for', 'Egger']],
    [4, /Very few studies/, ['Pooled'], ['Range for', 'Egger']],
    [5, /Too few studies to judge bias/, ['Pooled', 'Range for'], ['Egger', 'Very few']],
    [10, /uneven funnel/, ['Pooled', 'Range for', 'Egger', 'trim and fill'], ['Very few']],
  ])('%i studies: only what they carry is said', async (k, said, shown, hidden) => {
    const rows = Array.from(
      { length: k },
      (_, i) => `S${i},${-1 + (i % 3) / 10},${0.04 + i / 100}`,
    );
    const { stdout } = await assuage(['pool', '-'], { input: ['study,yi,vi', ...rows].join('\n') });
    expect(stdout).toMatch(said);
    for (const words of shown) expect(stdout).toContain(words);
    for (const words of hidden) expect(stdout).not.toContain(words);
  });

  test('two studies stand side by side', async () => {
    const { code, stdout } = await assuage(['pool', '-'], {
      input: 'study,yi,vi\nA,-1,0.2\nB,-2,0.1\n',
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/too few for a verdict/);
    expect(stdout).not.toMatch(/^Pooled/m);
  });

  test.each([
    [
      'a word for a number',
      [],
      'study,yi,vi\nA,1,0.2\nB,x,3\n',
      /^\(standard input\):3: yi is "x", not a number$/m,
    ],
    [
      'a variance of 0',
      [],
      'study,yi,vi\nA,1,0\n',
      /^\(standard input\):2: A: the study has a variance of 0/m,
    ],
    ['a plan', [], 'conditions: [RA]\n', /^\(standard input\):1: no columns that can be pooled/m],
    [
      'a funnel of two',
      ['--funnel', join(folder, 'no.svg')],
      'yi,vi\n1,1\n2,1\n',
      /Too few studies to judge bias/,
    ],
    [
      'a moderator of few studies',
      ['--moderator', 'w'],
      'yi,vi,w\n1,1,1\n2,1,2\n3,1,4\n',
      /a moderator needs 10 studies/,
    ],
    [
      'a deviation without an important change',
      ['--sd', '2'],
      'yi,vi\n1,1\n2,1\n',
      /--sd goes with --important/,
    ],
    [
      'subgroups of few studies',
      ['--subgroup', 'w'],
      'yi,vi,w\n1,1,a\n2,1,a\n3,1,a\n1,1,b\n2,1,b\n3,1,b\n',
      /every subgroup after the first needs 10 studies/,
    ],
    [
      'no numbers at all',
      [],
      'study,yi,vi\nA,NA,1\n',
      /no study has all its numbers\n\(standard input\):2: A: yi missing/,
    ],
  ])('%s is refused with where it is, and nothing is written', async (_, args, input, message) => {
    const { code, stdout, stderr } = await assuage(['pool', '-', ...args], { input });
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(existsSync(join(folder, 'no.svg'))).toBe(false);
  });

  test('a picture for a table, and no such folder for a plot, are refused in words', async () => {
    const picture = join(folder, 'picture.png');
    writeFileSync(picture, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]));
    const notText = await assuage(['pool', picture]);
    expect(notText.stderr).toMatch(/not a text file: a table of studies is CSV, in UTF-8/);
    const nowhere = await assuage(['pool', '-', '--svg', join(folder, 'none/forest.svg')], {
      input: BCG,
    });
    expect(nowhere.stderr).toMatch(/forest\.svg: there is no such file or folder/);
    expect([notText.code, nowhere.code]).toEqual([2, 2]);
  });

  test('explains its columns', async () => {
    const { code, stdout } = await assuage(['pool', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('Examples:\n');
    expect(stdout).toMatch(/m1i sd1i n1i m2i sd2i n2i/);
  });
});
