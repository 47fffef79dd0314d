import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingDaysAfter, workingDaysBefore, workingDaysBetween } from '../../src/domain/working-days.ts';
import { anyDay, anyDaysOff } from '../support/follow-up.ts';

const christmas = [{ from: '2026-12-24', to: '2027-01-01' }];

describe('working days', () => {
  it.each([
    ['2026-12-04', 2, '2026-12-02'],
    ['2026-12-07', 2, '2026-12-03'],
    ['2026-12-06', 1, '2026-12-04'],
    ['2027-01-04', 2, '2026-12-22'],
    ['2028-03-01', 1, '2028-02-29'],
    ['2026-12-06', 0, '2026-12-06'],
  ])('before %s: %i is %s', (day, count, expected) => {
    expect(workingDaysBefore(day, count, christmas)).toBe(expected);
  });

  it('go round and come back', () => {
    const world = anyDay.chain((day) => fc.tuple(fc.constant(day), fc.integer({ min: 1, max: 30 }), anyDaysOff(day)));
    fc.assert(
      fc.property(world, ([day, count, daysOff]) => {
        const after = workingDaysAfter(day, count, daysOff);
        expect(workingDaysBetween(day, after, daysOff).filter((one) => one > day)).toHaveLength(count);
        const before = workingDaysBefore(day, count, daysOff);
        expect(workingDaysBetween(before, day, daysOff).filter((one) => one < day)).toHaveLength(count);
      }),
    );
  });

  it('end where a year has none', () => {
    const never = [{ from: '2000-01-01', to: '2100-01-01' }];
    expect(workingDaysBefore('2026-12-04', 1, never)).toBe('2025-12-03');
  });
});
