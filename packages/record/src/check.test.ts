import type { Way } from '@assuage/outcomes';
import { describe, expect, test } from 'vitest';
import { seal } from './chain.ts';
import { type CheckContext, checkEntries } from './check.ts';
import { foldClient, type RecordedTrial } from './client-record.ts';
import type { BodyOf, Entry, NewEntry } from './entries.ts';
import { engine, measures } from './testing/engine.ts';
import { ana, ENTERED, entry, facts, fileBody, idNo, PHOTO, statement } from './testing/entries.ts';

const CONTEXT: CheckContext = {
  engine,
  measures,
  today: '2026-03-01',
  trials: [],
  kindOf: (id) => (id === idNo(99) ? 'plan' : undefined),
};
const check = (...entries: NewEntry[]): string[] =>
  checkEntries(entries, CONTEXT).map(({ where, message }) => `${where}: ${message}`);
const sealed = (entry: NewEntry): Entry =>
  seal(entry, { practice: 'a', entered: ENTERED, previous: null });
const checkStatement = (fact: string, answer: 'yes' | 'no', more = {}) =>
  check(facts(1, statement(fact, answer, more)));
const session = (plan: string) =>
  entry(3, 'session', {
    plan,
    asPlanned: false,
    segments: [{ places: ['neck'], technique: 'effleurage', pressure: 2, minutes: 5 }],
    pressure: 2,
    minutes: 5,
    response: '',
    painAfter: null,
    soap: { s: '', o: '', a: '', p: '' },
    signed: { by: 'Jo Field', at: '2026-03-01T10:00' },
  });

const answered = (measure: string, answers: Readonly<Record<string, number>>, more = {}) =>
  entry(1, 'score', {
    measure,
    release: 'r1',
    answers,
    filled: 'by-client',
    note: '',
    ...more,
  });

const WEEKS: Extract<BodyOf<'trial'>['plan'], { compares: 'weeks' }> = {
  compares: 'weeks',
  periodDays: 7,
  design: { kind: 'balanced', periods: 8, longestRun: 2 },
  schedule: [0, 0, 1, 1, 0, 1, 0, 1],
};
const HASH = 'ff4f7e33d8ae00fe0d940bcb97943f922ffca88d10024767901243d1b4b9ee88';
/** Drawn by the seed "a seed"; the hash is of `fixedText`, by `sha256sum`. */
const trial = (more: Partial<BodyOf<'trial'>> = {}) =>
  entry(1, 'trial', {
    question: { measure: 'rating', important: 1 },
    secondary: [],
    release: 'a-release',
    start: '2026-03-02',
    plan: WEEKS,
    seed: 'a seed',
    told: '8 weeks will miss some.',
    hash: HASH,
    ...more,
  });

describe('entries are checked against the knowledge:', () => {
  test('a within-person test is of ratings, from tomorrow on, as its seed drew it and its hash says', () => {
    expect(check(trial())).toEqual([]);
    expect(check(trial({ question: { measure: 'total-only', important: 1 } }))).toEqual([
      '[0].body.question.measure: "total-only" is no single rating',
      '[0].body.hash: is not the hash of what was fixed',
    ]);
    expect(check(trial({ secondary: ['rating', 'ratng'] })).slice(0, 2)).toEqual([
      '[0].body.secondary[0]: "rating" is named twice',
      '[0].body.secondary[1]: unknown measure "ratng"; did you mean "rating"?',
    ]);
    expect(check(trial({ start: '2026-03-01' }))[0]).toBe(
      '[0].body.start: a test begins after the day on which it is fixed',
    );
    expect(check(trial({ told: 'Something else.' }))).toEqual([
      '[0].body.hash: is not the hash of what was fixed',
    ]);
    const other = { ...WEEKS, schedule: WEEKS.schedule.toReversed() };
    expect(check(trial({ plan: other }))[0]).toBe(
      '[0].body.plan: is not in the order that its seed draws',
    );
    const odd = { ...WEEKS, design: { ...WEEKS.design, periods: 7 } };
    expect(check(trial({ plan: odd }))[0]).toBe(
      '[0].body.plan: is not in the order that its seed draws',
    );
  });

  test('a client has one test at a time; one that is sent again is the same', () => {
    const running = foldClient([sealed(ana(2)), sealed(trial())])?.trials ?? [];
    const message =
      '[0].body: another test of this client is planned or running: it must end first';
    const against = (trials: readonly RecordedTrial[], ...entries: NewEntry[]) =>
      checkEntries(entries, { ...CONTEXT, trials }).map(
        ({ where, message }) => `${where}: ${message}`,
      );
    const second = { ...trial(), id: idNo(7) };
    expect(against(running, second)).toEqual([message]);
    expect(against(running, trial())).toEqual([]);
    expect(against([], trial(), second)).toEqual([message.replace('[0]', '[1]')]);
    const ended = entry(3, 'trial-change', {
      trial: idNo(1),
      change: 'ended',
      why: 'client-wished',
      note: '',
    });
    const over = foldClient([sealed(ana(2)), sealed(trial()), sealed(ended)])?.trials ?? [];
    expect(against(over, second)).toEqual([]);
  });

  test('a test of two ways of working compares two techniques or two pressures', () => {
    const ways = (...ways: [Way, Way]) =>
      check(trial({ plan: { compares: 'ways', ways, blocks: 1, order: [0, 1] } }));
    const message =
      '[0].body.plan.ways: must be two techniques or two pressures, not the same twice';
    expect(ways({ technique: 'effleurage' }, { pressure: 2 })).toContain(message);
    expect(ways({ pressure: 2 }, { pressure: 2 })).toContain(message);
    expect(ways({ pressure: 2 }, { pressure: 3 })).not.toContain(message);
    expect(ways({ technique: 'effleurage' }, { technique: 'efleurage' })).toContain(
      '[0].body.plan.ways[1].technique: unknown technique "efleurage"; did you mean "effleurage"?',
    );
  });

  test('a decision on ways of working names techniques that there are', () => {
    const decided = (technique: string) =>
      entry(2, 'way-decision', {
        ways: [{ pressure: 3 }, { technique }],
        decision: 'suggest-again',
        reason: 'A cold was the cause',
      });
    expect(check(decided('effleurage'))).toEqual([]);
    expect(check(decided('efleurage'))).toEqual([
      '[0].body.ways[1].technique: unknown technique "efleurage"; did you mean "effleurage"?',
    ]);
  });

  test('a change of a test names one, and a choice of measures ones that there are', () => {
    const ended = { change: 'ended', why: 'harm', note: '' } as const;
    expect(check(entry(2, 'trial-change', { ...ended, trial: idNo(99) }))).toEqual([
      `[0].body.trial: ${idNo(99)} is not a within-person test of this client`,
    ]);
    expect(check(trial(), entry(2, 'trial-change', { ...ended, trial: idNo(1) }))).toEqual([]);
    expect(check(entry(1, 'measure-choice', { chosen: ['rating'], dropped: ['ratin'] }))).toEqual([
      '[0].body.dropped[0]: unknown measure "ratin"; did you mean "rating"?',
    ]);
  });

  test('the answers to a measure are answers that it has', () => {
    expect(check(answered('rating', { rating: 4 }), answered('total-only', { total: 21 }))).toEqual(
      [],
    );
    expect(check(answered('ratng', { rating: 4 }))).toEqual([
      '[0].body.measure: unknown measure "ratng"; did you mean "rating"?',
    ]);
    expect(check(answered('rating', { rating: 11 }))).toEqual([
      '[0].body.answers: A rating, rating: 11 is none of its answers',
    ]);
    expect(check(answered('total-only', { total: 31 }))).toEqual([
      '[0].body.answers: A form, Total: 31 is not between 0 and 30',
    ]);
    expect(check(answered('rating', { rating: 4 }, { named: { kneel: 'Kneel' } }))).toEqual([
      '[0].body.named: "kneel" has no answer',
    ]);
  });

  test('a file is dated no later than today, and a change of one names one', () => {
    expect(
      check(
        entry(1, 'file', { ...fileBody(PHOTO, 'Knee'), dated: '2026-03-02' }),
        entry(2, 'file-change', { file: idNo(99), change: 'title', title: 'Left knee' }),
        entry(3, 'file-change', { file: idNo(1), change: 'title', title: 'Left knee' }),
      ),
    ).toEqual([
      '[0].body.dated: 2026-03-02 is still to come',
      `[1].body.file: ${idNo(99)} is not a file of this client`,
    ]);
  });

  test('what is known is taken', () => {
    expect(
      check(
        ana(),
        facts(
          2,
          statement('gout', 'yes'),
          statement('hot-joint', 'yes', { places: ['wrist-right', 'knuckle-index-left'] }),
          statement('dose', 'yes', { value: 10 }),
        ),
        session(idNo(99)),
      ),
    ).toEqual([]);
  });

  test('a fact that nobody knows is refused, with what may have been meant', () => {
    expect(checkStatement('feber', 'yes')).toEqual([
      '[0].body.statements[0].fact: unknown fact "feber"; did you mean "fever"?',
    ]);
  });

  test('a place that does not exist is refused, with what may have been meant', () => {
    expect(checkStatement('rash', 'yes', { places: ['neck', 'wrist-rigth'] })).toEqual([
      expect.stringMatching(
        /^\[0\]\.body\.statements\[0\]\.places\[1\]: unknown place "wrist-rigth"; did you mean "wrist-right"/,
      ),
    ]);
  });

  test('a technique that does not exist is refused', () => {
    const checkIn = entry(1, 'check-in', {
      statements: [],
      pain: [{ place: 'tail', level: 1 }],
      painNow: 3,
      wish: '',
      wishes: ['hot-stones'],
    });
    expect(check(checkIn)).toEqual([
      expect.stringContaining('[0].body.pain[0].place: unknown place "tail"'),
      '[0].body.wishes[0]: unknown technique "hot-stones"; did you mean "hot-stone"?',
    ]);
  });

  test('a place for a fact that has none, or off the joints for a joint, is refused', () => {
    expect(checkStatement('fever', 'yes', { places: ['neck'] })).toHaveLength(1);
    expect(checkStatement('hot-joint', 'yes', { places: ['thigh-right'] })).toEqual([
      expect.stringContaining('asked at joints, and "thigh-right" has none'),
    ]);
    expect(checkStatement('rash', 'no', { places: ['neck'] })).toHaveLength(1);
  });

  test('a number out of its range, or for a fact that is none, is refused', () => {
    expect(checkStatement('dose', 'yes', { value: 101 })).toEqual([
      '[0].body.statements[0].value: 101 is out of range: "Dose" is 0 to 100 mg',
    ]);
    expect(checkStatement('fever', 'yes', { value: 39 })).toHaveLength(1);
  });

  test('nothing can have been said tomorrow', () => {
    expect(checkStatement('fever', 'no', { at: '2026-03-02T08:00' })).toHaveLength(1);
    expect(check({ ...ana(), on: '2062-03-01T08:00' })).toEqual([
      '[0].on: 2062-03-01T08:00 is still to come (today is 2026-03-01)',
    ]);
  });

  test('one fact answered twice at one time, differently, is a contradiction', () => {
    expect(check(facts(1, statement('fever', 'yes'), statement('fever', 'no')))).toEqual([
      '[0].body.statements[0] and statements[1]: "High temperature" was answered twice, differently: yes and no',
    ]);
  });

  test('a yes below a no is a contradiction', () => {
    expect(
      check(
        facts(
          1,
          statement('rash', 'no'),
          statement('fever', 'yes'),
          statement('unwell-today', 'no'),
        ),
      ),
    ).toEqual([expect.stringMatching(/^\[0\]\.body\.statements\[1\] and statements\[2\]: /)]);
  });

  test('two people may say different things: both are kept', () => {
    expect(
      check(
        facts(1, statement('fever', 'yes')),
        facts(2, statement('fever', 'no', { by: 'Jo Field' })),
      ),
    ).toEqual([]);
  });

  test('a clearance names limits that exist, and ends after it begins', () => {
    const clearance = entry(1, 'clearance', {
      limits: ['unwell-today-rule/decision', 'nothing/decision'],
      by: 'Dr Okafor',
      from: '2026-03-02',
      until: '2026-03-01',
      note: '',
    });
    expect(check(clearance)).toEqual([
      expect.stringContaining('[0].body.until'),
      '[0].body.limits[1]: unknown limit "nothing/decision"',
    ]);
  });

  test('no departure goes beyond "not today"', () => {
    const departure = (limit: string) =>
      entry(1, 'departure', { limits: [limit], reason: 'Asked.' });
    expect(check(departure('arthritis-rule/pressure'))).toEqual([]);
    expect(check(departure('fever-rule/decision'))).toEqual([
      '[0].body.limits[0]: no departure lifts "fever-rule/decision": only new facts change it',
    ]);
  });

  test('a session follows a plan of the same client, and a correction names an entry', () => {
    expect(check(session(idNo(98)))).toEqual([expect.stringContaining('[0].body.plan: ')]);
    expect(check(entry(1, 'amendment', { amends: idNo(98), text: 'No.' }))).toHaveLength(1);
    expect(
      check(session(idNo(99)), entry(4, 'amendment', { amends: idNo(3), text: 'No.' })),
    ).toEqual([]);
  });

  test('consent of its own is kept for sensitive places only', () => {
    const consent = (place: string) =>
      entry(1, 'consent', {
        what: 'sensitive-places',
        places: [place],
        given: true,
        from: { name: 'Ana Silva', as: 'client' },
        until: '2026-02-01',
        how: 'spoken',
        note: '',
      });
    expect(check(consent('neck'))).toEqual([
      '[0].body.places[0]: "neck" is not a sensitive place, so it needs no consent of its own',
      '[0].body.until: the consent ends (2026-02-01) before it is given',
    ]);
  });

  test('a refusal names limits that exist, and ends after it begins', () => {
    const refusal = entry(1, 'refusal', {
      limits: ['nothing/decision'],
      clinician: 'Dr Okafor',
      from: '2026-03-02',
      until: '2026-03-01',
      note: '',
    });
    expect(check(refusal)).toEqual([
      '[0].body.until: the refusal ends (2026-03-01) before it begins (2026-03-02)',
      '[0].body.limits[0]: unknown limit "nothing/decision"',
    ]);
  });

  test('what is about a session, an appointment or a goal names one of this client', () => {
    const reaction = entry(1, 'reaction', {
      session: idNo(99),
      feeling: 'worse',
      soreness: 4,
      hours: 24,
      what: '',
    });
    const moved = entry(2, 'appointment-change', {
      appointment: idNo(99),
      change: 'moved',
      to: idNo(99),
      askedBy: 'client',
      note: '',
    });
    const back = entry(4, 'refusal-end', {
      refusal: idNo(99),
      clinician: 'Dr Khan',
      note: '',
    });
    const changed = entry(3, 'goal', { words: 'Sleep', state: 'reached', changes: idNo(99) });
    expect(check(reaction, moved, changed, back)).toEqual([
      expect.stringContaining('[0].body.session: '),
      expect.stringContaining('[1].body.appointment: '),
      expect.stringContaining('[1].body.to: '),
      '[1].body.to: must be another appointment than the one that is moved',
      expect.stringContaining('[2].body.changes: '),
      expect.stringContaining('[3].body.refusal: '),
    ]);
  });

  test('nothing was diagnosed, happened or was reported tomorrow', () => {
    const source = { kind: 'diagnosed-by', when: '2027' };
    expect(checkStatement('gout', 'yes', { source })).toEqual([
      '[0].body.statements[0].source.when: 2027 is still to come',
    ]);
    const event = entry(1, 'adverse-event', {
      session: null,
      happened: '2026-03-02T08:00',
      what: 'A bruise.',
      severity: 'mild',
      done: 'Nothing.',
      reported: [{ to: 'The insurer', on: '2026-03-02' }],
    });
    expect(check(event)).toEqual([
      '[0].body.happened: 2026-03-02T08:00 is still to come',
      '[0].body.reported[0].on: 2026-03-02 is still to come',
    ]);
  });
});
