import { describe, expect, it } from 'vitest';
import type { Figures } from '../../src/domain/figures.ts';
import type { VerdictContext } from '../../src/domain/verdict.ts';
import { DEFAULT_THRESHOLDS } from '../../src/domain/verdict.ts';
import { matchingReasons } from '../../src/domain/verdict-rules.ts';
import { aContext, aSignal, someFigures } from '../support/answers.ts';

type Case = [title: string, figures: Partial<Figures>, context: Partial<VerdictContext>, rules: string[]];

const ids = ['scope_creep', 'late_payment', 'off_hours'] as const;
const signalsNamedBy = (...voices: number[]) =>
  voices.map((count, i) => aSignal({ id: ids[i] ?? 'low_pay', voices: count }));
const complaints = (total: number, everyone: number, constantly: number): Figures['complaints'] => ({
  total,
  byConcerns: { one_person: 0, few_people: 0, everyone, not_said: total - everyone },
  byFrequency: { once: 0, sometimes: total - constantly, constantly },
});
const positives = (named: number, cannotName: number): Figures['positives'] => ({
  answered: named + cannotName,
  named,
  cannotName,
  warmth: null,
});
const severe = { pressure: 60, signals: signalsNamedBy(3, 3, 3), complaints: complaints(4, 0, 3) };
const heavy = (id: 'team_harm' | 'non_payment' | 'late_payment') => [aSignal({ id, unbearableAndConstant: 1 })];
const refused = { clientMeeting: { willingToMend: 'no' } } as const;

function expectRules([, figures, context, rules]: Case) {
  expect(matchingReasons(someFigures(figures), aContext(context)).map(({ rule }) => rule)).toEqual(rules);
}

describe('rule 1, a hard stop', () => {
  it.each<Case>([
    ['matches one report', { hardStops: [{ id: 'harassment', voices: 1, reports: 1 }] }, {}, ['hard_stop']],
    ['matches none reported', {}, {}, ['nothing_serious']],
    [
      'goes before too few voices',
      { voices: 1, hardStops: [{ id: 'illegal_or_unethical', voices: 1, reports: 1 }] },
      {},
      ['hard_stop', 'not_enough_voices', 'needs_repair'],
    ],
  ])('%s', (...row) => expectRules(row));
});

describe('rule 2, not enough voices', () => {
  it.each<Case>([
    ['matches 2 of 3', { voices: 2, invited: 3 }, {}, ['not_enough_voices']],
    ['passes 3 of 3', { voices: 3, invited: 3 }, {}, ['nothing_serious']],
    ['passes 3 of 6', { voices: 3, invited: 6 }, {}, ['nothing_serious']],
    ['matches 3 of 7', { voices: 3, invited: 7 }, {}, ['not_enough_voices']],
    ['passes 5 of 10', { voices: 5, invited: 10 }, {}, ['nothing_serious']],
    ['matches 4 of 9', { voices: 4, invited: 9 }, {}, ['not_enough_voices']],
    ['matches nobody of nobody', { voices: 0, invited: 0 }, {}, ['not_enough_voices']],
    [
      'goes before rules that match too',
      { voices: 4, ...severe },
      {},
      ['not_enough_voices', 'systemic_and_chronic', 'needs_repair'],
    ],
  ])('%s', (...row) => expectRules(row));
});

describe('rule 3, the breaking point', () => {
  it.each<Case>([
    ['matches when all cannot name one', { positives: positives(0, 9) }, {}, ['breaking_point']],
    ['passes when one names a positive', { positives: positives(1, 8) }, {}, ['nothing_serious']],
    ['passes when nobody answered the question', { positives: positives(0, 0) }, {}, ['nothing_serious']],
    ['matches when 5 of 9 cannot and the rest are silent', { positives: positives(0, 5) }, {}, ['breaking_point']],
    ['passes when 4 of 9 cannot and the rest are silent', { positives: positives(0, 4) }, {}, ['nothing_serious']],
    ['matches 3 of 6', { voices: 6, positives: positives(0, 3) }, {}, ['breaking_point']],
    ['passes 2 of 4', { voices: 4, invited: 4, positives: positives(0, 2) }, {}, ['nothing_serious']],
    [
      'is listed for 2 of 2 voices',
      { voices: 2, positives: positives(0, 2) },
      {},
      ['not_enough_voices', 'breaking_point'],
    ],
  ])('%s', (...row) => expectRules(row));
});

describe('rule 4, a client who will not mend', () => {
  it.each<Case>([
    ['matches from pressure 30', { pressure: 30 }, refused, ['client_will_not_mend', 'needs_repair']],
    ['passes under pressure 30', { pressure: 29.9 }, refused, ['nothing_serious']],
    [
      'passes a client who mends partly',
      { pressure: 90 },
      { clientMeeting: { willingToMend: 'partly' } },
      ['needs_repair'],
    ],
    ['passes a client who mends', { pressure: 90 }, { clientMeeting: { willingToMend: 'yes' } }, ['needs_repair']],
    ['passes without a meeting', { pressure: 90 }, {}, ['needs_repair']],
  ])('%s', (...row) => expectRules(row));
});

describe('rule 5, systemic and chronic', () => {
  const match = ['systemic_and_chronic', 'needs_repair'];
  const pass = ['needs_repair'];
  const seldom = { ...severe, complaints: complaints(4, 0, 2) };
  it.each<Case>([
    ['matches from pressure 60', severe, {}, match],
    ['passes under pressure 60', { ...severe, pressure: 59.9 }, {}, pass],
    ['passes two signals named by a third', { ...severe, signals: signalsNamedBy(9, 9) }, {}, pass],
    ['passes a third signal named by less than a third', { ...severe, signals: signalsNamedBy(3, 3, 2) }, {}, pass],
    [
      'counts a hard stop as a signal',
      {
        ...severe,
        signals: signalsNamedBy(3, 3),
        hardStops: [{ id: 'harassment', voices: 3, reports: 3 }],
      },
      {},
      ['hard_stop', ...match],
    ],
    [
      'matches when most complaints concern everyone',
      { ...severe, signals: [], complaints: complaints(5, 3, 3) },
      {},
      match,
    ],
    [
      'passes when half of them concern everyone',
      { ...severe, signals: [], complaints: complaints(4, 2, 3) },
      {},
      pass,
    ],
    ['passes when half of them are constant', seldom, {}, pass],
    ['matches after a review with pressure 30', seldom, { previousPressure: 30 }, match],
    ['passes after a review with pressure 29.9', seldom, { previousPressure: 29.9 }, pass],
    ['matches 3 low pulses of the last 4', seldom, { recentPulseHealth: [49, 80, 49, 49] }, match],
    ['passes pulses of exactly 50', seldom, { recentPulseHealth: [50, 49, 50, 49] }, pass],
    ['passes a low pulse before the last 4', seldom, { recentPulseHealth: [10, 80, 10, 80, 10] }, pass],
    ['matches 3 low pulses where there are only 3', seldom, { recentPulseHealth: [10, 10, 10] }, match],
  ])('%s', (...row) => expectRules(row));
});

describe('rule 6, repair', () => {
  it.each<Case>([
    ['matches from pressure 30', { pressure: 30 }, {}, ['needs_repair']],
    ['passes under pressure 30', { pressure: 29.9 }, {}, ['nothing_serious']],
    ['matches a signal named by 5 of 9', { signals: signalsNamedBy(5) }, {}, ['needs_repair']],
    ['passes a signal named by 4 of 9', { signals: signalsNamedBy(4) }, {}, ['nothing_serious']],
    ['passes a signal named by 4 of 8', { voices: 8, signals: signalsNamedBy(4) }, {}, ['nothing_serious']],
    ['matches an unbearable and constant signal of weight 4', { signals: heavy('team_harm') }, {}, ['needs_repair']],
    ['matches an unbearable and constant signal of weight 5', { signals: heavy('non_payment') }, {}, ['needs_repair']],
    [
      'passes an unbearable and constant signal of weight 3',
      { signals: heavy('late_payment') },
      {},
      ['nothing_serious'],
    ],
    ['passes a milder signal of weight 5', { signals: [aSignal({ id: 'non_payment' })] }, {}, ['nothing_serious']],
  ])('%s', (...row) => expectRules(row));

  it('gives every cause with its figures', () => {
    const signals = [aSignal({ id: 'team_harm', voices: 6, unbearableAndConstant: 2 })];
    expect(matchingReasons(someFigures({ pressure: 41.2, signals }), aContext())).toEqual([
      {
        rule: 'needs_repair',
        causes: [
          { cause: 'pressure', pressure: 41.2, threshold: 30 },
          { cause: 'shared_signal', signals: [{ id: 'team_harm', voices: 6 }] },
          { cause: 'heavy_signal', signals: [{ id: 'team_harm', voices: 2 }] },
        ],
      },
    ]);
  });
});

describe('all rules', () => {
  it('are listed in order where all of them match', () => {
    expectRules([
      '',
      { ...severe, voices: 4, hardStops: [{ id: 'harassment', voices: 1, reports: 1 }], positives: positives(0, 4) },
      refused,
      [
        'hard_stop',
        'not_enough_voices',
        'breaking_point',
        'client_will_not_mend',
        'systemic_and_chronic',
        'needs_repair',
      ],
    ]);
  });

  it('give the figures of systemic and chronic trouble', () => {
    const context = aContext({ previousPressure: 12, recentPulseHealth: [80, 40, 60, 45, 30] });
    expect(matchingReasons(someFigures(severe), context)[0]).toEqual({
      rule: 'systemic_and_chronic',
      pressure: 60,
      threshold: 60,
      systemic: {
        signals: ids.map((id) => ({ id, voices: 3 })),
        neededSignals: 3,
        isBySignals: true,
        everyone: 0,
        complaints: 4,
        isByEveryone: false,
      },
      chronic: {
        constantly: 3,
        complaints: 4,
        isByFrequency: true,
        previousPressure: 12,
        neededPressure: 30,
        isByPreviousReview: false,
        lowPulses: 3,
        pulses: 4,
        neededLowPulses: 3,
        isByPulses: true,
      },
    });
  });

  it('follow the thresholds of the workspace', () => {
    const thresholds = { ...DEFAULT_THRESHOLDS, partPressure: 70, repairPressure: 61 };
    expectRules(['', severe, { thresholds }, ['nothing_serious']]);
  });
});
