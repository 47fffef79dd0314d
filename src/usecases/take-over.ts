import { purposeOf } from '../domain/post.ts';
import { isOpen } from '../domain/review.ts';
import type { Facilitating } from './as-facilitator.ts';
import type { Deps } from './deps.ts';
import { cardPostOf } from './refresh-card.ts';

export type TakeOverResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: 'review_not_found' | 'review_closed' | 'not_manager' | 'facilitator_already';
    };

/**
 * A manager becomes the facilitator of a review, such as when the first one is away (product: people). That one is told once, by a
 * direct message. Asked again by the same person it changes nothing.
 */
export async function takeOver(
  deps: Deps,
  { workspaceId, reviewId, userId, isManager }: Facilitating & { readonly isManager: boolean },
): Promise<TakeOverResult> {
  if (!isManager) return { ok: false, reason: 'not_manager' };
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores): Promise<TakeOverResult> => {
    const review = await stores.reviews.lock(reviewId);
    if (!review || review.isRehearsal) return { ok: false, reason: 'review_not_found' };
    if (!isOpen(review.state)) return { ok: false, reason: 'review_closed' };
    if (review.facilitatorId === userId) return { ok: false, reason: 'facilitator_already' };
    const now = deps.clock();
    await stores.reviews.change(reviewId, { facilitatorId: userId });
    await stores.outbox.put({
      purpose: purposeOf.takenOver(reviewId, now),
      reviewId,
      channelId: review.facilitatorId,
      parentPurpose: null,
      message: { kind: 'taken_over', clientName: review.clientName, channelId: review.channelId, byId: userId },
    });
    await stores.outbox.put(cardPostOf(review));
    await stores.audit.add({
      actorId: userId,
      action: 'facilitator_changed',
      subject: reviewId,
      details: { from: review.facilitatorId, to: userId },
      at: now,
    });
    return { ok: true };
  });
}
