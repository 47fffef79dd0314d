import type { Phase, Role } from '../domain/answer.ts';
import { sampleAnswer, sampleTeam } from '../domain/rehearsal/sample-team.ts';
import type { Review } from '../domain/review-record.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';
import { oweOpenAnswer } from './owe-open-answer.ts';
import { personKeysOf } from './person-keys.ts';
import { acceptingStates } from './submit-answer.ts';

type Asked = { readonly deps: Deps; readonly stores: Stores; readonly review: Review; readonly phase: Phase };

/**
 * Stores what the sample voices of a rehearsal say to a question, in the transaction that asks it: they have answered when the
 * person reads it, and the person's own answer ends the step. Nothing for a real review.
 */
export async function answerAsSamples({ deps, stores, review, phase }: Asked): Promise<void> {
  if (!review.isRehearsal) return;
  const keys = await personKeysOf(stores, deps.vault, review);
  if (keys === null) return;
  for (const voice of sampleTeam(review.language).voices) {
    const { userId } = voice;
    const answer = sampleAnswer(voice, phase);
    const toSave = { reviewId: review.id, userId, personKey: keys(userId, phase), answer };
    const saved = await stores.answers.save({ ...toSave, ...acceptingStates(phase) });
    if (saved && review.mode === 'open')
      await oweOpenAnswer(stores, { review, userId, answer, role: saved.role as Role, isLate: saved.isLate });
  }
}
