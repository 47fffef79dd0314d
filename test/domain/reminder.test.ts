import { describe, expect, it } from 'vitest';
import { planReminders, remindFrom } from '../../src/domain/reminder.ts';

const at = (iso: string) => new Date(iso);
// Monday 10:00 to Tuesday 10:00 in Berlin: four fifths have passed at 05:12 on Tuesday.
const step = { phaseStartedAt: at('2026-11-23T09:00:00Z'), phaseEndsAt: at('2026-11-24T09:00:00Z') };
const lena = { userId: 'U1', timeZone: 'Europe/Berlin', daysOff: [] };
const ken = { userId: 'U2', timeZone: 'Asia/Tokyo', daysOff: [] };

describe('reminders', () => {
  it.each([
    ['before four fifths of the time', '2026-11-24T04:00:00Z', []],
    ['at night in Berlin, in the afternoon in Tokyo', '2026-11-24T05:12:00Z', ['U2']],
    ['at nine in Berlin', '2026-11-24T08:00:00Z', ['U1', 'U2']],
    ['until the last minute of a working day in Tokyo', '2026-11-24T08:59:00Z', ['U1', 'U2']],
    ['once the step has ended', '2026-11-24T09:00:00Z', []],
  ])('go to whom they should: %s', (_name, now, expected) => {
    expect(planReminders({ ...step, waiting: [lena, ken], reminded: [] }, at(now))).toEqual(expected);
  });

  it('go to nobody twice for one question', () => {
    expect(planReminders({ ...step, waiting: [lena], reminded: ['U1'] }, at('2026-11-24T08:30:00Z'))).toEqual([]);
  });

  it('go to nobody on a weekend', () => {
    const overWeekend = { phaseStartedAt: at('2026-11-20T09:00:00Z'), phaseEndsAt: at('2026-11-23T09:00:00Z') };
    expect(planReminders({ ...overWeekend, waiting: [lena], reminded: [] }, at('2026-11-22T12:00:00Z'))).toEqual([]);
    expect(planReminders({ ...overWeekend, waiting: [lena], reminded: [] }, at('2026-11-23T08:30:00Z'))).toEqual([
      'U1',
    ]);
  });

  it('go to nobody on a day off of theirs', () => {
    const off = { ...lena, daysOff: [{ from: '2026-11-24', to: '2026-11-24' }] };
    expect(planReminders({ ...step, waiting: [off, ken], reminded: [] }, at('2026-11-24T08:30:00Z'))).toEqual(['U2']);
  });

  it.each([
    ['not before that moment', '2026-11-23T09:59:00Z', []],
    ['then, to those whose working day it is', '2026-11-23T10:00:00Z', ['U1']],
    ['the next morning, to the others', '2026-11-24T00:30:00Z', ['U2']],
    ['not once the step has ended', '2026-11-24T09:00:00Z', []],
  ])('go out earlier when the facilitator asks for it: %s', (_name, now, expected) => {
    const remindFromAt = at('2026-11-23T10:00:00Z');
    expect(planReminders({ ...step, remindFromAt, waiting: [lena, ken], reminded: [] }, at(now))).toEqual(expected);
  });

  it('begin at four fifths of the step', () => {
    expect(remindFrom(step.phaseStartedAt, step.phaseEndsAt).toISOString()).toBe('2026-11-24T04:12:00.000Z');
  });
});
