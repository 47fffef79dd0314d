import { accepted, type Checked } from '../domain/checked.ts';
import { mergeEarlierItems } from '../domain/plan/plan-draft.ts';
import type { PlanItem } from '../domain/plan/plan-item.ts';
import { type PlanPrefill, type PrefillFacts, prefillPlan } from '../domain/plan/plan-prefill.ts';
import { purposeOf } from '../domain/post.ts';
import type { ActionPlan } from '../storage/plan-store.ts';
import type { Deps } from './deps.ts';
import { findPlannable, type PlanRefusal } from './find-plannable.ts';

/** What the guided questions of a plan begin with. */
export type PlanStart = {
  readonly reviewId: string;
  readonly clientName: string;
  /** What was said before, where somebody has begun already. */
  readonly saved: ActionPlan | null;
  readonly prefill: PlanPrefill;
  /** Everything that is still open of this client, of all plans. */
  readonly earlier: readonly PlanItem[];
};

/**
 * What is known when a plan is made (method 6): the pros and cons that the team named, out of the summary that was posted, so that a
 * private review says nothing here that it did not say in its thread. The caller has made sure that a manager of the client asks.
 */
export async function readPlanStart(
  deps: Pick<Deps, 'storage'>,
  { workspaceId, reviewId, colleagues }: { workspaceId: string; reviewId: string } & Pick<PrefillFacts, 'colleagues'>,
): Promise<Checked<PlanStart, PlanRefusal>> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const found = await findPlannable(stores, reviewId);
  if (!found.ok) return found;
  const { review, verdict } = found.value;
  const posted =
    (await stores.outbox.find(purposeOf.summary(reviewId, verdict.version))) ??
    (await stores.outbox.find(purposeOf.summary(reviewId, 1)));
  const summary = posted?.message?.kind === 'summary' ? posted.message.summary : NOTHING_SAID;
  const client = await stores.clients.find(review.clientId);
  const { monthlyRevenue = null, revenueShare = null } = client ?? {};
  return accepted({
    reviewId,
    clientName: review.clientName,
    saved: await stores.plans.find(reviewId),
    prefill: prefillPlan({ summary, monthlyRevenue, revenueShare, colleagues }),
    earlier: mergeEarlierItems(await stores.plans.listOpenOfClient(review.clientId), review.clientId).earlier,
  });
}

const NOTHING_SAID: PrefillFacts['summary'] = {
  said: { complaints: [], positives: [], lessons: [] },
  hiddenCost: { hoursPerWeek: 0, money: null, revenueShare: null },
  currency: 'EUR',
};
