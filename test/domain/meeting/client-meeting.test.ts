import { describe, expect, it } from 'vitest';
import {
  cancelMeeting,
  checkMeeting,
  recordMeeting,
  type TypedMeeting,
  type TypedRecord,
} from '../../../src/domain/meeting/client-meeting.ts';
import { aMeeting } from '../../support/follow-up.ts';

const now = new Date('2026-11-30T10:00:00Z');
const typed: TypedMeeting = {
  ...{ startsAt: new Date('2026-12-01T09:00:00Z'), place: ' Zoom ', attendeeIds: ['ULENA', 'ULENA'], prepSheet: '' },
};
const record: TypedRecord = {
  ...{ theirView: ' They see a slow start. ', ourView: '', heardUs: 'partly', willingToMend: 'no', agreed: '' },
};
const by = { userId: 'UMARA', now };

describe('a meeting', () => {
  it('is planned ahead, each of our people once', () => {
    expect(checkMeeting(typed, now)).toMatchObject({ ok: true, value: { place: 'Zoom', attendeeIds: ['ULENA'] } });
  });

  it.each<[Partial<TypedMeeting>, string]>([
    [{ startsAt: null }, 'time_missing'],
    [{ startsAt: now }, 'time_past'],
    [{ startsAt: new Date('2036-12-01T09:00:00Z') }, 'time_too_far'],
    [{ place: 'x'.repeat(501) }, 'place_too_long'],
    [{ prepSheet: 'x'.repeat(3001) }, 'sheet_too_long'],
  ])('is not planned (%#): %s', (overrides, reason) => {
    expect(checkMeeting({ ...typed, ...overrides }, now)).toEqual({ ok: false, reason });
  });

  it('is recorded once it has begun', () => {
    expect(recordMeeting(aMeeting(), record, by)).toMatchObject({
      ok: true,
      value: { state: 'recorded', recordedById: 'UMARA', version: 2, record: { theirView: 'They see a slow start.' } },
    });
  });

  it.each<[Parameters<typeof aMeeting>[0], Partial<TypedRecord>, string]>([
    [{ state: 'recorded' }, {}, 'already_recorded'],
    [{ state: 'cancelled' }, {}, 'meeting_cancelled'],
    [{ startsAt: new Date('2026-11-30T10:00:01Z') }, {}, 'not_held_yet'],
    [{}, { theirView: ' ' }, 'their_view_missing'],
    [{}, { heardUs: null }, 'heard_missing'],
    [{}, { willingToMend: null }, 'willing_missing'],
    [{}, { agreed: 'x'.repeat(3001) }, 'record_too_long'],
  ])('is not recorded (%#)', (meeting, overrides, reason) => {
    expect(recordMeeting(aMeeting(meeting), { ...record, ...overrides }, by)).toEqual({ ok: false, reason });
  });

  it.each([
    ['planned', 'cancelled'],
    ['recorded', 'already_recorded'],
    ['cancelled', 'meeting_cancelled'],
  ] as const)('that is %s, when called off: %s', (state, expected) => {
    const result = cancelMeeting(aMeeting({ state }));
    expect(result.ok ? result.value.state : result.reason).toBe(expected);
  });
});
