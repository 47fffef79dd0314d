import { purposeOf } from '../domain/post.ts';
import { currentPhase, isOpen } from '../domain/review.ts';
import type { Deps } from './deps.ts';
import { findWhoAnswered } from './who-answered.ts';

/**
 * Owes the second reminder to those who put off the first until now and have still not answered, in one transaction that holds the
 * review; their wish is then met, and asking again owes nothing. Gives how many are reminded.
 */
export async function remindSnoozed(
  deps: Deps,
  { workspaceId, reviewId }: { workspaceId: string; reviewId: string },
): Promise<number> {
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores) => {
    const review = await stores.reviews.lock(reviewId);
    const phase = review && currentPhase(review.state);
    if (!review || !phase || !isOpen(review.state)) return 0;
    const now = deps.clock();
    const due = await stores.participants.listSnoozed(reviewId, now);
    const who = await findWhoAnswered({ deps, stores, review, phase });
    const waiting = (who?.waiting ?? []).map(({ userId }) => userId);
    const hasTime = review.phaseEndsAt !== null && now < review.phaseEndsAt;
    for (const { userId, until } of due) {
      await stores.participants.setSnooze(reviewId, userId, null);
      if (!hasTime || !waiting.includes(userId)) continue;
      await stores.outbox.put({
        purpose: purposeOf.snoozed(reviewId, phase, { userId, until }),
        reviewId,
        channelId: userId,
        parentPurpose: null,
        message: { kind: 'reminder', userId, phase, isAgain: true },
      });
    }
    return due.length;
  });
}
