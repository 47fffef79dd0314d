import type { ClientMeeting } from '../domain/meeting/client-meeting.ts';
import { purposeOf } from '../domain/post.ts';
import type { Review } from '../domain/review-record.ts';
import type { Stores } from '../storage/storage.ts';

/** Of our people: who planned a meeting and who comes, each once. */
export function peopleOfMeeting({ plannedById, attendeeIds }: ClientMeeting): string[] {
  return [...new Set([plannedById, ...attendeeIds])];
}

/**
 * Owes what is said of a meeting as it is now: when and where in the review's thread, and all of it to each of us who comes. Where it
 * was moved the messages of the old time go and new ones come, so that everybody hears of it; whoever comes no longer keeps none.
 */
export async function oweMeeting(
  stores: Pick<Stores, 'outbox'>,
  { id: reviewId, channelId }: Review,
  { meeting, before }: { readonly meeting: ClientMeeting; readonly before: ClientMeeting | null },
): Promise<void> {
  const { id: meetingId } = meeting;
  await stores.outbox.put({
    ...{ purpose: purposeOf.meetingNote(meetingId), reviewId, channelId, parentPurpose: purposeOf.card(reviewId) },
    message: { kind: 'meeting_note', meetingId },
  });
  const owed = new Set<string>();
  for (const userId of peopleOfMeeting(meeting)) {
    const purpose = purposeOf.meeting(meeting, userId);
    owed.add(purpose);
    const message = { kind: 'meeting', meetingId, userId } as const;
    await stores.outbox.put({ purpose, reviewId, channelId: userId, parentPurpose: null, message });
  }
  for (const userId of before ? peopleOfMeeting(before) : []) {
    const purpose = purposeOf.meeting(before ?? meeting, userId);
    const old = owed.has(purpose) ? null : await stores.outbox.find(purpose);
    if (old) await stores.outbox.put({ ...old, message: { kind: 'retracted' } });
  }
}
