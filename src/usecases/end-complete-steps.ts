import { PHASES } from '../domain/answer.ts';
import type { ReviewState } from '../domain/review.ts';
import { advanceReview } from './advance-review.ts';
import type { Deps } from './deps.ts';

/**
 * Ends the current step if everybody has answered it, then the next one if everybody answered that ahead, and so on to the end of
 * the review. Each step is a move of its own; gives the states it came to, none when somebody is still to answer.
 */
export async function endCompleteSteps(
  deps: Deps,
  { workspaceId, reviewId }: { workspaceId: string; reviewId: string },
): Promise<ReviewState[]> {
  const states: ReviewState[] = [];
  while (states.length < PHASES.length) {
    const moved = await advanceReview(deps, { workspaceId, reviewId, event: 'everyone_answered', actorId: null });
    if (!moved.ok) break;
    states.push(moved.state);
  }
  return states;
}
