import type { Phase } from '../domain/answer.ts';
import type { AuditAction } from '../domain/audit.ts';
import type { Review } from '../domain/review-record.ts';
import type { Stores } from '../storage/storage.ts';

type AnswerTrace = { review: Review; userId: string; phase: Phase; action: AuditAction; now: Date };

/**
 * The trace of an answer. Of a private one only that it happened, some time in that review: no person, and the review's start in
 * place of the time (product: private means private).
 */
export async function auditAnswer(stores: Stores, { review, userId, phase, action, now }: AnswerTrace): Promise<void> {
  const isPrivate = review.mode === 'private';
  await stores.audit.add({
    actorId: isPrivate ? null : userId,
    action,
    subject: review.id,
    details: { phase },
    at: isPrivate ? review.startedAt : now,
  });
}
