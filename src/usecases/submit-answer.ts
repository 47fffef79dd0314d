import type { Answer, Phase, Role } from '../domain/answer.ts';
import { purposeOf } from '../domain/post.ts';
import { planAnswer, REVIEW_STATES, type ReviewState } from '../domain/review.ts';
import type { Review } from '../domain/review-record.ts';
import { isOnlyTyped } from '../domain/typed-reply.ts';
import type { Stores } from '../storage/storage.ts';
import { auditAnswer } from './audit-answer.ts';
import type { Deps } from './deps.ts';
import { personKeysOf } from './person-keys.ts';

export type AnswerRefusal = 'review_not_found' | 'not_invited' | 'not_open_yet' | 'review_closed';

export type SubmitAnswer = {
  readonly workspaceId: string;
  readonly reviewId: string;
  readonly userId: string;
  readonly answer: Answer;
};

export type SubmitResult =
  | { readonly ok: true; readonly isLate: boolean; readonly review: Review }
  | { readonly ok: false; readonly reason: AnswerRefusal; readonly review: Review | null };

/**
 * Commits what a person said, in place of what they said before to the same question (method 3). Once this resolves with ok, the
 * words are safe. In an open review the post in the thread is owed in the same transaction; a private answer leaves neither a post
 * nor a job.
 */
export async function submitAnswer(
  deps: Deps,
  { workspaceId, reviewId, userId, answer }: SubmitAnswer,
): Promise<SubmitResult> {
  const workspace = deps.storage.forWorkspace(workspaceId);
  const review = await workspace.reviews.find(reviewId);
  if (!review) return { ok: false, reason: 'review_not_found', review: null };
  const plan = planAnswer(review.state, answer.phase);
  if (!plan.ok) return { ok: false, reason: plan.reason, review };
  const keys = await personKeysOf(workspace, deps.vault, review);
  if (keys === null) return { ok: false, reason: 'review_closed', review };
  const toSave = { reviewId, userId, personKey: keys(userId, answer.phase), answer, ...acceptingStates(answer.phase) };

  const trace = { review, userId, phase: answer.phase, action: 'answer_saved', now: deps.clock() } as const;

  // Private: one statement and nothing else, so that no other row can be put beside it by its transaction.
  const saved =
    review.mode === 'private'
      ? await workspace.answers.save(toSave)
      : await workspace.transaction(async (stores) => {
          const row = await stores.answers.save(toSave);
          if (!row) return null;
          await postOpenAnswer(stores, { review, userId, answer, role: row.role as Role, isLate: row.isLate });
          await auditAnswer(stores, trace);
          return row;
        });
  if (!saved) return { ok: false, reason: await whyNot(workspace, { reviewId, userId, phase: answer.phase }), review };
  if (review.mode === 'private') await auditAnswer(workspace, trace);
  return { ok: true, isLate: saved.isLate, review };
}

/** The states that take an answer to `phase`, and those of them in which it is late. */
export function acceptingStates(phase: Phase): { openStates: ReviewState[]; lateStates: ReviewState[] } {
  const plans = REVIEW_STATES.map((state) => ({ state, plan: planAnswer(state, phase) }));
  return {
    openStates: plans.filter(({ plan }) => plan.ok).map(({ state }) => state),
    lateStates: plans.filter(({ plan }) => plan.ok && plan.isLate).map(({ state }) => state),
  };
}

type OpenAnswer = { review: Review; userId: string; role: Role; answer: Answer; isLate: boolean };

/**
 * Owes the post of an open answer, or its next version, in the transaction that saved it. None for a vote, and none while all of it
 * stands in the thread in the author's own messages.
 */
export async function postOpenAnswer(
  stores: Stores,
  { review, userId, role, answer, isLate }: OpenAnswer,
): Promise<void> {
  if (await needsNoPost(stores, { review, userId, answer })) return;
  await stores.outbox.put({
    purpose: purposeOf.answer(review.id, answer.phase, userId),
    reviewId: review.id,
    channelId: review.channelId,
    parentPurpose: purposeOf.card(review.id),
    message: { kind: 'answer', userId, role, answer, isLate },
  });
}

async function needsNoPost(
  stores: Stores,
  { review, userId, answer }: Pick<OpenAnswer, 'review' | 'userId' | 'answer'>,
): Promise<boolean> {
  // Votes are shown with the summary: a vote that others see before they vote is half theirs.
  if (answer.phase === 'vote') return true;
  if (!isOnlyTyped(answer, await stores.replies.listTexts(review.id, userId, answer.phase))) return false;
  // One that is there already must not go on saying something else.
  const post = await stores.outbox.find(purposeOf.answer(review.id, answer.phase, userId));
  return post?.message?.kind !== 'answer';
}

async function whyNot(
  stores: Stores,
  { reviewId, userId, phase }: { reviewId: string; userId: string; phase: Phase },
): Promise<AnswerRefusal> {
  const participants = await stores.participants.list(reviewId);
  if (!participants.some((person) => person.userId === userId)) return 'not_invited';
  const review = await stores.reviews.find(reviewId);
  const plan = review && planAnswer(review.state, phase);
  return plan && !plan.ok ? plan.reason : 'review_closed';
}
