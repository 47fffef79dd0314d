import {
  type ClientMeeting,
  checkMeeting,
  type MeetingPlanRefusal,
  type TypedMeeting,
} from '../domain/meeting/client-meeting.ts';
import { isOpen } from '../domain/review.ts';
import type { Review } from '../domain/review-record.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';
import { oweMeeting } from './owe-meeting.ts';

export type SaveMeeting = {
  readonly workspaceId: string;
  readonly userId: string;
  readonly reviewId: string;
  /** Made for the form: one that is new, or that of the meeting to change. */
  readonly meetingId: string;
  /** What a form did not ask for stays as it was. */
  readonly typed: Partial<TypedMeeting>;
};

export type SaveMeetingRefusal =
  | MeetingPlanRefusal
  | 'review_not_found'
  | 'still_open'
  | 'client_parted'
  | 'planned_already'
  | 'already_recorded'
  | 'meeting_cancelled'
  | 'changed_meanwhile';
export type SaveMeetingResult = { readonly ok: true } | { readonly ok: false; readonly reason: SaveMeetingRefusal };

/**
 * Plans the talk with a client after a review has closed, or changes it: the meeting, what the thread says of it and a message with the
 * prep sheet to each of us who comes, in one transaction. The same form sent twice plans one meeting, and a review has one planned at
 * a time; with a client that we have parted with nothing is planned. The caller has made sure that the person manages the client and
 * who may come.
 */
export async function saveClientMeeting(deps: Deps, request: SaveMeeting): Promise<SaveMeetingResult> {
  const { workspaceId, reviewId, meetingId, userId, typed } = request;
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores): Promise<SaveMeetingResult> => {
    const review = await stores.reviews.lock(reviewId);
    if (!review || review.isRehearsal || review.state === 'cancelled') return { ok: false, reason: 'review_not_found' };
    if (isOpen(review.state)) return { ok: false, reason: 'still_open' };
    if ((await stores.clients.find(review.clientId))?.status === 'parted')
      return { ok: false, reason: 'client_parted' };
    const now = deps.clock();
    const before = await stores.meetings.find(meetingId);
    const result = before
      ? await change(stores, { review, before, typed, now })
      : await plan(stores, { review, meetingId, userId, typed, now });
    if (!result.ok || result.meeting === null) return result;
    await oweMeeting(stores, review, { meeting: result.meeting, before });
    const action = before ? 'meeting_changed' : 'meeting_planned';
    await stores.audit.add({ actorId: userId, action, subject: review.id, details: null, at: now });
    return { ok: true };
  });
}

/** `meeting`: null where nothing has to be done. */
type Done = { readonly ok: true; readonly meeting: ClientMeeting | null } | Extract<SaveMeetingResult, { ok: false }>;

type Common = { readonly review: Review; readonly typed: Partial<TypedMeeting>; readonly now: Date };

const NOTHING: TypedMeeting = { startsAt: null, place: '', attendeeIds: [], prepSheet: '' };

async function plan(
  stores: Stores,
  { review, meetingId, userId, typed, now }: Common & { readonly meetingId: string; readonly userId: string },
): Promise<Done> {
  const others = await stores.meetings.listOf(review.id);
  if (others.some(({ state }) => state === 'planned')) return { ok: false, reason: 'planned_already' };
  const checked = checkMeeting({ ...NOTHING, ...typed }, now);
  if (!checked.ok) return checked;
  const meeting: ClientMeeting = {
    ...checked.value,
    ...{ id: meetingId, clientId: review.clientId, reviewId: review.id, plannedById: userId, plannedAt: now },
    ...{ state: 'planned', record: null, recordedById: null, version: 0 },
  };
  return (await stores.meetings.add(meeting)) ? { ok: true, meeting } : { ok: false, reason: 'changed_meanwhile' };
}

async function change(
  stores: Stores,
  { review, before, typed, now }: Common & { readonly before: ClientMeeting },
): Promise<Done> {
  if (before.reviewId !== review.id) return { ok: false, reason: 'review_not_found' };
  if (before.state === 'recorded') return { ok: false, reason: 'already_recorded' };
  if (before.state === 'cancelled') return { ok: false, reason: 'meeting_cancelled' };
  const { startsAt, place, attendeeIds, prepSheet } = before;
  const wanted = { startsAt, place, attendeeIds, prepSheet, ...typed };
  // Its sheet can be mended also once it has begun; a time that stays is not checked again.
  const isMoved = wanted.startsAt?.getTime() !== startsAt.getTime();
  const checked = checkMeeting(wanted, now, isMoved ? before.plannedAt : new Date(0));
  if (!checked.ok) return checked;
  const meeting: ClientMeeting = { ...before, ...checked.value, version: before.version + 1 };
  if (isSame(meeting, before)) return { ok: true, meeting: null };
  return (await stores.meetings.save(meeting, now))
    ? { ok: true, meeting }
    : { ok: false, reason: 'changed_meanwhile' };
}

function isSame(a: ClientMeeting, b: ClientMeeting): boolean {
  const facts = ({ startsAt, place, attendeeIds, prepSheet }: ClientMeeting) =>
    JSON.stringify([startsAt, place, attendeeIds, prepSheet]);
  return facts(a) === facts(b);
}
