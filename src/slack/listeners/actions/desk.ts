import type { Mrkdwn } from '../../../domain/escaping.ts';
import type { Facilitating, FacilitationRefusal } from '../../../usecases/as-facilitator.ts';
import { cancelReview } from '../../../usecases/cancel-review.ts';
import { remindNow } from '../../../usecases/remind-now.ts';
import { takeOver } from '../../../usecases/take-over.ts';
import { parseTarget } from '../../target.ts';
import { openForm, replyTo } from '../interaction.ts';
import { managerRefusalText } from '../refusal-text.ts';
import type { ActionArgs } from '../run-listener.ts';
import { facilitationRefusalText, findDesk, updateDesk } from '../show-desk.ts';

/** *Facilitate…* on the card: the desk for the facilitator, a page with *Take over* for managers, a refusal for everybody else. */
export async function openDesk({ ctx, actor, body, value }: ActionArgs): Promise<void> {
  const target = parseTarget(value);
  if (!target) return replyTo(ctx, body, { text: actor.t.refusals.oldButton });
  const found = await findDesk(ctx, actor, { reviewId: target.reviewId, notice: null, isOpening: true });
  if (!found.ok) return replyTo(ctx, body, { text: found.text });
  if (!(await openForm(ctx, body, found.view))) await replyTo(ctx, body, { text: actor.t.refusals.formTooSlow });
}

/** *Remind them*. */
export const remind = (args: ActionArgs): Promise<void> =>
  act(args, async (request) => {
    const { ctx, actor } = args;
    const findTimeZones = async (userIds: readonly string[]) =>
      (await ctx.directory.findAll(userIds)).map(({ timeZone }) => timeZone);
    const result = await remindNow({ ...ctx, findTimeZones }, request);
    return result.ok ? actor.t.desk.done.reminded(result.reminded) : result.reason;
  });

/** *Cancel the review*, once Slack has asked whether it is meant. */
export const cancel = (args: ActionArgs): Promise<void> =>
  act(args, async (request) => {
    const result = await cancelReview(args.ctx, request);
    return result.ok ? args.actor.t.desk.done.cancelled : result.reason;
  });

/** *Take over*, on a manager's page. */
export const takeOverReview = (args: ActionArgs): Promise<void> =>
  act(args, async (request) => {
    const { ctx, actor } = args;
    const result = await takeOver(ctx, { ...request, isManager: actor.isManager });
    if (result.ok || result.reason === 'facilitator_already') return actor.t.desk.done.tookOver;
    return result.reason === 'not_manager' ? { text: managerRefusalText(actor) } : result.reason;
  });

/** Does one thing from the desk and shows there what was done, or why not, above the new state. */
async function act(
  { ctx, actor, body, value }: ActionArgs,
  work: (request: Facilitating) => Promise<Mrkdwn | FacilitationRefusal | { readonly text: Mrkdwn }>,
): Promise<void> {
  const target = parseTarget(value);
  if (!target) return replyTo(ctx, body, { text: actor.t.refusals.oldButton });
  const { reviewId } = target;
  const { workspaceId, userId, t } = actor;
  const done = await work({ workspaceId, reviewId, userId });
  const notice = typeof done === 'object' ? done.text : isRefusal(done) ? await refusalText(done) : done;
  const viewId = body.view?.root_view_id ?? body.view?.id;
  if (!viewId) return replyTo(ctx, body, { text: notice });
  await updateDesk(ctx, actor, { reviewId, viewId, notice });

  async function refusalText(reason: FacilitationRefusal): Promise<Mrkdwn> {
    const review = await ctx.storage.forWorkspace(workspaceId).reviews.find(reviewId);
    return facilitationRefusalText(reason, review?.facilitatorId ?? null, t);
  }
}

/** Whole by its type: a reason that is missing here would be shown to a person as it is. */
const REFUSALS: Readonly<Record<FacilitationRefusal, true>> = {
  review_not_found: true,
  not_facilitator: true,
  review_closed: true,
  paused: true,
};

function isRefusal(done: string): done is FacilitationRefusal {
  return Object.hasOwn(REFUSALS, done);
}
