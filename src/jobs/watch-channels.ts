import type { ChannelRefusal } from '../domain/post.ts';
import type { Logger } from '../ops/logging.ts';
import type { ReviewChannel } from '../storage/sweep.ts';
import type { Deps } from '../usecases/deps.ts';
import { pauseReview } from '../usecases/pause-review.ts';
import { resumeReview } from '../usecases/resume-review.ts';

export type ChannelWatchDeps = Pick<Deps, 'storage' | 'clock'> & {
  readonly logger: Logger;
  /** Why clients may not be discussed in a channel now; null when they may, `unknown` when nobody can say. */
  readonly findChannelRefusal: (channel: { workspaceId: string; channelId: string }) => Promise<ChannelRefusal | null>;
};

/** How often a review that goes on has its channel looked at when nothing is said in it and no event tells of a change. */
const LOOK_EVERY_MS = 10 * 60_000;
/** Slack answers about fifty such questions a minute in each workspace, and every post asks one too. */
const PAUSED_AT_ONCE = 20;
const OTHERS_AT_ONCE = 10;

/**
 * The channels of open reviews, looked at by the clock: those of paused reviews each time, so that a review goes on within a minute
 * of its channel being ours again; the others every ten minutes, a few at a time. When a channel was looked at is remembered by this
 * process alone: after a restart all are looked at once more, which harms nothing.
 */
export function createChannelWatch({ storage, clock, logger, findChannelRefusal }: ChannelWatchDeps) {
  const lookedAt = new Map<string, number>();
  const keyOf = ({ workspaceId, channelId }: ReviewChannel) => `${workspaceId} ${channelId}`;

  async function look(review: ReviewChannel): Promise<void> {
    const { workspaceId, reviewId, channelId } = review;
    const refusal = await findChannelRefusal(review);
    if (refusal === 'unknown') return;
    if (refusal !== null) await pauseReview({ storage, clock }, { workspaceId, reviewId, channelId, reason: refusal });
    else if (review.isPaused && (await resumeReview({ storage, clock }, review)))
      logger.info({ workspaceId, reviewId }, 'a paused review goes on');
  }

  return async (now: Date): Promise<void> => {
    const reviews = await storage.sweep.findReviewChannels();
    const last = (review: ReviewChannel) => lookedAt.get(keyOf(review)) ?? 0;
    const longestAgo = [...reviews].sort((a, b) => last(a) - last(b));
    const paused = longestAgo.filter(({ isPaused }) => isPaused);
    const due = longestAgo.filter((one) => !one.isPaused && now.getTime() - last(one) >= LOOK_EVERY_MS);
    const known = new Set(reviews.map(keyOf));
    for (const key of lookedAt.keys()) if (!known.has(key)) lookedAt.delete(key);
    for (const review of [...firstOfEach(paused, PAUSED_AT_ONCE), ...firstOfEach(due, OTHERS_AT_ONCE)]) {
      lookedAt.set(keyOf(review), now.getTime());
      await look(review).catch((err: unknown) =>
        logger.error({ err }, `could not look at the channel of review ${review.reviewId}; the next tick tries again`),
      );
    }
  };
}

/** The first so many of each workspace. */
function firstOfEach(reviews: readonly ReviewChannel[], limit: number): ReviewChannel[] {
  const taken = new Map<string, number>();
  return reviews.filter(({ workspaceId }) => {
    const count = taken.get(workspaceId) ?? 0;
    taken.set(workspaceId, count + 1);
    return count < limit;
  });
}
