import { isPauseReason } from '../domain/pause.ts';
import { type ChannelRefusal, purposeOf } from '../domain/post.ts';
import { isOpen } from '../domain/review.ts';
import type { Deps } from './deps.ts';

export type PauseReview = {
  readonly workspaceId: string;
  readonly reviewId: string;
  /** The channel that was refused: a review that runs elsewhere by now is not paused for it. */
  readonly channelId: string;
  readonly reason: ChannelRefusal;
};

/**
 * Lets an open review stand still while its channel may not hear about clients (product: never in front of the client), and owes the
 * facilitator one direct message for this pause. True when it is paused now; asked again it changes nothing, but for the reason,
 * which the same message then gives. A rehearsal runs in a direct message and is never paused.
 */
export async function pauseReview(
  deps: Pick<Deps, 'storage' | 'clock'>,
  { workspaceId, reviewId, channelId, reason }: PauseReview,
): Promise<boolean> {
  if (!isPauseReason(reason)) return false;
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores) => {
    const review = await stores.reviews.lock(reviewId);
    if (!review || !isOpen(review.state) || review.isRehearsal || review.channelId !== channelId) return false;
    if (review.pausedReason === reason) return true;
    const now = deps.clock();
    const since = review.pausedAt ?? now;
    await stores.pauses.begin(reviewId, { reason, since });
    await stores.outbox.put({
      purpose: purposeOf.paused(reviewId, since),
      reviewId,
      channelId: review.facilitatorId,
      parentPurpose: null,
      message: { kind: 'paused', clientName: review.clientName, channelId, reason, ended: null },
    });
    await stores.audit.add({
      actorId: null,
      action: 'review_paused',
      subject: reviewId,
      details: { channelId, reason, state: review.state },
      at: now,
    });
    return true;
  });
}
