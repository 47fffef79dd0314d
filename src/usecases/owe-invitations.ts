import { purposeOf } from '../domain/post.ts';
import type { Invitee, Review } from '../domain/review-record.ts';
import type { Stores } from '../storage/storage.ts';

/**
 * Owes each of these people their invitation to a review, one for each person and review however often this is asked; the facilitator
 * knows already. None in a meeting, where everybody is in the room.
 */
export async function oweInvitations(stores: Stores, review: Review, people: readonly Invitee[]): Promise<void> {
  if (review.preset === 'live') return;
  for (const { userId } of people.filter((person) => person.userId !== review.facilitatorId))
    await stores.outbox.put({
      purpose: purposeOf.invitation(review.id, userId),
      reviewId: review.id,
      channelId: userId,
      parentPurpose: null,
      message: { kind: 'invitation', userId },
    });
}
