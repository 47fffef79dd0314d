import { isPauseReason } from '../domain/pause.ts';
import { type ChannelRefusal, purposeOf } from '../domain/post.ts';
import { isOpen } from '../domain/review.ts';
import type { Deps } from '../usecases/deps.ts';
import { pauseReview } from '../usecases/pause-review.ts';
import { tellDigestRefused } from '../usecases/tell-digest-refused.ts';
import type { Post } from './outbox/post-store.ts';
import { isDirect } from './outbox/sent-part.ts';

/**
 * What follows when a channel refuses a message for a new reason (product: never in front of the client): an open review pauses, and
 * the facilitator is told so; of one that has closed the facilitator is told, once per reason, that the rest stays unsaid. Nothing for
 * a channel that the review has left. Of a digest the managers are told.
 */
export function createHeldNotice(deps: Deps & { readonly workspaceId: string }) {
  return async (post: Post, reason: ChannelRefusal): Promise<void> => {
    const { reviewId, channelId } = post;
    const { workspaceId } = deps;
    if (post.message?.kind === 'digest')
      return tellDigestRefused(deps, { workspaceId, week: post.message.week, channelId, reason });
    if (reviewId === null || isDirect(channelId)) return;
    const stores = deps.storage.forWorkspace(workspaceId);
    const review = await stores.reviews.find(reviewId);
    if (!review || review.channelId !== channelId) return;
    if (isOpen(review.state) && isPauseReason(reason)) {
      await pauseReview(deps, { workspaceId, reviewId, channelId, reason });
      return;
    }
    await stores.outbox.put({
      purpose: purposeOf.channelRefused(review.id, reason),
      reviewId: review.id,
      channelId: review.facilitatorId,
      parentPurpose: null,
      message: { kind: 'channel_refused', clientName: review.clientName, channelId: review.channelId, reason },
    });
  };
}
