import { dayOf } from '../domain/calendar.ts';
import { type PlanFigures, planFigures } from '../domain/plan/plan-figures.ts';
import type { PlanItem } from '../domain/plan/plan-item.ts';
import type { Deps } from './deps.ts';

/** A plan as its card shows it: items and who does them, and nothing of what the review's answers said. */
export type PlanModel = {
  readonly reviewId: string;
  readonly clientName: string;
  readonly items: readonly PlanItem[];
  readonly figures: PlanFigures;
  /** YYYY-MM-DD where the workspace is. */
  readonly today: string;
};

/** The plan of a review; null where there is no such review. */
export async function readPlan(
  deps: Pick<Deps, 'storage' | 'clock' | 'defaults'>,
  { workspaceId, reviewId }: { workspaceId: string; reviewId: string },
): Promise<PlanModel | null> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const review = await stores.reviews.find(reviewId);
  if (!review) return null;
  const items = await stores.plans.listOfReview(reviewId);
  const { timeZone } = await stores.workspace.findOrCreate(deps.defaults);
  const now = deps.clock();
  const figures = planFigures(items, () => timeZone, now);
  return { reviewId, clientName: review.clientName, items, figures, today: dayOf(now, timeZone) };
}

/** An item with the name of its client; null for one that is gone. */
export async function readPlanItem(
  deps: Pick<Deps, 'storage'>,
  { workspaceId, itemId }: { workspaceId: string; itemId: string },
): Promise<{ readonly item: PlanItem; readonly clientName: string } | null> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const item = await stores.plans.findItem(itemId);
  const client = item && (await stores.clients.find(item.clientId));
  return item && client ? { item, clientName: client.name } : null;
}
