import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPauseReason, moveRefusal, planResume, type Timers } from '../../src/domain/pause.ts';
import { CHANNEL_REFUSALS } from '../../src/domain/post.ts';

const NOON = new Date('2026-11-24T12:00:00Z');
const minutes = (count: number, from = NOON) => new Date(from.getTime() + count * 60_000);

const NONE: Timers = { phaseStartedAt: null, phaseEndsAt: null, deadline: null, remindFromAt: null };

const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
const timers = fc.record({
  phaseStartedAt: fc.option(moment),
  phaseEndsAt: fc.option(moment),
  deadline: fc.option(moment),
  remindFromAt: fc.option(moment),
});
const NAMES = ['phaseStartedAt', 'phaseEndsAt', 'deadline', 'remindFromAt'] as const;

describe('isPauseReason', () => {
  it('is every reason that lasts', () => {
    expect(CHANNEL_REFUSALS.filter((reason) => !isPauseReason(reason))).toEqual(['unknown']);
  });
});

describe('planResume', () => {
  it('moves every moment later by the length of the pause', () => {
    const before = { ...NONE, phaseStartedAt: minutes(-30), phaseEndsAt: minutes(10), deadline: minutes(600) };
    expect(planResume(before, NOON, minutes(90))).toEqual({
      ...NONE,
      phaseStartedAt: minutes(60),
      phaseEndsAt: minutes(100),
      deadline: minutes(690),
    });
  });

  it.each([
    ['the hour that a spring night skips', '2027-03-27T23:30:00Z', '2027-03-28T02:30:00Z'],
    ['the hour that an autumn night repeats', '2027-10-30T23:30:00Z', '2027-10-31T02:30:00Z'],
    ['the end of a leap February', '2028-02-28T12:00:00Z', '2028-03-01T12:00:00Z'],
  ])('counts real time over %s', (_title, from, to) => {
    const pausedAt = new Date(from);
    const resumed = planResume({ ...NONE, phaseEndsAt: minutes(10, pausedAt) }, pausedAt, new Date(to));
    expect(resumed.phaseEndsAt).toEqual(minutes(10, new Date(to)));
  });

  it('leaves each step as much time as it had, whenever and however long it stood still', () => {
    fc.assert(
      fc.property(timers, moment, moment, (before, pausedAt, now) => {
        const after = planResume(before, pausedAt, now);
        const stood = Math.max(0, now.getTime() - pausedAt.getTime());
        for (const name of NAMES) {
          const was = before[name];
          expect(after[name]?.getTime() ?? null).toBe(was === null ? null : was.getTime() + stood);
        }
      }),
    );
  });

  it('adds up over two pauses, and is nothing for a pause that is over at once', () => {
    const length = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(timers, moment, length, length, (before, at, first, second) => {
        const later = (ms: number) => new Date(at.getTime() + ms);
        const twice = planResume(planResume(before, at, later(first)), at, later(second));
        expect(twice).toEqual(planResume(before, at, later(first + second)));
        expect(planResume(before, at, at)).toEqual(before);
      }),
    );
  });
});

describe('moveRefusal', () => {
  const review = { channelId: 'C1', facilitatorId: 'UBOSS', pausedReason: null, isOpen: true } as const;
  const paused = { ...review, pausedReason: 'external' } as const;
  const boss = { userId: 'UBOSS', isManager: false, channelId: 'C2' };
  const manager = { userId: 'U2', isManager: true, channelId: 'C2' };
  const member = { userId: 'U3', isManager: false, channelId: 'C2' };

  it.each([
    ['its facilitator', review, boss, null],
    ['its facilitator, while it is paused', paused, boss, null],
    ['another manager', review, manager, 'not_facilitator'],
    ['another manager, while it is paused', paused, manager, null],
    ['somebody of the team', paused, member, 'not_facilitator'],
    ['its facilitator, to where it is', paused, { ...boss, channelId: 'C1' }, 'same_channel'],
    ['its facilitator, once it has closed', { ...review, isOpen: false }, boss, 'review_closed'],
  ])('by %s', (_title, at, mover, reason) => {
    expect(moveRefusal(at, mover)).toBe(reason);
  });
});
