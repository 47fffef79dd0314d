import { purposeOf } from '../domain/post.ts';
import type { Deps } from './deps.ts';

/** Owes the card of a review once more; what it says is read when it is delivered. Nothing for a review that is not there. */
export async function refreshCard(
  deps: Pick<Deps, 'storage'>,
  { workspaceId, reviewId }: { workspaceId: string; reviewId: string },
): Promise<void> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const review = await stores.reviews.find(reviewId);
  if (!review) return;
  await stores.outbox.put({
    purpose: purposeOf.card(reviewId),
    reviewId,
    channelId: review.channelId,
    parentPurpose: null,
    message: { kind: 'card' },
  });
}
