import { cancelMeeting } from '../domain/meeting/client-meeting.ts';
import type { Deps } from './deps.ts';
import { oweMeeting } from './owe-meeting.ts';

export type CancelMeetingResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'meeting_not_found' | 'already_recorded' | 'meeting_cancelled' };

/** Calls a meeting off; its messages say so. The caller has made sure that the person manages the client. */
export async function cancelClientMeeting(
  deps: Deps,
  { workspaceId, meetingId, userId }: { workspaceId: string; meetingId: string; userId: string },
): Promise<CancelMeetingResult> {
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores): Promise<CancelMeetingResult> => {
    const found = await stores.meetings.find(meetingId);
    const review = found && (await stores.reviews.lock(found.reviewId));
    // Read again: what was pressed a moment before is done by now.
    const meeting = review && (await stores.meetings.find(meetingId));
    if (!meeting) return { ok: false, reason: 'meeting_not_found' };
    const cancelled = cancelMeeting(meeting);
    if (!cancelled.ok) return cancelled;
    const now = deps.clock();
    if (!(await stores.meetings.save(cancelled.value, now))) return { ok: false, reason: 'meeting_cancelled' };
    await oweMeeting(stores, review, { meeting: cancelled.value, before: null });
    const trace = { actorId: userId, action: 'meeting_cancelled', subject: review.id, details: null, at: now } as const;
    await stores.audit.add(trace);
    return { ok: true };
  });
}
