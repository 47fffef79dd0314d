import type { ShownDecision } from '../domain/card.ts';
import { consequencesOf, statusAfterDecision } from '../domain/client-status.ts';
import { type DecisionInput, type DecisionRefusal, planDecision } from '../domain/decision.ts';
import { purposeOf } from '../domain/post.ts';
import { mayConfirmParting, type PartingGate, readinessState } from '../domain/readiness/readiness-gate.ts';
import { isHiddenFrom } from '../domain/rehearsal/rehearsal.ts';
import { transition } from '../domain/review.ts';
import type { Review } from '../domain/review-record.ts';
import type { StoredDecision } from '../storage/record-store.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';
import { cardPostOf } from './refresh-card.ts';
import { sayVerdictAfresh } from './renew-verdict.ts';
import { stopParting } from './stop-parting.ts';

export type DecideReview = DecisionInput & {
  readonly workspaceId: string;
  readonly reviewId: string;
  readonly userId: string;
  /** The version of the verdict that the person saw; where a newer one came since, nothing is decided. */
  readonly seenVersion?: number | undefined;
  /** Why the team need not be asked whether we are ready for the consequences. */
  readonly skipReadiness?: string | null;
};

export type PartingRefusal = Extract<PartingGate, { ok: false }>['reason'];

export type DecideResult =
  | { readonly ok: true; readonly decision: ShownDecision }
  | { readonly ok: false; readonly reason: DecisionRefusal | PartingRefusal }
  | { readonly ok: false; readonly reason: 'review_not_found' | 'still_open' | 'verdict_newer' | 'client_parted' }
  | { readonly ok: false; readonly reason: 'already_decided'; readonly earlier: StoredDecision };

/**
 * Records what a manager decided (method 6): decision, the client's status and the posts in one transaction. The caller has made
 * sure that the person is a manager. A second decision on one version of the verdict is refused with the first one, so that the answer
 * can say who and when; a newer version is decided again. Parting waits for readiness (method 6), but for a confirmed hard stop.
 */
export async function decideReview(
  deps: Deps,
  { workspaceId, reviewId, userId, seenVersion, skipReadiness = null, ...input }: DecideReview,
): Promise<DecideResult> {
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores): Promise<DecideResult> => {
    const review = await stores.reviews.lock(reviewId);
    if (!review || isHiddenFrom(review, userId)) return { ok: false, reason: 'review_not_found' };
    const earlier = await stores.records.findDecision(reviewId);
    const stored = await stores.records.findVerdict(reviewId);
    if (earlier && earlier.verdictVersion >= (stored?.version ?? 1))
      return { ok: false, reason: 'already_decided', earlier };
    const moved = earlier ? { ok: true } : transition(review.state, 'decide', true);
    if (!stored || !moved.ok) return { ok: false, reason: 'still_open' };
    if (seenVersion !== undefined && seenVersion !== stored.version) return { ok: false, reason: 'verdict_newer' };
    const { stance, mode } = stored.verdict;
    const plan = planDecision({ stance, mode, hasHardStop: stored.figures.hardStops.length > 0 }, input);
    if (!plan.ok) return plan;
    await stores.clients.lock(review.clientId);
    const client = await stores.clients.find(review.clientId, review);
    const before = client?.status ?? 'active';
    const status = statusAfterDecision(before, input.choice);
    if (!status.ok) return status;

    const now = deps.clock();
    const hardStop = stored.figures.hardStops.length > 0 ? input.hardStop : null;
    const gate = await checkReadiness(stores, review, { choice: input.choice, hardStop });
    if (!gate.ok && skipReadiness === null) return gate;
    if (!gate.ok && skipReadiness !== null) await skip(stores, review, { reason: skipReadiness, userId, now });
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
    await stores.reviews.moveTo(reviewId, { state: 'decided', phaseEndsAt: null, now });
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
    await sayVerdictAfresh(stores, reviewId, stored.version);
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

async function checkReadiness(
  stores: Stores,
  review: Review,
  decision: Pick<DecisionInput, 'choice' | 'hardStop'>,
): Promise<PartingGate> {
  // Nobody parts with the client of a rehearsal.
  if (review.isRehearsal) return { ok: true };
  const answers = await stores.readiness.listAnswers(review.id);
  return mayConfirmParting(decision, readinessState(await stores.readiness.find(review.id), answers.length));
}

async function skip(
  stores: Stores,
  { id: reviewId, clientId }: Review,
  { reason, userId, now }: { readonly reason: string; readonly userId: string; readonly now: Date },
): Promise<void> {
  await stores.readiness.saveSkip({ reviewId, clientId }, { reason, byId: userId });
  const trace = { actorId: userId, action: 'readiness_skipped', subject: reviewId, details: null, at: now } as const;
  await stores.audit.add(trace);
}
