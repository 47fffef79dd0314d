import { purposeOf } from '../domain/post.ts';
import { isRehearsalOver } from '../domain/rehearsal/rehearsal.ts';
import type { Review } from '../domain/review-record.ts';
import type { NewPost } from '../storage/owe-posts.ts';
import type { Deps } from './deps.ts';

/** Owes the card of a review once more; what it says is read when it is delivered. Nothing for a review that is not there. */
export async function refreshCard(
  deps: Pick<Deps, 'storage'>,
  { workspaceId, reviewId }: { workspaceId: string; reviewId: string },
): Promise<void> {
  await deps.storage.forWorkspace(workspaceId).transaction(async (stores) => {
    // Held: a review that moves just now must not get its card in the channel it leaves. Its answers need not wait.
    const review = await stores.reviews.hold(reviewId);
    // A rehearsal that ended is being taken back: its card must not come again.
    if (review && !isRehearsalOver(review)) await stores.outbox.put(cardPostOf(review));
  });
}

/** The card as a post: what it says is read when it is delivered, so every put of it is one more revision. */
export function cardPostOf({ id, channelId }: Pick<Review, 'id' | 'channelId'>): NewPost {
  return { purpose: purposeOf.card(id), reviewId: id, channelId, parentPurpose: null, message: { kind: 'card' } };
}
