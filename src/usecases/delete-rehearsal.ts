import { rehearsalStage } from '../domain/rehearsal/rehearsal.ts';
import type { Review } from '../domain/review-record.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';

/** Ends a rehearsal at once: nothing can be answered or decided any more, and what was said is gone. Its messages still stand. */
export async function endRehearsal(stores: Stores, { id }: Pick<Review, 'id'>, now: Date): Promise<void> {
  await stores.answers.deleteAll(id);
  await stores.secrets.destroy(id);
  await stores.reviews.moveTo(id, { state: 'cancelled', phaseEndsAt: null, now });
}

/** Owes that every message of a review is taken back from Slack; asking again owes nothing twice. True once all of them are. */
export async function retractPosts(stores: Stores, reviewId: string): Promise<boolean> {
  for (const post of await stores.outbox.listOf(reviewId))
    await stores.outbox.put({ ...post, message: { kind: 'retracted' } });
  const posts = await stores.outbox.listOf(reviewId);
  return posts.every(({ deliveredRevision, revision }) => deliveredRevision >= revision);
}

export type RehearsalRef = { readonly workspaceId: string; readonly reviewId: string };

/**
 * Deletes a rehearsal whose time is over, or that a newer one replaced, one stage at each call (product: rehearse first): it ends,
 * its messages are taken back, and once they are its rows are deleted. Nothing for a rehearsal that still runs, or a real review.
 */
export async function deleteRehearsal(
  deps: Deps,
  { workspaceId, reviewId }: RehearsalRef,
): Promise<'kept' | 'retracting' | 'deleted'> {
  const now = deps.clock();
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores) => {
    const review = await stores.reviews.lock(reviewId);
    if (!review?.isRehearsal) return 'kept';
    const stage = rehearsalStage(review, now);
    if (stage === 'running') return 'kept';
    if (stage === 'expired') await endRehearsal(stores, review, now);
    const isRetracted = await retractPosts(stores, reviewId);
    if (!isRetracted && stage !== 'given_up') return 'retracting';
    await stores.rehearsals.erase(reviewId);
    await stores.audit.add({ actorId: null, action: 'rehearsal_deleted', subject: reviewId, details: null, at: now });
    return 'deleted';
  });
}
