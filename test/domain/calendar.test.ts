import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  type Calendar,
  dayOf,
  isAwayThroughout,
  isDayOff,
  isWeekend,
  isWorkingDay,
} from '../../src/domain/calendar.ts';
import { mergeSpans } from '../../src/domain/days-off.ts';
import { dateAfterWorkingDays, isWorkingHour, nextWorkingDay, planPhaseEnd } from '../../src/domain/schedule.ts';
import { wallClock } from '../../src/domain/wall-clock.ts';

const at = (iso: string) => new Date(iso);
const HOLIDAYS = [{ from: '2026-12-24', to: '2026-12-25' }];

/** Summer time in both halves of the world, half hours and quarters, the first and the last place to see a day. */
const ZONES = [
  ...['UTC', 'Europe/Berlin', 'America/New_York', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu'],
  ...['Asia/Kolkata', 'Pacific/Pago_Pago', 'Pacific/Kiritimati', 'Pacific/Apia', 'America/Santiago'],
];

const zone = fc.constantFrom(...ZONES);
const instant = fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2029-12-31T00:00:00Z'), noInvalidDate: true });
const day = instant.map((one) => dayOf(one, 'UTC'));
const span = fc.tuple(day, fc.integer({ min: 0, max: 20 })).map(([from, days]) => ({ from, to: addDays(from, days) }));
const calendar: fc.Arbitrary<Calendar> = fc.record({
  timeZone: zone,
  daysOff: fc.array(span, { maxLength: 60 }).map(mergeSpans),
});

describe('a day', () => {
  it.each([
    ['UTC', '2026-11-22T23:30:00Z', '2026-11-22'],
    ['Europe/Berlin', '2026-11-22T23:30:00Z', '2026-11-23'],
    ['Asia/Kolkata', '2026-11-22T18:30:00Z', '2026-11-23'],
    ['Pacific/Pago_Pago', '2026-11-23T10:59:59Z', '2026-11-22'],
    ['Pacific/Kiritimati', '2026-11-22T10:00:00Z', '2026-11-23'],
  ])('in %s at %s is %s', (timeZone, now, expected) => {
    expect(dayOf(at(now), timeZone)).toBe(expected);
  });

  it.each([
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-03-01', -1, '2028-02-29'],
  ])('%s and %i days is %s', (from, days, expected) => {
    expect(addDays(from, days)).toBe(expected);
  });
});

describe('working hours', () => {
  it.each([
    ['a day before', '2026-12-23T10:00:00Z', true],
    ['on a day off', '2026-12-24T10:00:00Z', false],
    ['on the day off, as seen in Berlin', '2026-12-23T23:30:00Z', false],
    ['after the weekend', '2026-12-28T10:00:00Z', true],
  ])('are as the calendar says: %s', (_, now, expected) => {
    expect(isWorkingHour(at(now), { timeZone: 'Europe/Berlin', daysOff: HOLIDAYS })).toBe(expected);
  });

  it('are on working days only, wherever somebody lives', () => {
    fc.assert(
      fc.property(instant, calendar, (now, one) => {
        const today = dayOf(now, one.timeZone);
        if (isWorkingHour(now, one)) expect(isWorkingDay(today, one.daysOff)).toBe(true);
        if (isDayOff(now, one) || isWeekend(today)) expect(isWorkingHour(now, one)).toBe(false);
      }),
    );
  });
});

describe('the next working day', () => {
  it('comes after days off and weekends', () => {
    const next = nextWorkingDay(at('2026-12-23T10:00:00Z'), { timeZone: 'Europe/Berlin', daysOff: HOLIDAYS });
    expect(next.toISOString()).toBe('2026-12-28T10:00:00.000Z');
  });

  it('is a year away at most', () => {
    const forEver = { timeZone: 'UTC', daysOff: [{ from: '2026-01-01', to: '2099-12-31' }] };
    expect(nextWorkingDay(at('2026-11-23T10:00:00Z'), forEver).toISOString()).toBe('2027-11-24T10:00:00.000Z');
  });

  it('is the first one after today, at the same wall clock but for a gap', () => {
    fc.assert(
      fc.property(instant, calendar, (now, one) => {
        const next = nextWorkingDay(now, one);
        const [today, then] = [dayOf(now, one.timeZone), dayOf(next, one.timeZone)];
        expect(next > now).toBe(true);
        expect(isWorkingDay(then, one.daysOff)).toBe(true);
        for (let between = addDays(today, 1); between < then; between = addDays(between, 1))
          expect(isWorkingDay(between, one.daysOff)).toBe(false);
        const minutes = (date: Date) => wallClock(date, one.timeZone).getTime() % 86_400_000;
        expect(Math.abs(minutes(next) - minutes(now))).toBeLessThanOrEqual(3_600_000);
      }),
    );
  });

  it('decides the end of a step and the deadline that is offered', () => {
    const office = { timeZone: 'Europe/Berlin', daysOff: HOLIDAYS };
    const now = at('2026-12-22T09:00:00Z');
    const async = { preset: 'async', phasesLeft: 2, ...office } as const;
    expect(dateAfterWorkingDays(now, 2, office)).toBe('2026-12-28');
    expect(planPhaseEnd({ ...async, deadline: null }, at('2026-12-23T09:00:00Z')).toISOString()).toBe(
      '2026-12-28T09:00:00.000Z',
    );
    // Working days up to the deadline: 22, 23, 28 and 29 December; two for each of the two steps.
    expect(planPhaseEnd({ ...async, deadline: at('2026-12-29T17:00:00Z') }, now).toISOString()).toBe(
      '2026-12-23T17:00:00.000Z',
    );
  });
});

describe('somebody is away throughout a step', () => {
  const leave = [{ from: '2026-11-25', to: '2026-11-27' }];
  it.each([
    ['that lies in their leave', '2026-11-25T08:00:00Z', '2026-11-26T08:00:00Z', leave, true],
    ['that begins on the day before', '2026-11-24T16:00:00Z', '2026-11-25T16:00:00Z', leave, false],
    ['from their leave into the weekend', '2026-11-27T08:00:00Z', '2026-11-29T08:00:00Z', leave, true],
    ['until the Monday after', '2026-11-27T08:00:00Z', '2026-11-30T08:00:00Z', leave, false],
    ['of a weekend only', '2026-11-28T08:00:00Z', '2026-11-29T08:00:00Z', leave, false],
    [
      'on a Saturday they take off',
      '2026-11-28T08:00:00Z',
      '2026-11-28T18:00:00Z',
      [{ from: '2026-11-28', to: '2026-11-28' }],
      false,
    ],
    ['that has no time left', '2026-11-25T08:00:00Z', '2026-11-24T08:00:00Z', leave, true],
    ['after midnight at home', '2026-11-24T23:30:00Z', '2026-11-25T12:00:00Z', leave, true],
  ])('%s', (_, from, to, daysOff, expected) => {
    const own = { timeZone: 'Europe/Berlin', daysOff };
    expect(isAwayThroughout({ from: at(from), to: at(to), calendar: own })).toBe(expected);
  });

  it('with the help of holidays, but not by holidays alone', () => {
    const step = { from: at('2026-12-24T08:00:00Z'), to: at('2026-12-28T08:00:00Z'), holidays: HOLIDAYS };
    const own = (daysOff: Calendar['daysOff']) => ({ timeZone: 'UTC', daysOff });
    const monday = [{ from: '2026-12-28', to: '2026-12-28' }];
    expect(isAwayThroughout({ ...step, calendar: own(monday) })).toBe(true);
    expect(isAwayThroughout({ ...step, to: at('2026-12-25T20:00:00Z'), calendar: own([]) })).toBe(false);
    expect(isAwayThroughout({ ...step, to: at('2026-12-25T20:00:00Z'), calendar: own(HOLIDAYS) })).toBe(false);
  });

  it('exactly when no working day lies in it and one day off of theirs that would be one', () => {
    const hours = fc.integer({ min: 0, max: 24 * 14 });
    fc.assert(
      fc.property(instant, hours, calendar, fc.array(span, { maxLength: 20 }), (from, length, one, holidays) => {
        const to = new Date(from.getTime() + length * 3_600_000);
        const days = new Set(
          Array.from({ length: length + 1 }, (_, hour) =>
            dayOf(new Date(from.getTime() + hour * 3_600_000), one.timeZone),
          ),
        );
        const worked = [...days].filter((each) => isWorkingDay(each, [...one.daysOff, ...holidays]));
        const own = [...days].filter((each) => isWorkingDay(each, holidays) && !isWorkingDay(each, one.daysOff));
        expect(isAwayThroughout({ from, to, calendar: one, holidays })).toBe(worked.length === 0 && own.length > 0);
      }),
    );
  });
});
