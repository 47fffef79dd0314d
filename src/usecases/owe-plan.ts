import { type PostMessage, purposeOf } from '../domain/post.ts';
import type { Review } from '../domain/review-record.ts';
import type { Stores } from '../storage/storage.ts';
import { cardPostOf } from './refresh-card.ts';

/** Owes what shows a plan once more: its card in the thread, the decision that says what comes next, and the review's card. */
export async function owePlan(
  { outbox, records }: Pick<Stores, 'outbox' | 'records'>,
  review: Pick<Review, 'id' | 'channelId'>,
): Promise<void> {
  const inThread = { reviewId: review.id, channelId: review.channelId, parentPurpose: purposeOf.card(review.id) };
  await outbox.put({ ...inThread, purpose: purposeOf.plan(review.id), message: { kind: 'plan' } });
  const decision = await records.findDecision(review.id);
  if (decision) await oweAgain({ outbox }, purposeOf.decision(review.id, decision.verdictVersion));
  await outbox.put(cardPostOf(review));
}

/** Owes a message anew as it is now; nothing where it was never owed or has been taken back. */
export async function oweAgain({ outbox }: Pick<Stores, 'outbox'>, purpose: string): Promise<void> {
  const post = await outbox.find(purpose);
  const message: PostMessage | null = post?.message ?? null;
  if (post && message && message.kind !== 'retracted') await outbox.put({ ...post, message });
}
