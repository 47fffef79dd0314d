import type { ModalView } from '@slack/types';
import { md } from '../../../domain/escaping.ts';
import type { PlanItem } from '../../../domain/plan/plan-item.ts';
import { changePlanItem } from '../../../usecases/change-plan-item.ts';
import { readPlanItem } from '../../../usecases/read-plan.ts';
import { readPlanStart } from '../../../usecases/read-plan-start.ts';
import { renderMessageView } from '../../blocks/views/message-view.ts';
import { renderPlanItems, renderPlanQuestions } from '../../blocks/views/plan-forms.ts';
import {
  renderItemDrop,
  renderItemEdit,
  renderItemLater,
  renderItemReopen,
} from '../../blocks/views/plan-item-forms.ts';
import { parseTarget } from '../../target.ts';
import type { Actor } from '../actor.ts';
import { openForm, replyTo } from '../interaction.ts';
import type { ListenerContext } from '../listener-context.ts';
import { mayManageClient } from '../may-manage.ts';
import { openLoadedForm } from '../open-loaded-form.ts';
import { itemActor, itemRefusalText, todayOf } from '../plan-access.ts';
import type { ActionArgs } from '../run-listener.ts';

/** *Make a plan*, later *Plan*: the guided questions, for a manager of the client. */
export async function openPlan(args: ActionArgs): Promise<void> {
  const { ctx, actor, body } = args;
  const reviewId = await findReviewOfManager(args);
  if (reviewId === null) return;
  const build = () => buildQuestions(ctx, actor, reviewId);
  if (await openLoadedForm(ctx, { triggerId: body.trigger_id, t: actor.t, build })) return;
  await replyTo(ctx, body, { text: actor.t.refusals.formTooSlow });
}

/** *Add an item*. */
export async function openAddItem(args: ActionArgs): Promise<void> {
  const reviewId = await findReviewOfManager(args);
  if (reviewId === null) return;
  const view = renderPlanItems({ reviewId, first: [], ticked: [], room: 0 }, args.actor.t);
  if (!(await openForm(args.ctx, args.body, view)))
    await replyTo(args.ctx, args.body, { text: args.actor.t.refusals.formTooSlow });
}

/** The review of the button, if this person manages its client; otherwise they are told. */
async function findReviewOfManager({ ctx, actor, body, value }: ActionArgs): Promise<string | null> {
  const { t, workspaceId } = actor;
  const target = parseTarget(value);
  const review = target && (await ctx.storage.forWorkspace(workspaceId).reviews.find(target.reviewId));
  const text: string | null =
    !review || review.isRehearsal
      ? t.refusals.reviewGone
      : (await mayManageClient(ctx, actor, review.clientId))
        ? null
        : t.planForms.replies.notManager;
  if (text === null) return review?.id ?? null;
  await replyTo(ctx, body, { text });
  return null;
}

async function buildQuestions(ctx: ListenerContext, actor: Actor, reviewId: string): Promise<ModalView> {
  const { t, workspaceId } = actor;
  const invited = await ctx.storage.forWorkspace(workspaceId).participants.list(reviewId);
  const members = await ctx.directory.findAll(invited.map(({ userId }) => userId));
  const colleagues = { names: members.map(({ name }) => name), placeholder: t.planForms.colleague };
  const start = await readPlanStart(ctx, { workspaceId, reviewId, colleagues });
  if (start.ok) return renderPlanQuestions(start.value, todayOf(ctx, actor), t);
  const text = start.reason === 'not_repairing' ? t.planForms.replies.not_repairing : t.refusals.reviewGone;
  return renderMessageView({ title: t.planForms.title, text: md`${text}` }, t);
}

/** *Done*. What shows the item says so; somebody who comes second hears who was first. */
export async function finishItem({ ctx, actor, body, value }: ActionArgs): Promise<void> {
  const { workspaceId } = actor;
  const found = await readPlanItem(ctx, { workspaceId, itemId: value ?? '' });
  if (!found) return replyTo(ctx, body, { text: actor.t.planForms.replies.itemGone });
  const who = await itemActor(ctx, actor, found.item.clientId);
  const result = await changePlanItem(ctx, { workspaceId, itemId: found.item.id, changes: [{ kind: 'done' }], ...who });
  if (!result.ok) await replyTo(ctx, body, { text: itemRefusalText(result, actor) });
}

/** *Later*. */
export const openLater = openItemForm(renderItemLater, 'owner');
/** *Drop*. */
export const openDrop = openItemForm(renderItemDrop, 'owner');
/** *Open again*, for what is closed. */
export const openItemReopen = openItemForm(renderItemReopen, 'owner', 'closed');
/** *Change* and *Give it to…*. */
export const openEdit = openItemForm(renderItemEdit, 'manager');

function openItemForm(
  render: (item: PlanItem, t: Actor['t']) => ModalView,
  whose: 'owner' | 'manager',
  wants: 'open' | 'closed' = 'open',
) {
  return async ({ ctx, actor, body, value }: ActionArgs): Promise<void> => {
    const { t, workspaceId } = actor;
    const found = await readPlanItem(ctx, { workspaceId, itemId: value ?? '' });
    if (!found) return replyTo(ctx, body, { text: t.planForms.replies.itemGone });
    const { item } = found;
    const { isManager } = await itemActor(ctx, actor, item.clientId);
    if (!isManager && (whose === 'manager' || item.ownerId !== actor.userId))
      return replyTo(ctx, body, {
        text: whose === 'manager' ? t.planForms.replies.notManager : t.plan.refused.not_yours,
      });
    if (wants === 'closed') {
      if (item.state === 'open') return replyTo(ctx, body, { text: t.plan.refused.still_open });
    } else if (item.state !== 'open') {
      const reason = item.state === 'done' ? 'already_done' : 'already_dropped';
      return replyTo(ctx, body, { text: itemRefusalText({ ok: false, reason, item }, actor) });
    }
    if (!(await openForm(ctx, body, render(item, t)))) await replyTo(ctx, body, { text: t.refusals.formTooSlow });
  };
}
