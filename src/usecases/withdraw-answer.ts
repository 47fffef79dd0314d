import type { Phase } from '../domain/answer.ts';
import { purposeOf } from '../domain/post.ts';
import { isOpen, REVIEW_STATES } from '../domain/review.ts';
import type { Stores } from '../storage/storage.ts';
import { auditAnswer } from './audit-answer.ts';
import type { Deps } from './deps.ts';
import { personKeysOf } from './person-keys.ts';

export type WithdrawResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'review_not_found' | 'review_closed' | 'nothing_to_withdraw' };

export type WithdrawAnswer = {
  readonly workspaceId: string;
  readonly reviewId: string;
  readonly userId: string;
  readonly phase: Phase;
};

/**
 * Takes back one's own answer to one question, which then counts as not answered (method 3); an open one leaves the thread as well,
 * if it is there. What the person said to other questions stays, also ahead. In a private review whose words to this question have been
 * shown only the words go: that the person took part stays, or the names of those who answered would tell whose words are missing.
 */
export async function withdrawAnswer(
  deps: Deps,
  { workspaceId, reviewId, userId, phase }: WithdrawAnswer,
): Promise<WithdrawResult> {
  const workspace = deps.storage.forWorkspace(workspaceId);
  const review = await workspace.reviews.find(reviewId);
  if (!review) return { ok: false, reason: 'review_not_found' };
  if (!isOpen(review.state)) return { ok: false, reason: 'review_closed' };
  const keys = await personKeysOf(workspace, deps.vault, review);
  if (keys === null) return { ok: false, reason: 'review_closed' };
  const target = { reviewId, phase, personKey: keys(userId, phase), openStates: REVIEW_STATES.filter(isOpen) };
  const trace = { review, userId, phase, action: 'answer_withdrawn', now: deps.clock() } as const;
  const isWithdrawn =
    review.mode === 'private'
      ? await workspace.answers.withdraw(target)
      : await workspace.transaction(async (stores) => {
          if (!(await stores.answers.withdraw(target))) return false;
          const purpose = purposeOf.answer(reviewId, phase, userId);
          // A vote is never in the thread, an answer ahead not yet.
          if ((await stores.outbox.find(purpose)) !== null) {
            const { channelId } = (await stores.reviews.find(reviewId)) ?? review;
            await stores.outbox.put({
              purpose,
              reviewId,
              channelId,
              parentPurpose: purposeOf.card(reviewId),
              message: { kind: 'withdrawn', userId, phase },
            });
          }
          await auditAnswer(stores, trace);
          return true;
        });
  if (!isWithdrawn) return { ok: false, reason: await whyNot(workspace, reviewId) };
  if (review.mode === 'private') await auditAnswer(workspace, trace);
  return { ok: true };
}

/** The review may have closed since it was read: then the answer stands, and saying that there was none would be wrong. */
async function whyNot(stores: Stores, reviewId: string): Promise<'review_closed' | 'nothing_to_withdraw'> {
  const review = await stores.reviews.find(reviewId);
  return review && isOpen(review.state) ? 'nothing_to_withdraw' : 'review_closed';
}
