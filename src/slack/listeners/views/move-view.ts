import { memberRefusal } from '../../../domain/member.ts';
import { moveRefusal } from '../../../domain/pause.ts';
import { isOpen } from '../../../domain/review.ts';
import { moveReview } from '../../../usecases/move-review.ts';
import type { ChannelVerdict } from '../../guard/classify-channel.ts';
import { FIELDS } from '../../ids.ts';
import { parseMoveForm } from '../../parse/move-form.ts';
import { parseTarget } from '../../target.ts';
import type { ViewArgs, ViewHandler, ViewOutcome } from '../view-listener.ts';

/** More names than this are counted. */
const MAX_NAMES = 10;

/**
 * Moves a review to the chosen channel. The guard must allow it there, and everybody the review still waits for must be in it: the form
 * names those who are not, so that they are invited first and nobody is left behind.
 */
export const moveHandler: ViewHandler = async (args) => {
  const { ctx, actor, body } = args;
  const { form } = actor.t.pauses;
  const { channelId, publicConfirmed } = parseMoveForm(body.view);
  const target = parseTarget(body.view.private_metadata);
  if (!target) return refuse(form.why.review_not_found);
  if (channelId === null) return refuse(form.channelMissing);
  const { workspaceId, userId, isManager } = actor;
  const { reviewId } = target;
  // Before anybody is named to somebody who may not move this review.
  const review = await ctx.storage.forWorkspace(workspaceId).reviews.find(reviewId);
  if (!review || review.isRehearsal) return refuse(form.why.review_not_found);
  const reason = moveRefusal({ ...review, isOpen: isOpen(review.state) }, { userId, isManager, channelId });
  if (reason !== null) return refuse(form.why[reason]);
  const verdict = await ctx.guard.check(channelId);
  if (!verdict.ok) return refuse(form.refused[verdict.reason]);
  if (!verdict.channel.isPrivate && !publicConfirmed) return refuse(form.publicNotConfirmed, FIELDS.publicConfirmed);
  const missing = await findMissing(args, reviewId, verdict.channel);
  if (missing.length > 0)
    return refuse(form.missing(missing.slice(0, MAX_NAMES), Math.max(0, missing.length - MAX_NAMES)));
  const moved = await moveReview(ctx, { workspaceId, reviewId, userId, isManager, channelId });
  return moved.ok ? { outcome: { kind: 'close' } } : refuse(form.why[moved.reason]);
};

type Channel = Extract<ChannelVerdict, { ok: true }>['channel'];

/** The names of those the review waits for who are not in the channel. Who cannot be invited anywhere is not waited for. */
async function findMissing({ ctx, actor }: ViewArgs, reviewId: string, { memberIds }: Channel): Promise<string[]> {
  const participants = await ctx.storage.forWorkspace(actor.workspaceId).participants.list(reviewId);
  const absentHere = participants.filter(({ userId, absence }) => absence === null && !memberIds.includes(userId));
  const lookups = await ctx.directory.lookUpAll(absentHere.map(({ userId }) => userId));
  // Whom Slack does not tell about now counts as missing: the form can be sent again.
  const missing = lookups.filter(({ member, retryAfterMs }) => retryAfterMs !== null || memberRefusal(member) === null);
  return missing.map(({ member }) => member.name);
}

function refuse(text: string, field: string = FIELDS.channel): { outcome: ViewOutcome } {
  return { outcome: { kind: 'texts', texts: { [field]: text } } };
}
