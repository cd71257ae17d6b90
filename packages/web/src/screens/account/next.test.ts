import { expect, test } from 'vitest';
import { parseNext } from './next.ts';

test.each(['/', '/clients/019a/plan', '/knowledge/lupus'])(
  'after signing in one goes on to %s',
  (next) => {
    expect(parseNext({ next })).toEqual({ next });
  },
);

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  '/a?b',
  7,
])('and never to %s', (next) => {
  expect(parseNext({ next })).toEqual({});
});
