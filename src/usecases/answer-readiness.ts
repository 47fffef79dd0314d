import { MAX_READINESS_COMMENT_LENGTH, type ReadinessLevel } from '../domain/readiness/readiness.ts';
import { oweReadiness } from './ask-readiness.ts';
import type { Deps } from './deps.ts';
import { type ReadinessClosed, readinessRefusal, settleReadiness } from './readiness-of-review.ts';

export type AnswerReadiness = {
  readonly workspaceId: string;
  readonly reviewId: string;
  readonly userId: string;
  readonly level: ReadinessLevel;
  /** Left out: the comment given before stays. */
  readonly comment?: string | null;
};

export type AnswerReadinessResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: ReadinessClosed | 'not_asked' | 'comment_too_long' };

/** What one of the team says, in place of what they said before. What it was stands in no trace. */
export async function answerReadiness(deps: Deps, answer: AnswerReadiness): Promise<AnswerReadinessResult> {
  const { workspaceId, reviewId, userId, level, comment } = answer;
  if ((comment ?? '').length > MAX_READINESS_COMMENT_LENGTH) return { ok: false, reason: 'comment_too_long' };
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores): Promise<AnswerReadinessResult> => {
    const review = await stores.reviews.lock(reviewId);
    const refusal = await readinessRefusal(stores, review);
    if (refusal !== null || !review) return { ok: false, reason: refusal ?? 'review_not_found' };
    const asked = await stores.readiness.find(reviewId);
    if (!asked?.askedIds.includes(userId)) return { ok: false, reason: 'not_asked' };
    const before = (await stores.readiness.listAnswers(reviewId)).find((one) => one.userId === userId);
    const said = comment === undefined ? (before?.comment ?? null) : comment;
    await stores.readiness.saveAnswer(reviewId, { userId, level, comment: said });
    await oweReadiness(stores, reviewId, userId);
    const now = deps.clock();
    const trace = { actorId: userId, action: 'readiness_answered', subject: reviewId, details: null, at: now } as const;
    await stores.audit.add(trace);
    await settleReadiness(stores, { review, isNow: false, now });
    return { ok: true };
  });
}
