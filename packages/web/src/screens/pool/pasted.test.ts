import { expect, test } from 'vitest';
import { EXAMPLE } from './example.ts';
import { effectsCsv, headOf, measuresOf, poolPasted, rowCount, withRow } from './pasted.ts';

const asked = (text: string) => poolPasted({ text, measure: null, better: null });
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
    why: ['Every study has a number missing.', 'Row 2: A: yi missing'],
  });
  expect(asked('')).toEqual({ ok: false, why: ['Row 1: there is nothing in it'] });
});

test('a funnel is drawn from ten studies on', () => {
  const funnelOf = (count: number) => {
    const pooled = asked(effects(count));
    return pooled.ok ? pooled.value.funnel : pooled.why;
  };
  expect(funnelOf(9)).toBeNull();
  expect(funnelOf(10)).toContain('<svg');
});

test('more studies than a page can draw are refused', () => {
  expect(asked(effects(500)).ok).toBe(true);
  expect(asked(effects(501))).toMatchObject({ ok: false });
});

test('saved effects keep all digits, and a name that spreadsheets would run is guarded', () => {
  const pooled = asked('study,yi,vi\n=1+1,-0.1234567890123,0.04\nB,0.2,0.05');
  if (!pooled.ok) throw new Error(pooled.why.join());
  expect(effectsCsv(pooled.value)).toBe(
    "study,yi,vi,weight_percent\n'=1+1,-0.1234567890123,0.04,\nB,0.2,0.05,\n",
  );
});
