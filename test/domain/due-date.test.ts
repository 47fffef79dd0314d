import { describe, expect, it } from 'vitest';
import { checkDueDate } from '../../src/domain/due-date.ts';

describe('a due date', () => {
  it.each([
    ['2026-11-25', '2026-11-25'],
    [' 4.12.2026 ', '2026-12-04'],
    ['2028-02-29', '2028-02-29'],
    ['2028-11-25', '2028-11-25'],
  ])('is taken from %s', (typed, day) => {
    expect(checkDueDate(typed, '2026-11-25')).toEqual({ ok: true, value: day });
  });

  it.each([
    [null, 'date_missing'],
    ['', 'date_missing'],
    ['tomorrow', 'date_invalid'],
    ['2027-02-29', 'date_invalid'],
    ['31.02.2027', 'date_invalid'],
    ['2026-11-24', 'date_past'],
    ['2036-12-04', 'date_too_far'],
  ])('is refused for %s: %s', (typed, reason) => {
    expect(checkDueDate(typed, '2026-11-25')).toEqual({ ok: false, reason });
  });
});
