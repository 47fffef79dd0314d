import { checkNewItems } from '../../../domain/plan/plan-draft.ts';
import { type ItemChange, MAX_OPEN_ITEMS } from '../../../domain/plan/plan-item.ts';
import { addPlanItems } from '../../../usecases/add-plan-items.ts';
import { changePlanItem } from '../../../usecases/change-plan-item.ts';
import { readPlanItem } from '../../../usecases/read-plan.ts';
import { savePlanAnswers } from '../../../usecases/save-plan-answers.ts';
import { renderPlanItems, renderPlanSuggestions } from '../../blocks/views/plan-forms.ts';
import { FIELDS } from '../../ids.ts';
import { readFormFields } from '../../parse/form-fields.ts';
import { parseItem, parsePlanItems, parsePlanQuestions, parsePlanSuggestions } from '../../parse/plan-forms.ts';
import { parsePlanTarget } from '../../plan-target.ts';
import { parseTarget } from '../../target.ts';
import type { Actor } from '../actor.ts';
import type { ListenerContext } from '../listener-context.ts';
import { mayManageClient } from '../may-manage.ts';
import { findOwnerRefusals, itemActor, itemRefusalText, todayOf } from '../plan-access.ts';
import type { ViewHandler, ViewOutcome } from '../view-listener.ts';

const refuse = (field: string, text: string): { outcome: ViewOutcome } => ({
  outcome: { kind: 'texts', texts: { [field]: text } },
});

/** The review of a plan's form, for a manager of its client; otherwise why not. */
async function findReview(ctx: ListenerContext, actor: Actor, reviewId: string | undefined) {
  const { t, workspaceId } = actor;
  const review = reviewId ? await ctx.storage.forWorkspace(workspaceId).reviews.find(reviewId) : null;
  if (!review) return { ok: false, text: t.forms.errors.review_gone } as const;
  if (!(await mayManageClient(ctx, actor, review.clientId)))
    return { ok: false, text: t.planForms.replies.notManager } as const;
  return { ok: true, review } as const;
}

/** The guided questions: kept, then the items that follow from them take their place. */
export const planQuestionsHandler: ViewHandler = async ({ ctx, actor, body }) => {
  const { t, workspaceId, userId } = actor;
  const field = FIELDS.plan('where');
  const found = await findReview(ctx, actor, parseTarget(body.view.private_metadata)?.reviewId);
  if (!found.ok) return refuse(field, found.text);
  const reviewId = found.review.id;
  const saved = await savePlanAnswers(ctx, { workspaceId, reviewId, userId, ...parsePlanQuestions(body.view) });
  if (!saved.ok)
    return refuse(
      field,
      saved.reason === 'not_repairing' ? t.planForms.replies.not_repairing : t.forms.errors.review_gone,
    );
  const { suggested, roomFor } = saved.value;
  if (roomFor === 0) return refuse(field, t.plan.tooMany(MAX_OPEN_ITEMS));
  const own = { reviewId, first: [], ticked: [], room: roomFor };
  const view = suggested.length === 0 ? renderPlanItems(own, t) : renderPlanSuggestions(saved.value, t);
  return { outcome: { kind: 'view', view } };
};

/** What was ticked: each gets its words, its owner and its date. */
export const planSuggestionsHandler: ViewHandler = async ({ ctx, actor, body }) => {
  const { t } = actor;
  const target = parsePlanTarget(body.view.private_metadata);
  const found = await findReview(ctx, actor, target?.reviewId);
  if (!found.ok || !target) return refuse(FIELDS.suggestions, found.ok ? t.forms.errors.review_gone : found.text);
  const ticked = parsePlanSuggestions(body.view);
  if (ticked.length > target.room) return refuse(FIELDS.suggestions, t.planForms.suggestions.tooMany(target.room));
  return { outcome: { kind: 'view', view: renderPlanItems({ ...target, ticked }, t) } };
};

/** The items themselves: all are saved, or every field that needs a change says so. */
export const planItemsHandler: ViewHandler = async ({ ctx, actor, body }) => {
  const { t, workspaceId, userId } = actor;
  const target = parsePlanTarget(body.view.private_metadata);
  const field = FIELDS.planItem('text', 0);
  const found = await findReview(ctx, actor, target?.reviewId);
  if (!found.ok || !target) return refuse(field, found.ok ? t.forms.errors.review_gone : found.text);
  const { clientId, id: reviewId } = found.review;
  const typed = parsePlanItems(body.view, target);
  if (typed.length === 0) return refuse(field, t.planForms.items.needed);
  const refusalOf = await findOwnerRefusals(ctx, actor, {
    clientId,
    reviewId,
    userIds: typed.map(({ ownerId }) => ownerId),
  });
  const checked = checkNewItems({ typed, refusalOf, today: todayOf(ctx, actor) });
  if (!checked.ok) {
    const texts = checked.problems.map((at) => [FIELDS.planItem(at.field, at.index), t.plan.refused[at.reason]]);
    return { outcome: { kind: 'texts', texts: Object.fromEntries(texts) } };
  }
  const submitKey = body.view.id;
  const added = await addPlanItems(ctx, { workspaceId, reviewId, userId, items: checked.items, submitKey });
  if (added.ok) return { outcome: { kind: 'close' } };
  if (added.reason === 'too_many') return refuse(field, t.plan.tooMany(MAX_OPEN_ITEMS));
  return refuse(
    field,
    added.reason === 'not_repairing' ? t.planForms.replies.not_repairing : t.forms.errors.review_gone,
  );
};

/** *Later*: another date. */
export const itemLaterHandler: ViewHandler = (args) => {
  const dueOn = readFormFields(args.body.view).date(FIELDS.dueOn);
  return change(args, FIELDS.dueOn, () => [{ kind: 'later', dueOn }]);
};

/** *Open again*, with a new date. */
export const itemReopenHandler: ViewHandler = (args) => {
  const dueOn = readFormFields(args.body.view).date(FIELDS.dueOn);
  return change(args, FIELDS.dueOn, () => [{ kind: 'reopen', dueOn }]);
};

/** *Drop*, with the reason. */
export const itemDropHandler: ViewHandler = (args) => {
  const reason = readFormFields(args.body.view).text(FIELDS.reason);
  return change(args, FIELDS.reason, () => [{ kind: 'drop', reason }]);
};

/** *Change*: words and date, and the owner where it is somebody else. */
export const itemEditHandler: ViewHandler = async (args) => {
  const { ctx, actor, body } = args;
  const { text, ownerId, dueOn } = parseItem(body.view, 0);
  const [textField, ownerField, dueField] = (['text', 'ownerId', 'dueOn'] as const).map((one) =>
    FIELDS.planItem(one, 0),
  ) as [string, string, string];
  const itemId = body.view.private_metadata;
  const found = await readPlanItem(ctx, { workspaceId: actor.workspaceId, itemId });
  if (!found) return refuse(textField, actor.t.planForms.replies.itemGone);
  if (ownerId === null) return refuse(ownerField, actor.t.plan.refused.owner_missing);
  const { clientId, reviewId } = found.item;
  const reason = (await findOwnerRefusals(ctx, actor, { clientId, reviewId, userIds: [ownerId] }))(ownerId);
  if (reason !== null && ownerId !== found.item.ownerId) return refuse(ownerField, actor.t.plan.refused[reason]);
  const give: ItemChange[] = ownerId === found.item.ownerId ? [] : [{ kind: 'give', ownerId, dueOn }];
  return change(args, textField, () => [{ kind: 'edit', text, dueOn }, ...give], dueField);
};

type ViewHandlerArgs = Parameters<ViewHandler>[0];

async function change(
  { ctx, actor, body }: ViewHandlerArgs,
  field: string,
  changes: () => [ItemChange, ...ItemChange[]],
  dueField = field,
): ReturnType<ViewHandler> {
  const { workspaceId, t } = actor;
  const found = await readPlanItem(ctx, { workspaceId, itemId: body.view.private_metadata });
  if (!found) return refuse(field, t.planForms.replies.itemGone);
  const who = await itemActor(ctx, actor, found.item.clientId);
  const result = await changePlanItem(ctx, { workspaceId, itemId: found.item.id, changes: changes(), ...who });
  if (result.ok) return { outcome: { kind: 'close' } };
  const isDate = result.reason.startsWith('date_') || result.reason === 'not_later';
  const closedBy = result.reason === 'item_not_found' ? null : result.item.closedById;
  // A field shows plain text: a name, and no mention.
  if (closedBy !== null && (result.reason === 'already_done' || result.reason === 'already_dropped')) {
    const { name } = await ctx.directory.find(closedBy);
    return refuse(field, t.planForms.replies.closedBy(name));
  }
  return refuse(isDate ? dueField : field, itemRefusalText(result, actor));
}
