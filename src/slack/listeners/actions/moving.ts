import { moveRefusal } from '../../../domain/pause.ts';
import { isOpen } from '../../../domain/review.ts';
import { renderMoveForm } from '../../blocks/views/move-form.ts';
import { parseTarget } from '../../target.ts';
import { openForm, replyTo } from '../interaction.ts';
import type { ActionArgs } from '../run-listener.ts';

/**
 * *Move to another channel*, from the message about a pause or from anywhere else; its value is the review's target. Opens the form, or
 * says why this review is not moved by this person.
 */
export async function openMoveForm({ ctx, actor, body, value }: ActionArgs): Promise<void> {
  const { t, workspaceId, userId, isManager } = actor;
  const target = parseTarget(value);
  const review = target && (await ctx.storage.forWorkspace(workspaceId).reviews.find(target.reviewId));
  if (!review || review.isRehearsal) return replyTo(ctx, body, { text: t.refusals.reviewGone });
  const mover = { userId, isManager, channelId: '' };
  const reason = moveRefusal({ ...review, isOpen: isOpen(review.state) }, mover);
  if (reason !== null) return replyTo(ctx, body, { text: t.pauses.form.why[reason] });
  const view = renderMoveForm({ reviewId: review.id, clientName: review.clientName, channelId: review.channelId }, t);
  if (!(await openForm(ctx, body, view))) await replyTo(ctx, body, { text: t.refusals.formTooSlow });
}
