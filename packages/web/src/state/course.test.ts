import { expect, test } from 'vitest';
import { painCourse, ratingCourses } from './course.ts';
import type { CheckIn, ClientRecord } from './record.ts';
import { EMPTY_RECORD } from './testing/empty-record.ts';

const TODAY = '2026-06-01';
const checkIn = (on: string, painNow: number | null): CheckIn => ({
  entry: on,
  on,
  entered: `${on}:00.000Z`,
  by: { name: 'Ana', role: 'client' },
  statements: [],
  pain: [],
  painNow,
  wish: '',
  wishes: [],
});
const engine = {
  fact: (id: string) => ({ kind: id === 'methotrexate' ? 'medicine' : 'finding' }) as never,
};
const weekly = (values: readonly (number | null)[]): CheckIn[] =>
  values.map((value, i) =>
    checkIn(new Date(Date.UTC(2026, 0, 5 + 7 * i)).toISOString().slice(0, 16), value),
  );
const withCheckIns = (more: Partial<ClientRecord>): ClientRecord => ({ ...EMPTY_RECORD, ...more });

test('a course without a score is collecting, and says so', () => {
  const { days, said } = painCourse(engine, EMPTY_RECORD, TODAY);
  expect(days).toEqual([]);
  expect(said.headline).toBe('Too soon to tell');
});

test('the course is made of the pain before each session, and no check-in without an answer', () => {
  const checkIns = weekly([7, null, 7, 6, 8, 7, 5, 3, 3, 4, 3, 2]);
  const { days, said } = painCourse(engine, withCheckIns({ checkIns }), TODAY);
  expect(days).toHaveLength(11);
  expect(said.sentences[0]).toBe('Your pain is lower than when you started: 3, was 7.');
});

test('a medicine that begins after the first score begins a new phase; one known before does not', () => {
  const checkIns = weekly([9, 9, 9, 9, 9, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4]);
  const said = (answer: 'yes' | 'no', at: string) =>
    ({ fact: 'methotrexate', answer, by: 'Ana', at }) as const;
  const old = withCheckIns({ checkIns, statements: [said('yes', '2025-12-01T09:00')] });
  expect(painCourse(engine, old, TODAY)).toMatchObject({ changes: [], verdict: { change: -5 } });
  const begun = withCheckIns({ checkIns, statements: [said('yes', '2026-02-09T09:00')] });
  expect(painCourse(engine, begun, TODAY)).toMatchObject({
    changes: ['2026-02-09'],
    verdict: { level: 'pattern', direction: 'same' },
  });
  const again = withCheckIns({
    checkIns,
    statements: [said('yes', '2025-12-01T09:00'), said('yes', '2026-02-09T09:00')],
  });
  expect(painCourse(engine, again, TODAY).changes).toEqual([]);
});

test('every rating that was given has a course of its own, by the words of its form', () => {
  const rated = (measure: string, day: string, value: number) => ({
    entry: `${measure}${day}`,
    on: `${day}T09:00`,
    entered: `${day}T09:00:00.000Z`,
    by: { name: 'Ana', role: 'client' } as const,
    measure,
    release: 'a',
    answers: { [measure]: value },
    filled: 'by-client' as const,
    note: '',
  });
  const days = Array.from({ length: 10 }, (_, i) => `2026-02-${String(i + 1).padStart(2, '0')}`);
  const scores = [
    ...days.map((day, i) => rated('nrs-fatigue', day, i < 5 ? 3 : 8)),
    rated('peg', '2026-02-01', 4),
  ];
  const measures = [
    {
      id: 'nrs-fatigue',
      name: 'Fatigue, 0 to 10',
      direction: 'lower-is-better',
      responses: { rating: { from: 0, to: 10, low: 'Not tired', high: 'Worn out' } },
    },
    { id: 'peg', name: 'PEG', direction: 'lower-is-better', responses: {} },
  ] as unknown as Parameters<typeof ratingCourses>[0]['measures'];
  const courses = ratingCourses({ measures }, engine, withCheckIns({ scores }), TODAY);
  expect(courses.map(({ id, name }) => [id, name])).toEqual([['nrs-fatigue', 'Fatigue, 0 to 10']]);
  // No study gives the change that matters in tiredness from 0 to 10 for everybody; for pain one does.
  expect(courses[0]?.course.isStudied).toBe(false);
  expect(painCourse(engine, EMPTY_RECORD, TODAY).isStudied).toBe(true);
  expect(courses[0]?.course.ends).toEqual({ low: 'Not tired', high: 'Worn out' });
  expect(courses[0]?.course.said).toMatchObject({
    headline: 'Worse',
    sentences: [
      'Your tiredness is higher than when you started: 8, was 3.',
      'This is more than your usual ups and downs.',
      'This is a pattern, not a test. It cannot say why.',
    ],
  });
});

test('what was rated for a test is left to the test, and what was rated before it is not', () => {
  const rated = (day: string) => ({
    entry: day,
    on: `${day}T09:00`,
    entered: '',
    by: { name: 'Ana', role: 'client' } as const,
    measure: 'nrs-pain',
    release: 'a',
    answers: { 'nrs-pain': 5 },
    filled: 'by-client' as const,
    note: '',
  });
  const rating = { from: 0, to: 10 };
  const measures = [
    { id: 'nrs-pain', name: 'Pain', direction: 'lower-is-better', responses: { rating } },
  ] as unknown as Parameters<typeof ratingCourses>[0]['measures'];
  const schedule: (0 | 1)[] = [1, 0];
  const design = { kind: 'pairs' as const, pairs: 1 };
  const trial = {
    entry: 't',
    on: '2026-02-01T09:00',
    entered: '',
    by: { name: 'Jo', role: 'therapist' } as const,
    question: { measure: 'nrs-pain', important: 1 },
    secondary: [],
    release: 'a',
    start: '2026-02-02',
    plan: { compares: 'weeks' as const, periodDays: 7 as const, design, schedule },
    seed: '',
    told: '',
    hash: '',
    changes: [],
  };
  const days = ['2026-02-01', '2026-02-02', '2026-02-15', '2026-02-16'];
  const record = withCheckIns({ scores: days.map(rated), trials: [trial] });
  const [course] = ratingCourses({ measures }, engine, record, TODAY);
  expect(course?.course.days.map(({ day }) => day)).toEqual(['2026-02-01', '2026-02-16']);
});
