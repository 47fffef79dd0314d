import type { Phase } from '../domain/answer.ts';
import { currentPhase } from '../domain/review.ts';
import type { Deps } from './deps.ts';
import { endCompleteSteps } from './end-complete-steps.ts';

export type AnswerGiven = { readonly workspaceId: string; readonly reviewId: string; readonly phase: Phase };

/**
 * After an answer is safe: the step ends if everybody has answered it, and with it those after it that everybody answered ahead.
 * True when the review moved on (the card is then owed already). If the app dies before or while this runs, the clock does the same.
 */
export async function afterAnswer(deps: Deps, { workspaceId, reviewId, phase }: AnswerGiven): Promise<boolean> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const review = await stores.reviews.find(reviewId);
  if (!review || currentPhase(review.state) !== phase) return false;
  const participants = await stores.participants.list(reviewId);
  if ((await stores.answers.countByPhase(reviewId, phase)) < participants.length) return false;
  return (await endCompleteSteps(deps, { workspaceId, reviewId })).length > 0;
}
