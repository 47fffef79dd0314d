import { purposeOf } from '../domain/post.ts';
import type { Review } from '../domain/review-record.ts';
import { isSameVerdict, type NewFacts, verdictAgain, whatChanged } from '../domain/verdict-again.ts';
import type { Stores } from '../storage/storage.ts';
import { readVerdictContext } from './read-verdict-context.ts';
import { cardPostOf } from './refresh-card.ts';

export type Renewal = {
  /** Held by the transaction. */
  readonly review: Review;
  readonly facts: NewFacts;
  /** A version that says the same as the one before is kept and posted as well. */
  readonly evenIfSame: boolean;
  readonly now: Date;
};

/**
 * Computes the verdict of a closed review again from what has become known since (method 6) and keeps it beside the versions before it,
 * posted to the thread with what changed. Where the recommendation changed, the review waits for a decision again; the decision of
 * before stands until then. Gives the new version; null where there is none.
 */
export async function renewVerdict(
  stores: Stores,
  { review, facts, evenIfSame, now }: Renewal,
): Promise<number | null> {
  const { id: reviewId, clientId, clientName, channelId } = review;
  const stored = await stores.records.findVerdict(reviewId);
  if (!stored) return null;
  const before = stored.context ?? (await readVerdictContext(stores, review, stored.createdAt));
  const { verdict, context } = verdictAgain({ figures: stored.figures, context: before }, facts);
  const difference = whatChanged(stored.verdict, verdict);
  if (isSameVerdict(difference) && !evenIfSame) return null;
  const version = stored.version + 1;
  const { figures } = stored;
  await stores.records.saveVerdict({ reviewId, clientId }, { version, figures, verdict, context, createdAt: now });
  if (difference.outcome !== null) await stores.reviews.waitForDecision(reviewId);
  await stores.outbox.put({
    ...{
      purpose: purposeOf.verdictAgain(reviewId, version),
      reviewId,
      channelId,
      parentPurpose: purposeOf.card(reviewId),
    },
    message: {
      ...{ kind: 'verdict_again', clientName, version, before: stored.verdict, verdict, figures },
      willing: facts.clientMeeting?.willingToMend ?? null,
    },
  });
  await sayVerdictAfresh(stores, reviewId, stored.version);
  await stores.outbox.put(cardPostOf(review));
  const { stance, mode } = verdict;
  const details = { version, stance, mode };
  await stores.audit.add({ actorId: null, action: 'verdict_renewed', subject: reviewId, details, at: now });
  return version;
}

/** The message of a version once more: its button to decide goes once there is a decision, or a newer version. */
export async function sayVerdictAfresh(stores: Stores, reviewId: string, version: number): Promise<void> {
  const purpose = version === 1 ? purposeOf.summary(reviewId, 1) : purposeOf.verdictAgain(reviewId, version);
  const post = await stores.outbox.find(purpose);
  if (post?.message) await stores.outbox.put({ ...post, message: post.message });
}
