import type { ModalView } from '@slack/types';
import type { Mrkdwn } from '../../../domain/escaping.ts';
import { earlierPhases } from '../../../domain/reopen.ts';
import { isOpen } from '../../../domain/review.ts';
import type { Review } from '../../../domain/review-record.ts';
import { dateAfterWorkingDays } from '../../../domain/schedule.ts';
import { renderLoadingView } from '../../blocks/views/loading-view.ts';
import { renderMessageView } from '../../blocks/views/message-view.ts';
import { renderPeopleForm } from '../../blocks/views/people-form.ts';
import { renderReopenForm } from '../../blocks/views/reopen-form.ts';
import { renderTimesForm } from '../../blocks/views/times-form.ts';
import { parseTarget } from '../../target.ts';
import { findHideForm } from '../find-hide-form.ts';
import { isTriggerGone, openForm, replyTo } from '../interaction.ts';
import type { ActionArgs } from '../run-listener.ts';
import { facilitationRefusalText, updateDesk, updateView } from '../show-desk.ts';

/** *Change the time*. */
export const openTimesForm = (args: ActionArgs): Promise<void> =>
  onTop(args, async (review) => {
    const deadline = review.deadline && dateAfterWorkingDays(review.deadline, 0, args.actor.settings);
    const { id: reviewId, phaseEndsAt, preset } = review;
    return push(args, renderTimesForm({ reviewId, phaseEndsAt, deadline, isLive: preset === 'live' }, args.actor.t));
  });

/** *Open an earlier step again*. */
export const openReopenForm = (args: ActionArgs): Promise<void> =>
  onTop(args, async ({ id: reviewId, mode, state }) => {
    const { t } = args.actor;
    const earlier = earlierPhases(state);
    const view =
      earlier.length === 0
        ? renderMessageView({ title: t.desk.title.reopen, text: t.desk.nothingEarlier }, t)
        : renderReopenForm({ reviewId, mode, earlier }, t);
    return push(args, view);
  });

/** *People*: their names are looked up behind a page that says so. */
export const openPeopleForm = (args: ActionArgs): Promise<void> =>
  onTop(args, (review) =>
    pushLoading(args, async () => {
      const { ctx, actor } = args;
      const participants = await ctx.storage.forWorkspace(actor.workspaceId).participants.list(review.id);
      const present = participants.filter(({ absence }) => absence !== 'removed');
      const members = await ctx.directory.findAll(present.map(({ userId }) => userId));
      const named = present.map(({ userId, role }, at) => ({ userId, role, name: members[at]?.name ?? userId }));
      return renderPeopleForm({ reviewId: review.id, present: named }, actor.t);
    }),
  );

/** *Hide an answer*: first the question, unless there is only one with something to hide. */
export const openHideForm = (args: ActionArgs): Promise<void> =>
  onTop(args, ({ id: reviewId }) =>
    pushLoading(args, () => findHideForm(args.ctx, args.actor, { reviewId, phase: null })),
  );

/** Puts a form on top of the desk, for the facilitator of an open review; for others the desk says why not. */
async function onTop({ ctx, actor, body, value }: ActionArgs, open: (review: Review) => Promise<void>): Promise<void> {
  const { t, workspaceId, userId } = actor;
  const target = parseTarget(value);
  const review = target && (await ctx.storage.forWorkspace(workspaceId).reviews.find(target.reviewId));
  if (!target || !review) return replyTo(ctx, body, { text: t.refusals.oldButton });
  const refuse = (notice: Mrkdwn) =>
    updateDesk(ctx, actor, { reviewId: review.id, viewId: body.view?.root_view_id ?? body.view?.id, notice });
  if (review.facilitatorId !== userId) return refuse(t.desk.facilitatorChanged(review.facilitatorId));
  if (!isOpen(review.state)) return refuse(facilitationRefusalText('review_closed', review.facilitatorId, t));
  return open(review);
}

async function push({ ctx, actor, body }: ActionArgs, view: ModalView): Promise<void> {
  if (!(await openForm(ctx, body, view))) await replyTo(ctx, body, { text: actor.t.refusals.formTooSlow });
}

/** Slack waits three seconds for a form, and look-ups may take longer: a page that says so stands there until then. */
async function pushLoading({ ctx, actor, body }: ActionArgs, build: () => Promise<ModalView>): Promise<void> {
  let viewId: string | undefined;
  try {
    const opened = await ctx.slack.views.push({ trigger_id: body.trigger_id, view: renderLoadingView(actor.t) });
    viewId = opened.view?.id;
  } catch (error) {
    if (!isTriggerGone(error)) throw error;
    return replyTo(ctx, body, { text: actor.t.refusals.formTooSlow });
  }
  if (viewId) await updateView(ctx, viewId, await build());
}
