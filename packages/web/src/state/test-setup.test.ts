import { createHash } from 'node:crypto';
import { drawSchedule, fixedText } from '@assuage/outcomes';
import { expect, test } from 'vitest';
import {
  armsOf,
  bookedIn,
  fix,
  lengthsOf,
  nextMonday,
  readSetup,
  type Setup,
  withHash,
} from './test-setup.ts';

const pain = {
  id: 'nrs-pain',
  name: 'Pain, 0 to 10',
  asked: { outcome: 'pain', better: 'lower', scale: { from: 0, to: 10 } },
  ends: { low: 'None', high: 'Worst' },
  isStudied: true,
} as const;
const setup: Setup = {
  measure: 'nrs-pain',
  important: '1',
  compares: 'weeks',
  lasts: '1',
  weeks: '10',
  less: '14',
  secondary: ['nrs-sleep', 'nrs-pain'],
  start: { day: '5', month: '1', year: '2026' },
};
const read = (changed: Partial<Setup> = {}) =>
  readSetup({ ...setup, ...changed }, [pain], '2026-01-01');
const chosen = (changed: Partial<Setup> = {}) => {
  const found = read(changed);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.chosen;
};

test('what is missing, not on the scale or past is said by its field', () => {
  expect(
    read({
      measure: '',
      important: '0',
      weeks: '7',
      start: { day: '31', month: '2', year: '2026' },
    }),
  ).toEqual({
    ok: false,
    problems: [
      { field: 'measure', why: 'missing' },
      { field: 'important', why: 'not-on-scale' },
      { field: 'weeks', why: 'missing' },
      { field: 'start', why: 'missing' },
    ],
  });
  // A test begins after the day on which it is fixed.
  expect(read({ start: { day: '1', month: '1', year: '2026' } })).toMatchObject({
    problems: [{ field: 'start', why: 'past' }],
  });
  expect(read({ important: '11' }).ok).toBe(false);
  expect(chosen({ important: '1,5' }).important).toBe(1.5);
});

test('the main rating is not asked a second time beside itself', () => {
  expect(chosen().secondary).toEqual(['nrs-sleep']);
});

test('ten weeks are ten periods, half of them with massage; two weeks at a time where the effect lasts', () => {
  const { plan } = fix(chosen(), 'a', 'seed', null);
  expect(plan).toMatchObject({
    compares: 'weeks',
    periodDays: 7,
    design: { periods: 10, longestRun: 2 },
  });
  expect(plan.compares === 'ways' ? [] : plan.schedule.filter((on) => on === 1)).toHaveLength(5);
  const lasting = fix(chosen({ lasts: '7', weeks: '12' }), 'a', 'seed', null).plan;
  expect(lasting).toMatchObject({ periodDays: 14, design: { periods: 6 } });
  expect(lengthsOf(armsOf({ ...setup, lasts: '7' }))).toEqual([8, 12]);
  expect(read({ lasts: '7', weeks: '10' }).ok).toBe(false);
});

test('who should not stop gets more and less, each level twice at least', () => {
  const { plan, told } = fix(
    chosen({ compares: 'cadence', weeks: '16', less: '28' }),
    'a',
    'seed',
    null,
  );
  expect(plan).toMatchObject({ everyDays: [7, 28], periodDays: 28, design: { periods: 4 } });
  expect(told).toContain('16 weeks');
});

test('the same seed draws the same schedule, so that drawing again changes nothing', () => {
  const plan = fix(chosen(), 'a', 'some seed', null).plan;
  expect(fix(chosen({ important: '2' }), 'a', 'some seed', null).plan).toEqual(plan);
  expect(plan).toMatchObject({
    schedule: drawSchedule({ kind: 'balanced', periods: 10, longestRun: 2 }, 'some seed'),
  });
});

test('a booking is shown in the week in which it falls', () => {
  const made = fix(chosen(), 'a', 'seed', null);
  const booked = (starts: string) => ({ starts, minutes: 60 }) as never;
  const slots = bookedIn(made, {
    appointments: [booked('2026-01-04T10:00'), booked('2026-01-06T10:00')],
  });
  // Ten weeks: a with-week each, and weeks without as they were drawn.
  expect(slots).toHaveLength(10);
  expect(slots.flatMap(({ sessions }) => sessions)).toEqual(['2026-01-06']);
  expect(slots[0]?.sessions).toEqual(['2026-01-06']);
});

test('the hash is the SHA-256 of all that was fixed, what other people showed among it', async () => {
  const made = fix(chosen(), 'a', 'seed', { mean: -0.8, sd: 0.7, people: 12 });
  const { hash, ...rest } = await withHash(made);
  expect(rest).toEqual(made);
  expect(hash).toBe(createHash('sha256').update(fixedText(made)).digest('hex'));
});

test.each([
  ['2026-01-01', '2026-01-05'],
  ['2026-01-04', '2026-01-05'],
  ['2026-01-05', '2026-01-12'],
])('after %s the next Monday is %s', (today, monday) => {
  expect(nextMonday(today)).toBe(monday);
});
