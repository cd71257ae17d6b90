import { formatIssue } from '@assuage/knowledge';
import { readKnowledge } from '@assuage/knowledge/node';
import { drawSchedule, reportOf, testsOf } from '@assuage/outcomes';
import { compileEngine } from '@assuage/safety';
import { expect, test } from 'vitest';
import type { JudgedWays } from '../../state/comparison.ts';
import { standingOf } from '../../state/derive.ts';
import { goingOf } from '../../state/going.ts';
import { addDays } from '../../state/moment.ts';
import type { ClientRecord } from '../../state/record.ts';
import { EMPTY_RECORD } from '../../state/testing/empty-record.ts';
import { factsOf } from '../test/test-facts.ts';
import { clinicianTexts } from './clinician.words.ts';
import { type ClinicianText, clinicianText, moreText, words } from './clinician-text.ts';

const loaded = readKnowledge();
if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'));
const { measures } = loaded;
const engine = compileEngine(loaded.knowledge);
const TODAY = '2026-03-02';
const noted = (on: string) => ({
  entry: on,
  on: `${on}T09:00`,
  entered: `${on}T09:00:00.000Z`,
  by: { name: 'Ana Silva', role: 'client' } as const,
});
const practice = {
  name: 'Harbour Massage',
  therapist: { name: 'Jo Park', training: [] },
  release: '0123456789abcdef',
};
const answered = (
  on: string,
  measure: string,
  answers: Record<string, number>,
): ClientRecord['scores'][number] => ({
  ...noted(on),
  measure,
  release: 'r1',
  answers,
  filled: 'by-client',
  note: '',
});
const checkIn = (on: string, painNow: number): ClientRecord['checkIns'][number] => ({
  ...noted(on),
  statements: [],
  painNow,
  pain: [],
  wish: '',
  wishes: [],
  goals: [],
});

const STUDIES =
  'Rheumatoid arthritis: for pain, against usual care, massage helped; certainty low (Somebody and others, 2022).';

function textOf(
  more: Partial<ClientRecord>,
  today = TODAY,
  studies: string | undefined = STUDIES,
): ClinicianText {
  const record = { ...EMPTY_RECORD, ...more };
  const [newest] = testsOf(measures, record, () => false, today);
  return clinicianText({
    engine,
    record,
    practice,
    standing: standingOf(engine, record, today),
    going: goingOf(engine, measures, record, today),
    test: newest && { test: newest, report: reportOf(factsOf(newest, engine, record)) },
    ways: undefined,
    studies,
    today,
  });
}

const firstBlocks = ({ who, act }: ClinicianText) => words(who, clinicianTexts.headings.act, act);
/** Everything that is on the page. */
const allOf = (text: ClinicianText): string =>
  [
    clinicianTexts.title,
    ...Object.values(clinicianTexts.headings),
    ...text.who,
    ...text.act,
    ...text.limits.lines,
    moreText(text.limits),
    text.waiting ?? '',
    ...text.tests,
    ...text.going.lines.flatMap(({ measure, says }) => [measure, says]),
    moreText(text.going),
    clinicianTexts.pattern,
    text.did,
    text.studies ?? '',
    text.reply,
    text.footer,
  ].join(' ');

test('pain is told by the middle of the first five and of the last five, against what matters and what is usual', () => {
  // First five 6 5 6 7 5: middle 6, from 5 to 7. Last five 3 4 3 3 3: middle 3.
  const pain = [6, 5, 6, 7, 5, 3, 4, 3, 3, 3];
  const { going } = textOf({
    checkIns: pain.map((value, i) => checkIn(addDays('2026-01-01', 5 * i), value)),
  });
  expect(going).toEqual({
    lines: [
      {
        measure: 'Pain before sessions (lower is better)',
        says: 'start 6, now 3 (−3). Better; matters from 1; outside the usual 5–7.',
      },
    ],
    left: 0,
  });
});

test('too few ratings are dots without a word of their direction', () => {
  const { going } = textOf({
    checkIns: [9, 5, 1].map((value, i) => checkIn(addDays('2026-01-01', i), value)),
  });
  expect(going.lines).toEqual([
    { measure: 'Pain before sessions', says: 'Too soon to tell: 3 of 10 ratings.' },
  ]);
});

test('a form is told from its first time to its newest, against every published change', () => {
  // (7 + 6 + 5) / 3 = 6 and (5 + 4 + 3) / 3 = 4. Published: 1 to 1.75, 0.6 to 1.1 and 0.78 to 1.22.
  const { going } = textOf({
    scores: [
      answered('2026-02-02', 'peg', { pain: 7, enjoyment: 6, activity: 5 }),
      answered('2026-02-16', 'peg', { pain: 5, enjoyment: 4, activity: 3 }),
    ],
  });
  expect(going.lines).toEqual([
    {
      measure: 'PEG: pain, enjoyment of life, general activity (lower is better)',
      says: 'start 6, now 4 (−2). Better; reaches 3 of 3 published important changes.',
    },
  ]);
});

const design = { kind: 'balanced', periods: 4, longestRun: 2 } as const;
const seed =
  Array.from({ length: 100 }, (_, i) => String(i)).find(
    (one) => drawSchedule(design, one).join('') === '1001',
  ) ?? '';
const trial: ClientRecord['trials'][number] = {
  ...noted('2026-01-02'),
  question: { measure: 'nrs-pain', important: 1 },
  secondary: [],
  release: 'r1',
  start: '2026-01-05',
  plan: { compares: 'weeks', periodDays: 7, design, schedule: [1, 0, 0, 1] },
  seed,
  told: 'Told.',
  hash: 'a'.repeat(64),
  changes: [],
};
/** 28 days: 2 and 3 in turn in the weeks with, 6 and 7 in those without. */
const ratings = Array.from({ length: 28 }, (_, i) =>
  answered(addDays('2026-01-05', i), 'nrs-pain', {
    'nrs-pain': (i < 7 || i >= 21 ? 2 : 6) + (i % 2),
  }),
);

test('a within-person test has one line, and its result only when it is over', () => {
  const at = (today: string, changes: ClientRecord['trials'][number]['changes'] = []) =>
    textOf(
      {
        trials: [{ ...trial, changes }],
        scores: ratings.filter(({ on }) => on.slice(0, 10) <= today),
      },
      today,
    ).tests;
  const about = 'Randomised test, weeks with and without massage, pain:';
  expect(at('2026-01-04')).toEqual([`${about} begins 5 January 2026.`]);
  expect(at('2026-01-31')).toEqual([
    `${about} until 1 February 2026, no result yet. 27 ratings (planned: 24).`,
  ]);
  expect(
    at('2026-02-20', [
      { ...noted('2026-01-20'), trial: trial.entry, change: 'ended', why: 'harm', note: '' },
    ]),
  ).toEqual([`${about} stopped 20 January 2026, no result. 16 ratings (planned: 24).`]);
  const [over = ''] = at('2026-02-02');
  // What is under 1% or over 99% is rounded away in what adds up to 100, and is said so.
  const rounded = over.replaceAll('under 1%', '0%').replaceAll('over 99%', '100%');
  const numbers = [...rounded.matchAll(/(\d+)%/g)].map(([, number]) => Number(number));
  expect(over).toContain('worse: under 1%. ');
  expect(over).toMatch(/28 ratings \(planned: 24\)\. Better by 1 or more: .* Not blinded\.$/);
  expect(numbers.reduce((sum, one) => sum + one, 0)).toBe(100);
  expect(numbers[0]).toBeGreaterThan(80);
});

test('two ways of working have one line, a winner and none alike, and nothing before the end', () => {
  const record = { ...EMPTY_RECORD };
  const line = (phase: 'running' | 'over', verdict: JudgedWays['verdict']) =>
    clinicianText({
      engine,
      record,
      practice,
      standing: standingOf(engine, record, TODAY),
      going: [],
      test: undefined,
      ways: {
        comparison: {
          entry: 'the trial',
          trial,
          ways: [{ pressure: 2 }, { pressure: 3 }],
          names: ['pressure 2', 'pressure 3'],
          phase,
          isClosed: false,
          given: phase === 'over' ? 12 : 4,
          planned: 12,
          asDrawn: 4,
          next: undefined,
        },
        judged: {
          question: {
            outcome: 'pain',
            better: 'lower',
            scale: { from: 0, to: 10 },
            important: 1,
          },
          verdict,
        },
      },
      studies: undefined,
      today: TODAY,
    }).tests;
  const about = 'Two ways in random order, pressure 2 or pressure 3,';
  const compared = {
    state: 'compared',
    sessions: [6, 6],
    gap: { mean: 1.5, interval: [0.2, 2.8] },
    shareOfFirst: 0.2,
  } as const;
  expect(line('running', { state: 'unfinished' })).toEqual([
    `${about} 4 of 12 sessions: no result yet.`,
  ]);
  expect(line('over', { ...compared, chanceOfFirst: 0.03, better: 'second' })).toEqual([
    `${about} 12 of 12 sessions: 97% chance that pressure 3 suits better. Not blinded.`,
  ]);
  expect(line('over', { ...compared, chanceOfFirst: 0.4 })).toEqual([
    `${about} 12 of 12 sessions: no clear winner.`,
  ]);
  expect(line('running', { state: 'suspended', ways: ['pressure 3'] })).toEqual([
    `${about} 4 of 12 sessions: set aside, the client was worse after pressure 3.`,
  ]);
});

test('what was rated for a test is in no other line', () => {
  const { going } = textOf({ trials: [trial], scores: ratings }, '2026-02-02');
  expect(going.lines).toEqual([]);
});

/** A person with far more to tell than fits. */
const FULL: Partial<ClientRecord> = {
  client: { ...EMPTY_RECORD.client, name: 'Maria Fernanda Gonzalez de la Vega' },
  statements: engine.facts
    .filter(({ kind }) => kind !== 'medicine')
    .map(({ id }) => ({ fact: id, answer: 'yes' as const, by: 'Ana', at: `${TODAY}T09:00` })),
  checkIns: Array.from({ length: 12 }, (_, i) => checkIn(addDays('2026-01-01', i), i % 11)),
  trials: [trial],
  scores: [
    ...ratings,
    ...measures.measures
      .filter(({ id }) => /^nrs-(fatigue|sleep|mood|stress|stiffness)$/.test(id))
      .flatMap(({ id }) =>
        Array.from({ length: 12 }, (_, i) =>
          answered(addDays('2026-01-05', i), id, { [id]: i % 11 }),
        ),
      ),
  ],
};

test('the page has at most 200 words, the first two blocks 80, and counts what does not fit', () => {
  const text = textOf(FULL);
  expect(firstBlocks(text)).toBeLessThanOrEqual(80);
  expect(words(allOf(text))).toBeLessThanOrEqual(200);
  expect(text.limits.left).toBeGreaterThan(0);
  expect(text.going.left + text.going.lines.length).toBe(6);
  expect(moreText({ lines: [], left: 2 })).toBe('2 more in the record.');
});

test('a usual person’s measures and limits fit on the page', () => {
  const text = textOf({
    ...FULL,
    trials: [],
    statements: [
      { fact: 'rheumatoid-arthritis', answer: 'yes' as const, by: 'Ana', at: `${TODAY}T09:00` },
    ],
  });
  expect(words(allOf(text))).toBeLessThanOrEqual(200);
  expect(text.going.lines.length).toBeGreaterThanOrEqual(3);
  expect(text.limits.lines.length).toBeGreaterThanOrEqual(2);
});

test('of pressures for the whole body only the strictest stands, with all that it follows from', () => {
  // Rheumatoid arthritis asks for at most 3 everywhere; with a hot joint inflammatory arthritis asks for at most 2.
  const yes = { answer: 'yes' as const, by: 'Ana', at: `${TODAY}T09:00` };
  const { limits } = textOf({
    statements: [
      { fact: 'rheumatoid-arthritis', ...yes },
      { fact: 'hot-joint', places: ['wrist-right'], ...yes },
    ],
  });
  expect(limits.lines.filter((line) => /Everywhere: .*pressure/.test(line))).toEqual([
    'Inflammatory arthritis: Everywhere: heavy lotioning pressure at most (2).',
  ]);
});

test('what studies found stands where there is room, apart from this person’s course', () => {
  expect(textOf({}).studies).toBe(`In studies of other people: ${STUDIES}`);
  expect(textOf(FULL).studies).toBeUndefined();
});

test('what is urgent stands first, and nobody who can be named is left out of the count', () => {
  const { act } = textOf(FULL);
  expect(act.join(' ')).toMatch(/Ask the care team|see a doctor|medical help/);
  expect(textOf({}).act).toEqual(['Nothing to act on.']);
});

test('no word on the page names a cause', () => {
  const said = allOf({
    ...textOf(FULL),
    limits: { lines: [], left: 0 },
    act: [],
    studies: undefined,
  });
  expect(said).not.toMatch(
    /\b(because|caused?|due to|thanks to|leads? to|works?|worked|helped|effects?|improved by)\b/i,
  );
});

test('who agreed to what, the sessions and what was told afterwards are counted', () => {
  const session = (on: string): ClientRecord['sessions'][number] => ({
    ...noted(on),
    plan: null,
    asPlanned: true,
    segments: [],
    pressure: 2,
    minutes: 60,
    response: '',
    painAfter: null,
    soap: { s: '', o: '', a: '', p: '' },
    signed: { by: 'Jo Park', at: `${on}T10:00` },
    amendments: [],
  });
  const reaction = (on: string, feeling: 'better' | 'worse') => ({
    ...noted(on),
    session: null,
    feeling,
    soreness: null,
    hours: null,
    what: '',
  });
  const text = textOf({
    sessions: [session('2026-01-05'), session('2026-02-02')],
    reactions: [reaction('2026-01-06', 'worse'), reaction('2026-02-03', 'better')],
    consents: [
      {
        ...noted('2026-01-01'),
        what: 'share',
        with: 'Dr Lee',
        given: true,
        from: { name: 'Ana Silva', as: 'client' },
        how: 'spoken',
        note: '',
      },
    ],
  });
  expect(text.who).toEqual([
    'Ana Silva, born 12 April 1968.',
    'From Jo Park, Harbour Massage.',
    '2 sessions, 5 January 2026 to 2 February 2026.',
    'Agreed to sharing with: Dr Lee.',
  ]);
  expect(text.did).toBe(
    '2 sessions. Worse afterwards in 1 of 2 reports; no adverse events on record.',
  );
  expect(textOf({}).who.at(-1)).toBe('No agreement to sharing is on record.');
});
