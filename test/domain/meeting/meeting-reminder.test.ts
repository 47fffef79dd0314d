import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, isWorkingDay } from '../../../src/domain/calendar.ts';
import { planMeetingReminders } from '../../../src/domain/meeting/meeting-reminder.ts';
import { aMeeting, anyDay, anyDaysOff, anyZone, aPerson } from '../../support/follow-up.ts';

function remindedAt(now: string, person = {}, meeting = {}) {
  const facts = { meeting: aMeeting(meeting), people: [aPerson(person)], sentPurposes: new Set<string>() };
  return planMeetingReminders(facts, new Date(now)).length === 1;
}

describe('the reminder of a meeting on Monday 30 November at 10:00', () => {
  it.each<[string, string, boolean]>([
    ['is not sent on Thursday', '2026-11-26T10:00:00Z', false],
    ['is sent on Friday', '2026-11-27T08:00:00Z', true],
    ['is not sent before nine', '2026-11-27T07:59:00Z', false],
    ['is not sent on Sunday', '2026-11-29T10:00:00Z', false],
    ['is sent on Monday morning, after downtime', '2026-11-30T08:30:00Z', true],
    ['is not sent once it has begun', '2026-11-30T09:00:00Z', false],
  ])('%s', (_, now, expected) => {
    expect(remindedAt(now)).toBe(expected);
  });

  it('comes earlier where Friday is off', () => {
    expect(remindedAt('2026-11-26T10:00:00Z', { daysOff: [{ from: '2026-11-27', to: '2026-11-27' }] })).toBe(true);
  });

  it.each([
    ['on the day it was planned', { plannedAt: new Date('2026-11-27T07:00:00Z') }],
    ['for one that was cancelled', { state: 'cancelled' }],
    ['for one that was held', { state: 'recorded' }],
  ])('does not come %s', (_, meeting) => {
    expect(remindedAt('2026-11-27T10:00:00Z', {}, meeting)).toBe(false);
  });

  it('comes anew when the meeting is moved, and once otherwise', () => {
    const people = [aPerson()];
    const now = new Date('2026-11-27T10:00:00Z');
    const [first] = planMeetingReminders({ meeting: aMeeting(), people, sentPurposes: new Set() }, now);
    const sentPurposes = new Set([first?.purpose ?? '']);
    expect(planMeetingReminders({ meeting: aMeeting(), people, sentPurposes }, now)).toEqual([]);
    const moved = aMeeting({ startsAt: new Date('2026-11-30T14:00:00Z') });
    expect(planMeetingReminders({ meeting: moved, people, sentPurposes }, now)).toHaveLength(1);
  });

  it('comes at most once, before the meeting, never on a day off', () => {
    const world = anyDay.chain((day) =>
      fc.record({ day: fc.constant(day), zone: anyZone, daysOff: anyDaysOff(day), hour: fc.nat(23) }),
    );
    fc.assert(
      fc.property(world, ({ day, zone, daysOff, hour }) => {
        const startsAt = new Date(Date.parse(`${day}T00:00:00Z`) + hour * 60 * 60_000);
        const meeting = aMeeting({ startsAt, plannedAt: new Date(`${addDays(day, -30)}T10:00:00Z`) });
        const people = [aPerson({ timeZone: zone, daysOff })];
        const sentPurposes = new Set<string>();
        let count = 0;
        for (let before = 10 * 24; before > -24; before -= 1) {
          const now = new Date(startsAt.getTime() - before * 60 * 60_000);
          for (const { purpose } of planMeetingReminders({ meeting, people, sentPurposes }, now)) {
            sentPurposes.add(purpose);
            count += 1;
            expect(now < startsAt && isWorkingDay(dayOf(now, zone), daysOff)).toBe(true);
          }
        }
        expect(count).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });
});
