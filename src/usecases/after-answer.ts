import { isWaitedFor } from '../domain/absence.ts';
import type { Phase } from '../domain/answer.ts';
import { currentPhase } from '../domain/review.ts';
import type { Deps } from './deps.ts';
import { endCompleteSteps } from './end-complete-steps.ts';

export type AnswerGiven = { readonly workspaceId: string; readonly reviewId: string; readonly phase: Phase };

/**
 * After an answer is safe: the step ends if everybody it waits for has answered it, and with it those after it that everybody answered
 * ahead. True when the review moved on (the card is then owed already). If the app dies before or while this runs, the clock does the
 * same.
 */
export async function afterAnswer(deps: Deps, { workspaceId, reviewId, phase }: AnswerGiven): Promise<boolean> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const review = await stores.reviews.find(reviewId);
  if (!review || currentPhase(review.state) !== phase) return false;
  const { length: waitedFor } = (await stores.participants.list(reviewId)).filter(isWaitedFor);
  // Of a private review only the count is known here; the move itself looks at who it was, under the review's lock.
  if (waitedFor === 0 || (await stores.answers.countByPhase(reviewId, phase)) < waitedFor) return false;
  return (await endCompleteSteps(deps, { workspaceId, reviewId })).length > 0;
}
