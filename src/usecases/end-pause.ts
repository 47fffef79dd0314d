import { planResume } from '../domain/pause.ts';
import { type PostMessage, purposeOf } from '../domain/post.ts';
import type { Review } from '../domain/review-record.ts';
import type { Stores } from '../storage/storage.ts';

type EndPause = {
  readonly review: Review;
  readonly now: Date;
  readonly ended: NonNullable<Extract<PostMessage, { kind: 'paused' }>['ended']>;
};

/**
 * Ends the pause of a locked review: its timers are later by the length of the pause, and the message about the pause says that the
 * review goes on. Gives the review as it is then; one that is not paused as it was.
 */
export async function endPause(stores: Stores, { review, now, ended }: EndPause): Promise<Review> {
  const { pausedAt, pausedReason } = review;
  if (pausedAt === null || pausedReason === null) return review;
  const timers = planResume(review, pausedAt, now);
  await stores.pauses.end(review.id, timers);
  const purpose = purposeOf.paused(review.id, pausedAt);
  const told = await stores.outbox.find(purpose);
  if (told?.message?.kind === 'paused') await stores.outbox.put({ ...told, message: { ...told.message, ended } });
  return { ...review, ...timers, pausedAt: null, pausedReason: null };
}
