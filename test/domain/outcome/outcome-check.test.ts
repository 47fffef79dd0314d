import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, isWorkingDay } from '../../../src/domain/calendar.ts';
import {
  checkOutcome,
  daysSinceDecision,
  isOutcomeAskedAgain,
  type OutcomeFacts,
  outcomeDueOn,
  planOutcomeQuestion,
} from '../../../src/domain/outcome/outcome-check.ts';
import { anyDay, anyDaysOff, anyZone, aPerson } from '../../support/follow-up.ts';

/** Decided on Tuesday 24 November 2026, half past midnight in Berlin. */
const facts: OutcomeFacts = {
  decision: {
    ...{ reviewId: 'review-1', verdictVersion: 1, clientId: 'client-1', decidedAt: new Date('2026-11-23T23:30:00Z') },
  },
  newerDecisionAt: null,
  manager: aPerson({ userId: 'UMARA' }),
  timeZone: 'Europe/Berlin',
  sentPurposes: new Set(),
};
const askedAt = (now: string, overrides: Partial<OutcomeFacts> = {}) =>
  planOutcomeQuestion({ ...facts, ...overrides }, new Date(now))?.day ?? null;

describe('a question that waits', () => {
  const waiting = { day: 30, askedId: 'UMARA', hasLeft: true } as const;
  const ira = { newerDecisionAt: null, manager: aPerson({ userId: 'UIRA' }) };
  const AT_WORK = '2026-12-29T10:00:00Z';

  it.each<[string, Partial<typeof waiting | { hasLeft: boolean }>, Partial<OutcomeFacts>, string, boolean]>([
    ['goes to another where the one who was asked has left', {}, {}, AT_WORK, true],
    ['stays where they are here', { hasLeft: false }, {}, AT_WORK, false],
    ['waits for working hours', {}, {}, '2026-12-29T03:00:00Z', false],
    ['waits where there is nobody else', {}, { manager: null }, AT_WORK, false],
    ['is not put to the same person', {}, { manager: aPerson({ userId: 'UMARA' }) }, AT_WORK, false],
    ['ends with a newer decision', {}, { newerDecisionAt: new Date('2026-12-27T10:00:00Z') }, AT_WORK, false],
  ])('%s', (_, asked, facts, now, expected) => {
    expect(isOutcomeAskedAgain({ ...waiting, ...asked }, { ...ira, ...facts }, new Date(now))).toBe(expected);
  });
});

describe('the days since a decision', () => {
  it.each([
    ['2026-11-23T23:30:00Z', '2026-12-24T10:00:00Z', 30],
    ['2026-11-23T23:30:00Z', '2026-12-28T23:30:00Z', 35],
    ['2026-03-28T10:00:00Z', '2026-03-29T10:00:00Z', 1],
    ['2026-10-24T22:30:00Z', '2026-10-26T22:30:00Z', 1],
  ])('from %s to %s are %i, as the workspace counts them', (from, to, days) => {
    expect(daysSinceDecision(new Date(from), new Date(to), 'Europe/Berlin')).toBe(days);
  });
});

describe('the question whether a decision was right', () => {
  it.each([
    ['nothing on the 29th day', '2026-12-23T10:00:00Z', null],
    ['on the 30th day', '2026-12-24T10:00:00Z', 30],
    ['not before working hours', '2026-12-24T07:59:00Z', null],
    ['not on a weekend', '2026-12-26T10:00:00Z', null],
    ['later, after downtime', '2027-01-20T10:00:00Z', 30],
    ['the second alone, after long downtime', '2027-02-22T10:00:00Z', 90],
  ])('%s', (_, now, expected) => {
    expect(askedAt(now)).toBe(expected);
  });

  it('is asked once for each of both days, and never after', () => {
    const first = new Set(['outcome:review-1:1:30']);
    expect(askedAt('2026-12-24T10:00:00Z', { sentPurposes: first })).toBeNull();
    expect(askedAt('2027-02-22T10:00:00Z', { sentPurposes: first })).toBe(90);
    const both = new Set([...first, 'outcome:review-1:1:90']);
    expect(askedAt('2028-02-22T10:00:00Z', { sentPurposes: both })).toBeNull();
  });

  it('ends with a newer decision about the client, and without anybody to ask', () => {
    expect(askedAt('2026-12-24T10:00:00Z', { newerDecisionAt: new Date('2026-12-01T10:00:00Z') })).toBeNull();
    expect(askedAt('2026-12-24T10:00:00Z', { manager: null })).toBeNull();
  });

  it('counts days in the zone of the workspace', () => {
    const { decidedAt } = facts.decision;
    expect(outcomeDueOn(decidedAt, 30, 'Europe/Berlin')).toBe('2026-12-24');
    expect(outcomeDueOn(decidedAt, 30, 'America/New_York')).toBe('2026-12-23');
    expect(outcomeDueOn(new Date('2027-12-01T12:00:00Z'), 90, 'UTC')).toBe('2028-02-29');
  });

  it('comes twice at most, in order, never early and never on a day off', () => {
    const world = anyDay.chain((day) =>
      fc.record({ day: fc.constant(day), workspaceZone: anyZone, zone: anyZone, daysOff: anyDaysOff(day) }),
    );
    fc.assert(
      fc.property(world, ({ day, workspaceZone, zone, daysOff }) => {
        const decidedAt = new Date(`${day}T12:00:00Z`);
        const sentPurposes = new Set<string>();
        const asked: number[] = [];
        for (let hour = 25 * 24; hour < 110 * 24; hour += 3) {
          const now = new Date(decidedAt.getTime() + hour * 60 * 60_000);
          const manager = aPerson({ timeZone: zone, daysOff });
          const decision = { ...facts.decision, decidedAt };
          const question = planOutcomeQuestion(
            { ...facts, decision, manager, timeZone: workspaceZone, sentPurposes },
            now,
          );
          if (question === null) continue;
          sentPurposes.add(question.purpose);
          asked.push(question.day);
          expect(isWorkingDay(dayOf(now, zone), daysOff)).toBe(true);
          expect(dayOf(now, workspaceZone) >= outcomeDueOn(decidedAt, question.day, workspaceZone)).toBe(true);
        }
        expect(asked).toEqual([30, 90]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('an answer', () => {
  it.each([
    ['yes', ' They pay now ', { answer: 'yes', why: 'They pay now' }],
    ['too_early', '', { answer: 'too_early', why: null }],
    ['too_early', null, { answer: 'too_early', why: null }],
  ] as const)('%s, because %s, is kept', (answer, why, value) => {
    expect(checkOutcome(answer, why)).toEqual({ ok: true, value });
  });

  it.each([
    [null, 'x', 'answer_missing'],
    ['no', ' ', 'why_missing'],
    ['yes', null, 'why_missing'],
    ['no', 'x'.repeat(3001), 'why_too_long'],
  ] as const)('%s, because %s: %s', (answer, why, reason) => {
    expect(checkOutcome(answer, why)).toEqual({ ok: false, reason });
  });
});
