import type { ReadinessFigures } from '../domain/readiness/readiness-figures.ts';
import type { Deps } from './deps.ts';
import { type ReadinessClosed, readinessRefusal, settleReadiness } from './readiness-of-review.ts';

type OfReview = { readonly workspaceId: string; readonly reviewId: string };
type Result = { readonly ok: true } | { readonly ok: false; readonly reason: ReadinessClosed };

/** Keeps what a manager knows of living without the client. The caller has made sure that the person manages it. */
export async function saveReadinessFigures(
  deps: Deps,
  {
    workspaceId,
    reviewId,
    userId,
    figures,
  }: OfReview & { readonly userId: string; readonly figures: ReadinessFigures },
): Promise<Result> {
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores): Promise<Result> => {
    const review = await stores.reviews.lock(reviewId);
    const refusal = await readinessRefusal(stores, review);
    if (refusal !== null || !review) return { ok: false, reason: refusal ?? 'review_not_found' };
    const now = deps.clock();
    await stores.readiness.saveFigures({ reviewId, clientId: review.clientId }, figures);
    const trace = {
      actorId: userId,
      action: 'readiness_figures_saved',
      subject: reviewId,
      details: null,
      at: now,
    } as const;
    await stores.audit.add(trace);
    await settleReadiness(stores, { review, isNow: false, now });
    return { ok: true };
  });
}

/** Before somebody decides: the verdict with the answers that there are, also where some of the team have not answered. */
export async function settleBeforeDeciding(deps: Deps, { workspaceId, reviewId }: OfReview): Promise<void> {
  await deps.storage.forWorkspace(workspaceId).transaction(async (stores) => {
    const review = await stores.reviews.lock(reviewId);
    if (!review || (await readinessRefusal(stores, review)) !== null) return;
    await settleReadiness(stores, { review, isNow: true, now: deps.clock() });
  });
}
