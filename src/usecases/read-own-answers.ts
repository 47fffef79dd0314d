import { mayAnswer } from '../domain/absence.ts';
import { type Answer, PHASES, type Phase } from '../domain/answer.ts';
import { wasShown } from '../domain/reveal.ts';
import { isOpen } from '../domain/review.ts';
import type { Review } from '../domain/review-record.ts';
import { stands } from '../domain/taken-back.ts';
import type { Deps } from './deps.ts';
import { ownKeys, personKeysOf } from './person-keys.ts';

/** What one person said, by question. */
export type AnswersByPhase = { readonly [P in Phase]?: Extract<Answer, { phase: P }> };

export type OwnAnswers =
  | {
      readonly ok: true;
      readonly review: Review;
      /** What stands, without what was taken back. */
      readonly answers: AnswersByPhase;
      /** The questions of a private review whose words were shown, this person's answer among them. */
      readonly shown: readonly Phase[];
      /** Those of which this person took the words back later, so that only their taking part is left. */
      readonly takenBack: readonly Phase[];
    }
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
  const standing = given.flatMap(({ answer }) => (stands(answer) ? [[answer.phase, answer] as const] : []));
  const phasesOf = (some: typeof given) => PHASES.filter((phase) => some.some(({ answer }) => answer.phase === phase));
  return {
    ok: true,
    review,
    answers: Object.fromEntries(standing) as AnswersByPhase,
    shown: phasesOf(given.filter(({ answer, isLate }) => !isLate && wasShown(review, answer.phase))),
    takenBack: phasesOf(given.filter(({ answer }) => !stands(answer))),
  };
}
