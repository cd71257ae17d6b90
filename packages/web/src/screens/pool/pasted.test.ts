import { expect, test } from 'vitest';
import { EXAMPLE } from './example.ts';
import {
  effectsCsv,
  headOf,
  type More,
  measuresOf,
  NOTHING_MORE,
  type Pooled,
  poolPasted,
  rowCount,
  withRow,
} from './pasted.ts';

const asked = (text: string, more: Partial<More> = {}) =>
  poolPasted({ text, measure: null, better: null, more: { ...NOTHING_MORE, ...more } });
function studiesIn(found: ReturnType<typeof asked>): Pooled {
  if (!found.ok || found.value.kind !== 'studies') throw new Error(JSON.stringify(found));
  return found.value;
}
const effects = (count: number) =>
  ['study,yi,sei', ...Array.from({ length: count }, (_, i) => `S${i},0.${i % 7}1,0.2`)].join('\n');

test('a row is written as the other rows of the table are', () => {
  expect(withRow('study\tyi\tsei\nA\t1\t2\r\n', [], ['B, C', '3', '4'])).toBe(
    'study\tyi\tsei\nA\t1\t2\nB, C\t3\t4\n',
  );
  expect(withRow('study,yi,sei\nA,1,2', [], ['B, "C"', '3', '4'])).toBe(
    'study,yi,sei\nA,1,2\n"B, ""C""",3,4\n',
  );
});

test('the first row of an empty table brings the names of the columns', () => {
  const text = withRow(' \n', ['study', 'yi', 'sei'], ['A', '1', '2']);
  expect(text).toBe('study,yi,sei\nA,1,2\n');
  expect(headOf(text)).toEqual(['study', 'yi', 'sei']);
  expect(rowCount(text)).toBe(1);
});

test('only what the columns allow can be worked out of them', () => {
  expect(measuresOf(EXAMPLE)).toEqual(['RR', 'OR', 'RD']);
  expect(measuresOf('study,m1i,sd1i,n1i,m2i,sd2i,n2i')[0]).toBe('SMD');
  expect(measuresOf('study,colour\nA,red')).toEqual([]);
  expect(measuresOf('')).toEqual([]);
});

test('a mistake and a table of nothing but gaps are named with their rows', () => {
  expect(asked('study,yi,sei\nA,1,0.5\nB,many,0.5')).toEqual({
    ok: false,
    why: ['Row 3: yi is "many", not a number'],
  });
  expect(asked('study,yi,sei\nA,,0.5')).toEqual({
    ok: false,
    why: ['no study has all its numbers', 'Row 2: A: yi missing'],
  });
  expect(asked('')).toEqual({ ok: false, why: ['Row 1: there is nothing in it'] });
});

test('a funnel is drawn from ten studies on', () => {
  const funnelOf = (count: number) => studiesIn(asked(effects(count))).funnel;
  expect(funnelOf(9)).toBeNull();
  expect(funnelOf(10)).toContain('<svg');
});

test('more studies than a page can draw are refused', () => {
  expect(asked(effects(500)).ok).toBe(true);
  expect(asked(effects(501))).toMatchObject({ ok: false });
});

test('saved effects keep all digits, and a name that spreadsheets would run is guarded', () => {
  const pooled = asked('study,yi,vi\n=1+1,-0.1234567890123,0.04\nB,0.2,0.05');
  expect(effectsCsv(studiesIn(pooled))).toBe(
    "study,yi,vi,weight_percent\n'=1+1,-0.1234567890123,0.04,\nB,0.2,0.05,\n",
  );
});

test('columns of the table are moderators, subgroups and cohorts', () => {
  const rows = Array.from({ length: 10 }, (_, i) => `S${i},${i % 3},0.2,${i},${'ab'[i % 2]}`);
  const text = ['study,yi,sei,weeks,dose', ...rows].join('\n');
  const titles = (more: Partial<More>) =>
    studiesIn(asked(text, more)).sections.map(({ title }) => title);
  expect(titles({})).not.toContain('Moderators');
  expect(titles({ moderator: 'weeks' })).toContain('Moderators');
  expect(titles({ subgroup: 'dose' })).toContain('Subgroups');
  expect(studiesIn(asked(text, { cohort: 'dose' })).found.summary).toMatch(/from 2 cohorts/);
});

test('an important change needs numbers, and a side that is good', () => {
  const text = 'm1i,sd1i,n1i,m2i,sd2i,n2i\n4,2,20,5,2,20\n4,2,30,5,2,30\n4,2,40,5,2,40';
  const why = (more: Partial<More>, better: 'lower' | null = 'lower') => {
    const found = poolPasted({ text, measure: null, better, more: { ...NOTHING_MORE, ...more } });
    return found.ok ? 'drawn' : found.why.join();
  };
  expect(why({ change: 'much' })).toBe('A change that matters: type a number');
  expect(why({ deviation: '2' })).toBe('The standard deviation needs a change that matters.');
  expect(why({ change: '1' })).toMatch(/needs the deviation between people/);
  expect(why({ change: '1', deviation: '2' }, null)).toMatch(/say which side that is/);
  expect(why({ change: '1', deviation: '2,5' })).toBe('drawn');
});

test('sums of sites are pooled without their effects, and small sites refused by row', () => {
  const head = 'site,k,sumY,sumYY,sumV\nA,5,-5,7,0.5';
  expect(asked(`${head}\nB,5,-5,7,0.5`)).toMatchObject({
    ok: true,
    value: { kind: 'sites', people: 10, pooled: { estimate: -1 } },
  });
  expect(asked(`${head}\nB,4,-5,7,0.5`)).toMatchObject({
    ok: false,
    why: [expect.stringMatching(/^Row 3: B: 4 people are too few/)],
  });
});

test('what was worked out from quartiles says so in the saved table, too', () => {
  const pooled = asked(
    'study,m1i,sd1i,n1i,lq1i,med1i,uq1i,m2i,sd2i,n2i\nA,,,40,3,4,5,5,2,40\nB,4,2,20,,,,5,2,20',
  );
  expect(effectsCsv(studiesIn(pooled))).toMatch(/^A \(converted\),.*\nB,/m);
});

test('a moderator and subgroups are refused for few studies, as in the command', () => {
  const rows = Array.from({ length: 9 }, (_, i) => `S${i},${i % 3},0.2,${i},${'ab'[i % 2]}`);
  const text = ['study,yi,sei,weeks,dose', ...rows].join('\n');
  const why = (more: Partial<More>) => {
    const found = asked(text, more);
    return found.ok ? '' : found.why.join();
  };
  expect(why({ moderator: 'weeks' })).toMatch(/a moderator needs 10 studies, and here are 9/);
  expect(why({ subgroup: 'dose' })).toMatch(/needs 10 studies, and here are 9 in 2 subgroups/);
});
