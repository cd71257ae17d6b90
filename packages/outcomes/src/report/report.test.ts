import { describe, expect, it } from 'vitest';
import { dayNumber, dayOf, type Question, readDiary } from '../verdict/diary.ts';
import type { Trial } from '../verdict/trial.ts';
import { reportMarkdown } from './markdown.ts';
import { reportOf, type TestFacts } from './report.ts';

const PAIN: Question = {
  outcome: 'pain',
  better: 'lower',
  scale: { from: 0, to: 10 },
  important: 1,
};
const TRIAL: Trial = {
  start: '2026-01-05',
  periodDays: 7,
  design: { kind: 'balanced', periods: 4, longestRun: 2 },
  seed: 'Ana',
  schedule: [0, 1, 1, 0],
};
const FIRST = dayNumber(TRIAL.start) ?? 0;
const OVER = '2026-02-02';

/** Four weeks: 6 and 7 in turn without, 3 and 4 with; the third day of each week has no rating. */
function diary(until = OVER, question = PAIN) {
  const ratings = Array.from({ length: 28 }, (_, day) => day)
    .filter((day) => day % 7 !== 2 && dayOf(FIRST + day) < until)
    .map((day) => ({
      day: dayOf(FIRST + day),
      value: (TRIAL.schedule[Math.floor(day / 7)] === 1 ? 3 : 6) + (day % 2),
    }));
  const read = readDiary(ratings, question, '2026-12-31');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.days;
}
const facts = (rest: Partial<TestFacts> = {}): TestFacts => ({
  question: PAIN,
  days: diary(),
  trial: TRIAL,
  today: OVER,
  ...rest,
});

describe('the report of a test', () => {
  it('gives every rating where its day is, and counts the days without', () => {
    const { periods, completion } = reportOf(facts());
    expect(periods[0]).toEqual({
      arm: 'without',
      from: '2026-01-05',
      to: '2026-01-11',
      ratings: [6, 7, null, 7, 6, 7, 6],
      missing: 1,
    });
    expect(completion).toEqual({
      with: { rated: 12, days: 14 },
      without: { rated: 12, days: 14 },
    });
  });

  it('does not count the days to come as missing', () => {
    // Ten days are gone: the first week and the Monday to Wednesday of the second.
    const { periods, state } = reportOf(facts({ days: diary('2026-01-15'), today: '2026-01-14' }));
    expect(state).toBe('running');
    expect(periods.map(({ missing }) => missing)).toEqual([1, 1, 0, 0]);
    expect(periods[1]?.ratings.slice(3)).toEqual([null, null, null, null]);
  });

  it('shows no number of a test that is still running', () => {
    // Four of six periods are over: the test has numbers, which may not be looked at yet.
    const longer: Trial = {
      ...TRIAL,
      design: { kind: 'balanced', periods: 6, longestRun: 2 },
      schedule: [...TRIAL.schedule, 1, 0],
    };
    const report = reportOf(facts({ trial: longer }));
    expect(report.said.sentences[1]).toBe('24 of 36 ratings so far.');
    expect(report).not.toHaveProperty('result');
    expect(reportMarkdown(report)).not.toMatch(/Out of 100|credible|p = /);
  });

  it('tells missed sessions from rescue sessions and second ones', () => {
    const { sessions } = reportOf(
      facts({ sessions: ['2026-01-06', '2026-01-13', '2026-01-16', '2025-12-01'] }),
    );
    expect(sessions).toEqual({
      missed: [{ from: '2026-01-19', to: '2026-01-25' }],
      rescue: ['2026-01-06'],
      additional: ['2026-01-16'],
    });
  });

  it('ends with the day on which it was stopped', () => {
    const report = reportOf(
      facts({
        ended: { day: '2026-01-20', why: 'harm' },
        sessions: ['2026-01-13', '2026-01-20', '2026-01-28'],
      }),
    );
    expect(report.state).toBe('ended-early');
    // Two days of the third week are gone, both rated; nothing of the fourth counts.
    expect(report.periods.map(({ missing }) => missing)).toEqual([1, 1, 0, 0]);
    expect(
      report.periods.map(({ ratings }) => ratings.filter((one) => one !== null).length),
    ).toEqual([6, 6, 2, 0]);
    expect(report.sessions).toEqual({ missed: [], rescue: [], additional: [] });
    expect(reportMarkdown(report)).toContain('Ended on 2026-01-20: harm.');
  });

  it('calls no session missed before its week is over', () => {
    const running = facts({ days: diary('2026-01-14'), today: '2026-01-14', sessions: [] });
    expect(reportOf(running).sessions?.missed).toEqual([]);
  });

  it('names what it does not know instead of leaving it out', () => {
    const text = reportMarkdown(reportOf(facts()));
    expect(text).toMatch(/## Sessions\n\nNot known to this program\./);
    expect(text).toMatch(/## Harms\n\nNot known to this program\./);
    expect(text).toContain('Departures from the plan: Not known to this program.');
    expect(text).toContain('Nothing proves that the plan was fixed beforehand.');
    const known = reportMarkdown(
      reportOf(
        facts({
          sessions: [],
          changes: [{ day: '2026-01-10', text: 'a week\naway | at sea' }],
          ended: { day: '2026-01-30', why: 'client wished' },
          medicineChanges: ['2026-01-20'],
          reactions: [
            {
              way: 'deep work',
              sessions: 3,
              reactions: 1,
              open: 1,
              unknown: 1,
              share: [0.01, 0.98],
            },
          ],
          hash: 'ab'.repeat(32),
          told: '4 weeks will usually miss even a change of 2 points.',
        }),
      ),
    );
    expect(known.replace(/\| not known to this program \|/g, '')).not.toContain('Not known');
    expect(known).toContain('2026-01-10 a week away \\| at sea');
    expect(known).toContain('Ended on 2026-01-30: client wished.');
    expect(known).toContain('deep work: a reaction after 1 of 3 sessions; 1 cannot be judged.');
    expect(known).toContain('`abababab');
  });

  it('gives the randomisation test as an exact fraction, and that so few schedules prove little', () => {
    // 4!/(2! 2!) = 6 schedules; the drawn one and its mirror are the farthest apart: 2 of 6.
    const text = reportMarkdown(reportOf(facts()));
    expect(text).toContain('p = 2/6, two-sided');
    expect(text).toContain('Of 6 schedules the randomisation test cannot reach 1 in 20.');
    expect(text).toContain('Drawn uniformly from all 6 schedules');
    expect(text).toContain('Drawn: 0110');
  });

  it('speaks of more and less in a test of how often', () => {
    const cadence: Trial = { ...TRIAL, periodDays: 28, everyDays: [7, 14] };
    const report = reportOf(facts({ trial: cadence, sessions: [] }));
    const text = reportMarkdown(report);
    expect(text).toContain('pain, massage every 7 days against massage every 14 days');
    expect(text).not.toMatch(/with massage|without massage|Rescue/);
    expect(report.sessions?.rescue).toEqual([]);
  });

  it('has every item of both guidelines, each with an answer', () => {
    const { items } = reportOf(facts());
    const numbers = (guideline: string) =>
      items
        .filter((one) => one.guideline === guideline)
        .map(({ item }) => Number.parseInt(item, 10));
    // CENT keeps the 25 items of CONSORT 2010; SCRIBE has 26.
    const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);
    expect([...new Set(numbers('CENT 2015'))]).toEqual(upTo(25));
    expect(numbers('SCRIBE 2016')).toEqual(upTo(26));
    for (const { answers } of items) expect(answers.length).toBeGreaterThan(0);
  });

  it('keeps its table whole whatever the outcome is called', () => {
    const odd = { ...PAIN, outcome: 'pain | *now*\n# later' };
    const text = reportMarkdown(reportOf(facts({ question: odd, days: diary(OVER, odd) })));
    expect(text.split('\n')[0]).toContain('pain \\| \\*now\\* \\# later');
    expect(text).not.toMatch(/^# later/m);
  });
});
