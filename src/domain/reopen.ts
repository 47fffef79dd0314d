import { PHASES, type Phase } from './answer.ts';
import { isOpen, type ReviewState } from './review.ts';

export type ReopenPlan =
  | { readonly ok: true; readonly state: Phase }
  | { readonly ok: false; readonly reason: 'review_closed' | 'not_earlier' };

/** The steps that have closed and can be opened again, in the order of the ritual; none once the review is over. */
export function earlierPhases(state: ReviewState): readonly Phase[] {
  if (!isOpen(state)) return [];
  return state === 'short_of_voices' ? PHASES : PHASES.slice(0, PHASES.indexOf(state as Phase));
}

/**
 * Whether the facilitator can open `phase` again (method 3): only a step that has closed. The review is then in that step as it was
 * the first time, and time, completeness or the facilitator lead on from there as usual.
 */
export function planReopen(state: ReviewState, phase: Phase): ReopenPlan {
  if (!isOpen(state)) return { ok: false, reason: 'review_closed' };
  return earlierPhases(state).includes(phase) ? { ok: true, state: phase } : { ok: false, reason: 'not_earlier' };
}
