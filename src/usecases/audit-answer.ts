import type { Phase } from '../domain/answer.ts';
import type { AuditAction, AuditEntry } from '../domain/audit.ts';
import type { Review } from '../domain/review-record.ts';
import type { Stores } from '../storage/storage.ts';

export type AnswerTrace = { review: Review; userId: string; phase: Phase; action: AuditAction; now: Date };

/**
 * The trace of an answer. Of a private one only that it happened, some time in that review: no person, and the review's start in
 * place of the time (product: private means private).
 */
export function answerEntry({ review, userId, phase, action, now }: AnswerTrace): AuditEntry {
  const isPrivate = review.mode === 'private';
  return {
    actorId: isPrivate ? null : userId,
    action,
    subject: review.id,
    details: { phase },
    at: isPrivate ? review.startedAt : now,
  };
}

/** Adds it. */
export async function auditAnswer(stores: Pick<Stores, 'audit'>, trace: AnswerTrace): Promise<void> {
  await stores.audit.add(answerEntry(trace));
}
