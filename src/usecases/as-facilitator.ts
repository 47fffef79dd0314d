import { isOpen } from '../domain/review.ts';
import type { Review } from '../domain/review-record.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';

/** A review, and somebody who wants to do something with it. */
export type Facilitating = { readonly workspaceId: string; readonly reviewId: string; readonly userId: string };

export type FacilitationRefusal = 'review_not_found' | 'not_facilitator' | 'review_closed' | 'paused';
export type FacilitationRefused = { readonly ok: false; readonly reason: FacilitationRefusal };

type Work<T> = (at: { readonly stores: Stores; readonly review: Review; readonly now: Date }) => Promise<T>;

/**
 * Does what only the facilitator of an open review may do, in one transaction that holds the review (product: people): two who
 * press at once do it one after the other, and what the second finds done is not done again. A paused review stands still, but for what
 * may be done `whilePaused`.
 */
export async function asFacilitator<T>(
  deps: Deps,
  { workspaceId, reviewId, userId, whilePaused = false }: Facilitating & { readonly whilePaused?: boolean },
  work: Work<T>,
): Promise<T | FacilitationRefused> {
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores): Promise<T | FacilitationRefused> => {
    const review = await stores.reviews.lock(reviewId);
    if (!review) return { ok: false, reason: 'review_not_found' };
    if (review.facilitatorId !== userId) return { ok: false, reason: 'not_facilitator' };
    if (!isOpen(review.state)) return { ok: false, reason: 'review_closed' };
    if (review.pausedReason !== null && !whilePaused) return { ok: false, reason: 'paused' };
    return work({ stores, review, now: deps.clock() });
  });
}
