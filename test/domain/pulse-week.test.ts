import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoWeekNumber, mondayOf, weekOf } from '../../src/domain/pulse-week.ts';

describe('weekOf', () => {
  it.each([
    ['2026-11-22', '2026-11-16', 47],
    ['2026-11-23', '2026-11-23', 48],
    ['2027-01-01', '2026-12-28', 53],
    ['2027-01-04', '2027-01-04', 1],
    ['2024-02-29', '2024-02-26', 9],
    ['1969-12-31', '1969-12-29', 1],
  ])('%s lies in the week of %s, number %i', (date, monday, number) => {
    expect(mondayOf(weekOf(date))).toBe(monday);
    expect(isoWeekNumber(weekOf(date))).toBe(number);
  });

  it.each(['2026-02-30', '22.11.2026', '2026-11-22T00:00:00Z', ''])('refuses %j', (date) => {
    expect(() => weekOf(date)).toThrow('YYYY-MM-DD');
  });

  it('is one more for each seven days', () => {
    const anyDay = fc.date({ min: new Date('1971-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(anyDay, (at) => {
        const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
        const week = weekOf(day(at.getTime()));
        expect(weekOf(day(at.getTime() + 7 * 24 * 60 * 60 * 1000))).toBe(week + 1);
        expect(weekOf(mondayOf(week))).toBe(week);
        expect(isoWeekNumber(week)).toBeGreaterThanOrEqual(1);
        expect(isoWeekNumber(week)).toBeLessThanOrEqual(53);
      }),
    );
  });
});
