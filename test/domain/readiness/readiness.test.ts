import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  READINESS_LEVELS,
  type ReadinessAnswer,
  type ReadinessLevel,
  shownReadiness,
  teamReadiness,
} from '../../../src/domain/readiness/readiness.ts';
import { checkReadinessFigures, monthlyGap } from '../../../src/domain/readiness/readiness-figures.ts';
import {
  isReadinessAnswered,
  mayConfirmParting,
  type ReadinessState,
} from '../../../src/domain/readiness/readiness-gate.ts';

const answer = (level: ReadinessLevel, comment: string | null = null, userId = 'ULENA'): ReadinessAnswer => ({
  ...{ userId, level, comment },
});
const keepOrder = (below: number) => below - 1;

describe('readiness', () => {
  it.each<[readonly ReadinessLevel[], number | null]>([
    [[], null],
    [['ready'], 100],
    [['worried'], 50],
    [['not_ready'], 0],
    [['ready', 'worried', 'not_ready'], 50],
    [['ready', 'ready', 'not_ready'], 66.7],
  ])('of %o is %s', (levels, expected) => {
    expect(
      teamReadiness(
        levels.map((level) => answer(level)),
        5,
      ).readiness,
    ).toBe(expected);
  });

  it('lies between 0 and 100, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...READINESS_LEVELS), { minLength: 1 }), (levels) => {
        const answers = levels.map((level) => answer(level));
        const { readiness, counts } = teamReadiness(answers, 3);
        expect(readiness).toBe(teamReadiness([...answers].reverse(), 3).readiness);
        expect(readiness !== null && readiness >= 0 && readiness <= 100).toBe(true);
        expect(counts.ready + counts.worried + counts.not_ready).toBe(levels.length);
      }),
    );
  });

  it('is shown with comments that stand beside neither a name nor a level', () => {
    const shown = shownReadiness(
      [answer('ready', 'Rent'), answer('not_ready', ' '), answer('ready')],
      { asked: 4, mode: 'private' },
      keepOrder,
    );
    expect(shown).toEqual({
      ...{ readiness: 66.7, answered: 3, asked: 4, comments: ['Rent'] },
      counts: { ready: 2, worried: 0, not_ready: 1 },
    });
  });

  it.each([
    { mode: 'private', levels: ['not_ready'], readiness: null, counts: null },
    { mode: 'private', levels: ['ready', 'not_ready'], readiness: null, counts: null },
    { mode: 'private', levels: ['ready', 'not_ready', 'worried'], readiness: 50, counts: expect.anything() },
    { mode: 'open', levels: ['not_ready'], readiness: 0, counts: null },
    { mode: 'open', levels: ['ready', 'not_ready'], readiness: 50, counts: null },
  ] as const)('of $levels is $readiness to the manager of a review that is $mode', ({ mode, levels, ...shown }) => {
    const answers = levels.map((level) => answer(level, 'Rent'));
    expect(shownReadiness(answers, { asked: 4, mode }, keepOrder)).toMatchObject({
      ...{ ...shown, answered: levels.length, comments: levels.map(() => 'Rent') },
    });
  });
});

describe('the figures of the manager', () => {
  const empty = { revenueShare: null, dependentPay: '', costsToCut: ' ', replacementIncome: null };

  it('are read as typed, the share in per cent', () => {
    expect(checkReadinessFigures({ ...empty, revenueShare: '25 %', dependentPay: '12 000,50' })).toEqual({
      ok: true,
      figures: { revenueShare: 0.25, dependentPay: 12_000.5, costsToCut: null, replacementIncome: null },
    });
  });

  it.each([
    ['revenueShare', '100', null],
    ['revenueShare', '0', null],
    ['revenueShare', '100.1', 'share_over_100'],
    ['revenueShare', '-1', 'number_negative'],
    ['revenueShare', 'a quarter', 'number_invalid'],
    ['dependentPay', '9999999999999', 'number_too_large'],
    ['costsToCut', '−5', 'number_negative'],
  ] as const)('%s of %s: %s', (field, typed, reason) => {
    const result = checkReadinessFigures({ ...empty, [field]: typed });
    expect(result.ok ? null : result.problems).toEqual(reason && [{ field, reason }]);
  });

  it('tell what would be missing a month', () => {
    const figures = { revenueShare: 0.3, dependentPay: 5000, costsToCut: 2000, replacementIncome: null };
    expect(monthlyGap(12_000, figures)).toBe(10_000);
    expect(monthlyGap(null, figures)).toBeNull();
  });
});

describe('a decision to part', () => {
  const notAsked: ReadinessState = { kind: 'not_asked' };
  const skipped: ReadinessState = { kind: 'skipped', reason: 'We talked it over' };
  const asked = (answered: number, hasRevenueShare: boolean): ReadinessState => ({
    ...{ kind: 'asked', answered, hasRevenueShare },
  });

  it.each<[string, Parameters<typeof mayConfirmParting>[0], ReadinessState, true | string]>([
    ['waits until readiness is asked', { choice: 'part', hardStop: null }, notAsked, 'readiness_not_asked'],
    ['waits for the team', { choice: 'part', hardStop: null }, asked(0, true), 'readiness_team_silent'],
    ['waits for the figures', { choice: 'part', hardStop: null }, asked(3, false), 'readiness_no_share'],
    ['goes through once answered', { choice: 'part', hardStop: null }, asked(1, true), true],
    ['goes through when skipped', { choice: 'part', hardStop: null }, skipped, true],
    [
      'waits after a hard stop that is not confirmed',
      { choice: 'part', hardStop: 'not_confirmed' },
      notAsked,
      'readiness_not_asked',
    ],
    [
      'waits when it is now and nothing is confirmed',
      { choice: 'part_now', hardStop: null },
      notAsked,
      'readiness_not_asked',
    ],
    ['never delays a confirmed hard stop', { choice: 'part_now', hardStop: 'confirmed' }, notAsked, true],
    ['nor an orderly parting after one', { choice: 'part', hardStop: 'confirmed' }, asked(0, false), true],
    ['needs no readiness to keep', { choice: 'keep_as_is', hardStop: null }, notAsked, true],
    ['needs no readiness to repair', { choice: 'keep_and_repair', hardStop: null }, notAsked, true],
  ])('%s', (_, decision, state, expected) => {
    const gate = mayConfirmParting(decision, state);
    expect(gate.ok || gate.reason).toBe(expected);
  });

  it('is answered by the team and the figures together', () => {
    expect([asked(1, true), asked(1, false), asked(0, true), skipped].map(isReadinessAnswered)).toEqual([
      ...[true, false, false, false],
    ]);
  });
});
