import { meetingReminderPurpose, planMeetingReminders } from '../domain/meeting/meeting-reminder.ts';
import type { MeetingRef } from '../storage/meeting-sweep.ts';
import { peopleOfMeeting } from './owe-meeting.ts';
import type { PulseDeps } from './pulse-people.ts';
import { findWorkingPeople } from './working-people.ts';

/**
 * Owes the reminders of a meeting that are due now (method 6: the working day before). The purpose of the message is its memory: a
 * second run, or a second replica, owes nothing. Gives how many were owed.
 */
export async function remindMeeting(deps: PulseDeps, { workspaceId, meetingId }: MeetingRef): Promise<number> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const meeting = await stores.meetings.find(meetingId);
  if (!meeting) return 0;
  const userIds = peopleOfMeeting(meeting);
  const sent: string[] = [];
  for (const purpose of userIds.map((userId) => meetingReminderPurpose(meeting, userId)))
    if (await stores.outbox.find(purpose)) sent.push(purpose);
  if (sent.length === userIds.length) return 0;
  const people = await findWorkingPeople(deps, { workspaceId, userIds });
  const due = planMeetingReminders({ meeting, people, sentPurposes: new Set(sent) }, deps.clock());
  for (const { purpose, userId } of due) {
    const message = { kind: 'meeting_reminder', meetingId, userId } as const;
    const post = { purpose, reviewId: meeting.reviewId, channelId: userId, parentPurpose: null, message };
    await stores.transaction((own) => own.outbox.put(post));
  }
  return due.length;
}
