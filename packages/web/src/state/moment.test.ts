import { describe, expect, it } from 'vitest';
import { madeAt, newId } from './ids.ts';
import { addDays, ageOn, dateFromParts, daysBetween, timeText } from './moment.ts';

describe('dates', () => {
  it('come from three boxes, and only when the calendar has them', () => {
    expect(dateFromParts('28', '2', '1980')).toBe('1980-02-28');
    expect(dateFromParts(' 1', '03 ', '2026')).toBe('2026-03-01');
    expect(dateFromParts('30', '2', '1980')).toBeUndefined();
    expect(dateFromParts('29', '2', '2025')).toBeUndefined();
    expect(dateFromParts('29', '2', '2024')).toBe('2024-02-29');
    expect(dateFromParts('', '2', '1980')).toBeUndefined();
    expect(dateFromParts('1', '13', '1980')).toBeUndefined();
    expect(dateFromParts('1', '1', '80')).toBeUndefined();
  });

  it('count days over the change of a month and a year', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(daysBetween('2025-12-31', '2026-01-02T08:00')).toBe(2);
  });

  it('make a birthday on the day, not before', () => {
    expect(ageOn('1980-03-02', '2026-03-01')).toBe(45);
    expect(ageOn('1980-03-02', '2026-03-02')).toBe(46);
  });

  it('are written in local time, to the millisecond', () => {
    expect(timeText(new Date(2026, 2, 1, 9, 4, 7, 5))).toBe('2026-03-01T09:04:07.005');
  });
});

describe('an id', () => {
  it('is a UUID of version 7 that sorts by time and tells it', () => {
    // The example of RFC 9562, appendix A.6: 22 February 2022, 19:22:22 GMT.
    const at = 0x017f22e279b0;
    expect(newId(at)).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(madeAt(newId(at))).toBe(Date.UTC(2022, 1, 22, 19, 22, 22));
    expect(newId(at) < newId(at + 1)).toBe(true);
    expect(newId(at)).not.toBe(newId(at));
  });
});
