import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type VerdictRequest, verdict } from './verdict.ts';

const EXAMPLES = join(import.meta.dirname, '../../../../examples/diaries');
const TEST = readFileSync(join(EXAMPLES, 'test.json'), 'utf8');
const COURSE = readFileSync(join(EXAMPLES, 'course.csv'), 'utf8');

const ask = (text: string, rest: Partial<VerdictRequest> = {}) =>
  verdict({ text, file: 'diary', today: '2026-06-01', format: 'text', options: {}, ...rest });
function said(text: string, rest: Partial<VerdictRequest> = {}): string {
  const answer = ask(text, rest);
  if (!answer.ok) throw new Error(answer.error.join('\n'));
  return answer.value.output;
}
function mistakes(text: string, rest: Partial<VerdictRequest> = {}): readonly string[] {
  const answer = ask(text, rest);
  return answer.ok ? [] : answer.error;
}
/** The example test with other settings. */
const testWith = (change: object): string =>
  JSON.stringify({ ...JSON.parse(TEST), test: { ...JSON.parse(TEST).test, ...change } });

describe('assuage verdict', () => {
  it('shows a finished test: the sentence, numbers out of 100, 50 marks, the raw diary', () => {
    const text = said(TEST);
    expect(text).toMatch(/^Better\n/);
    const numbers = /better by 1 or more: (\d+) · in between: (\d+) · worse by 1 or more: (\d+)/
      .exec(text)
      ?.slice(1)
      .map(Number);
    expect(numbers?.reduce((sum, one) => sum + one, 0)).toBe(100);
    expect(/^ {2}([+=-]{50})$/m.exec(text)?.[1]).toBeDefined();
    // The first week as it stands in the file: 7 3 6 5 5, a day without, 5.
    expect(text).toContain('2026-01-05  without   7   3   6   5   5   .   5');
    expect(text).toContain('Nobody can have massage without knowing it.');
  });

  it('gives no number before the end of a test, as text or JSON', () => {
    const halfway = { today: '2026-02-20' };
    const early = JSON.parse(TEST);
    early.ratings = early.ratings.filter(({ day }: { day: string }) => day <= halfway.today);
    const text = said(JSON.stringify(early), halfway);
    expect(text).toContain('ratings so far');
    expect(text).not.toMatch(/%|out of 100|degrees of freedom/);
    const json = said(JSON.stringify(early), { ...halfway, format: 'json' });
    expect(json).not.toContain('chances');
    expect(json).not.toContain('effect');
  });

  it('calls an ordinary course a pattern that cannot say why', () => {
    const text = said(COURSE);
    expect(text).toContain('Your pain is lower than when you started: 4, was 7.');
    expect(text).toContain('This is a pattern, not a test. It cannot say why.');
    expect(text).not.toContain('%');
  });

  it('reads the same test from CSV and from JSON', () => {
    const { ratings, test } = JSON.parse(TEST);
    const csv = [
      'Date;Score;note',
      ...ratings.map(
        ({ day, value }: { day: string; value: number }) => `${day};${value},0;"walked, slept"`,
      ),
    ].join('\r\n');
    const options = { test: { start: test.start, schedule: test.schedule } };
    expect(said(csv, { options })).toBe(said(TEST));
  });

  it('passes over days without a rating', () => {
    const rows = ['day,rating', '2026-01-01,', '2026-01-02,NA', '2026-01-03,-', '', '2026-01-04,5'];
    expect(said(rows.join('\n'))).toContain('1 of 10 ratings');
  });

  it('answers a file without a single rating', () => {
    expect(said('day,rating')).toContain('0 of 10 ratings');
    expect(said('{"ratings":[]}')).toContain('0 of 10 ratings');
  });

  it('answers ten thousand ratings', () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, i) => `${new Date(Date.UTC(1998, 0, 1 + i)).toISOString().slice(0, 10)},${i % 11}`,
    );
    const text = said(['day,rating', ...rows].join('\n'));
    expect(text).not.toContain('NaN');
    expect(text).toContain('earlier weeks are not shown');
  });

  it('takes a change of medicine into account, in a course and in a test', () => {
    expect(said(COURSE, { options: { since: '2026-02-23' } })).toContain('was 6');
    const changed = JSON.stringify({ ...JSON.parse(TEST), since: '2026-02-09' });
    expect(said(changed)).not.toBe(said(TEST));
  });

  it('counts ratings outside of the test as outside', () => {
    const more = JSON.parse(TEST);
    more.ratings.push({ day: '2026-05-01', value: 10 });
    expect(said(JSON.stringify(more))).toContain('1 rated day lies outside the test');
  });

  it.each([
    ['', ['diary:1: this file is empty']],
    [
      'Dear Jo,\nsee you',
      ['diary:1: the first line names the columns; two of them are "day" and "rating"'],
    ],
    [
      'day,rating\n2026-01-01,six\n2026-01-02,3\n2026-01-03,1e9',
      [
        'diary:2: "six" is not a rating: write a number',
        'diary:4: "1e9" is not a rating: write a number',
      ],
    ],
    [
      'day,rating\n2026-02-30,2\n01/02/2026,3\n2027-01-01,3\n2026-01-01,45',
      [
        'diary:2: 2026-02-30 is not a day: write it as 2026-03-01',
        'diary:3: 01/02/2026 is not a day: write it as 2026-03-01',
        'diary:4: 2027-01-01 is in the future',
        'diary:5: 45 on 2026-01-01 is not on the scale from 0 to 10',
      ],
    ],
    ['{"ratings":\n[}', ['diary:2: not valid JSON: ']],
    ['{"ratings":[],\n"ratings":[]}', ['diary:2: a name is given twice']],
    [
      '{"ratings":[\n{"day":"2026-01-01","value":"6"},\n{"day":"2026-01-02"}],\n"rating":[]}',
      [
        'diary:2: ratings[1].value: must be a number',
        'diary:3: ratings[2].value: is missing',
        'diary:4: rating: is not known here',
      ],
    ],
    ['[1,2]', ['diary:1: the first line names the columns; two of them are "day" and "rating"']],
    ['{"ratings":[],"scale":{"from":10,"to":0}}', ['diary: scale: it goes from a number']],
    ['{"ratings":[],"important":0}', ['diary: important: a change that matters is above 0']],
    ['{"ratings":[],"since":"soon"}', ['diary: since: "soon" is not a date']],
  ])('says what is wrong in %j, and where', (text, expected) => {
    const found = mistakes(text);
    expect(found).toHaveLength(expected.length);
    expected.forEach((one, i) => {
      expect(found[i]?.startsWith(one), `${found[i]} begins with ${one}`).toBe(true);
    });
  });

  it('refuses lists within lists without end', () => {
    const deep = `{"ratings":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(mistakes(deep)).toEqual([
      'diary:1: lists within lists go too deep; a diary needs two levels at most',
    ]);
  });

  it.each([
    [{ schedule: [1, 1, 1, 0, 0, 0, 1, 0, 1, 0] }, 'no more than 2 in a row are alike'],
    [{ schedule: [1, 1, 0, 1, 1, 0, 1, 1, 0, 1] }, 'half of the periods are with massage'],
    [{ schedule: [1, 0, 1] }, '3 periods: there must be an even number'],
    [{ schedule: [] }, '0 periods: there must be an even number'],
    [{ schedule: undefined }, 'give the schedule, or the seed'],
    [{ seed: 'Ana' }, 'the seed draws another schedule'],
    [{ start: '2026-13-01' }, 'there is no such day'],
    [{ schedule: [1, 1, 0, 0], pairs: true }, 'every pair has one period with and one without'],
  ])('refuses a test of %j', (change, words) => {
    expect(mistakes(testWith(change)).join()).toContain(words);
  });

  it('takes a test by the seed that drew it', () => {
    const drawn = said(testWith({ schedule: undefined, seed: 'Ana', periods: 10 }));
    expect(drawn).toContain('2026-01-05');
  });
});
