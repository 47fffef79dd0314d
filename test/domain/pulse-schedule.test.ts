import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/domain/calendar.ts';
import {
  DEFAULT_PULSE_SCHEDULE,
  type PulsePerson,
  type PulseSchedule,
  planPulse,
  pulseWindow,
} from '../../src/domain/pulse-schedule.ts';
import { weekOf } from '../../src/domain/pulse-week.ts';
import { wallClock } from '../../src/domain/wall-clock.ts';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Pago_Pago',
  'Pacific/Kiritimati',
  'Pacific/Chatham',
  'America/Sao_Paulo',
  'Africa/Casablanca',
];
const LONG_AGO = new Date('2020-01-01T00:00:00Z');
const HOUR_MS = 60 * 60_000;

const person = (timeZone: string, more: Partial<PulsePerson> = {}): PulsePerson => ({
  userId: 'U1',
  calendar: { timeZone, daysOff: [] },
  ownDaysOff: [],
  pausedUntil: null,
  settledWeeks: [],
  ...more,
});
const plan = (one: PulsePerson, now: string, schedule: PulseSchedule = DEFAULT_PULSE_SCHEDULE) =>
  planPulse({ schedule, since: LONG_AGO }, [one], new Date(now));
const settledBefore = (date: string) => [weekOf(date) - 1];

describe('pulseWindow', () => {
  it.each<[string, string, string, string]>([
    ['a Thursday', 'Europe/Berlin', '2026-11-19', '2026-11-19T14:00:00.000Z → 2026-11-20T17:00:00.000Z'],
    [
      'the week the clock goes forward',
      'Europe/Berlin',
      '2026-03-29',
      '2026-03-26T14:00:00.000Z → 2026-03-27T17:00:00.000Z',
    ],
    ['the week after it', 'Europe/Berlin', '2026-04-01', '2026-04-02T13:00:00.000Z → 2026-04-03T16:00:00.000Z'],
    ['a leap day', 'UTC', '2024-02-29', '2024-02-29T15:00:00.000Z → 2024-03-01T18:00:00.000Z'],
    ['the end of a year', 'UTC', '2026-12-31', '2026-12-31T15:00:00.000Z → 2027-01-01T18:00:00.000Z'],
    ['half an hour off', 'Asia/Kolkata', '2026-11-19', '2026-11-19T09:30:00.000Z → 2026-11-20T12:30:00.000Z'],
    ['behind everybody', 'Pacific/Pago_Pago', '2026-11-19', '2026-11-20T02:00:00.000Z → 2026-11-21T05:00:00.000Z'],
    ['ahead of everybody', 'Pacific/Kiritimati', '2026-11-19', '2026-11-19T01:00:00.000Z → 2026-11-20T04:00:00.000Z'],
  ])('%s in %s', (_, timeZone, date, expected) => {
    const { opensAt, closesAt } = pulseWindow(DEFAULT_PULSE_SCHEDULE, weekOf(date), { timeZone, daysOff: [] });
    expect(`${opensAt.toISOString()} → ${closesAt.toISOString()}`).toBe(expected);
  });

  it('opens after a gap of the clock and once in an hour that comes twice', () => {
    const sunday: PulseSchedule = { weekday: 7, hour: 2 };
    const berlin = { timeZone: 'Europe/Berlin', daysOff: [] };
    expect(pulseWindow(sunday, weekOf('2026-03-29'), berlin).opensAt.toISOString()).toBe('2026-03-29T01:00:00.000Z');
    expect(['2026-10-25T00:00:00.000Z', '2026-10-25T01:00:00.000Z']).toContain(
      pulseWindow(sunday, weekOf('2026-10-25'), berlin).opensAt.toISOString(),
    );
  });

  it('closes after the weekend and the days off of everybody', () => {
    const friday: PulseSchedule = { weekday: 5, hour: 15 };
    const calendar = { timeZone: 'UTC', daysOff: [{ from: '2026-12-28', to: '2026-12-29' }] };
    expect(pulseWindow(friday, weekOf('2026-12-25'), calendar).closesAt.toISOString()).toBe('2026-12-30T18:00:00.000Z');
  });

  it('opens at its hour and its weekday, in every zone and week', () => {
    const anyWeek = fc.integer({ min: 2600, max: 4000 });
    const anySchedule = fc.record({ weekday: fc.integer({ min: 1, max: 7 }), hour: fc.integer({ min: 4, max: 23 }) });
    fc.assert(
      fc.property(anyWeek, anySchedule, fc.constantFrom(...ZONES), (week, schedule, timeZone) => {
        const { opensAt, closesAt } = pulseWindow(schedule, week, { timeZone, daysOff: [] });
        expect(weekOf(dayOf(opensAt, timeZone))).toBe(week);
        const wall = wallClock(opensAt, timeZone);
        expect([((wall.getUTCDay() + 6) % 7) + 1, wall.getUTCHours()]).toEqual([schedule.weekday, schedule.hour]);
        expect(wallClock(closesAt, timeZone).getUTCHours()).toBe(18);
        expect(closesAt.getTime() - opensAt.getTime()).toBeGreaterThan(18 * HOUR_MS);
        expect(closesAt.getTime() - opensAt.getTime()).toBeLessThan(4 * 24 * HOUR_MS);
      }),
    );
  });
});

describe('planPulse', () => {
  const berlin = (more: Partial<PulsePerson> = {}) =>
    person('Europe/Berlin', { settledWeeks: settledBefore('2026-11-19'), ...more });

  it.each<[string, PulsePerson, string, string[]]>([
    ['before its hour', berlin(), '2026-11-19T13:59:59Z', []],
    ['at its hour', berlin(), '2026-11-19T14:00:00Z', ['send']],
    ['late in working hours', berlin(), '2026-11-19T16:30:00Z', ['send']],
    ['late at night', berlin(), '2026-11-19T22:00:00Z', []],
    ['the next morning', berlin(), '2026-11-20T08:00:00Z', ['send']],
    ['when it has closed', berlin(), '2026-11-20T17:00:00Z', ['stale']],
    [
      'when it was had already',
      berlin({ settledWeeks: [weekOf('2026-11-19') - 1, weekOf('2026-11-19')] }),
      '2026-11-19T14:00:00Z',
      [],
    ],
    [
      'on a day off of theirs',
      berlin({ ownDaysOff: [{ from: '2026-11-19', to: '2026-11-19' }] }),
      '2026-11-19T14:00:00Z',
      ['day_off'],
    ],
    [
      'after such a day, the morning after',
      berlin({ ownDaysOff: [{ from: '2026-11-19', to: '2026-11-19' }] }),
      '2026-11-20T08:00:00Z',
      ['day_off'],
    ],
    [
      'on a day off of everybody',
      berlin({ calendar: { timeZone: 'Europe/Berlin', daysOff: [{ from: '2026-11-18', to: '2026-11-20' }] } }),
      '2026-11-19T14:00:00Z',
      ['day_off'],
    ],
  ])('%s', (_, one, now, expected) => {
    expect(plan(one, now).map((each) => (each.kind === 'send' ? 'send' : each.why))).toEqual(expected);
  });

  it('skips the week that downtime swallowed and sends the one that is open', () => {
    expect(plan(person('UTC'), '2026-11-19T15:00:00Z').map((each) => each.kind)).toEqual(['skip', 'send']);
  });

  it('owes nothing for the time before it was switched on', () => {
    const on = { schedule: DEFAULT_PULSE_SCHEDULE, since: new Date('2026-11-19T15:30:00Z') };
    expect(planPulse(on, [person('UTC')], new Date('2026-11-19T16:00:00Z'))).toEqual([]);
  });

  it('asks each person once a week, however often and irregularly the clock ticks', () => {
    const anyTicks = fc.array(fc.integer({ min: 1, max: 30 * 60 }), { minLength: 50, maxLength: 300 });
    fc.assert(
      fc.property(anyTicks, fc.constantFrom(...ZONES), (minutes, timeZone) => {
        let now = new Date('2026-03-02T00:00:00Z');
        const settled: number[] = [weekOf('2026-03-02') - 1, weekOf('2026-03-02') - 2];
        for (const wait of minutes) {
          now = new Date(now.getTime() + wait * 60_000);
          for (const each of planPulse(
            { schedule: DEFAULT_PULSE_SCHEDULE, since: LONG_AGO },
            [person(timeZone, { settledWeeks: settled })],
            now,
          )) {
            const week = each.kind === 'send' ? each.window.week : each.week;
            expect(settled).not.toContain(week);
            settled.push(week);
            if (each.kind === 'send') {
              expect(now >= each.window.opensAt && now < each.window.closesAt).toBe(true);
              const hour = wallClock(now, timeZone).getUTCHours();
              expect(hour >= 9 && hour < 18).toBe(true);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
