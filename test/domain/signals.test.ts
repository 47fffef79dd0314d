import { describe, expect, it } from 'vitest';
import { isHardStop, isWeighted, SIGNAL_GROUPS, SIGNAL_IDS, SIGNALS } from '../../src/domain/signals.ts';

describe('signal catalogue', () => {
  it('shows the groups in order with every signal once', () => {
    expect(SIGNAL_GROUPS).toEqual([
      { group: 'money', ids: ['non_payment', 'late_payment', 'low_pay', 'price_pressure'] },
      { group: 'agreements', ids: ['no_contract', 'broken_agreements', 'scope_creep'] },
      { group: 'expectations', ids: ['unrealistic_expectations', 'constant_dissatisfaction'] },
      { group: 'communication', ids: ['poor_communication', 'manipulation', 'disloyalty'] },
      { group: 'load', ids: ['attention_drain', 'off_hours'] },
      { group: 'impact', ids: ['team_harm', 'reputation_risk'] },
      { group: 'hard_stop', ids: ['harassment', 'illegal_or_unethical'] },
    ]);
    expect(SIGNAL_GROUPS.flatMap(({ ids }) => ids)).toEqual(SIGNAL_IDS);
  });

  it('weighs the signals as the method does', () => {
    const weights = SIGNAL_IDS.map((id) => SIGNALS[id]).map((signal) => (signal.hardStop ? null : signal.weight));
    expect(weights).toEqual([5, 3, 3, 2, 4, 4, 3, 3, 2, 2, 4, 2, 3, 3, 4, 3, null, null]);
  });

  it.each([
    ['harassment', true, false],
    ['illegal_or_unethical', true, false],
    ['non_payment', false, true],
    ['other', false, false],
  ] as const)('tells what %s is', (choice, hardStop, weighted) => {
    expect(isHardStop(choice)).toBe(hardStop);
    expect(isWeighted(choice)).toBe(weighted);
  });
});
