import { describe, expect, it } from 'vitest';
import {
  dateAfterWorkingDays,
  endOfWorkingDay,
  isTimeZone,
  nextWorkingDay,
  planPhaseEnd,
} from '../../src/domain/schedule.ts';

const at = (iso: string) => new Date(iso);

describe('the end of a step', () => {
  it.each([
    [
      'live: ten minutes',
      { preset: 'live' as const, deadline: null, phasesLeft: 4, timeZone: 'UTC' },
      '2026-11-23T10:00:00Z',
      '2026-11-23T10:10:00.000Z',
    ],
    [
      'async: the next working day',
      { preset: 'async' as const, deadline: null, phasesLeft: 4, timeZone: 'Europe/Berlin' },
      '2026-11-23T10:00:00Z',
      '2026-11-24T10:00:00.000Z',
    ],
    [
      'over a weekend',
      { preset: 'async' as const, deadline: null, phasesLeft: 4, timeZone: 'Europe/Berlin' },
      '2026-11-20T10:00:00Z',
      '2026-11-23T10:00:00.000Z',
    ],
    [
      'a deadline: the days are shared out',
      { preset: 'async' as const, deadline: at('2026-11-27T17:00:00Z'), phasesLeft: 4, timeZone: 'Europe/Berlin' },
      '2026-11-23T09:00:00Z',
      '2026-11-24T17:00:00.000Z',
    ],
    [
      'a deadline: one day each',
      { preset: 'async' as const, deadline: at('2026-11-27T17:00:00Z'), phasesLeft: 3, timeZone: 'Europe/Berlin' },
      '2026-11-24T17:00:01Z',
      '2026-11-25T17:00:00.000Z',
    ],
    [
      'a deadline: the weekend is left out',
      { preset: 'async' as const, deadline: at('2026-11-24T17:00:00Z'), phasesLeft: 2, timeZone: 'Europe/Berlin' },
      '2026-11-20T18:00:00Z',
      '2026-11-23T17:00:00.000Z',
    ],
    [
      'a deadline nearer than the steps',
      { preset: 'async' as const, deadline: at('2026-11-23T18:00:00Z'), phasesLeft: 4, timeZone: 'UTC' },
      '2026-11-23T10:00:00Z',
      '2026-11-23T12:00:00.000Z',
    ],
    [
      'a deadline that has passed',
      { preset: 'async' as const, deadline: at('2026-11-22T10:00:00Z'), phasesLeft: 1, timeZone: 'UTC' },
      '2026-11-23T10:00:00Z',
      '2026-11-23T10:10:00.000Z',
    ],
  ])('is planned: %s', (_name, facts, now, end) => {
    expect(planPhaseEnd({ ...facts, daysOff: [] }, at(now)).toISOString()).toBe(end);
  });

  it.each([
    ['spring gap', 'Europe/Berlin', '2026-03-27T01:30:00Z', '2026-03-30T00:30:00.000Z'],
    ['autumn overlap', 'Europe/Berlin', '2026-10-23T00:30:00Z', '2026-10-26T01:30:00.000Z'],
    ['month end', 'UTC', '2026-04-30T09:00:00Z', '2026-05-01T09:00:00.000Z'],
    ['leap day', 'UTC', '2028-02-28T09:00:00Z', '2028-02-29T09:00:00.000Z'],
    ['half-hour zone', 'Asia/Kolkata', '2026-11-23T20:00:00Z', '2026-11-24T20:00:00.000Z'],
    ['already Saturday there', 'Pacific/Kiritimati', '2026-11-20T11:00:00Z', '2026-11-22T11:00:00.000Z'],
  ])('keeps the wall clock across a %s', (_name, zone, now, next) => {
    expect(nextWorkingDay(at(now), { timeZone: zone, daysOff: [] }).toISOString()).toBe(next);
  });
});

describe('a date of the calendar', () => {
  it.each([
    ['2026-11-25', 'Europe/Berlin', '2026-11-25T17:00:00.000Z'],
    ['2026-07-01', 'Europe/Berlin', '2026-07-01T16:00:00.000Z'],
    ['2026-02-31', 'UTC', null],
    ['25.11.2026', 'UTC', null],
  ])('%s ends its working day in %s at %s', (date, zone, end) => {
    expect(endOfWorkingDay(date, zone)?.toISOString() ?? null).toBe(end);
  });

  it('counts working days from a Thursday', () => {
    expect(dateAfterWorkingDays(at('2026-11-26T10:00:00Z'), 4, { timeZone: 'UTC', daysOff: [] })).toBe('2026-12-02');
  });

  it('knows a zone from a made-up one', () => {
    expect([isTimeZone('Asia/Kathmandu'), isTimeZone('Mars/Olympus')]).toEqual([true, false]);
  });
});
