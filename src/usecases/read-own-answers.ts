import { mayAnswer } from '../domain/absence.ts';
import { type Answer, PHASES, type Phase } from '../domain/answer.ts';
import { isOpen } from '../domain/review.ts';
import type { Review } from '../domain/review-record.ts';
import type { Deps } from './deps.ts';
import { ownKeys, personKeysOf } from './person-keys.ts';

/** What one person said, by question. */
export type AnswersByPhase = { readonly [P in Phase]?: Extract<Answer, { phase: P }> };

export type OwnAnswers =
  | { readonly ok: true; readonly review: Review; readonly answers: AnswersByPhase }
  | {
      readonly ok: false;
      readonly reason: 'review_not_found' | 'not_invited' | 'review_closed';
      readonly review: Review | null;
    };

/** The questions that were answered, in the order of the ritual. */
export function phasesIn(answers: AnswersByPhase): Phase[] {
  return PHASES.filter((phase) => answers[phase] !== undefined);
}

/** What a person has said in an open review, for themself alone; also what they said ahead. */
export async function readOwnAnswers(
  deps: Deps,
  { workspaceId, reviewId, userId }: { workspaceId: string; reviewId: string; userId: string },
): Promise<OwnAnswers> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const review = await stores.reviews.find(reviewId);
  if (!review) return { ok: false, reason: 'review_not_found', review: null };
  const participants = await stores.participants.list(reviewId);
  if (!participants.some((person) => person.userId === userId && mayAnswer(person)))
    return { ok: false, reason: 'not_invited', review };
  if (!isOpen(review.state)) return { ok: false, reason: 'review_closed', review };
  const keys = await personKeysOf(stores, deps.vault, review);
  if (keys === null) return { ok: false, reason: 'review_closed', review };
  const given = await stores.answers.listOf(reviewId, ownKeys(userId, keys));
  const answers = Object.fromEntries(given.map((answer) => [answer.phase, answer]));
  return { ok: true, review, answers: answers as AnswersByPhase };
}
