import { isClientManager } from '../../../domain/client-managers.ts';
import { isManager, memberRefusal } from '../../../domain/member.ts';
import { ownerRefusal } from '../../../domain/plan/item-owner.ts';
import { beginParting } from '../../../usecases/begin-parting.ts';
import {
  addPartingStep,
  choosePartingChannel,
  movePartingEnd,
  savePartingNotice,
} from '../../../usecases/change-parting.ts';
import { changePartingStep } from '../../../usecases/change-parting-step.ts';
import { saveLastLesson } from '../../../usecases/last-lesson.ts';
import { reopenClient } from '../../../usecases/reopen-client.ts';
import { renderMessageView } from '../../blocks/views/message-view.ts';
import { FIELDS } from '../../ids.ts';
import { readFormFields } from '../../parse/form-fields.ts';
import { parsePartingForm, parseStepForm } from '../../parse/parting-form.ts';
import { mayManageClient } from '../may-manage.ts';
import { partingBy, partingRefusalText } from '../parting-access.ts';
import { findChecklistView, updateChecklist } from '../show-checklist.ts';
import type { ViewArgs, ViewHandler } from '../view-listener.ts';

type Handled = Awaited<ReturnType<ViewHandler>>;
type Refusal = Parameters<typeof partingRefusalText>[0];

/** Begins the playbook; the checklist takes the form's place. */
export const partingBeginHandler: ViewHandler = async (args) => {
  const { ctx, actor, body } = args;
  const { target, endOn } = parsePartingForm(body.view);
  if (!target) return refuse(args, FIELDS.endOn, 'review_not_found');
  const parting = await partingBy(ctx, actor, target.reviewId);
  const result = await beginParting(ctx, { ...parting, endOn });
  if (!result.ok) return refuse(args, FIELDS.endOn, result.reason);
  const view = await findChecklistView(ctx, actor, result.begun.reviewId);
  return { outcome: view ? { kind: 'view', view } : { kind: 'close' } };
};

/** Where a refused change of a step is said; what is not listed stands at its state. */
const STEP_FIELD: Readonly<Record<string, string>> = {
  reason_missing: FIELDS.reason,
  reason_too_long: FIELDS.reason,
  note_too_long: FIELDS.note,
  after_end: FIELDS.dueOn,
  date_missing: FIELDS.dueOn,
  date_invalid: FIELDS.dueOn,
  date_past: FIELDS.dueOn,
  date_too_far: FIELDS.dueOn,
};

/** One step. A new owner is looked up anew. */
export const partingStepHandler: ViewHandler = async (args) => {
  const { ctx, actor, body } = args;
  const { target, ...typed } = parseStepForm(body.view);
  if (target?.stepId === undefined) return refuse(args, FIELDS.stepState, 'step_not_found');
  // An owner may have become a guest since the step was given to them.
  if (memberRefusal(actor.member) !== null) return refuse(args, FIELDS.stepState, 'not_yours');
  const { reviewId, stepId, version = 0 } = target;
  const wrong = await findOwnerProblem(args, reviewId, { stepId, ownerId: typed.ownerId ?? null });
  if (wrong !== null) return { outcome: { kind: 'texts', texts: { [FIELDS.owner]: wrong } } };
  const parting = await partingBy(ctx, actor, reviewId);
  const result = await changePartingStep(ctx, { ...parting, ...typed, stepId, version });
  if (!result.ok) return refuse(args, STEP_FIELD[result.reason] ?? FIELDS.stepState, result.reason);
  return closed(args, reviewId);
};

/** *Add a step*. */
export const partingAddHandler: ViewHandler = async (args) => {
  const { ctx, actor, body } = args;
  const { target, text, dueOn } = parsePartingForm(body.view);
  if (target?.formKey === undefined) return refuse(args, FIELDS.text, 'review_not_found');
  const { reviewId, formKey } = target;
  const parting = await partingBy(ctx, actor, reviewId);
  const result = await addPartingStep(ctx, { ...parting, formKey, title: text ?? '', dueOn });
  if (result.ok) return closed(args, reviewId);
  const isOfDate = result.reason.startsWith('date_') || result.reason === 'after_end';
  return refuse(args, isOfDate ? FIELDS.dueOn : FIELDS.text, result.reason);
};

/** *Change the end date*. */
export const partingEndHandler: ViewHandler = async (args) => {
  const { ctx, actor, body } = args;
  const { target, endOn } = parsePartingForm(body.view);
  if (!target) return refuse(args, FIELDS.endOn, 'review_not_found');
  const result = await movePartingEnd(ctx, { ...(await partingBy(ctx, actor, target.reviewId)), endOn });
  return result.ok ? closed(args, target.reviewId) : refuse(args, FIELDS.endOn, result.reason);
};

/** *Choose the channel*. */
export const partingChannelHandler: ViewHandler = async (args) => {
  const { ctx, actor, body } = args;
  const { target, channel } = parsePartingForm(body.view);
  if (!target) return refuse(args, FIELDS.choice, 'review_not_found');
  if (channel === null) return refuse(args, FIELDS.choice, 'channel_missing');
  const result = await choosePartingChannel(ctx, { ...(await partingBy(ctx, actor, target.reviewId)), channel });
  return result.ok ? closed(args, target.reviewId) : refuse(args, FIELDS.choice, result.reason);
};

/** *Write the notice*: kept as it was edited. The channel it was written for is chosen with it, where none was. */
export const partingNoticeHandler: ViewHandler = async (args) => {
  const { ctx, actor, body } = args;
  const { target, text } = parsePartingForm(body.view);
  const { reviewId, channel, language, version = null } = target ?? {};
  if (!reviewId || !channel || !language) return refuse(args, FIELDS.text, 'review_not_found');
  const parting = await partingBy(ctx, actor, reviewId);
  const result = await savePartingNotice(ctx, { ...parting, channel, language, text: text ?? '', read: version });
  return result.ok ? closed(args, reviewId) : refuse(args, FIELDS.text, result.reason);
};

/** *Work with them again*. */
export const reopenClientHandler: ViewHandler = async (args) => {
  const { ctx, actor, body } = args;
  const { metadata: clientId, text } = readFormFields(body.view);
  const { workspaceId, userId, t } = actor;
  const canManage = await mayManageClient(ctx, actor, clientId);
  const asked = { workspaceId, userId, isManager: canManage, clientId, reason: text(FIELDS.reason) };
  const result = await reopenClient(ctx, asked);
  if (!result.ok) return refuse(args, FIELDS.reason, result.reason);
  const said = { title: t.partingForms.title.reopenClient, text: t.partingForms.reopenClient.done(result.name) };
  return { outcome: { kind: 'view', view: renderMessageView(said, t) } };
};

/** *Write a lesson*. */
export const lastLessonHandler: ViewHandler = async (args) => {
  const { ctx, actor, body } = args;
  const { target, learned } = parsePartingForm(body.view);
  if (target?.formKey === undefined) return refuse(args, FIELDS.learned, 'not_asked');
  const { workspaceId, userId, t } = actor;
  const { reviewId, formKey } = target;
  const result = await saveLastLesson(ctx, { workspaceId, userId, reviewId, formKey, text: learned });
  if (!result.ok) return refuse(args, FIELDS.learned, result.reason);
  const said = { title: t.partingForms.title.lesson, text: t.partingForms.lesson.done };
  return { outcome: { kind: 'view', view: renderMessageView(said, t) } };
};

/** Why the person chosen cannot do a step; null where they can, did so before, or nobody was chosen. */
async function findOwnerProblem(
  { ctx, actor }: ViewArgs,
  reviewId: string,
  { stepId, ownerId }: { readonly stepId: string; readonly ownerId: string | null },
): Promise<string | null> {
  if (ownerId === null) return null;
  const stores = ctx.storage.forWorkspace(actor.workspaceId);
  const review = await stores.reviews.find(reviewId);
  const client = review && (await stores.clients.findProfile(review.clientId));
  if (!review || !client) return null;
  const steps = await stores.partings.listSteps(reviewId);
  if (steps.some((step) => step.id === stepId && step.ownerId === ownerId)) return null;
  const [found] = await ctx.directory.lookUpAll([ownerId]);
  const member = found && found.retryAfterMs === null ? found.member : null;
  const ofTeam = client.team.length > 0 ? client.team : await stores.participants.list(reviewId);
  const isOfManagers = member !== null && (isManager(member, actor.settings) || isClientManager(member, client));
  const refusal = ownerRefusal(member, { teamIds: ofTeam.map(({ userId }) => userId), isManager: isOfManagers });
  return refusal && actor.t.plan.refused[refusal];
}

/** The form closes, and the checklist below it shows the new state. */
function closed({ ctx, actor, body }: ViewArgs, reviewId: string): Handled {
  const viewId = body.view.previous_view_id;
  return { outcome: { kind: 'close' }, after: () => updateChecklist(ctx, actor, { reviewId, viewId }) };
}

function refuse({ actor, body }: ViewArgs, field: string, reason: Refusal): Handled {
  const inputs = body.view.blocks.filter(({ type }) => type === 'input').map(({ block_id: id }) => id);
  const at = inputs.includes(field) ? field : (inputs[0] ?? field);
  return { outcome: { kind: 'texts', texts: { [at]: partingRefusalText(reason, actor.t) } } };
}
