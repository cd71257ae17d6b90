// `assuage verdict` on tests: what was asked beside, what was fixed, tests of how often, the report, the drawing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type VerdictRequest, verdict } from './verdict.ts';

const FILE = join(import.meta.dirname, '../../../../examples/diaries/test.json');
const TEST = JSON.parse(readFileSync(FILE, 'utf8'));

const ask = (json: object | string, rest: Partial<VerdictRequest> = {}) =>
  verdict({
    text: typeof json === 'string' ? json : JSON.stringify(json),
    file: 'diary',
    today: '2026-06-01',
    format: 'text',
    options: {},
    ...rest,
  });
function said(json: object | string, rest: Partial<VerdictRequest> = {}): string {
  const answer = ask(json, rest);
  if (!answer.ok) throw new Error(answer.error.join('\n'));
  return answer.value.output;
}
function mistakes(json: object | string, rest: Partial<VerdictRequest> = {}): string {
  const answer = ask(json, rest);
  return answer.ok ? '' : answer.error.join('\n');
}

/**
 * As the record keeps it. The hash is that of `sha256sum` over these lines, each ended by a line feed:
 * A within-person test
 * question: nrs-pain, important from 1
 * also asked: nothing
 * release: 2026-01
 * start: 2026-01-05
 * compares: weeks, with massage and without
 * design: 10 periods of 7 days, half of each, at most 2 alike in a row
 * seed: "Ana 195"
 * drawn: 0110100110
 * told: "10 weeks"
 */
const FIXED = {
  question: { measure: 'nrs-pain', important: 1 },
  secondary: [],
  release: '2026-01',
  start: '2026-01-05',
  plan: {
    compares: 'weeks',
    periodDays: 7,
    design: { kind: 'balanced', periods: 10, longestRun: 2 },
    schedule: TEST.test.schedule,
  },
  seed: 'Ana 195',
  told: '10 weeks',
  hash: 'fe5a12593093207c496f1a3763c2740667c402acb1b81f883004c795be5a8f25',
};
const { test: _, ...WITHOUT_TEST } = TEST;
const withFixed = (change: object = {}) => ({ ...WITHOUT_TEST, fixed: { ...FIXED, ...change } });

describe('a test that was fixed beforehand', () => {
  it('is judged by its plan, and its hash is shown as found unaltered', () => {
    const text = said(withFixed());
    expect(text.replace(/\s+/g, ' ')).toContain(
      `what was fixed is unaltered: its SHA-256 is ${FIXED.hash}`,
    );
    expect(text.split('\n')[0]).toBe(said(TEST).split('\n')[0]);
    expect(JSON.parse(said(withFixed(), { format: 'json' })).fixed).toEqual({
      hash: FIXED.hash,
      isUnaltered: true,
    });
    expect(said(withFixed(), { asReport: true })).toContain(`\`${FIXED.hash}\``);
  });

  it.each([
    [{ told: '12 weeks' }, 'something was altered'],
    [{ start: '2026-01-12' }, 'something was altered'],
    [{ question: { measure: 'nrs-pain', important: 2 } }, 'important: 1 points, but 2 were fixed'],
    [{ hash: 'short' }, 'fixed.hash'],
    [{ plan: undefined }, 'fixed.plan'],
  ])('is refused when %j was altered', (change, words) => {
    expect(mistakes(withFixed(change))).toContain(words);
  });

  it('starts from the tests of other people when that was fixed, and says so', () => {
    const prior = { mean: -1.5, sd: 0.5, people: 12 };
    // The same lines as above, with "prior: mean -1.5, sd 0.5, of 12 people" before the last.
    const begun = withFixed({
      prior,
      hash: 'b372381b4d23cd49e36fae6527ad686d63ae076f605818dfe67e1f8edd92c358',
    });
    expect(said(begun).replace(/\s+/g, ' ')).toContain(
      'drawn towards what the tests of 12 other people showed',
    );
    expect(said(begun, { asReport: true })).toContain('from the tests of 12 other people');
    expect(said(begun, { format: 'json' })).not.toBe(said(withFixed(), { format: 'json' }));
    expect(mistakes(withFixed({ prior }))).toContain('something was altered');
  });

  it('asks for every outcome that was fixed, so that none is left out of Holm’s procedure', () => {
    const also = [{ outcome: 'sleep', ratings: [] }];
    expect(mistakes({ ...withFixed(), also })).toContain('also: 1 outcomes, but 0 were fixed');
  });

  it('leaves no room for a second plan', () => {
    expect(mistakes({ ...withFixed(), test: TEST.test })).toContain('leave out "test"');
  });
});

describe('what was asked beside the main question', () => {
  const sleep = (of: (value: number) => number) => ({
    ...TEST,
    also: [
      {
        outcome: 'sleep',
        better: 'higher',
        ratings: TEST.ratings.map(({ day, value }: { day: string; value: number }) => ({
          day,
          value: of(value),
        })),
      },
    ],
  });

  it('is told by its interval, and by words where they hold', () => {
    expect(said(sleep((value) => 10 - value))).toMatch(
      /Asked beside it\n {2}- Massage very likely raises your sleep/,
    );
    expect(said(sleep((value) => 5 + (value % 2)))).toMatch(
      /- Sleep with massage minus sleep without: .+ points, 95 in 100 from/,
    );
  });

  it('is a column of its own in CSV, blank where it was not asked', () => {
    const rows = TEST.ratings.map(
      ({ day, value }: { day: string; value: number }, i: number) =>
        `${day},${value},${i % 2 === 0 ? 10 - value : ''}`,
    );
    const csv = ['day,rating,Sleep', ...rows].join('\n');
    const { start, schedule } = TEST.test;
    const options = {
      test: { start, schedule },
      also: [{ outcome: 'sleep', better: 'higher' }],
    } as const;
    const json = JSON.parse(said(csv, { options, format: 'json' }));
    expect(json.also).toMatchObject([{ question: { outcome: 'sleep' }, ratings: 30 }]);
    const lacking = { ...options, also: [{ outcome: 'mood' }] };
    expect(mistakes(csv, { options: lacking })).toBe('diary:1: there is no column "mood"');
  });

  it('is a pattern of its own in an ordinary course', () => {
    const rows = [7, 7, 7, 7, 7, 3, 3, 3, 3, 3].map(
      (value, i) => `2026-03-${String(i + 1).padStart(2, '0')};${value};${value}`,
    );
    const text = said(['day;rating;stiffness', ...rows].join('\n'), {
      options: { also: [{ outcome: 'stiffness' }] },
    });
    expect(text.replace(/\s+/g, ' ')).toContain(
      'stiffness: Your stiffness is lower than when you started: 3, was 7.',
    );
  });

  it('has mistakes of its own, and is not asked twice', () => {
    expect(mistakes(sleep((value) => value + 10))).toContain('is not on the scale from 0 to 10');
    const twice = { ...TEST, also: [{ outcome: 'pain', ratings: [] }] };
    expect(mistakes(twice)).toContain('also: pain is asked twice');
  });
});

describe('a test of how often', () => {
  const cadence = {
    ...TEST,
    test: { start: '2026-01-05', everyDays: [7, 14], schedule: [0, 1, 1, 0] },
  };

  it('has blocks of 28 days, named by more and less', () => {
    const text = said(cadence);
    expect(text).toMatch(/2026-01-05 {2}less/);
    expect(text).toMatch(/2026-02-02 {2}more/);
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
    expect(text).not.toMatch(/with massage|without massage|weeks without/);
  });

  it('has no other length, and no block of 28 days has another test', () => {
    const { test } = cadence;
    expect(mistakes({ ...TEST, test: { ...test, periodDays: 14 } })).toContain('give "everyDays"');
    expect(mistakes({ ...TEST, test: { ...TEST.test, periodDays: 28 } })).toContain(
      'give "everyDays"',
    );
  });
});

describe('the report', () => {
  it('has the sessions that the diary tells, missed and added', () => {
    const sessions = ['2026-01-07', { day: '2026-01-14', way: 'deep work', reaction: true }];
    const text = said({ ...TEST, sessions }, { asReport: true });
    expect(text).toContain('Rescue sessions in weeks without: 2026-01-07.');
    expect(text).toContain('Planned and not given: 2026-01-19 to 2026-01-25,');
    expect(text).toContain('deep work: a reaction after 1 of 1 sessions');
    expect(text).toContain('p = 2/84, two-sided');
  });

  it('reads sessions from a column of CSV', () => {
    const csv = ['day,rating,massage', '2026-01-05,5,x', '2026-01-06,5,', '2026-01-07,,1'].join(
      '\n',
    );
    const { start, schedule } = TEST.test;
    const json = said(csv, {
      options: { test: { start, schedule } },
      asReport: true,
      format: 'json',
    });
    expect(JSON.parse(json).sessions.rescue).toEqual(['2026-01-05', '2026-01-07']);
    expect(mistakes('day,rating,session\n2026-01-05,5,maybe')).toBe(
      'diary:2: "maybe" does not say whether there was a session: write 1, or nothing',
    );
  });

  it('notes departures and an early end', () => {
    const changes = [{ day: '2026-02-02', text: 'a week away' }];
    const text = said(
      { ...TEST, changes, ended: { day: '2026-03-10', why: 'client wished' } },
      { asReport: true },
    );
    expect(text).toContain('Departures from the plan: 2026-02-02 a week away.');
    expect(text).toContain('Ended on 2026-03-10: client wished.');
    const stopped = said({ ...TEST, ended: { day: '2026-02-10', why: 'client wished' } });
    expect(stopped).toMatch(/The test was stopped/);
    expect(stopped).not.toMatch(/out of 100|degrees of freedom/);
  });

  it('is only of a test', () => {
    expect(mistakes({ ratings: [], changes: [] })).toContain('changes: only a test has a plan');
    const ended = { day: '2026-01-01', why: 'x' };
    expect(mistakes({ ratings: [], ended })).toContain('ended: only a test has a plan');
    expect(mistakes({ ratings: [] }, { asReport: true })).toContain('only a test has a report');
  });

  it.each([
    [{ sessions: ['2026-02-30'] }, 'session: there is no such day'],
    [{ sessions: ['2027-01-01'] }, 'session: 2027-01-01 is in the future'],
    [{ sessions: [7] }, 'sessions[1]: must be a day'],
    [{ changes: [{ day: 'soon', text: 'x' }] }, 'changes: "soon" is not a date'],
    [{ ended: { day: '2027-01-01', why: 'x' } }, 'ended: 2027-01-01 is in the future'],
  ])('refuses %j', (change, words) => {
    expect(mistakes({ ...TEST, ...change })).toContain(words);
  });
});

describe('the drawing', () => {
  it('shows every rating, the weeks with massage and the sessions', () => {
    const answer = ask({ ...TEST, sessions: ['2026-01-14'], since: '2026-02-09' });
    const svg = answer.ok ? (answer.value.svg ?? '') : '';
    expect(svg.match(/<circle/g)).toHaveLength(TEST.ratings.length);
    expect(svg.match(/class="on"/g)).toHaveLength(5);
    expect(svg.match(/class="session"/g)).toHaveLength(1);
    expect(svg.match(/class="change"/g)).toHaveLength(1);
  });

  it('is not there without a rating and a test', () => {
    const answer = ask({ ratings: [] });
    expect(answer.ok && answer.value.svg).toBeUndefined();
  });
});
