import { describe, expect, it } from 'vitest';
import { isInDays } from '../../src/domain/calendar.ts';
import { daysOfPause, isPausedOn, planOwnPause } from '../../src/domain/own-pause.ts';

describe('planOwnPause', () => {
  it.each([
    ['today', '2026-11-22', { ok: true, pausedUntil: '2026-11-22' }],
    ['a day of this year', '2026-12-31', { ok: true, pausedUntil: '2026-12-31' }],
    ['a year from now', '2027-11-23', { ok: true, pausedUntil: '2027-11-23' }],
    ['no day', null, { ok: true, pausedUntil: null }],
    ['yesterday', '2026-11-21', { ok: false, reason: 'pause_past' }],
    ['more than a year from now', '2027-11-24', { ok: false, reason: 'pause_too_long' }],
  ])('of %s', (_, until, plan) => {
    expect(planOwnPause(until, '2026-11-22')).toEqual(plan);
  });
});

describe('a pause', () => {
  it.each([
    ['before its last day', '2026-11-23', true],
    ['on its last day', '2026-11-24', true],
    ['on the day after', '2026-11-25', false],
  ])('lasts %s', (_, day, isPaused) => {
    expect(isPausedOn('2026-11-24', day)).toBe(isPaused);
    expect(isInDays(day, daysOfPause('2026-11-24'))).toBe(isPaused);
  });

  it('is none without a last day', () => {
    expect([isPausedOn(null, '2026-11-24'), daysOfPause(null)]).toEqual([false, []]);
  });
});
