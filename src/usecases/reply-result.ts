import type { Review } from '../domain/review-record.ts';
import type { WordPhase } from '../domain/statement.ts';
import type { ReplyRefusal } from '../domain/typed-reply.ts';
import type { Stores } from '../storage/storage.ts';

/** A message in the thread of a review, as far as answers are concerned. */
export type ReplyMessage = {
  readonly workspaceId: string;
  readonly reviewId: string;
  readonly channelId: string;
  readonly messageTs: string;
  readonly userId: string;
  /** As a person reads it; empty where there are no words, such as a file alone. */
  readonly text: string;
};

export type ReplyResult =
  /** The answer was given or changed by this message. */
  | { readonly kind: 'done'; readonly phase: WordPhase; readonly review: Review }
  | {
      readonly kind: 'refused';
      readonly reason: ReplyRefusal;
      readonly review: Review;
      readonly userId: string;
      /** False when the person was told before. */
      readonly isNews: boolean;
    }
  /** Nothing to do and nothing to say: done before, paused, or none of our business. */
  | { readonly kind: 'ignored' }
  /** A message that never was an answer. */
  | { readonly kind: 'unknown' };

/**
 * Refuses a message and takes the right to say so: once for each person, reason and review, but for every message of a private
 * review, since each of them can be read by the channel.
 */
export async function refuseReply(
  stores: Stores,
  { review, userId, messageTs, reason }: { review: Review; userId: string; messageTs: string; reason: ReplyRefusal },
): Promise<ReplyResult> {
  const key = { reviewId: review.id, userId, reason, messageTs: reason === 'private' ? messageTs : '' };
  return { kind: 'refused', reason, review, userId, isNews: await stores.replies.claimNotice(key) };
}
