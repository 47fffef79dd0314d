import type { Answer, Phase, Role } from '../domain/answer.ts';
import { hideInAnswer, type ReasonOf } from '../domain/hidden-words.ts';
import { purposeOf } from '../domain/post.ts';
import type { Review } from '../domain/review-record.ts';
import type { WordPhase } from '../domain/statement.ts';
import { isOnlyTyped } from '../domain/typed-reply.ts';
import type { NewPost } from '../storage/owe-posts.ts';
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
 * Owes the thread of an open review one person's answer, in place of what stood there, without what the facilitator has hidden. None
 * for a vote: one that others see before they vote is half theirs. None while all of it stands there in the author's own messages.
 */
export async function oweOpenAnswer(
  stores: Stores,
  { review, userId, role, answer, isLate }: OpenAnswer,
): Promise<void> {
  if (answer.phase === 'vote' || (await isInTheThread(stores, { review, userId, answer }))) return;
  const reasonOf = await reasonsOfHiding(stores, review.id);
  await stores.outbox.put(answerPost({ review, userId, role, answer, isLate }, reasonOf));
}

/** The same for many answers to one question, in their order, with a few statements however many there are. */
export async function oweOpenAnswers(
  stores: Stores,
  { review, phase, answers }: { review: Review; phase: WordPhase; answers: readonly Omit<OpenAnswer, 'review'>[] },
): Promise<void> {
  const reasonOf = await reasonsOfHiding(stores, review.id);
  const typists = new Set(await stores.replies.listAuthors(review.id, phase));
  const posts: NewPost[] = [];
  for (const one of answers) {
    const { userId, answer } = one;
    const isThere = typists.has(userId) && (await isInTheThread(stores, { review, userId, answer }));
    if (!isThere) posts.push(answerPost({ review, ...one }, reasonOf));
  }
  await stores.outbox.putMany(posts);
}

/** The message of an answer in the thread, with the words in it hidden for which there is a reason. None for a vote. */
function answerPost({ review, userId, role, answer, isLate }: OpenAnswer, reasonOf: ReasonOf): NewPost {
  return {
    ...placeOfAnswer(review, { userId, phase: answer.phase }),
    message: { kind: 'answer', userId, role, isLate, ...hideInAnswer(answer, reasonOf) },
  };
}

/** Where the message of an answer stands. */
export function placeOfAnswer(
  review: Pick<Review, 'id' | 'channelId'>,
  { userId, phase }: { readonly userId: string; readonly phase: Phase },
): Omit<NewPost, 'message'> {
  return {
    purpose: purposeOf.answer(review.id, phase, userId),
    reviewId: review.id,
    channelId: review.channelId,
    parentPurpose: purposeOf.card(review.id),
  };
}

/** Whether all of an answer stands in the thread in the author's own messages, and no post of ours says something else. */
async function isInTheThread(
  stores: Stores,
  { review, userId, answer }: Pick<OpenAnswer, 'review' | 'userId' | 'answer'>,
): Promise<boolean> {
  if (answer.phase === 'vote') return false;
  if (!isOnlyTyped(answer, await stores.replies.listTexts(review.id, userId, answer.phase))) return false;
  const post = await stores.outbox.find(purposeOf.answer(review.id, answer.phase, userId));
  return post?.message?.kind !== 'answer';
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
  if (review.mode === 'private' || phase === 'vote') return;
  const roles = new Map(participants.map(({ userId, role }) => [userId, role]));
  const ahead = answers
    .filter((one) => one.phase === phase)
    .flatMap(({ personKey: userId, answer, isLate }) => {
      const role = roles.get(userId);
      return role === undefined ? [] : [{ userId, role, answer, isLate }];
    });
  await oweOpenAnswers(stores, { review, phase, answers: ahead });
}
