import { type MeetingRecordRefusal, recordMeeting, type TypedRecord } from '../domain/meeting/client-meeting.ts';
import type { Deps } from './deps.ts';
import { oweMeeting } from './owe-meeting.ts';
import { renewVerdict } from './renew-verdict.ts';

export type RecordMeeting = {
  readonly workspaceId: string;
  readonly meetingId: string;
  readonly userId: string;
  readonly typed: TypedRecord;
};

export type RecordMeetingResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: MeetingRecordRefusal | 'meeting_not_found' | 'client_parted' };

/**
 * Keeps what was said in a meeting with the client, and in the same transaction computes the verdict again and posts it (method 6): its
 * plan and items are not touched. A record is written once: the same form delivered twice is one record, a second one is refused, and
 * one of a client that we have parted with, about which a new verdict would ask for a decision that nobody can take. The caller has made
 * sure that the person manages the client.
 */
export async function recordClientMeeting(
  deps: Deps,
  { workspaceId, meetingId, userId, typed }: RecordMeeting,
): Promise<RecordMeetingResult> {
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores): Promise<RecordMeetingResult> => {
    const found = await stores.meetings.find(meetingId);
    const review = found && (await stores.reviews.lock(found.reviewId));
    // Read again: whoever recorded it a moment before held the lock until now.
    const meeting = review && (await stores.meetings.find(meetingId));
    if (!meeting) return { ok: false, reason: 'meeting_not_found' };
    const now = deps.clock();
    const recorded = recordMeeting(meeting, typed, { userId, now });
    if (!recorded.ok) {
      const isRepeated = meeting.recordedById === userId && meeting.record?.theirView === typed.theirView.trim();
      return isRepeated && recorded.reason === 'already_recorded' ? { ok: true } : recorded;
    }
    if ((await stores.clients.find(review.clientId))?.status === 'parted')
      return { ok: false, reason: 'client_parted' };
    const { record } = recorded.value;
    if (record === null || !(await stores.meetings.save(recorded.value, now)))
      return { ok: false, reason: 'already_recorded' };
    await oweMeeting(stores, review, { meeting: recorded.value, before: null });
    const { willingToMend, heardUs } = record;
    const details = { willingToMend, heardUs };
    await stores.audit.add({ actorId: userId, action: 'meeting_recorded', subject: review.id, details, at: now });
    await renewVerdict(stores, { review, facts: { clientMeeting: { willingToMend } }, evenIfSame: true, now });
    return { ok: true };
  });
}
