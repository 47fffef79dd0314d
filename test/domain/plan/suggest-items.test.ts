import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_PLAN_ANSWERS, type PlanAnswers } from '../../../src/domain/plan/plan-questions.ts';
import { type SuggestFacts, suggestItems } from '../../../src/domain/plan/suggest-items.ts';
import { SUGGESTION_IDS, SUGGESTIONS, type SuggestionId } from '../../../src/domain/plan/suggestions.ts';
import { HARD_STOP_IDS, SIGNAL_IDS, type SignalId, WEIGHTED_SIGNAL_IDS } from '../../../src/domain/signals.ts';
import { aSignal } from '../../support/follow-up.ts';

const concentrated = { suggestChangeOfContact: { onePerson: 4, fewPeople: 0, complaints: 5 } };

function suggested(facts: Partial<SuggestFacts> = {}, answers: Partial<PlanAnswers> = {}) {
  return suggestItems({
    figures: { signals: [], hardStops: [] },
    verdict: { suggestChangeOfContact: null },
    answers: { ...NO_PLAN_ANSWERS, ...answers },
    ...facts,
  });
}

describe('suggested items', () => {
  it.each<[SignalId, SuggestionId]>([
    ['late_payment', 'payment_plan'],
    ['non_payment', 'payment_plan'],
    ['scope_creep', 'deliverables_list'],
    ['unrealistic_expectations', 'deliverables_list'],
    ['low_pay', 'price_or_hours'],
    ['price_pressure', 'price_or_hours'],
    ['no_contract', 'sign_first'],
    ['off_hours', 'contact_windows'],
    ['attention_drain', 'contact_windows'],
    ['team_harm', 'another_person'],
    ['poor_communication', 'communication_rhythm'],
    ['disloyalty', 'trial_terms'],
    ['broken_agreements', 'confirm_in_writing'],
    ['constant_dissatisfaction', 'reset_expectations'],
    ['manipulation', 'rules_of_conduct'],
    ['reputation_risk', 'public_statements'],
  ])('answer %s with %s', (signal, id) => {
    const signals = WEIGHTED_SIGNAL_IDS.filter((one) => one === signal).map((one) => aSignal(one));
    expect(suggested({ figures: { signals, hardStops: [] } })).toMatchObject([{ id, signals: [signal] }]);
  });

  it('leave no signal of the catalogue without an item', () => {
    const answered = SUGGESTION_IDS.flatMap((id) => SUGGESTIONS[id].signals);
    expect(SIGNAL_IDS.filter((id) => !answered.includes(id))).toEqual([]);
  });

  it('join the signals of one item, heaviest first', () => {
    const signals = [aSignal('late_payment', { load: 0.1 }), aSignal('non_payment', { load: 0.4 })];
    const [item] = suggested({ figures: { signals, hardStops: [] } });
    expect(item).toMatchObject({ signals: ['non_payment', 'late_payment'], load: 0.5 });
  });

  it('come by load and put a hard stop before everything', () => {
    const signals = [aSignal('off_hours', { load: 0.3 }), aSignal('scope_creep', { load: 0.4 })];
    const hardStops = [{ id: 'harassment', voices: 1, reports: 1 }] as const;
    const items = suggested({ figures: { signals, hardStops }, verdict: concentrated });
    expect(items.map(({ id }) => id)).toEqual([
      'protect_people',
      'another_person',
      'deliverables_list',
      'contact_windows',
    ]);
    expect(items.map(({ isFirst }) => isFirst)).toEqual([true, true, true, false]);
  });

  it.each<[string, Partial<PlanAnswers>, SuggestionId[]]>([
    ['another person where it is one or two', { where: 'one_or_two' }, ['another_person']],
    ['another person where the team should change', { change: 'team' }, ['another_person']],
    ['new terms where the terms should change', { change: 'terms' }, ['trial_terms']],
    ['both where both should change', { change: 'both' }, ['another_person', 'trial_terms']],
    ['a talk about expectations where it would help', { expectations: 'yes' }, ['reset_expectations']],
    ['nothing where nothing was said', {}, []],
    ['nothing where nothing should change', { where: 'everywhere', change: 'neither', expectations: 'no' }, []],
  ])('add %s', (_, answers, ids) => {
    expect(suggested({}, answers).map(({ id }) => id)).toEqual(ids);
  });

  it('mark one as first where it happened once', () => {
    const signals = [aSignal('off_hours'), aSignal('scope_creep')];
    const items = suggested({ figures: { signals, hardStops: [] } }, { frequency: 'once' });
    expect(items.map(({ isFirst }) => isFirst)).toEqual([true, false]);
  });

  it('leave out what is open already', () => {
    const figures = { signals: [aSignal('off_hours')], hardStops: [] };
    expect(suggested({ figures, alreadyOpen: ['contact_windows'] })).toEqual([]);
  });

  it('are each there once, at most three first, in an order that the input does not change', () => {
    const anySignals = fc
      .uniqueArray(fc.constantFrom(...WEIGHTED_SIGNAL_IDS))
      .chain((ids) =>
        fc.tuple(
          ...ids.map((id) => fc.double({ min: 0.01, max: 1, noNaN: true }).map((load) => aSignal(id, { load }))),
        ),
      );
    const anyStops = fc.subarray([...HARD_STOP_IDS]).map((ids) => ids.map((id) => ({ id, voices: 1, reports: 1 })));
    fc.assert(
      fc.property(anySignals, anyStops, (signals, hardStops) => {
        const items = suggested({ figures: { signals, hardStops } });
        const ids = items.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(items.filter(({ isFirst }) => isFirst).length).toBe(Math.min(3, items.length));
        expect(items.flatMap((item) => item.signals).length).toBe(signals.length + hardStops.length);
        const again = suggested({ figures: { signals: [...signals].reverse(), hardStops } });
        expect(again.map(({ id }) => id)).toEqual(ids);
      }),
    );
  });
});
