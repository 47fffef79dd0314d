import type { Figures } from '../figures.ts';
import type { SignalId } from '../signals.ts';
import type { Verdict } from '../verdict.ts';
import type { PlanAnswers, PlanQuestion } from './plan-questions.ts';
import type { SuggestionId } from './suggestions.ts';
import { SUGGESTION_IDS, SUGGESTIONS } from './suggestions.ts';

/** At most so many items are marked to be done first. */
export const MAX_FIRST_ITEMS = 3;

/** An item that the rules propose. People tick it, change it or leave it. */
export type SuggestedItem = {
  readonly id: SuggestionId;
  /** The reported signals that cause it, heaviest first; empty where only the manager's answers do. */
  readonly signals: readonly SignalId[];
  /** Why it is here besides the signals. */
  readonly because: readonly (PlanQuestion | 'concentrated')[];
  /** Sum of the loads of its signals (method 4), 0 and up. */
  readonly load: number;
  readonly isFirst: boolean;
};

export type SuggestFacts = {
  readonly figures: Pick<Figures, 'signals' | 'hardStops'>;
  readonly verdict: Pick<Verdict, 'suggestChangeOfContact'>;
  readonly answers: PlanAnswers;
  /** Suggestions that stand in open items of this client already: not suggested again. */
  readonly alreadyOpen?: readonly SuggestionId[];
};

/**
 * The items suggested for an action plan (method 6). In order: what a hard stop asks for; another person, where the complaints
 * concentrate on one or two (method 5: before anything else); then by the load of the signals; then what only the manager's answers
 * ask for; of equals, as in the catalogue. The first three are marked *first*; only one where it happened once.
 */
export function suggestItems({ figures, verdict, answers, alreadyOpen = [] }: SuggestFacts): SuggestedItem[] {
  const isConcentrated = verdict.suggestChangeOfContact !== null;
  const maxFirst = answers.frequency === 'once' ? 1 : MAX_FIRST_ITEMS;
  return SUGGESTION_IDS.filter((id) => !alreadyOpen.includes(id))
    .map((id) => ({
      id,
      ...reportedOf(id, figures),
      because: [
        ...(id === 'another_person' && isConcentrated ? (['concentrated'] as const) : []),
        ...questionsAskingFor(id, answers),
      ],
    }))
    .filter(({ signals, because }) => signals.length > 0 || because.length > 0)
    .sort((a, b) => rankOf(b, figures) - rankOf(a, figures) || b.load - a.load)
    .map((item, place) => ({ ...item, isFirst: place < maxFirst }));
}

function reportedOf(id: SuggestionId, { signals, hardStops }: SuggestFacts['figures']) {
  const named = signals.filter((signal) => SUGGESTIONS[id].signals.includes(signal.id));
  const stops = hardStops.filter((stop) => SUGGESTIONS[id].signals.includes(stop.id));
  const heaviest = [...named].sort((a, b) => b.load - a.load);
  return {
    signals: [...stops, ...heaviest].map((signal): SignalId => signal.id),
    load: named.reduce((sum, { load }) => sum + load, 0),
  };
}

/** The answers of the manager that ask for this item, whatever was reported. */
function questionsAskingFor(id: SuggestionId, { where, change, expectations }: PlanAnswers): PlanQuestion[] {
  const questions: PlanQuestion[] = [];
  if (id === 'another_person' && where === 'one_or_two') questions.push('where');
  if (id === 'another_person' && (change === 'team' || change === 'both')) questions.push('change');
  if (id === 'trial_terms' && (change === 'terms' || change === 'both')) questions.push('change');
  if (id === 'reset_expectations' && expectations === 'yes') questions.push('expectations');
  return questions;
}

function rankOf({ id, because, signals }: Omit<SuggestedItem, 'isFirst'>, { hardStops }: SuggestFacts['figures']) {
  if (hardStops.some((stop) => signals.includes(stop.id))) return 2;
  return id === 'another_person' && (because.includes('concentrated') || because.includes('where')) ? 1 : 0;
}
