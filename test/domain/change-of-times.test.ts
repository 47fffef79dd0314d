import { describe, expect, it } from 'vitest';
import { refuseTimes } from '../../src/domain/change-of-times.ts';

const at = (iso: string) => new Date(iso);
const now = at('2026-11-24T09:00:00Z');
const day = (iso: string) => at(`${iso}T17:00:00Z`);
const current = { phaseEndsAt: at('2026-11-24T09:04:30Z'), deadline: day('2026-11-27') };

describe('new times', () => {
  it.each([
    ['a step ten minutes long', '2026-11-24T09:10:00Z', null, null],
    ['a step of nine', '2026-11-24T09:09:00Z', null, 'step_too_soon'],
    ['a step in the past', '2026-11-23T09:00:00Z', null, 'step_too_soon'],
    ['a step sixty days ahead', '2027-01-23T09:00:00Z', null, null],
    ['a step beyond that', '2027-01-23T09:01:00Z', null, 'step_too_late'],
    ['a step that stays as short as it was', '2026-11-24T09:04:00Z', day('2026-11-26'), null],
    ['both as they were', '2026-11-24T09:04:00Z', current.deadline, null],
    ['a review done before the step', '2026-11-25T20:00:00Z', day('2026-11-25'), 'deadline_before_step'],
    ['a step after the day that was set before', '2026-11-30T09:00:00Z', current.deadline, 'deadline_before_step'],
    ['a review done in a year', '2026-11-25T20:00:00Z', day('2027-11-25'), 'deadline_too_late'],
  ])('are taken or refused as they should: %s', (_name, phaseEndsAt, deadline, refusal) => {
    expect(refuseTimes({ phaseEndsAt: at(phaseEndsAt), deadline }, current, now)).toBe(refusal);
  });
});
