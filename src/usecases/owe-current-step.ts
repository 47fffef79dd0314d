import { purposeOf } from '../domain/post.ts';
import { currentPhase } from '../domain/review.ts';
import type { Review } from '../domain/review-record.ts';
import type { Stores } from '../storage/storage.ts';

/**
 * Owes the message of the thread that asks for the current step once more, with the time it has now: the question, or the call for more
 * voices. Nothing for a review that is over.
 */
export async function oweCurrentStep(stores: Stores, review: Review): Promise<void> {
  const phase = currentPhase(review.state);
  if (phase === null) return;
  const inThread = { reviewId: review.id, channelId: review.channelId, parentPurpose: purposeOf.card(review.id) };
  if (review.state !== 'short_of_voices') {
    await stores.outbox.put({
      ...inThread,
      purpose: purposeOf.prompt(review.id, phase),
      message: { kind: 'prompt', phase },
    });
    return;
  }
  // It was asked by the transition that led to this version.
  const purpose = purposeOf.shortOfVoices(review.id, review.version - 1);
  const asked = await stores.outbox.find(purpose);
  if (asked?.message?.kind !== 'short_of_voices') return;
  const until = review.phaseEndsAt?.toISOString() ?? asked.message.until;
  await stores.outbox.put({ ...inThread, purpose, message: { ...asked.message, until } });
}
