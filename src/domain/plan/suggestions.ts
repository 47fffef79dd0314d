import type { SignalId } from '../signals.ts';

/** Whether an item changes the people who work together, or the terms they work on. */
export type SuggestionKind = 'people' | 'terms';

type Suggestion = { readonly kind: SuggestionKind; readonly signals: readonly SignalId[] };

const CATALOGUE = {
  protect_people: { kind: 'people', signals: ['harassment'] },
  refuse_in_writing: { kind: 'terms', signals: ['illegal_or_unethical'] },
  payment_plan: { kind: 'terms', signals: ['late_payment', 'non_payment'] },
  sign_first: { kind: 'terms', signals: ['no_contract'] },
  confirm_in_writing: { kind: 'terms', signals: ['broken_agreements'] },
  deliverables_list: { kind: 'terms', signals: ['scope_creep', 'unrealistic_expectations'] },
  price_or_hours: { kind: 'terms', signals: ['low_pay', 'price_pressure'] },
  contact_windows: { kind: 'terms', signals: ['off_hours', 'attention_drain'] },
  another_person: { kind: 'people', signals: ['team_harm'] },
  rules_of_conduct: { kind: 'people', signals: ['manipulation'] },
  reset_expectations: { kind: 'terms', signals: ['constant_dissatisfaction'] },
  communication_rhythm: { kind: 'terms', signals: ['poor_communication'] },
  trial_terms: { kind: 'terms', signals: ['disloyalty'] },
  public_statements: { kind: 'terms', signals: ['reputation_risk'] },
} as const satisfies Record<string, Suggestion>;

export type SuggestionId = keyof typeof CATALOGUE;

/**
 * What an action plan can suggest, and for which signals (method 6). Six signals have no item there; theirs are `protect_people`,
 * `refuse_in_writing`, `confirm_in_writing`, `rules_of_conduct`, `reset_expectations` and `public_statements`, so that no trouble
 * that was reported leaves a plan empty.
 */
export const SUGGESTIONS: Readonly<Record<SuggestionId, Suggestion>> = CATALOGUE;

/** Every suggestion, in catalogue order. */
export const SUGGESTION_IDS = Object.keys(CATALOGUE) as readonly SuggestionId[];
