import type { ShownDecision } from '../domain/card.ts';
import { consequencesOf, statusAfterDecision } from '../domain/client-status.ts';
import { type DecisionInput, type DecisionRefusal, planDecision } from '../domain/decision.ts';
import { purposeOf } from '../domain/post.ts';
import { isHiddenFrom } from '../domain/rehearsal/rehearsal.ts';
import { transition } from '../domain/review.ts';
import type { StoredDecision } from '../storage/record-store.ts';
import type { Deps } from './deps.ts';
import { cardPostOf } from './refresh-card.ts';
import { stopParting } from './stop-parting.ts';

export type DecideReview = DecisionInput & {
  readonly workspaceId: string;
  readonly reviewId: string;
  readonly userId: string;
};

export type DecideResult =
  | { readonly ok: true; readonly decision: ShownDecision }
  | { readonly ok: false; readonly reason: DecisionRefusal | 'review_not_found' | 'still_open' | 'client_parted' }
  | { readonly ok: false; readonly reason: 'already_decided'; readonly earlier: StoredDecision };

/**
 * Records what a manager decided (method 6): decision, the client's status and the posts in one transaction. The caller has made
 * sure that the person is a manager. A second decision is refused with the first one, so that the answer can say who and when.
 */
export async function decideReview(
  deps: Deps,
  { workspaceId, reviewId, userId, ...input }: DecideReview,
): Promise<DecideResult> {
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores): Promise<DecideResult> => {
    const review = await stores.reviews.lock(reviewId);
    if (!review || isHiddenFrom(review, userId)) return { ok: false, reason: 'review_not_found' };
    const earlier = await stores.records.findDecision(reviewId);
    if (earlier) return { ok: false, reason: 'already_decided', earlier };
    const stored = await stores.records.findVerdict(reviewId);
    const moved = transition(review.state, 'decide', true);
    if (!stored || !moved.ok) return { ok: false, reason: 'still_open' };
    const { stance, mode } = stored.verdict;
    const plan = planDecision({ stance, mode, hasHardStop: stored.figures.hardStops.length > 0 }, input);
    if (!plan.ok) return plan;
    await stores.clients.lock(review.clientId);
    const client = await stores.clients.find(review.clientId, review);
    const before = client?.status ?? 'active';
    const status = statusAfterDecision(before, input.choice);
    if (!status.ok) return status;

    const now = deps.clock();
    const taken = {
      choice: input.choice,
      rationale: input.rationale,
      hardStop: input.hardStop,
      decidedBy: userId,
      decidedAt: now,
    };
    await stores.records.saveDecision(
      { reviewId, clientId: review.clientId },
      { verdictVersion: stored.version, ...taken },
    );
    await stores.reviews.moveTo(reviewId, { state: moved.state, phaseEndsAt: null, now });
    await stores.clients.setStatus(review.clientId, status.value);
    if (consequencesOf(before, input.choice).playbook === 'stops')
      await stopParting(stores, { clientId: review.clientId, userId, now });
    const decision: ShownDecision = { ...taken, differs: plan.differs };
    const inChannel = { reviewId, channelId: review.channelId };
    await stores.outbox.put({
      ...inChannel,
      purpose: purposeOf.decision(reviewId, stored.version),
      parentPurpose: purposeOf.card(reviewId),
      message: {
        kind: 'decision',
        clientName: review.clientName,
        decision: { ...decision, decidedAt: now.toISOString() },
      },
    });
    await stores.outbox.put(cardPostOf(review));
    // Its button to decide goes.
    const summary = await stores.outbox.find(purposeOf.summary(reviewId, stored.version));
    if (summary?.message) await stores.outbox.put({ ...summary, message: summary.message });
    await stores.audit.add({
      actorId: userId,
      action: 'decision_taken',
      subject: reviewId,
      details: { choice: input.choice, differs: plan.differs, hardStop: input.hardStop },
      at: now,
    });
    return { ok: true, decision };
  });
}
