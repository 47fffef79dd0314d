import { isMeanShown, type ReadinessAnswer, type TeamReadiness, teamReadiness } from '../domain/readiness/readiness.ts';
import { isReadinessAnswered, type ReadinessState, readinessState } from '../domain/readiness/readiness-gate.ts';
import { isOpen } from '../domain/review.ts';
import type { Review } from '../domain/review-record.ts';
import type { StoredReadiness } from '../storage/readiness-store.ts';
import type { Stores } from '../storage/storage.ts';
import { renewVerdict } from './renew-verdict.ts';

/** Where readiness stands for a review. */
export type ReviewReadiness = {
  readonly stored: StoredReadiness | null;
  readonly answers: readonly ReadinessAnswer[];
  readonly team: TeamReadiness;
  readonly state: ReadinessState;
};

export async function findReadiness(stores: Stores, reviewId: string): Promise<ReviewReadiness> {
  const stored = await stores.readiness.find(reviewId);
  const answers = await stores.readiness.listAnswers(reviewId);
  const team = teamReadiness(answers, stored?.askedIds.length ?? 0);
  return { stored, answers, team, state: readinessState(stored, answers.length) };
}

export type ReadinessClosed = 'review_not_found' | 'still_open' | 'parting_decided';

/** Why readiness cannot be asked about or changed (any more); null while it can: until parting has been decided. */
export async function readinessRefusal(stores: Stores, review: Review | null): Promise<ReadinessClosed | null> {
  if (!review || review.isRehearsal || review.state === 'cancelled') return 'review_not_found';
  if (isOpen(review.state)) return 'still_open';
  const client = await stores.clients.find(review.clientId);
  if (client?.status === 'parted') return 'parting_decided';
  const decision = await stores.records.findDecision(review.id);
  const isParting = decision?.choice === 'part' || decision?.choice === 'part_now';
  return isParting && review.state === 'decided' ? 'parting_decided' : null;
}

/**
 * Computes the verdict again once readiness is known (method 5, the adjustment); nothing is posted where it says the same. While some
 * of the team have not answered it waits for them, unless `isNow`: somebody is about to decide. Nor does
 * it change by answers so few that it would give them away.
 */
export async function settleReadiness(
  stores: Stores,
  { review, isNow, now }: { readonly review: Review; readonly isNow: boolean; readonly now: Date },
): Promise<void> {
  const { stored, team, state } = await findReadiness(stores, review.id);
  if (!stored || !isReadinessAnswered(state) || team.readiness === null) return;
  if (!isMeanShown(team.answered, review.mode)) return;
  if (!isNow && team.answered < team.asked) return;
  const { revenueShare } = stored.figures;
  if (revenueShare === null) return;
  await renewVerdict(stores, { review, facts: { revenueShare, readiness: team.readiness }, evenIfSame: false, now });
}
