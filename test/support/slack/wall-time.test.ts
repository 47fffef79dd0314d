import { describe, expect, it } from 'vitest';
import { secondsOf, wallTimeOf } from '../../../demo/stand-in/wall-time.ts';

describe.each([
  ['Europe/Berlin', '2026-11-22T17:00', '2026-11-22T16:00:00Z'],
  ['Europe/Berlin', '2026-07-01T00:05', '2026-06-30T22:05:00Z'],
  ['Europe/Berlin', '2026-03-29T03:10', '2026-03-29T01:10:00Z'],
  ['America/New_York', '2026-11-01T09:00', '2026-11-01T14:00:00Z'],
  ['UTC', '2028-02-29T23:59', '2028-02-29T23:59:00Z'],
])('in %s, %s', (timeZone, wallTime, instant) => {
  const seconds = Date.parse(instant) / 1000;

  it('is what the clock shows', () => {
    expect(wallTimeOf(seconds, timeZone)).toBe(wallTime);
  });

  it('is the same moment when read back', () => {
    expect(secondsOf(wallTime, timeZone)).toBe(seconds);
  });
});
