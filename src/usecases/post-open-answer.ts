import type { Answer, Role } from '../domain/answer.ts';
import { hideInAnswer } from '../domain/hidden-words.ts';
import { purposeOf } from '../domain/post.ts';
import type { Review } from '../domain/review-record.ts';
import type { Stores } from '../storage/storage.ts';
import { reasonsOfHiding } from './hidden-reasons.ts';

export type OpenAnswer = {
  readonly review: Review;
  readonly userId: string;
  readonly role: Role;
  readonly answer: Answer;
  readonly isLate: boolean;
};

/** Owes what somebody said in an open review to the thread, without what the facilitator has hidden. */
export async function postOpenAnswer(
  stores: Stores,
  { review, userId, role, answer, isLate }: OpenAnswer,
): Promise<void> {
  // Votes are shown with the summary: a vote that others see before they vote is half theirs.
  if (answer.phase === 'vote') return;
  const shown = hideInAnswer(answer, await reasonsOfHiding(stores, review.id));
  await stores.outbox.put({
    purpose: purposeOf.answer(review.id, answer.phase, userId),
    reviewId: review.id,
    channelId: review.channelId,
    parentPurpose: purposeOf.card(review.id),
    message: { kind: 'answer', userId, role, isLate, ...shown },
  });
}
