import { dayOf } from '../calendar.ts';
import { workingDaysBefore } from '../working-days.ts';
import { mayBeWrittenTo, type WorkingPerson } from '../working-person.ts';
import type { ClientMeeting } from './client-meeting.ts';

export type MeetingReminder = { readonly meetingId: string; readonly userId: string; readonly purpose: string };

/** The name of a reminder. A meeting that is moved has a new one. */
export const meetingReminderPurpose = ({ id, startsAt }: ClientMeeting, userId: string) =>
  `meeting-reminder:${id}:${startsAt.getTime()}:${userId}`;

export type MeetingReminderFacts = {
  readonly meeting: ClientMeeting;
  /** Who planned it and our people who come, as far as they can be written to. */
  readonly people: readonly WorkingPerson[];
  readonly sentPurposes: ReadonlySet<string>;
};

/**
 * Who is reminded of a meeting now: each person once, the working day before it in their own calendar, in their working hours; after
 * downtime or a day off also on the day itself, until it begins. Nobody is reminded on the day the meeting was planned: they know.
 */
export function planMeetingReminders(
  { meeting, people, sentPurposes }: MeetingReminderFacts,
  now: Date,
): MeetingReminder[] {
  if (meeting.state !== 'planned' || now >= meeting.startsAt) return [];
  return people.flatMap((person) => {
    const { userId, timeZone, daysOff } = person;
    const purpose = meetingReminderPurpose(meeting, userId);
    const today = dayOf(now, timeZone);
    const remindOn = workingDaysBefore(dayOf(meeting.startsAt, timeZone), 1, daysOff);
    const isNews = today === dayOf(meeting.plannedAt, timeZone);
    const isDue = today >= remindOn && !isNews && mayBeWrittenTo(person, now);
    return isDue && !sentPurposes.has(purpose) ? [{ meetingId: meeting.id, userId, purpose }] : [];
  });
}
