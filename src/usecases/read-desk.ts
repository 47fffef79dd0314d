import { isHiddenFrom } from '../domain/rehearsal/rehearsal.ts';
import { currentPhase } from '../domain/review.ts';
import type { Absence, Participant, Review } from '../domain/review-record.ts';
import { absencesOf } from './absences-of.ts';
import type { Facilitating } from './as-facilitator.ts';
import type { Deps } from './deps.ts';
import { findWhoAnswered } from './who-answered.ts';

/** What the facilitator's page shows: who has answered the current step, who is missing, and whom the review does not wait for. */
export type Desk = {
  readonly review: Review;
  readonly answered: readonly string[];
  readonly waiting: readonly string[];
  /** Not waited for, and why. */
  readonly absent: readonly { readonly userId: string; readonly absence: Absence }[];
};

export type DeskResult =
  | { readonly ok: true; readonly kind: 'facilitator'; readonly desk: Desk }
  /** A manager sees where the review stands and who runs it, and can take over. */
  | { readonly ok: true; readonly kind: 'manager'; readonly review: Review }
  | {
      readonly ok: false;
      readonly reason: 'review_not_found' | 'not_facilitator' | 'review_closed';
      readonly review: Review | null;
    };

/**
 * The desk of a review as this person may see it (product: people): names, never what was said. That the facilitator looked is in
 * the audit log, once for each time the desk is opened.
 */
export async function readDesk(
  deps: Deps,
  { workspaceId, reviewId, userId, isManager, isOpening }: Facilitating & { isManager: boolean; isOpening: boolean },
): Promise<DeskResult> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const review = await stores.reviews.find(reviewId);
  if (!review || isHiddenFrom(review, userId)) return { ok: false, reason: 'review_not_found', review: null };
  const isFacilitator = review.facilitatorId === userId;
  if (!isFacilitator && !isManager) return { ok: false, reason: 'not_facilitator', review };
  const phase = currentPhase(review.state);
  if (phase === null) return { ok: false, reason: 'review_closed', review };
  if (!isFacilitator) return { ok: true, kind: 'manager', review };
  const who = await findWhoAnswered({ deps, stores, review, phase });
  if (who === null) return { ok: false, reason: 'review_closed', review };
  if (isOpening)
    await stores.audit.add({
      actorId: userId,
      action: 'who_answered_seen',
      subject: reviewId,
      details: { phase },
      at: deps.clock(),
    });
  const idsOf = (some: readonly Participant[]) => some.map((person) => person.userId);
  return {
    ok: true,
    kind: 'facilitator',
    desk: {
      review,
      answered: idsOf(who.answered),
      waiting: idsOf(who.waiting),
      absent: absencesOf(who.absent),
    },
  };
}
