import type { Answer, Phase, Role } from '../domain/answer.ts';
import { hideInAnswer } from '../domain/hidden-words.ts';
import { purposeOf } from '../domain/post.ts';
import type { Review } from '../domain/review-record.ts';
import type { Stores } from '../storage/storage.ts';
import { reasonsOfHiding } from './hidden-reasons.ts';
import type { OpenReviewFacts } from './open-review-facts.ts';

export type OpenAnswer = {
  readonly review: Review;
  readonly userId: string;
  readonly role: Role;
  readonly answer: Answer;
  readonly isLate: boolean;
};

/**
 * Owes the thread of an open review one person's answer, in place of what stood there, without what the facilitator has hidden. Nothing
 * for a vote.
 */
export async function oweOpenAnswer(
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

/**
 * When a step of an open review begins: what people said to it ahead is owed to the thread. Asked again, for a step that is opened
 * once more, it owes nothing twice. A private review shows these words when the step ends, as all others.
 */
export async function oweAnswersAhead(
  stores: Stores,
  { review, participants, answers }: Pick<OpenReviewFacts, 'review' | 'participants' | 'answers'>,
  phase: Phase,
): Promise<void> {
  if (review.mode === 'private') return;
  const roles = new Map(participants.map(({ userId, role }) => [userId, role]));
  for (const { personKey: userId, answer, isLate } of answers.filter((one) => one.phase === phase)) {
    const role = roles.get(userId);
    if (role !== undefined) await oweOpenAnswer(stores, { review, userId, role, answer, isLate });
  }
}
