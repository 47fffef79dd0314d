import { isOpen } from '../domain/review.ts';
import type { Deps } from './deps.ts';
import { endPause } from './end-pause.ts';
import { oweCurrentStep } from './owe-current-step.ts';
import { cardPostOf } from './refresh-card.ts';

export type ResumeReview = {
  readonly workspaceId: string;
  readonly reviewId: string;
  /** The channel that is ours again: a review that runs elsewhere by now is left alone. */
  readonly channelId: string;
};

/**
 * Lets a paused review go on in its channel, each step with the time it had left: what was held is said, card and question show their
 * new times, the facilitator's message says so. True when this call did it; asked again it changes nothing. A step that is complete or
 * due ends with the next tick.
 */
export async function resumeReview(
  deps: Pick<Deps, 'storage' | 'clock'>,
  { workspaceId, reviewId, channelId }: ResumeReview,
): Promise<boolean> {
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores) => {
    const review = await stores.reviews.lock(reviewId);
    if (!review || review.pausedAt === null || !isOpen(review.state) || review.channelId !== channelId) return false;
    const now = deps.clock();
    const resumed = await endPause(stores, { review, now, ended: 'resumed' });
    await stores.movedPosts.releaseHeld(reviewId);
    await stores.outbox.put(cardPostOf(resumed));
    await oweCurrentStep(stores, resumed);
    await stores.audit.add({
      actorId: null,
      action: 'review_resumed',
      subject: reviewId,
      details: { channelId, pausedSeconds: Math.round((now.getTime() - review.pausedAt.getTime()) / 1000) },
      at: now,
    });
    return true;
  });
}
