import { randomUUID } from 'node:crypto';
import type { ModalView } from '@slack/types';
import { type Mrkdwn, md } from '../../../domain/escaping.ts';
import type { ClientMeeting } from '../../../domain/meeting/client-meeting.ts';
import { planPrepSheet } from '../../../domain/meeting/prep-sheet.ts';
import { prepSheetText } from '../../../i18n/prep-sheet-text.ts';
import { cancelClientMeeting } from '../../../usecases/cancel-client-meeting.ts';
import { type MeetingFacts, readMeetingFacts } from '../../../usecases/meeting-record.ts';
import { renderLoadingView } from '../../blocks/views/loading-view.ts';
import { type MeetingFormPart, renderMeetingForm, renderMeetingRecordForm } from '../../blocks/views/meeting-form.ts';
import { renderMessageView } from '../../blocks/views/message-view.ts';
import { parseTarget } from '../../target.ts';
import { openForm, replyTo, showForm } from '../interaction.ts';
import { mayManageClient } from '../may-manage.ts';
import { managerRefusalText } from '../refusal-text.ts';
import type { ActionArgs } from '../run-listener.ts';
import { updateView } from '../show-desk.ts';

/** *Plan the meeting*, of a review or of the newest review of a client; where one is planned already, that one is shown. */
export async function planMeeting(args: ActionArgs): Promise<void> {
  const { ctx, actor, body } = args;
  const { t } = actor;
  const viewId = await showForm(ctx, body, renderLoadingView(t));
  if (viewId === null) return replyTo(ctx, body, { text: t.refusals.formTooSlow });
  await updateView(ctx, viewId, await buildPlanForm(args));
}

/** *Move it* and *Edit the sheet*. */
export function changeMeeting(part: Exclude<MeetingFormPart, 'all'>) {
  return async (args: ActionArgs): Promise<void> => {
    const found = await findMeeting(args);
    if (!found.ok) return replyTo(args.ctx, args.body, { text: found.text });
    const { meeting, clientName } = found;
    const target = { reviewId: meeting.reviewId, meetingId: meeting.id };
    await open(args, renderMeetingForm({ ...target, part, clientName, initial: meeting }, args.actor.t));
  };
}

/** *Record the meeting*. */
export async function openMeetingRecord(args: ActionArgs): Promise<void> {
  const { ctx, actor, body } = args;
  const found = await findMeeting(args);
  if (!found.ok) return replyTo(ctx, body, { text: found.text });
  const { meeting, clientName } = found;
  if (ctx.clock() < meeting.startsAt) return replyTo(ctx, body, { text: actor.t.meeting.refused.not_held_yet });
  // Said before anything is typed; the record itself is refused as well.
  const client = await ctx.storage.forWorkspace(actor.workspaceId).clients.find(meeting.clientId);
  if (client?.status === 'parted') return replyTo(ctx, body, { text: actor.t.meeting.refused.client_parted });
  const target = { reviewId: meeting.reviewId, meetingId: meeting.id };
  await open(args, renderMeetingRecordForm({ ...target, clientName }, actor.t));
}

/** *Call it off*: the messages of the meeting say so. */
export async function callMeetingOff(args: ActionArgs): Promise<void> {
  const { ctx, actor, body } = args;
  const found = await findMeeting(args);
  if (!found.ok) return replyTo(ctx, body, { text: found.text });
  const { workspaceId, userId, t } = actor;
  const result = await cancelClientMeeting(ctx, { workspaceId, userId, meetingId: found.meeting.id });
  if (!result.ok) await replyTo(ctx, body, { text: t.meeting.refused[result.reason] });
}

async function buildPlanForm(args: ActionArgs): Promise<ModalView> {
  const { ctx, actor } = args;
  const { t, workspaceId } = actor;
  const say = (text: Mrkdwn) => renderMessageView({ title: t.meeting.formTitle.all, text }, t);
  const stores = ctx.storage.forWorkspace(workspaceId);
  const reviewId = await reviewOf(args);
  const facts = reviewId && (await readMeetingFacts(ctx, { workspaceId, reviewId }));
  if (!facts) {
    if (!actor.isManager) return say(managerRefusalText(actor));
    return say(md`${t.meeting.refused.no_review}`);
  }
  const { review } = facts;
  if (!(await mayManageClient(ctx, actor, review.clientId))) return say(managerRefusalText(actor));
  const client = await stores.clients.find(review.clientId);
  if (client?.status === 'parted') return say(md`${t.meeting.refused.client_parted}`);
  const planned = (await stores.meetings.listOf(review.id)).find(({ state }) => state === 'planned');
  const common = { reviewId: review.id, part: 'all', clientName: review.clientName } as const;
  if (planned) return renderMeetingForm({ ...common, meetingId: planned.id, initial: planned }, t);
  const prepSheet = await writeSheet(args, facts);
  const initial = { startsAt: null, place: '', attendeeIds: [actor.userId], prepSheet };
  return renderMeetingForm({ ...common, meetingId: randomUUID(), initial }, t);
}

/** The button names a review, or a client whose newest closed review is meant. */
async function reviewOf({ ctx, actor, value }: ActionArgs): Promise<string | null> {
  const target = parseTarget(value);
  if (target) return target.reviewId;
  const stores = ctx.storage.forWorkspace(actor.workspaceId);
  const client = await stores.clients.find(value ?? '');
  return client && ((await stores.reviews.findLatestClosed(client.id))?.id ?? null);
}

async function writeSheet({ ctx, actor }: ActionArgs, facts: MeetingFacts): Promise<string> {
  const members = await ctx.directory.findAll([...facts.colleagueIds]);
  const colleagues = { names: members.map(({ name }) => name), placeholder: actor.t.meeting.sheet.colleague };
  return prepSheetText(planPrepSheet({ ...facts, colleagues }), actor.t);
}

type Found =
  | { readonly ok: true; readonly meeting: ClientMeeting; readonly clientName: string }
  | { readonly ok: false; readonly text: Mrkdwn };

/** The planned meeting that a button names, for somebody who manages its client. */
async function findMeeting({ ctx, actor, value }: ActionArgs): Promise<Found> {
  const { refused } = actor.t.meeting;
  const stores = ctx.storage.forWorkspace(actor.workspaceId);
  const meeting = await stores.meetings.find(value ?? '');
  const review = meeting && (await stores.reviews.find(meeting.reviewId));
  if (!review) return { ok: false, text: md`${refused.meeting_not_found}` };
  if (!(await mayManageClient(ctx, actor, meeting.clientId))) return { ok: false, text: managerRefusalText(actor) };
  if (meeting.state === 'recorded') return { ok: false, text: md`${refused.already_recorded}` };
  if (meeting.state === 'cancelled') return { ok: false, text: md`${refused.meeting_cancelled}` };
  return { ok: true, meeting, clientName: review.clientName };
}

async function open({ ctx, actor, body }: ActionArgs, view: ModalView): Promise<void> {
  if (!(await openForm(ctx, body, view))) await replyTo(ctx, body, { text: actor.t.refusals.formTooSlow });
}
