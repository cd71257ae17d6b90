// `assuage verdict` through the real command.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assuage } from './assuage.ts';

test('the examples of the help give a verdict', async () => {
  const finished = await assuage(['verdict', 'examples/diaries/test.json']);
  expect(finished.code).toBe(0);
  expect(finished.stdout).toMatch(/^Better\n/);
  const course = await assuage([
    'verdict',
    'examples/diaries/course.csv',
    '--today',
    '2026-04-20',
    '--format',
    'json',
  ]);
  expect(JSON.parse(course.stdout)).toMatchObject({
    headline: 'Better',
    verdict: { level: 'pattern' },
  });
});

test('a report is printed, and the diary drawn into a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'assuage-verdict-'));
  try {
    const svg = join(folder, 'diary.svg');
    const test = ['verdict', 'examples/diaries/test.json'];
    const { code, stdout } = await assuage([...test, '--report', '--svg', svg]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# A randomised N-of-1 trial \(single case\): pain,/);
    expect(readFileSync(svg, 'utf8')).toMatch(/^<svg xmlns=/);
    const nowhere = await assuage([...test, '--svg', join(folder, 'none', 'diary.svg')]);
    expect([nowhere.code, nowhere.stdout]).toEqual([2, '']);
    expect(nowhere.stderr).toContain('there is no such file or folder');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('columns beside the main one are judged, and a test of how often', async () => {
  const days = Array.from({ length: 112 }, (_, i) =>
    new Date(Date.UTC(2026, 0, 5 + i)).toISOString().slice(0, 10),
  );
  const rows = days.map((day, i) => `${day},${(i * 7) % 11},${(i * 3) % 11}`);
  const input = ['day,rating,sleep', ...rows].join('\n');
  const cadence = ['--start', '2026-01-05', '--schedule', '0110', '--every-days', '7,14'];
  const { code, stdout } = await assuage(
    [
      'verdict',
      '-',
      '--also',
      'sleep:higher',
      ...cadence,
      '--today',
      '2026-05-01',
      '--format',
      'json',
    ],
    { input },
  );
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    verdict: { level: 'test', compares: 'cadence', weeks: 16, state: 'final' },
    also: [{ question: { outcome: 'sleep', better: 'higher' }, ratings: 112 }],
  });
});

test('a mistake is named with its line, and nothing is printed', async () => {
  const input = 'day,rating\n2026-01-01,11\n';
  const { code, stdout, stderr } = await assuage(['verdict', '-'], { input });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('(standard input):2: 11 on 2026-01-01 is not on the scale from 0 to 10');
});

test.each([
  [['--schedule', '0110'], 'a test needs --start'],
  [['--start', '2026-01-05', '--schedule', '01x0'], 'write only 1 and 0'],
  [['--every-days', '14,7'], 'write 7,14 or 7,28'],
  [['--every-days', '7,14'], 'a test needs --start'],
  [['--report'], 'only a test has a report'],
  [['--svg', 'diary.svg'], 'there is nothing to draw'],
  [['--scale', 'big'], 'write its two ends'],
  [['--important', '-1'], 'write a number'],
])('the options %j are refused', async (options, words) => {
  const { code, stderr } = await assuage(['verdict', '-', ...options], { input: 'day,rating\n' });
  expect(code).toBe(2);
  expect(stderr).toContain(words);
});
