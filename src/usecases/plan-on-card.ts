import type { CardModel } from '../domain/card.ts';
import type { Choice } from '../domain/decision.ts';
import { planFigures } from '../domain/plan/plan-figures.ts';
import type { Review } from '../domain/review-record.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';

/** The plan of a review in numbers, for its card; nothing where none can be made: a rehearsal has no follow-up (method 6). */
export async function planOnCard(
  deps: Pick<Deps, 'clock' | 'defaults'>,
  stores: Pick<Stores, 'plans' | 'workspace'>,
  { review, choice }: { readonly review: Review; readonly choice: Choice | null },
): Promise<Pick<CardModel, 'plan'>> {
  if (choice !== 'keep_and_repair' || review.isRehearsal) return {};
  const items = await stores.plans.listOfReview(review.id);
  const settings = await stores.workspace.findOrCreate(deps.defaults);
  return { plan: planFigures(items, () => settings.timeZone, deps.clock()) };
}
