import { type ChannelRefusal, purposeOf } from '../domain/post.ts';
import type { Deps } from '../usecases/deps.ts';
import type { Post } from './outbox/post-store.ts';
import { isDirect } from './outbox/sent-part.ts';

/**
 * Tells the facilitator, once per reason and in a direct message, that the channel of their review can no longer be talked in and
 * what to do (product: never in front of the client).
 */
export function createHeldNotice(deps: Deps & { readonly workspaceId: string }) {
  return async (post: Post, reason: ChannelRefusal): Promise<void> => {
    if (post.reviewId === null || isDirect(post.channelId)) return;
    const stores = deps.storage.forWorkspace(deps.workspaceId);
    const review = await stores.reviews.find(post.reviewId);
    if (!review) return;
    await stores.outbox.put({
      purpose: purposeOf.channelRefused(review.id, reason),
      reviewId: review.id,
      channelId: review.facilitatorId,
      parentPurpose: null,
      message: { kind: 'channel_refused', clientName: review.clientName, channelId: review.channelId, reason },
    });
  };
}
