import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextPulseDay } from '../../src/domain/next-pulse.ts';

const THURSDAY = { weekday: 4, hour: 15 };
const next = (now: string, timeZone = 'Europe/Berlin', daysOff: { from: string; to: string }[] = []) =>
  nextPulseDay(THURSDAY, { timeZone, daysOff }, new Date(now));

describe('nextPulseDay', () => {
  it.each([
    ['2026-11-23T09:00:00Z', 'Europe/Berlin', '2026-11-26'],
    ['2026-11-26T13:59:59Z', 'Europe/Berlin', '2026-11-26'],
    ['2026-11-26T14:00:00Z', 'Europe/Berlin', '2026-12-03'],
    ['2026-11-26T14:00:00Z', 'America/New_York', '2026-11-26'],
    ['2026-11-29T22:00:00Z', 'Europe/Berlin', '2026-12-03'],
    ['2026-11-29T11:00:00Z', 'Pacific/Kiritimati', '2026-12-03'],
    ['2028-02-28T09:00:00Z', 'UTC', '2028-03-02'],
    ['2026-12-31T16:00:00Z', 'UTC', '2027-01-07'],
  ])('at %s in %s is %s', (now, zone, day) => {
    expect(next(now, zone)).toBe(day);
  });

  it('passes over days off, and is null where there is nothing else', () => {
    expect(next('2026-12-21T09:00:00Z', 'UTC', [{ from: '2026-12-24', to: '2026-12-31' }])).toBe('2027-01-07');
    expect(next('2026-12-21T09:00:00Z', 'UTC', [{ from: '2026-01-01', to: '2028-12-31' }])).toBeNull();
  });

  it('is at most a week and a day ahead where nobody has days off', () => {
    const zone = fc.constantFrom(
      'UTC',
      'Asia/Kathmandu',
      'Pacific/Pago_Pago',
      'Pacific/Kiritimati',
      'America/New_York',
    );
    const at = fc.date({ min: new Date('2026-01-01Z'), max: new Date('2030-01-01Z'), noInvalidDate: true });
    fc.assert(
      fc.property(
        zone,
        at,
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 23 }),
        (timeZone, now, weekday, hour) => {
          const day = nextPulseDay({ weekday, hour }, { timeZone, daysOff: [] }, now) ?? '';
          const ahead = Date.parse(day) - now.getTime();
          expect(ahead).toBeGreaterThan(-2 * 24 * 3_600_000);
          expect(ahead).toBeLessThanOrEqual(8 * 24 * 3_600_000);
          expect(new Date(day).getUTCDay() || 7).toBe(weekday);
        },
      ),
    );
  });
});
