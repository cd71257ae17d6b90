// `assuage verdict` through the real command.
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

test('a mistake is named with its line, and nothing is printed', async () => {
  const input = 'day,rating\n2026-01-01,11\n';
  const { code, stdout, stderr } = await assuage(['verdict', '-'], { input });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('(standard input):2: 11 on 2026-01-01 is not on the scale from 0 to 10');
});

test.each([
  [['--schedule', '0110'], 'a test needs --start'],
  [['--start', '2026-01-05', '--schedule', '01x0'], 'write only 1 and 0'],
  [['--scale', 'big'], 'write its two ends'],
  [['--important', '-1'], 'write a number'],
])('the options %j are refused', async (options, words) => {
  const { code, stderr } = await assuage(['verdict', '-', ...options], { input: 'day,rating\n' });
  expect(code).toBe(2);
  expect(stderr).toContain(words);
});
