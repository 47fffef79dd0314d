import { planClosing } from '../domain/closing.ts';
import { purposeOf } from '../domain/post.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';
import type { OpenReviewFacts } from './open-review-facts.ts';

/**
 * Carries out the closing of a review inside the transaction that moves it: verdict and statements are kept, the working answers
 * and the secret behind a private review's keys are destroyed, the summary is owed to the thread.
 */
export async function closeReview({
  deps,
  stores,
  facts,
  now,
}: {
  deps: Deps;
  stores: Stores;
  facts: OpenReviewFacts;
  now: Date;
}): Promise<void> {
  const { review } = facts;
  const subject = { reviewId: review.id, clientId: review.clientId };
  const closing = planClosing(facts, deps.randomInt);
  await stores.records.saveVerdict(subject, {
    version: 1,
    figures: closing.figures,
    verdict: closing.verdict,
    context: facts.context,
    createdAt: now,
  });
  await stores.records.saveStatements(subject, closing.statements);
  await stores.participants.saveTookPart(review.id, closing.tookPart);
  await stores.answers.deleteAll(review.id);
  await stores.replies.deleteAll(review.id);
  await stores.secrets.destroy(review.id);

  const inThread = { reviewId: review.id, channelId: review.channelId, parentPurpose: purposeOf.card(review.id) };
  const withheld = Math.max(...Object.values(closing.withheld));
  if (closing.fresh.length > 0 || withheld > 0) {
    await stores.outbox.put({
      ...inThread,
      purpose: purposeOf.lateReveal(review.id),
      message: { kind: 'late_reveal', said: closing.fresh, withheld },
    });
  }
  await stores.outbox.put({
    ...inThread,
    purpose: purposeOf.summary(review.id, 1),
    message: { kind: 'summary', summary: closing.summary },
  });
  await stores.audit.add({
    actorId: null,
    action: 'review_closed',
    subject: review.id,
    details: { stance: closing.verdict.stance, mode: closing.verdict.mode },
    at: now,
  });
}
