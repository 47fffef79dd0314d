import { isEveryoneDone } from '../domain/absence.ts';
import { PHASES, type Phase } from '../domain/answer.ts';
import { purposeOf } from '../domain/post.ts';
import { planAnswer } from '../domain/review.ts';
import type { Review } from '../domain/review-record.ts';
import type { NewPost } from '../storage/owe-posts.ts';
import type { Stores } from '../storage/storage.ts';
import type { OpenReviewFacts } from './open-review-facts.ts';

/**
 * Whether the current step was opened again when everybody had answered it already. It then ends at its time or when the
 * facilitator moves on: ending at once, or with the first answer that somebody changes, would undo what the facilitator did.
 */
export async function waitsForItsTime(stores: Stores, { id, version }: Review): Promise<boolean> {
  const post = await stores.outbox.find(purposeOf.reopened(id, version - 1));
  return post?.message?.kind === 'reopened' && post.message.wasComplete;
}

/** The message that a step is open again, owed by the move that `review` (as it was before) makes. */
export function reopenedPostOf(review: Review, phase: Phase, wasComplete: boolean): NewPost {
  return {
    purpose: purposeOf.reopened(review.id, review.version),
    reviewId: review.id,
    channelId: review.channelId,
    parentPurpose: purposeOf.card(review.id),
    message: { kind: 'reopened', phase, wasComplete },
  };
}

/**
 * A step that comes for the second time, after an earlier one was opened again, is said to be open again: its prompt stands further
 * up in the thread. Nothing where everybody has answered it, since it ends at once.
 */
export async function askAgain(
  stores: Stores,
  { review, respondents, participants }: OpenReviewFacts,
  phase: Phase,
): Promise<void> {
  if (isEveryoneDone(participants, respondents[phase])) return;
  if ((await stores.outbox.find(purposeOf.prompt(review.id, phase))) === null) return;
  await stores.outbox.put(reopenedPostOf(review, phase, false));
}

/** The questions that have been asked so far, also those of steps that will come again. */
export async function askedPhases(stores: Stores, review: Review): Promise<Phase[]> {
  const asked: Phase[] = [];
  // One after another: inside a transaction there is one connection.
  for (const phase of PHASES) if (await wasAsked(stores, review, phase)) asked.push(phase);
  return asked;
}

/** Whether a question can be answered now or was asked before the review went back to an earlier step. */
export async function wasAsked(stores: Stores, review: Review, phase: Phase): Promise<boolean> {
  if (planAnswer(review.state, phase).ok) return true;
  return (await stores.outbox.find(purposeOf.prompt(review.id, phase))) !== null;
}
