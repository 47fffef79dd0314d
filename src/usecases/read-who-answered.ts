import { currentPhase } from '../domain/review.ts';
import type { Absence } from '../domain/review-record.ts';
import { absencesOf } from './absences-of.ts';
import type { Deps } from './deps.ts';
import { findWhoAnswered, type WhoHasAnswered } from './who-answered.ts';

export type WhoAnswered =
  | {
      readonly ok: true;
      readonly answered: readonly string[];
      readonly waiting: readonly string[];
      /** Has not answered and is not waited for, with the reason. */
      readonly absent: readonly { readonly userId: string; readonly absence: Absence }[];
    }
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
  const who = await findWhoAnswered({ deps, stores, review, phase });
  if (who === null) return { ok: false, reason: 'review_closed' };
  await stores.audit.add({
    actorId: userId,
    action: 'who_answered_seen',
    subject: reviewId,
    details: { phase },
    at: deps.clock(),
  });
  const idsOf = (people: WhoHasAnswered['answered']) => people.map(({ userId: id }) => id);
  return { ok: true, answered: idsOf(who.answered), waiting: idsOf(who.waiting), absent: absencesOf(who.absent) };
}
