import { purposeOf } from '../domain/post.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';
import { type ReadinessClosed, readinessRefusal } from './readiness-of-review.ts';

type OfReview = { readonly workspaceId: string; readonly reviewId: string };

/** Whom the question goes to: the client's account team, else those who were invited to the review. */
export async function findReadinessTeam(
  { storage }: Pick<Deps, 'storage'>,
  { workspaceId, reviewId }: OfReview,
): Promise<string[]> {
  const stores = storage.forWorkspace(workspaceId);
  const review = await stores.reviews.find(reviewId);
  if (!review) return [];
  const team = await stores.accountMembers.list(review.clientId);
  if (team.length > 0) return team.map(({ userId }) => userId);
  const participants = await stores.participants.list(reviewId);
  return participants.filter(({ absence }) => absence !== 'removed').map(({ userId }) => userId);
}

export type AskReadinessResult =
  | { readonly ok: true; readonly asked: number }
  | { readonly ok: false; readonly reason: ReadinessClosed | 'nobody_to_ask' };

/**
 * Asks people of the team whether we are ready for the consequences, each in one message (method 6): who was asked before is not asked
 * again. `userIds`: those who are of us; the caller has looked them up and made sure that the person manages the client.
 */
export async function askReadiness(
  deps: Deps,
  {
    workspaceId,
    reviewId,
    userId,
    userIds,
  }: OfReview & { readonly userId: string; readonly userIds: readonly string[] },
): Promise<AskReadinessResult> {
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores): Promise<AskReadinessResult> => {
    const review = await stores.reviews.lock(reviewId);
    const refusal = await readinessRefusal(stores, review);
    if (refusal !== null || !review) return { ok: false, reason: refusal ?? 'review_not_found' };
    const earlier = (await stores.readiness.find(reviewId))?.askedIds ?? [];
    const fresh = userIds.filter((id) => !earlier.includes(id));
    if (earlier.length + fresh.length === 0) return { ok: false, reason: 'nobody_to_ask' };
    if (fresh.length === 0) return { ok: true, asked: 0 };
    const now = deps.clock();
    const asked = { userIds: [...earlier, ...fresh], byId: userId, at: now };
    await stores.readiness.saveAsked({ reviewId, clientId: review.clientId }, asked);
    for (const id of fresh) await oweReadiness(stores, reviewId, id);
    const details = { asked: fresh.length };
    await stores.audit.add({ actorId: userId, action: 'readiness_asked', subject: reviewId, details, at: now });
    return { ok: true, asked: fresh.length };
  });
}

/** Owes somebody the question, or owes it again as it is now. */
export function oweReadiness({ outbox }: Pick<Stores, 'outbox'>, reviewId: string, userId: string): Promise<void> {
  const purpose = purposeOf.readiness(reviewId, userId);
  return outbox.put({
    purpose,
    reviewId,
    channelId: userId,
    parentPurpose: null,
    message: { kind: 'readiness', userId },
  });
}
