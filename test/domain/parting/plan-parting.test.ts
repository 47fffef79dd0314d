import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isWorkingDay } from '../../../src/domain/calendar.ts';
import { checkEndDate, isNoticeTooLate, planEndDate } from '../../../src/domain/parting/end-date.ts';
import { PARTING_MODES, stepIdsOf } from '../../../src/domain/parting/parting-steps.ts';
import { type PartingFacts, planParting } from '../../../src/domain/parting/plan-parting.ts';
import { workingDaysBetween } from '../../../src/domain/working-days.ts';
import { anyDay, anyDaysOff } from '../../support/follow-up.ts';

/** Decided on Monday 23 November 2026. */
const facts: PartingFacts = { mode: 'planned', today: '2026-11-23', endOn: '2027-01-06', noticeDays: 30, daysOff: [] };
const datesOf = (overrides: Partial<PartingFacts> = {}) =>
  Object.fromEntries(planParting({ ...facts, ...overrides }).map(({ id, dueOn }) => [id, dueOn]));

describe('the playbook', () => {
  it('has its own order when planned and now', () => {
    expect(stepIdsOf('planned')).toEqual([
      ...['collect_evidence', 'read_contract', 'ask_lawyer', 'choose_channel', 'write_notice', 'last_talk'],
      ...['send_notice', 'agree_terms', 'offer_alternative', 'hand_over', 'final_invoice', 'keep_boundary', 'debrief'],
    ]);
    expect(stepIdsOf('now').slice(0, 3)).toEqual(['protect_people', 'stop_contact', 'ask_lawyer']);
    expect(stepIdsOf('now').indexOf('send_notice')).toBeGreaterThan(stepIdsOf('now').indexOf('ask_lawyer'));
  });

  it('counts back from the end date and the notice period', () => {
    expect(datesOf()).toEqual({
      collect_evidence: '2026-11-23',
      read_contract: '2026-11-24',
      ask_lawyer: '2026-11-26',
      choose_channel: '2026-11-30',
      write_notice: '2026-12-02',
      last_talk: '2026-12-04',
      send_notice: '2026-12-07',
      agree_terms: '2026-12-16',
      offer_alternative: '2026-12-21',
      hand_over: '2027-01-01',
      final_invoice: '2027-01-05',
      keep_boundary: '2027-01-06',
      debrief: '2027-01-06',
    });
  });

  it.each<[string, Partial<PartingFacts>, string, string]>([
    ['waits where the end is far', { endOn: '2027-06-30' }, '2027-05-31', '2027-06-30'],
    ['leaves time for the handover without a notice period', { noticeDays: 0 }, '2026-12-16', '2027-01-06'],
    ['gives notice today where the period begins today', { endOn: '2026-12-23' }, '2026-11-23', '2026-12-23'],
    ['shrinks where the end is tomorrow', { endOn: '2026-11-24', noticeDays: 0 }, '2026-11-23', '2026-11-24'],
    ['is all today where the end is today', { endOn: '2026-11-23', noticeDays: 0 }, '2026-11-23', '2026-11-23'],
    ['does not wait when we part now', { mode: 'now', endOn: '2027-06-30' }, '2026-11-26', '2027-06-30'],
    ['ends before a weekend', { endOn: '2027-01-10' }, '2026-12-11', '2027-01-08'],
  ])('%s', (_, overrides, notice, debrief) => {
    expect(datesOf(overrides)).toMatchObject({ send_notice: notice, debrief });
  });

  it('protects people and stops contact first, today', () => {
    expect(datesOf({ mode: 'now' })).toMatchObject({ protect_people: '2026-11-23', stop_contact: '2026-11-23' });
  });

  const world = anyDay.chain((today) =>
    fc.record<PartingFacts>({
      mode: fc.constantFrom(...PARTING_MODES),
      today: fc.constant(today),
      endOn: fc.oneof(fc.nat(10), fc.nat(500)).map((days) => addDays(today, days)),
      noticeDays: fc.option(fc.oneof(fc.constant(0), fc.nat(200))),
      daysOff: anyDaysOff(today),
    }),
  );

  it('keeps its order between today and the end date, and no step on a day off that can be avoided', () => {
    fc.assert(
      fc.property(world, (any) => {
        const steps = planParting(any);
        const days = steps.map(({ dueOn }) => dueOn);
        expect(steps.map(({ id }) => id)).toEqual(stepIdsOf(any.mode));
        expect(days).toEqual([...days].sort());
        expect(days.every((day) => any.today <= day && day <= any.endOn)).toBe(true);
        const isAvoidable = workingDaysBetween(any.today, any.endOn, any.daysOff).length > 0;
        expect(!isAvoidable || days.every((day) => isWorkingDay(day, any.daysOff))).toBe(true);
      }),
    );
  });

  it('gives notice in time for its period wherever a working day is left for it', () => {
    fc.assert(
      fc.property(world, (any) => {
        const notice = planParting(any).find(({ id }) => id === 'send_notice')?.dueOn ?? '';
        const lastDay = addDays(any.endOn, -(any.noticeDays ?? 0));
        const isPossible = workingDaysBetween(any.today, lastDay, any.daysOff).length > 0;
        expect(!isPossible || notice <= lastDay).toBe(true);
      }),
    );
  });
});

describe('the end date', () => {
  const known = { mode: 'planned', today: '2026-11-23', noticeDays: 30, contractEnd: null, daysOff: [] } as const;

  it.each([
    ['thirty days after two weeks to prepare', {}, '2027-01-06', 'notice_period'],
    ['sooner when we part now', { mode: 'now' }, '2026-12-26', 'notice_period'],
    ['the day it can be said without a notice period', { noticeDays: 0 }, '2026-12-07', 'notice_period'],
    ['when the contract ends, if that is earlier', { contractEnd: '2026-12-31' }, '2026-12-31', 'contract_end'],
    ['by notice, if the contract runs longer', { contractEnd: '2027-12-31' }, '2027-01-06', 'notice_period'],
    ['by notice, if the contract is over', { contractEnd: '2026-10-31' }, '2027-01-06', 'notice_period'],
    [
      'when the contract ends, if nothing else is known',
      { noticeDays: null, contractEnd: '2027-12-31' },
      '2027-12-31',
      'contract_end',
    ],
    ['assumed, if nothing is known', { noticeDays: null }, '2027-01-06', 'assumed'],
    ['later over days off', { daysOff: [{ from: '2026-11-24', to: '2026-11-24' }] }, '2027-01-07', 'notice_period'],
  ] as const)('is %s', (_, overrides, endOn, basis) => {
    expect(planEndDate({ ...known, ...overrides })).toEqual({ endOn, basis });
  });

  it('makes a playbook whose notice keeps the period', () => {
    const anyFacts = anyDay.chain((today) => fc.tuple(fc.constant(today), fc.nat(120), anyDaysOff(today)));
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...PARTING_MODES), ([today, noticeDays, daysOff], mode) => {
        const { endOn } = planEndDate({ mode, today, noticeDays, contractEnd: null, daysOff });
        expect(endOn >= today).toBe(true);
        expect(isNoticeTooLate(endOn, noticeDays, today)).toBe(false);
      }),
    );
  });

  it.each([
    ['2026-11-23', true],
    ['24.12.2026', true],
    ['2026-11-22', 'date_past'],
    ['2027-02-31', 'date_invalid'],
    ['', 'date_missing'],
    ['2099-01-01', 'date_too_far'],
  ])('typed as %s: %s', (typed, expected) => {
    const checked = checkEndDate(typed, '2026-11-23');
    expect(checked.ok || checked.reason).toBe(expected);
  });

  it.each([
    ['2026-12-23', 30, false],
    ['2026-12-22', 30, true],
    ['2026-11-23', 0, false],
    ['2026-11-23', null, false],
  ])('%s is too late for %s days: %s', (endOn, noticeDays, expected) => {
    expect(isNoticeTooLate(endOn, noticeDays, '2026-11-23')).toBe(expected);
  });
});
