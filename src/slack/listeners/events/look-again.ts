import { pauseReview } from '../../../usecases/pause-review.ts';
import { resumeReview } from '../../../usecases/resume-review.ts';
import type { ListenerContext } from '../listener-context.ts';

/**
 * Asks anew who reads a channel, and pauses its open reviews or lets them go on accordingly. A channel without reviews is only forgotten;
 * one that Slack does not tell about now is looked at again by the clock.
 */
export async function lookAgain(
  ctx: Pick<ListenerContext, 'guard' | 'storage' | 'clock'>,
  { workspaceId, channelId }: { workspaceId: string; channelId: string },
): Promise<void> {
  ctx.guard.forget(channelId);
  const reviewIds = await ctx.storage.forWorkspace(workspaceId).pauses.listOpenIn(channelId);
  if (reviewIds.length === 0) return;
  const verdict = await ctx.guard.check(channelId);
  for (const reviewId of reviewIds) {
    const review = { workspaceId, reviewId, channelId };
    if (verdict.ok) await resumeReview(ctx, review);
    else await pauseReview(ctx, { ...review, reason: verdict.reason });
  }
}
