import { purposeOf } from '../domain/post.ts';
import { transition } from '../domain/review.ts';
import type { Review } from '../domain/review-record.ts';
import type { Stores } from '../storage/storage.ts';
import { asFacilitator, type Facilitating, type FacilitationRefused } from './as-facilitator.ts';
import type { Deps } from './deps.ts';
import { cardPostOf } from './refresh-card.ts';

export type CancelResult = { readonly ok: true } | FacilitationRefused;

/** Posts that carry what people said. */
const WITH_WORDS = /^(answer|reveal|late):/;

/**
 * Cancels a review: what was said is deleted, here and in Slack as far as it is ours, no verdict, no statement and no figure is kept,
 * and the client is free for the next review. The thread and the card say who did it. A second time is refused: it is over.
 */
export async function cancelReview(deps: Deps, request: Facilitating): Promise<CancelResult> {
  const { userId } = request;
  return asFacilitator(
    deps,
    { ...request, whilePaused: true },
    async ({ stores, review, now }): Promise<CancelResult> => {
      const moved = transition(review.state, 'cancel', false);
      if (!moved.ok) return { ok: false, reason: 'review_closed' };
      await stores.reviews.moveTo(review.id, { state: moved.state, phaseEndsAt: null, now });
      await stores.reviews.change(review.id, { cancelledById: userId });
      await discard(stores, review);
      await stores.outbox.put({
        purpose: purposeOf.cancelled(review.id),
        reviewId: review.id,
        channelId: review.channelId,
        parentPurpose: purposeOf.card(review.id),
        message: { kind: 'cancelled', byId: userId },
      });
      await stores.outbox.put(cardPostOf(review));
      await stores.audit.add({
        actorId: userId,
        action: 'review_cancelled',
        subject: review.id,
        details: { from: review.state },
        at: now,
      });
      return { ok: true };
    },
  );
}

/** Answers, the secret behind their keys, what was hidden, and the messages in the thread that show any of it. */
async function discard(stores: Stores, { id, channelId }: Review): Promise<void> {
  await stores.answers.deleteAll(id);
  await stores.secrets.destroy(id);
  await stores.hiddenWords.deleteAll(id);
  await stores.replies.deleteAll(id);
  const purposes = (await stores.outbox.listOf(id)).map(({ purpose }) => purpose);
  for (const purpose of purposes.filter((one) => WITH_WORDS.test(one)))
    await stores.outbox.put({
      purpose,
      reviewId: id,
      channelId,
      parentPurpose: purposeOf.card(id),
      message: { kind: 'retracted' },
    });
}
