import { addDays, dayOf } from '../calendar.ts';
import { accepted, type Checked, refused } from '../checked.ts';
import { MAX_YEARS_AHEAD } from '../due-date.ts';
import type { WillingToMend } from '../verdict-context.ts';

export const MEETING_STATES = ['planned', 'recorded', 'cancelled'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** Whether the client heard our view. */
export const HEARD_US = ['yes', 'partly', 'no'] as const;
export type HeardUs = (typeof HEARD_US)[number];

/** Whether the client will mend what is wrong (method 6). */
export const WILLING = ['yes', 'partly', 'no'] as const satisfies readonly WillingToMend[];

export const MAX_MEETING_TEXT_LENGTH = 3000;
export const MAX_PLACE_LENGTH = 500;

/** What was said in the meeting. Texts are trimmed; an empty one says nothing. */
export type MeetingRecord = {
  readonly theirView: string;
  readonly ourView: string;
  readonly heardUs: HeardUs;
  readonly willingToMend: WillingToMend;
  readonly agreed: string;
};

/** A talk with the client about what the review found (method 6). */
export type ClientMeeting = {
  readonly id: string;
  readonly clientId: string;
  readonly reviewId: string;
  readonly plannedById: string;
  readonly plannedAt: Date;
  readonly startsAt: Date;
  /** A place or a link, as it was typed. */
  readonly place: string;
  /** Our own people who come, by Slack id. */
  readonly attendeeIds: readonly string[];
  /** The prep sheet as the manager left it. */
  readonly prepSheet: string;
  readonly state: MeetingState;
  readonly record: MeetingRecord | null;
  readonly recordedById: string | null;
  readonly version: number;
};

export type MeetingPlanRefusal = 'time_missing' | 'time_past' | 'time_too_far' | 'place_too_long' | 'sheet_too_long';
export type MeetingRecordRefusal =
  | 'not_held_yet'
  | 'already_recorded'
  | 'meeting_cancelled'
  | 'their_view_missing'
  | 'heard_missing'
  | 'willing_missing'
  | 'record_too_long';

/** A meeting as a form has it. */
export type TypedMeeting = {
  readonly startsAt: Date | null;
  readonly place: string;
  readonly attendeeIds: readonly string[];
  readonly prepSheet: string;
};

export type PlannedMeeting = Pick<ClientMeeting, 'startsAt' | 'place' | 'attendeeIds' | 'prepSheet'>;

/**
 * Whether a meeting can be planned like this: in the future, at most two years ahead. One that is moved may also go to a time since it
 * was planned (`earliest`): it was held sooner than we thought, and can be recorded then.
 */
export function checkMeeting(
  typed: TypedMeeting,
  now: Date,
  earliest = now,
): Checked<PlannedMeeting, MeetingPlanRefusal> {
  const { startsAt } = typed;
  const place = typed.place.trim();
  if (startsAt === null) return refused('time_missing');
  if (startsAt <= earliest) return refused('time_past');
  if (dayOf(startsAt, 'UTC') > addDays(dayOf(now, 'UTC'), MAX_YEARS_AHEAD * 366)) return refused('time_too_far');
  if (place.length > MAX_PLACE_LENGTH) return refused('place_too_long');
  if (typed.prepSheet.length > MAX_MEETING_TEXT_LENGTH) return refused('sheet_too_long');
  return accepted({ startsAt, place, attendeeIds: [...new Set(typed.attendeeIds)], prepSheet: typed.prepSheet });
}

/** A record as a form has it; what was not chosen is null. */
export type TypedRecord = Omit<MeetingRecord, 'heardUs' | 'willingToMend'> & {
  readonly heardUs: HeardUs | null;
  readonly willingToMend: WillingToMend | null;
};

/**
 * The meeting with its record (planned → recorded). Their view comes first and is required: a meeting of which only our own view is
 * known was no talk. A cancelled meeting has no record, one that has not begun has none yet, and a record is written once.
 */
export function recordMeeting(
  meeting: ClientMeeting,
  typed: TypedRecord,
  { userId, now }: { readonly userId: string; readonly now: Date },
): Checked<ClientMeeting, MeetingRecordRefusal> {
  if (meeting.state === 'recorded') return refused('already_recorded');
  if (meeting.state === 'cancelled') return refused('meeting_cancelled');
  if (now < meeting.startsAt) return refused('not_held_yet');
  const [theirView, ourView, agreed] = [typed.theirView.trim(), typed.ourView.trim(), typed.agreed.trim()];
  if (theirView === '') return refused('their_view_missing');
  if (typed.heardUs === null) return refused('heard_missing');
  if (typed.willingToMend === null) return refused('willing_missing');
  const longest = Math.max(theirView.length, ourView.length, agreed.length);
  if (longest > MAX_MEETING_TEXT_LENGTH) return refused('record_too_long');
  const record = { theirView, ourView, heardUs: typed.heardUs, willingToMend: typed.willingToMend, agreed };
  return accepted({ ...meeting, state: 'recorded', record, recordedById: userId, version: meeting.version + 1 });
}

/** The meeting called off (planned → cancelled); a recorded one stays recorded. */
export function cancelMeeting(
  meeting: ClientMeeting,
): Checked<ClientMeeting, 'already_recorded' | 'meeting_cancelled'> {
  if (meeting.state === 'recorded') return refused('already_recorded');
  if (meeting.state === 'cancelled') return refused('meeting_cancelled');
  return accepted({ ...meeting, state: 'cancelled', version: meeting.version + 1 });
}
