import { describe, expect, it } from 'vitest';
import { planSnooze, type Snooze } from '../../src/domain/snooze.ts';

const at = (iso: string) => new Date(iso);
const late = at('2026-12-31T00:00:00Z');

describe('a reminder that is put off', () => {
  it.each<[string, Snooze, string, string, string]>([
    ['two hours', 'two_hours', 'Europe/Berlin', '2026-11-24T09:10:00Z', '2026-11-24T11:10:00.000Z'],
    ['to nine in the morning', 'tomorrow', 'Europe/Berlin', '2026-11-24T09:10:00Z', '2026-11-25T08:00:00.000Z'],
    ['over a weekend', 'tomorrow', 'Europe/Berlin', '2026-11-27T15:00:00Z', '2026-11-30T08:00:00.000Z'],
    ['in the own zone', 'tomorrow', 'Asia/Tokyo', '2026-11-24T16:30:00Z', '2026-11-26T00:00:00.000Z'],
    ['over a change of the clocks', 'tomorrow', 'Europe/Berlin', '2026-10-23T12:00:00Z', '2026-10-26T08:00:00.000Z'],
    ['over a leap day', 'tomorrow', 'UTC', '2028-02-28T12:00:00Z', '2028-02-29T09:00:00.000Z'],
  ])('comes again: %s', (_name, choice, timeZone, now, expected) => {
    const plan = planSnooze(choice, { timeZone, daysOff: [], phaseEndsAt: at('2030-01-01T00:00:00Z') }, at(now));
    expect(plan.ok && plan.until.toISOString()).toBe(expected);
  });

  it('comes again after days off', () => {
    const daysOff = [{ from: '2026-11-25', to: '2026-11-26' }];
    const plan = planSnooze(
      'tomorrow',
      { timeZone: 'UTC', daysOff, phaseEndsAt: at('2030-01-01T00:00:00Z') },
      at('2026-11-24T12:00:00Z'),
    );
    expect(plan.ok && plan.until.toISOString()).toBe('2026-11-27T09:00:00.000Z');
  });

  it('is refused where the step has ended by then', () => {
    const now = at('2026-11-24T09:00:00Z');
    const phaseEndsAt = at('2026-11-24T11:00:00Z');
    expect(planSnooze('two_hours', { timeZone: 'UTC', daysOff: [], phaseEndsAt }, now)).toEqual({
      ok: false,
      reason: 'step_ends_before',
      phaseEndsAt,
    });
    expect(planSnooze('two_hours', { timeZone: 'UTC', daysOff: [], phaseEndsAt: late }, now).ok).toBe(true);
  });
});
