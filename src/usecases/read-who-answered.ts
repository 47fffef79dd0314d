import { currentPhase } from '../domain/review.ts';
import type { Deps } from './deps.ts';
import { personKeysOf } from './person-keys.ts';

export type WhoAnswered =
  | { readonly ok: true; readonly answered: readonly string[]; readonly waiting: readonly string[] }
  | { readonly ok: false; readonly reason: 'review_not_found' | 'review_closed' | 'not_facilitator' };

/**
 * For the facilitator: who has answered the current question and who has not; never who said what (product: people). That they
 * looked is in the audit log.
 */
export async function readWhoAnswered(
  deps: Deps,
  { workspaceId, reviewId, userId }: { workspaceId: string; reviewId: string; userId: string },
): Promise<WhoAnswered> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const review = await stores.reviews.find(reviewId);
  if (!review) return { ok: false, reason: 'review_not_found' };
  if (review.facilitatorId !== userId) return { ok: false, reason: 'not_facilitator' };
  const phase = currentPhase(review.state);
  if (phase === null) return { ok: false, reason: 'review_closed' };
  const participants = await stores.participants.list(reviewId);
  const keys = await personKeysOf(stores, deps.vault, review);
  if (keys === null) return { ok: false, reason: 'review_closed' };
  const given = new Set(await stores.answers.listKeys(reviewId, phase));
  const people = participants.map(({ userId: id }) => ({ id, hasAnswered: given.has(keys(id, phase)) }));
  await stores.audit.add({
    actorId: userId,
    action: 'who_answered_seen',
    subject: reviewId,
    details: { phase },
    at: deps.clock(),
  });
  return {
    ok: true,
    answered: people.filter((person) => person.hasAnswered).map(({ id }) => id),
    waiting: people.filter((person) => !person.hasAnswered).map(({ id }) => id),
  };
}
