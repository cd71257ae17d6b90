// Diaries that are wrong, odd or almost empty: `assuage verdict` answers each clearly, and never with a number that is none.
import { describe, expect, it } from 'vitest';
import { type VerdictRequest, verdict } from './verdict.ts';

const START = Date.UTC(2026, 0, 5);
const dayAt = (offset: number, from = START): string =>
  new Date(from + offset * 86_400_000).toISOString().slice(0, 10);
const SCHEDULE = [0, 1, 1, 0, 1, 0, 0, 1, 1, 0] as const;
const TEST = { test: { start: dayAt(0), schedule: SCHEDULE } };

type Row = readonly [day: string, rating: string | number];
const csv = (rows: readonly Row[]): string =>
  ['day,rating', ...rows.map(([day, rating]) => `${day},${rating}`)].join('\n');
const daily = (count: number, of: (day: number) => number | string, from = START): Row[] =>
  Array.from({ length: count }, (_, day) => [dayAt(day, from), of(day)]);

const ask = (text: string, rest: Partial<VerdictRequest> = {}) =>
  verdict({ text, file: 'diary.csv', today: '2026-12-31', format: 'text', options: {}, ...rest });

/** As text, and as data, report and drawing looked through for what is no number. */
function said(text: string, options: VerdictRequest['options'] = {}): string {
  const answers = [
    ask(text, { options }),
    ask(text, { options, format: 'json' }),
    ...(options.test ? [ask(text, { options, asReport: true })] : []),
  ];
  for (const answer of answers) {
    if (!answer.ok) throw new Error(answer.error.join('\n'));
    expect(answer.value.output + answer.value.svg).not.toMatch(/NaN|Infinity/);
    expect(answer.value.output).not.toMatch(/: null/);
  }
  return answers[0]?.ok ? answers[0].value.output.replace(/\s+/g, ' ') : '';
}
function mistakes(text: string, options: VerdictRequest['options'] = {}): readonly string[] {
  const answer = ask(text, { options });
  return answer.ok ? [] : answer.error;
}

describe('assuage verdict and a diary that is not as it should be', () => {
  it('names each value that is out of range, and its line', () => {
    expect(
      mistakes(
        csv([
          ['2026-01-05', 10],
          ['2026-01-06', 10.5],
          ['2026-01-07', -1],
        ]),
      ),
    ).toEqual([
      'diary.csv:3: 10.5 on 2026-01-06 is not on the scale from 0 to 10',
      'diary.csv:4: -1 on 2026-01-07 is not on the scale from 0 to 10',
    ]);
  });

  it('averages ratings of one day: a diary with each day twice is the diary of the means', () => {
    const value = (day: number) => (SCHEDULE[Math.floor(day / 7)] === 1 ? 3 : 6) + (day % 3);
    const once = daily(70, value);
    const twice = [...daily(70, (day) => value(day) - 1), ...daily(70, (day) => value(day) + 1)];
    expect(said(csv(twice), TEST)).toBe(said(csv(once), TEST));
    expect(said(csv(twice))).toBe(said(csv(once)));
  });

  it('finds no difference where all ratings are equal, in a course and in a test', () => {
    for (const value of [0, 5, 10]) {
      const rows = csv(daily(70, () => value));
      expect(said(rows)).toContain(`about the same as when you started: ${value}, was ${value}.`);
      expect(said(rows, TEST)).toMatch(/^(About the same|No clear answer) /);
    }
  });

  it('says too early of one rating', () => {
    const one = csv([['2026-01-05', 5]]);
    expect(said(one)).toContain('Too early to say: 1 of 10 ratings.');
    expect(said(one, TEST)).toContain('Too early to say: 1 of 60 ratings.');
  });

  it('says too early without a baseline: with ratings in one arm only', () => {
    const onlyWith = daily(70, () => 3).filter(([day]) => {
      const week = Math.floor((Date.parse(day) - START) / (7 * 86_400_000));
      return SCHEDULE[week] === 1;
    });
    expect(onlyWith).toHaveLength(35);
    expect(said(csv(onlyWith), TEST)).toContain('Too soon to tell');
    expect(said(csv(onlyWith), TEST)).not.toContain('%');
  });

  it('has no answer to a test whose ratings all lie outside of it', () => {
    const before = csv(daily(70, (day) => day % 11, START - 100 * 86_400_000));
    expect(said(before, TEST)).toContain('Too early to say: 0 of 60 ratings.');
    expect(said(before, TEST)).toContain('70 rated days lie outside the test and did not count.');
  });

  it('answers ten thousand ratings of one test: the others lie outside', () => {
    const rows = csv(daily(10_000, (day) => (day * 7) % 11, Date.UTC(1999, 0, 1)));
    const text = said(rows, TEST);
    expect(text).toContain('rated days lie outside the test and did not count.');
    expect(text).toMatch(/How likely, out of 100/);
  });

  it('answers ten thousand ratings on seventy days', () => {
    const rows = Array.from({ length: 10_000 }, (_, i): Row => [dayAt(i % 70), (i * 7) % 11]);
    expect(said(csv(rows), TEST)).toMatch(/How likely, out of 100/);
  });

  it('names each day in the future', () => {
    expect(
      mistakes(
        csv([
          ['2026-12-31', 5],
          ['2027-01-01', 5],
        ]),
      ),
    ).toEqual(['diary.csv:3: 2027-01-01 is in the future']);
  });

  it('is the same over a change of the clock as without one', () => {
    // Ten weeks over 29 March (Europe) and 8 March (North America), and ten weeks without a change.
    const value = (day: number) => (SCHEDULE[Math.floor(day / 7)] === 1 ? 3 : 6) + (day % 3);
    const over = Date.UTC(2026, 1, 16);
    const calm = Date.UTC(2026, 3, 13);
    const result = (from: number) => {
      const options = { test: { start: dayAt(0, from), schedule: SCHEDULE } };
      const answer = ask(csv(daily(70, value, from)), { options, format: 'json' });
      return answer.ok ? answer.value.output : answer.error;
    };
    expect(result(over)).toBe(result(calm));
  });

  it.each([
    ['60', '60 on 2026-01-05 is not on the scale from 0 to 10'],
    ['60%', '"60%" is not a rating: write a number'],
    ['6/10', '"6/10" is not a rating: write a number'],
    ['6 of 10', '"6 of 10" is not a rating: write a number'],
    ['six', '"six" is not a rating: write a number'],
    ['6e0', '"6e0" is not a rating: write a number'],
    ['0x6', '"0x6" is not a rating: write a number'],
    ['Infinity', '"Infinity" is not a rating: write a number'],
    ['٦', '"٦" is not a rating: write a number'],
  ])('refuses %s where ratings go from 0 to 10', (written, message) => {
    expect(mistakes(csv([['2026-01-05', written]]))).toEqual([`diary.csv:2: ${message}`]);
  });

  it.each(['05.01.2026', '1/5/2026', '2026-01', '46027', '2026-01-05T08:00', ''])(
    'refuses "%s" as a day',
    (day) => {
      expect(mistakes(csv([[day, 5]]))[0]).toContain('is not a day: write it as 2026-03-01');
    },
  );

  it('counts 0 to 100 as 0 to 10 when it is told the scale', () => {
    const value = (day: number) => (SCHEDULE[Math.floor(day / 7)] === 1 ? 3 : 6) + (day % 3);
    const headline = (of: number) => {
      const text = said(csv(daily(70, (day) => of * value(day))), {
        ...TEST,
        scale: { from: 0, to: 10 * of },
      });
      return text.split(' - ')[0];
    };
    expect(headline(10)).toBe(headline(1));
  });

  it('names at most what a person can read, whatever the number of mistakes', () => {
    const found = mistakes(csv(daily(10_000, () => 'six', Date.UTC(1999, 0, 1))));
    expect(found).toHaveLength(10_000);
    expect(found[9_999]).toContain('diary.csv:10001:');
  });
});
