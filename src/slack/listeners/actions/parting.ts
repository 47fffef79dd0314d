import { randomUUID } from 'node:crypto';
import type { ModalView } from '@slack/types';
import { memberRefusal } from '../../../domain/member.ts';
import { type Messages, translate } from '../../../i18n/index.ts';
import { readPartingStart } from '../../../usecases/begin-parting.ts';
import { finishPartingStep } from '../../../usecases/change-parting-step.ts';
import { findLastLessonReview } from '../../../usecases/last-lesson.ts';
import { type NoticeToEdit, readChannelSuggestion, readChecklist, readNotice } from '../../../usecases/read-parting.ts';
import { renderNoticeCopy } from '../../blocks/notice-copy.ts';
import { renderLastLessonForm, renderReopenClientForm } from '../../blocks/views/after-parting-forms.ts';
import {
  renderNoticeForm,
  renderPartingAdd,
  renderPartingBegin,
  renderPartingChannel,
  renderPartingEnd,
} from '../../blocks/views/parting-forms.ts';
import { renderPartingStepForm } from '../../blocks/views/parting-step-form.ts';
import { parsePartingTarget } from '../../parting-target.ts';
import { openForm, replyTo } from '../interaction.ts';
import { mayManageClient } from '../may-manage.ts';
import { partingBy, partingRefusalText } from '../parting-access.ts';
import { managerRefusalText } from '../refusal-text.ts';
import type { ActionArgs } from '../run-listener.ts';
import { findChecklistView } from '../show-checklist.ts';

type Refusal = Parameters<typeof partingRefusalText>[0];

/** *Open the checklist*: for a manager the form that begins it first; once it is begun, the checklist, for everybody of ours. */
export async function openParting(args: ActionArgs): Promise<void> {
  const { ctx, actor, value } = args;
  const target = parsePartingTarget(value);
  if (!target || memberRefusal(actor.member) !== null) return refuse(args, 'review_not_found');
  const parting = await partingBy(ctx, actor, target.reviewId);
  const start = await readPartingStart(ctx, parting);
  const view = await findChecklistView(ctx, actor, target.reviewId);
  // What is stopped or finished can be looked at; where a new beginning waits, a manager is asked for it.
  if (start.ok && !('begun' in start) && parting.isManager) return show(args, renderPartingBegin(start, actor.t));
  if (view) return show(args, view);
  return refuse(args, start.ok ? 'not_begun' : start.reason);
}

/** *Open* beside a step. */
export async function openPartingStep(args: ActionArgs): Promise<void> {
  const { ctx, actor, value } = args;
  const target = parsePartingTarget(value);
  if (!target) return refuse(args, 'step_not_found');
  const { workspaceId, reviewId, userId, isManager } = await partingBy(ctx, actor, target.reviewId);
  const checklist = await readChecklist(ctx, { workspaceId, reviewId });
  const step = checklist?.steps.find(({ id }) => id === target.stepId);
  if (!checklist || !step) return refuse(args, 'step_not_found');
  const isOurs = memberRefusal(actor.member) === null;
  if (!isOurs || (!isManager && step.ownerId !== userId)) return refuse(args, 'not_yours');
  if (checklist.isParted) return refuse(args, 'client_parted');
  const { today } = checklist;
  await show(args, renderPartingStepForm({ reviewId: checklist.reviewId, step, today, isManager }, actor.t));
}

/** *Done* in a message about steps. What shows the step says so; somebody who comes second hears that it is done. */
export async function finishStep(args: ActionArgs): Promise<void> {
  const { ctx, actor, value } = args;
  const target = parsePartingTarget(value);
  if (target?.stepId === undefined) return refuse(args, 'step_not_found');
  if (memberRefusal(actor.member) !== null) return refuse(args, 'not_yours');
  const { stepId, reviewId } = target;
  const result = await finishPartingStep(ctx, { ...(await partingBy(ctx, actor, reviewId)), stepId });
  if (!result.ok) await refuse(args, result.reason);
}

/** *Add a step*. */
export function openPartingAdd(args: ActionArgs): Promise<void> {
  return asManager(args, async (asked) => {
    const checklist = await readChecklist(args.ctx, asked);
    return checklist && renderPartingAdd({ ...checklist, formKey: randomUUID() }, args.actor.t);
  });
}

/** *Change the end date*. */
export function openPartingEnd(args: ActionArgs): Promise<void> {
  return asManager(args, async (asked) => {
    const checklist = await readChecklist(args.ctx, asked);
    return checklist && renderPartingEnd(checklist, args.actor.t);
  });
}

/** *Choose the channel*. */
export function openPartingChannel(args: ActionArgs): Promise<void> {
  return asManager(args, async (asked) => {
    const suggestion = await readChannelSuggestion(args.ctx, asked);
    return suggestion && renderPartingChannel(suggestion, args.actor.t);
  });
}

/** *Write the notice*: as it was saved, or the draft from the record. */
export function openNotice(args: ActionArgs): Promise<void> {
  return asManager(args, async (asked) => {
    const notice = await findNotice(args, asked);
    if (!notice) return null;
    const { reviewId, channel, language, saved } = notice;
    const text = saved?.text ?? draftText(notice);
    return renderNoticeForm({ reviewId, channel, language, text, version: saved?.version ?? null }, args.actor.t);
  });
}

/** *Show for copying*: in a direct message of the person's own, to nobody else. */
export async function showNotice(args: ActionArgs): Promise<void> {
  const { ctx, actor, body, value } = args;
  const target = parsePartingTarget(value);
  if (!target) return refuse(args, 'review_not_found');
  const asked = await partingBy(ctx, actor, target.reviewId);
  if (!asked.isManager) return replyTo(ctx, body, { text: managerRefusalText(actor) });
  const notice = await findNotice(args, asked);
  if (!notice?.saved) return replyTo(ctx, body, { text: actor.t.partingForms.notice.none });
  const shown = { clientName: notice.clientName, text: notice.saved.text };
  // One after the other: parts of a letter belong in their order.
  for (const message of renderNoticeCopy(shown, actor.t))
    await ctx.slack.chat.postMessage({ channel: actor.userId, ...message, unfurl_links: false, unfurl_media: false });
}

/** *Work with them again*. */
export async function openReopenClient(args: ActionArgs): Promise<void> {
  const { ctx, actor, body, value } = args;
  const client = await ctx.storage.forWorkspace(actor.workspaceId).clients.find(value ?? '');
  if (!client) return refuse(args, 'client_not_found');
  if (!(await mayManageClient(ctx, actor, client.id))) return replyTo(ctx, body, { text: managerRefusalText(actor) });
  if (client.status !== 'parted') return refuse(args, 'not_parted');
  await show(args, renderReopenClientForm(client, actor.t));
}

/** *Write a lesson*, for those who were asked. */
export async function openLastLesson(args: ActionArgs): Promise<void> {
  const { ctx, actor, value } = args;
  const target = parsePartingTarget(value);
  const { workspaceId, userId, t } = actor;
  const review = target && (await findLastLessonReview(ctx, { workspaceId, userId, reviewId: target.reviewId }));
  if (!review || memberRefusal(actor.member) !== null) return refuse(args, 'not_asked');
  const { clientName, mode } = review;
  await show(args, renderLastLessonForm({ reviewId: review.id, clientName, mode, formKey: randomUUID() }, t));
}

/** The draft in the language of the client. */
export function draftText({ draft, language, channel }: NoticeToEdit): string {
  const texts: Messages['parting']['notice'] = translate(language).parting.notice;
  return texts[channel === 'email' ? 'letter' : channel](draft);
}

type Asked = { readonly workspaceId: string; readonly reviewId: string };

async function findNotice({ ctx, actor }: ActionArgs, asked: Asked): Promise<NoticeToEdit | null> {
  // Who signs is the company as Slack knows it; no scope is needed to ask.
  const { team = '' } = await ctx.reads.auth.test();
  return readNotice(ctx, { ...asked, company: team, sender: actor.member.fullName ?? actor.member.name });
}

async function asManager(args: ActionArgs, build: (asked: Asked) => Promise<ModalView | null>): Promise<void> {
  const { ctx, actor, body, value } = args;
  const target = parsePartingTarget(value);
  if (!target) return refuse(args, 'review_not_found');
  const asked = await partingBy(ctx, actor, target.reviewId);
  if (!asked.isManager) return replyTo(ctx, body, { text: managerRefusalText(actor) });
  const view = await build(asked);
  return view ? show(args, view) : refuse(args, 'not_begun');
}

async function show({ ctx, actor, body }: ActionArgs, view: ModalView): Promise<void> {
  if (!(await openForm(ctx, body, view))) await replyTo(ctx, body, { text: actor.t.refusals.formTooSlow });
}

function refuse({ ctx, actor, body }: ActionArgs, reason: Refusal): Promise<void> {
  return replyTo(ctx, body, { text: partingRefusalText(reason, actor.t) });
}
