import type { Review } from '../review-record.ts';

const MINUTE_MS = 60_000;

/** Nobody waits for the others in a rehearsal: time enough to look at everything. */
export const REHEARSAL_PHASE_MINUTES = 30;

/** How long a rehearsal is kept (product: rehearse first). */
export const REHEARSAL_LASTS_MS = 24 * 60 * MINUTE_MS;

/** When a step of a rehearsal that begins `now` ends by itself. */
export function rehearsalPhaseEnd(now: Date): Date {
  return new Date(now.getTime() + REHEARSAL_PHASE_MINUTES * MINUTE_MS);
}

/** When a rehearsal is deleted, whatever became of it. */
export function rehearsalEnd({ startedAt }: Pick<Review, 'startedAt'>): Date {
  return new Date(startedAt.getTime() + REHEARSAL_LASTS_MS);
}

/** True for a rehearsal that ended and is being deleted. */
export function isRehearsalOver({ isRehearsal, state }: Pick<Review, 'isRehearsal' | 'state'>): boolean {
  return isRehearsal && state === 'cancelled';
}

/** True for a rehearsal that is over or somebody else's: it does not exist for this person, manager or not. */
export function isHiddenFrom(review: Pick<Review, 'isRehearsal' | 'facilitatorId' | 'state'>, userId: string): boolean {
  return review.isRehearsal && (review.facilitatorId !== userId || isRehearsalOver(review));
}

export type RehearsalStage = 'running' | 'expired' | 'discarded' | 'given_up';

/**
 * What is to be done with a rehearsal now. A cancelled one was discarded: its messages are being taken back, and once they are, or
 * after a day of trying, its rows go. An expired one is to be discarded.
 */
export function rehearsalStage(review: Pick<Review, 'startedAt' | 'closedAt' | 'state'>, now: Date): RehearsalStage {
  if (review.state !== 'cancelled') return rehearsalEnd(review) <= now ? 'expired' : 'running';
  const discardedAt = review.closedAt ?? review.startedAt;
  return now.getTime() - discardedAt.getTime() >= REHEARSAL_LASTS_MS ? 'given_up' : 'discarded';
}
