import { describe, expect, it } from 'vitest';
import { zoneOfMember } from '../../src/usecases/pulse-people.ts';

describe('the zone of a person', () => {
  it.each([
    ['Asia/Tokyo', 'Asia/Tokyo'],
    ['No/Where', 'Europe/Berlin'],
    ['', 'Europe/Berlin'],
    [null, 'Europe/Berlin'],
  ])('that Slack calls %j is %s', (timeZone, zone) => {
    expect(zoneOfMember({ timeZone }, 'Europe/Berlin')).toBe(zone);
  });
});
