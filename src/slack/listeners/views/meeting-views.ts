import { memberRefusal } from '../../../domain/member.ts';
import { recordClientMeeting } from '../../../usecases/record-client-meeting.ts';
import { saveClientMeeting } from '../../../usecases/save-client-meeting.ts';
import { FIELDS } from '../../ids.ts';
import { parseMeetingTarget } from '../../meeting-target.ts';
import { parseMeetingForm, parseMeetingRecord } from '../../parse/meeting-forms.ts';
import { mayManageClient } from '../may-manage.ts';
import { managerRefusal } from '../refusal-text.ts';
import type { ViewArgs, ViewHandler, ViewOutcome } from '../view-listener.ts';

const MAX_PEOPLE = 50;

/** Refusals with a field of their own; what is not listed is said at the form's first field. */
const FIELD_OF: Readonly<Record<string, string>> = {
  place_too_long: FIELDS.place,
  too_many: FIELDS.attendees,
  sheet_too_long: FIELDS.prepSheet,
  heard_missing: FIELDS.heardUs,
  willing_missing: FIELDS.willing,
};

/** Planning a meeting, moving it, mending its sheet: nothing typed is lost, and only people of us come. */
export const meetingHandler: ViewHandler = async (args) => {
  const { ctx, actor, body } = args;
  const typed = parseMeetingForm(body.view);
  const first = typed.startsAt === undefined ? FIELDS.prepSheet : FIELDS.startsAt;
  const wrong = await refuseStranger(args, first);
  if (wrong) return { outcome: wrong };
  const attendeeIds = typed.attendeeIds ?? [];
  if (attendeeIds.length > MAX_PEOPLE) return refuse(args, 'too_many', first);
  const members = await ctx.directory.findAll([...attendeeIds]);
  if (members.some((member) => memberRefusal(member) !== null))
    return { outcome: { kind: 'errors', errors: { [FIELDS.attendees]: 'person_not_allowed' } } };
  const target = parseMeetingTarget(body.view.private_metadata);
  if (!target) return refuse(args, 'meeting_not_found', first);
  const { workspaceId, userId } = actor;
  const result = await saveClientMeeting(ctx, { workspaceId, userId, ...target, typed });
  if (result.ok) return { outcome: { kind: 'close' } };
  return refuse(args, result.reason === 'review_not_found' ? 'meeting_not_found' : result.reason, first);
};

/** What was said in the meeting; the verdict follows. */
export const meetingRecordHandler: ViewHandler = async (args) => {
  const { ctx, actor, body } = args;
  const wrong = await refuseStranger(args, FIELDS.theirView);
  if (wrong) return { outcome: wrong };
  const target = parseMeetingTarget(body.view.private_metadata);
  if (!target) return refuse(args, 'meeting_not_found', FIELDS.theirView);
  const { workspaceId, userId } = actor;
  const typed = parseMeetingRecord(body.view);
  const result = await recordClientMeeting(ctx, { workspaceId, userId, meetingId: target.meetingId, typed });
  return result.ok ? { outcome: { kind: 'close' } } : refuse(args, result.reason, FIELDS.theirView);
};

/** Whoever sends the form must manage the client that it is about: the one of the meeting, where there is one. */
async function refuseStranger({ ctx, actor, body }: ViewArgs, field: string): Promise<ViewOutcome | null> {
  const target = parseMeetingTarget(body.view.private_metadata);
  const stores = ctx.storage.forWorkspace(actor.workspaceId);
  const meeting = target && (await stores.meetings.find(target.meetingId));
  const review = target && (await stores.reviews.find(meeting?.reviewId ?? target.reviewId));
  if (review && (await mayManageClient(ctx, actor, review.clientId))) return null;
  if (!review) return { kind: 'texts', texts: { [field]: actor.t.meeting.refused.meeting_not_found } };
  return { kind: 'errors', errors: { [field]: managerRefusal(actor) } };
}

function refuse(
  { actor }: ViewArgs,
  reason: keyof ViewArgs['actor']['t']['meeting']['refused'],
  first: string,
): { outcome: ViewOutcome } {
  return { outcome: { kind: 'texts', texts: { [FIELD_OF[reason] ?? first]: actor.t.meeting.refused[reason] } } };
}
