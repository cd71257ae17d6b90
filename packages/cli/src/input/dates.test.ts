import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, parseDay } from './dates.ts';

test.each([
  ['1979-04-02', '1979-04-02'],
  ['1979-4-2', '1979-04-02'],
  ['2024-02-29', '2024-02-29'],
])('%s is the day %s', (text, day) => {
  expect(parseDay(text)).toEqual({ ok: true, value: day });
});

test.each(['1979-02-31', '2023-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-01-00'])(
  'there is no %s',
  (text) => {
    const day = parseDay(text);
    expect(!day.ok && day.error).toContain('no such day');
  },
);

test.each(['02/04/1979', '1979', 'yesterday', '79-04-02', '1979-04-02T10:00', ''])(
  '%s is not a date',
  (text) => {
    const day = parseDay(text);
    expect(!day.ok && day.error).toContain('not a date');
  },
);

test('every day is read back as itself', () => {
  const days = fc.date({
    min: new Date('0100-01-02'),
    max: new Date('9999-12-30'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(days, (date) => {
      const day = dayOf(date);
      expect(parseDay(day)).toEqual({ ok: true, value: day });
    }),
  );
});
