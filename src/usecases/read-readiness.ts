import { type ShownReadiness, shownReadiness } from '../domain/readiness/readiness.ts';
import { monthlyGap, type ReadinessFigures } from '../domain/readiness/readiness-figures.ts';
import type { ReadinessState } from '../domain/readiness/readiness-gate.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Deps } from './deps.ts';
import { findReadiness, type ReadinessClosed, readinessRefusal } from './readiness-of-review.ts';

/** What managers see of readiness: never who said what. */
export type ReadinessPage = {
  readonly reviewId: string;
  readonly clientName: string;
  readonly state: ReadinessState;
  readonly isAsked: boolean;
  readonly shown: ShownReadiness;
  readonly figures: ReadinessFigures;
  /** The share that the client's page has, 0..1; null where it is not known. */
  readonly knownShare: number | null;
  readonly gap: { readonly amount: number; readonly currency: string } | null;
  readonly adjusted: Verdict['adjusted'];
  /** Parting has been decided: nothing can be changed any more. */
  readonly isOver: boolean;
};

const NO_FIGURES: ReadinessFigures = {
  ...{ revenueShare: null, dependentPay: null, costsToCut: null, replacementIncome: null },
};

export type ReadReadinessResult =
  | { readonly ok: true; readonly page: ReadinessPage }
  | { readonly ok: false; readonly reason: Exclude<ReadinessClosed, 'parting_decided'> };

/** Readiness for the consequences of parting, as far as managers may see it. The caller has made sure that one asks. */
export async function readReadiness(
  deps: Deps,
  { workspaceId, reviewId }: { workspaceId: string; reviewId: string },
): Promise<ReadReadinessResult> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const review = await stores.reviews.find(reviewId);
  const refusal = await readinessRefusal(stores, review);
  if (!review || (refusal !== null && refusal !== 'parting_decided'))
    return { ok: false, reason: refusal === 'still_open' ? refusal : 'review_not_found' };
  const { stored, answers, state } = await findReadiness(stores, reviewId);
  const client = await stores.clients.find(review.clientId);
  const settings = await stores.workspace.findOrCreate(deps.defaults);
  const verdict = await stores.records.findVerdict(reviewId);
  const figures = stored?.figures ?? NO_FIGURES;
  const hasAmounts = figures.costsToCut !== null || figures.replacementIncome !== null;
  const amount = hasAmounts ? monthlyGap(client?.monthlyRevenue ?? null, figures) : null;
  const page: ReadinessPage = {
    ...{ reviewId, clientName: review.clientName, state, figures },
    isAsked: stored?.askedAt != null,
    shown: shownReadiness(answers, { asked: stored?.askedIds.length ?? 0, mode: review.mode }, deps.randomInt),
    knownShare: client?.revenueShare ?? null,
    gap: amount === null ? null : { amount, currency: client?.currency ?? settings.currency },
    adjusted: verdict?.verdict.adjusted ?? null,
    isOver: refusal === 'parting_decided',
  };
  return { ok: true, page };
}
