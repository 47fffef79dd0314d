import type { Phase } from '../domain/answer.ts';
import { currentPhase, REVIEW_STATES } from '../domain/review.ts';
import type { Deps } from './deps.ts';
import { endCompleteSteps } from './end-complete-steps.ts';

export type AnswerGiven = { readonly workspaceId: string; readonly reviewId: string; readonly phase: Phase };

/**
 * After an answer is safe: the step ends if everybody it waits for has answered it, and with it those after it that everybody answered
 * ahead. True when the review moved on (the card is then owed already). If the app dies before or while this runs, the clock does the
 * same.
 */
export async function afterAnswer(deps: Deps, given: AnswerGiven): Promise<boolean> {
  const [complete] = await findComplete(deps, [given]);
  return complete !== undefined && (await endCompleteSteps(deps, given)).length > 0;
}

/** The same for answers to several questions and reviews, read together; `onStays` hears of each review that did not move on. */
export async function afterAnswers(
  deps: Deps,
  given: readonly AnswerGiven[],
  onStays: (review: Pick<AnswerGiven, 'workspaceId' | 'reviewId'>) => void,
): Promise<void> {
  const complete = new Set(await findComplete(deps, given));
  for (const one of given) {
    const hasMoved = complete.has(one) && (await endCompleteSteps(deps, one)).length > 0;
    if (!hasMoved) onStays(one);
  }
}

/** Those whose question is being asked now and has been answered by as many people as the review waits for. */
async function findComplete(deps: Deps, given: readonly AnswerGiven[]): Promise<AnswerGiven[]> {
  const complete: AnswerGiven[] = [];
  for (const workspaceId of new Set(given.map((one) => one.workspaceId))) {
    const here = given.filter((one) => one.workspaceId === workspaceId);
    const asked = here.flatMap(({ reviewId, phase }) =>
      REVIEW_STATES.filter((state) => currentPhase(state) === phase).map((state) => ({ reviewId, phase, state })),
    );
    const progress = await deps.storage.forWorkspace(workspaceId).answers.findProgress(asked);
    // Of a private review only the count is known here; the move itself looks at who it was, under the review's lock.
    const done = progress.filter(({ waitedFor, answered }) => waitedFor > 0 && answered >= waitedFor);
    complete.push(...here.filter((one) => done.some((d) => d.reviewId === one.reviewId && d.phase === one.phase)));
  }
  return complete;
}
