import { purposeOf } from '../domain/post.ts';
import { currentPhase, isOpen } from '../domain/review.ts';
import { findPaused } from './find-paused.ts';
import type { RemindDeps } from './remind-participants.ts';
import { findWhoAnswered } from './who-answered.ts';

/**
 * Owes the second reminder to those who put off the first until now and have still not answered, in one transaction that holds the
 * review; their wish is then met, and asking again owes nothing. Who is paused is left for later. Gives how many are seen to.
 */
export async function remindSnoozed(
  deps: RemindDeps,
  { workspaceId, reviewId }: { workspaceId: string; reviewId: string },
): Promise<number> {
  const { participants, ...outside } = deps.storage.forWorkspace(workspaceId);
  const asked = await participants.listSnoozed(reviewId, deps.clock());
  // Before the review is held: it may ask Slack for a time zone.
  const paused = await findPaused(deps, { workspaceId, userIds: asked.map(({ userId }) => userId) });
  return outside.transaction(async (stores) => {
    const review = await stores.reviews.lock(reviewId);
    const phase = review && currentPhase(review.state);
    if (!review || !phase || !isOpen(review.state)) return 0;
    const now = deps.clock();
    const due = (await stores.participants.listSnoozed(reviewId, now)).filter(({ userId }) => !paused.has(userId));
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
