import { isPlanFollowed } from '../domain/assignments/assignment.ts';
import { accepted, type Checked, refused } from '../domain/checked.ts';
import type { Review } from '../domain/review-record.ts';
import type { StoredVerdict } from '../storage/record-store.ts';
import type { Stores } from '../storage/storage.ts';

export type PlanRefusal = 'review_not_found' | 'not_repairing';

/** A review for which a plan can be made: it was decided to keep and repair, and nobody has parted with the client since. */
export type Plannable = { readonly review: Review; readonly verdict: StoredVerdict };

/** Looks at a review before a plan is made of it (method 6); a rehearsal has none. */
export async function findPlannable(stores: Stores, reviewId: string): Promise<Checked<Plannable, PlanRefusal>> {
  const review = await stores.reviews.find(reviewId);
  if (!review || review.isRehearsal) return refused('review_not_found');
  // One after another: inside a transaction there is one connection.
  const decision = await stores.records.findDecision(reviewId);
  const verdict = await stores.records.findVerdict(reviewId);
  const client = await stores.clients.find(review.clientId);
  if (!verdict || !client || decision?.choice !== 'keep_and_repair') return refused('not_repairing');
  return isPlanFollowed(client.status) ? accepted({ review, verdict }) : refused('not_repairing');
}
