import { type MoveRefusal, moveRefusal } from '../domain/pause.ts';
import { isOpen } from '../domain/review.ts';
import type { Review } from '../domain/review-record.ts';
import type { Deps } from './deps.ts';
import { endPause } from './end-pause.ts';
import { oweThread } from './owe-thread.ts';

export type MoveReview = {
  readonly workspaceId: string;
  readonly reviewId: string;
  readonly userId: string;
  readonly isManager: boolean;
  /** Where to. The caller has asked the guard, and made sure that everybody the review waits for is a member. */
  readonly channelId: string;
};

export type MoveResult =
  | { readonly ok: true; readonly review: Review; readonly fromChannelId: string }
  | { readonly ok: false; readonly reason: MoveRefusal };

/**
 * Moves an open review to another channel, in one transaction: a pause ends there, the thread is said anew in the new channel, and what
 * was said in the old one is owed to be deleted. What people typed themselves stays where they wrote it.
 */
export async function moveReview(deps: Deps, { workspaceId, reviewId, ...mover }: MoveReview): Promise<MoveResult> {
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores): Promise<MoveResult> => {
    const review = await stores.reviews.lock(reviewId);
    if (!review || review.isRehearsal) return { ok: false, reason: 'review_not_found' };
    const reason = moveRefusal({ ...review, isOpen: isOpen(review.state) }, mover);
    if (reason !== null) return { ok: false, reason };

    const now = deps.clock();
    const { channelId } = mover;
    const left = { reviewId, channelId: review.channelId, movedAt: now };
    await stores.movedPosts.takeBack(left);
    await stores.pauses.moveTo(reviewId, channelId);
    const going = await endPause(stores, { review, now, ended: { movedTo: channelId } });
    const moved: Review = { ...going, channelId };
    // The old thread is not this review's any more: what people typed there is said anew with the other answers.
    await stores.replies.deleteAll(reviewId);
    await oweThread({ deps, stores, review: moved, fromChannelId: left.channelId, now });
    // After what is said anew: these messages keep their rows, and with them the revisions that a delivery under way may note.
    await stores.movedPosts.dropOwed(left);
    await stores.movedPosts.renewInvitations(reviewId);
    await stores.audit.add({
      actorId: mover.userId,
      action: 'review_moved',
      subject: reviewId,
      details: { from: left.channelId, to: channelId, wasPaused: review.pausedReason !== null },
      at: now,
    });
    return { ok: true, review: moved, fromChannelId: left.channelId };
  });
}
