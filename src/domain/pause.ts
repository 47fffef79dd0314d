import type { ChannelRefusal } from './post.ts';
import type { Review } from './review-record.ts';

/** The moments of a review that wait while it is paused. */
export type Timers = Pick<Review, 'phaseStartedAt' | 'phaseEndsAt' | 'deadline' | 'remindFromAt'>;

/** Whether a refused channel stops a review: every reason that lasts. `unknown` may be gone with the next question. */
export function isPauseReason(reason: ChannelRefusal): boolean {
  return reason !== 'unknown';
}

/**
 * The timers of a review that goes on at `now` after it stood still since `pausedAt`: every moment is later by the length of the
 * pause, so that each step has as much time left as when the pause began. What is null stays null; a pause never lasts less than
 * nothing, whatever the clocks of two copies of the app say.
 */
export function planResume(timers: Timers, pausedAt: Date, now: Date): Timers {
  const pausedMs = Math.max(0, now.getTime() - pausedAt.getTime());
  const later = (at: Date | null) => at && new Date(at.getTime() + pausedMs);
  return {
    phaseStartedAt: later(timers.phaseStartedAt),
    phaseEndsAt: later(timers.phaseEndsAt),
    deadline: later(timers.deadline),
    remindFromAt: later(timers.remindFromAt),
  };
}

export type MoveRefusal = 'review_not_found' | 'review_closed' | 'not_facilitator' | 'same_channel';

/** Somebody who wants to move a review to another channel, and where to. */
export type Mover = { readonly userId: string; readonly isManager: boolean; readonly channelId: string };

/**
 * Why a review does not move to another channel; null when it may. Its facilitator moves it at any time before it closes; while it is
 * paused every manager does, since a facilitator who is away must not keep it still for ever.
 */
export function moveRefusal(
  review: Pick<Review, 'channelId' | 'facilitatorId' | 'pausedReason'> & { readonly isOpen: boolean },
  { userId, isManager, channelId }: Mover,
): MoveRefusal | null {
  if (!review.isOpen) return 'review_closed';
  const isAllowed = userId === review.facilitatorId || (isManager && review.pausedReason !== null);
  if (!isAllowed) return 'not_facilitator';
  return channelId === review.channelId ? 'same_channel' : null;
}
