import { describe, expect, it } from 'vitest';
import { type Question, readDiary } from './diary.ts';
import { drawDiary } from './drawing.ts';
import { diarySvg } from './svg.ts';
import type { Trial } from './trial.ts';

const PAIN: Question = {
  outcome: 'pain',
  better: 'lower',
  scale: { from: 0, to: 10 },
  important: 1,
};
const TRIAL: Trial = {
  start: '2026-01-05',
  periodDays: 7,
  design: { kind: 'pairs', pairs: 1 },
  seed: 'Ana',
  schedule: [0, 1],
};
function daysOf(values: Readonly<Record<string, number>>) {
  const ratings = Object.entries(values).map(([day, value]) => ({ day, value }));
  const read = readDiary(ratings, PAIN, '2026-12-31');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.days;
}
const DAYS = daysOf({ '2026-01-05': 10, '2026-01-06': 5, '2026-01-08': 0, '2026-01-18': 5 });

describe('the drawing of a diary', () => {
  it('puts every rating where its day and value are', () => {
    const drawing = drawDiary({ question: PAIN, days: DAYS, trial: TRIAL });
    if (!drawing) throw new Error('nothing drawn');
    const { plot, points } = drawing;
    // 14 days share the width; a rating stands in the middle of its day.
    const day = (plot.right - plot.left) / 14;
    expect(points.map(({ x }) => x)).toEqual(
      [0.5, 1.5, 3.5, 13.5].map((at) => expect.closeTo(plot.left + at * day, 9)),
    );
    expect(points.map(({ y }) => y)).toEqual([
      plot.top,
      (plot.top + plot.bottom) / 2,
      plot.bottom,
      (plot.top + plot.bottom) / 2,
    ]);
  });

  it('draws no line over a day that nobody rated', () => {
    const drawing = drawDiary({ question: PAIN, days: DAYS });
    const [first, second] = drawing?.points ?? [];
    // 5 and 6 January follow each other; 8 and 18 January stand alone.
    expect(drawing?.lines).toEqual([[first, second]]);
  });

  it('shades the weeks of the test next to each other, from edge to edge', () => {
    const drawing = drawDiary({ question: PAIN, days: [], trial: TRIAL });
    if (!drawing) throw new Error('nothing drawn');
    const [off, on] = drawing.periods;
    expect([off?.arm, on?.arm]).toEqual(['without', 'with']);
    expect(off?.x).toBe(drawing.plot.left);
    expect((off?.x ?? 0) + (off?.width ?? 0)).toBeCloseTo(on?.x ?? 0, 9);
    expect((on?.x ?? 0) + (on?.width ?? 0)).toBeCloseTo(drawing.plot.right, 9);
  });

  it('marks a session once for a day, and none that lies outside', () => {
    const sessions = ['2026-01-06', '2026-01-06', '2025-12-30', '2026-02-30'];
    const drawing = drawDiary({ question: PAIN, days: DAYS, trial: TRIAL, sessions });
    expect(drawing?.sessions.map(({ day }) => day)).toEqual(['2026-01-06']);
  });

  it('is nothing without a rating and a test, and one point is drawn', () => {
    expect(drawDiary({ question: PAIN, days: [] })).toBeUndefined();
    expect(diarySvg({ question: PAIN, days: [] })).toBeUndefined();
    expect(diarySvg({ question: PAIN, days: daysOf({ '2026-01-05': 4 }) })).not.toMatch(
      /NaN|Infinity/,
    );
  });
});

describe('the picture', () => {
  it('says in words what it shows, and what its signs mean', () => {
    const svg = diarySvg({
      question: PAIN,
      days: DAYS,
      trial: TRIAL,
      sessions: ['2026-01-13'],
      medicineChanges: ['2026-01-10'],
    });
    expect(svg).toContain('<title id="title">Diary: pain, 0 to 10, lower is better</title>');
    expect(svg).toContain(
      '4 rated days from 2026-01-05 to 2026-01-18. 1 of 2 periods are shaded. 1 day with a session.',
    );
    expect(svg).toContain(
      'shaded: weeks with massage; tick below: a session; dashed: a medicine changed',
    );
    expect(svg?.match(/<circle/g)).toHaveLength(4);
    expect(svg?.match(/class="on"/g)).toHaveLength(1);
  });

  it('shades weeks with more massage in a test of how often', () => {
    const cadence = { ...TRIAL, periodDays: 28, everyDays: [7, 14] } as const;
    expect(diarySvg({ question: PAIN, days: DAYS, trial: cadence })).toContain(
      'shaded: weeks with more massage',
    );
  });

  it('takes no markup from the name of an outcome', () => {
    const evil = { ...PAIN, outcome: '<script>"&' };
    expect(diarySvg({ question: evil, days: DAYS })).toContain(
      'Diary: &#60;script&#62;&#34;&#38;,',
    );
  });

  it('shows the range of the start as a band', () => {
    const svg = diarySvg({ question: PAIN, days: DAYS, usual: { low: 4, high: 6 } });
    // The plot is from y 12 (10 points) to 216 (0 points): 6 points are at 93.6, and two points 40.8 high.
    expect(svg).toContain('<rect class="band" x="40" y="93.6" width="668" height="40.8"/>');
  });
});
