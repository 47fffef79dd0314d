import { type Complaint, MAX_COMPLAINTS } from '../domain/answer.ts';
import type { Deps } from './deps.ts';
import { readOwnAnswers } from './read-own-answers.ts';
import { type SubmitResult, submitAnswer } from './submit-answer.ts';
import { withdrawAnswer } from './withdraw-answer.ts';

export type SubmitComplaint = {
  readonly workspaceId: string;
  readonly reviewId: string;
  readonly userId: string;
  /** Which of the person's complaints, from 0; past the end is one more. Sending the same twice changes nothing. */
  readonly index: number;
  /** Null takes this one back. */
  readonly complaint: Complaint | null;
};

/**
 * Puts one complaint into a person's answer to the first question, beside the others they gave. Taking the last one back withdraws
 * the answer: to say "nothing to complain about" is a step of its own.
 */
export async function submitComplaint(
  deps: Deps,
  { workspaceId, reviewId, userId, index, complaint }: SubmitComplaint,
): Promise<SubmitResult & { readonly count?: number }> {
  const own = await readOwnAnswers(deps, { workspaceId, reviewId, userId });
  if (!own.ok) return own;
  const complaints = [...(own.answers.complaints?.complaints ?? [])];
  const at = Math.min(index, complaints.length, MAX_COMPLAINTS - 1);
  if (complaint === null) complaints.splice(at, 1);
  else complaints[at] = complaint;
  if (complaints.length === 0) {
    const withdrawn = await withdrawAnswer(deps, { workspaceId, reviewId, userId, phase: 'complaints' });
    if (!withdrawn.ok && withdrawn.reason !== 'nothing_to_withdraw')
      return { ok: false, reason: withdrawn.reason, review: own.review };
    return { ok: true, isLate: false, review: own.review, count: 0 };
  }
  const result = await submitAnswer(deps, {
    workspaceId,
    reviewId,
    userId,
    answer: { phase: 'complaints', complaints },
  });
  return { ...result, count: complaints.length };
}
