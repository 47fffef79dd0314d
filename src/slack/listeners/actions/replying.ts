import type { ModalView } from '@slack/types';
import { purposeOf } from '../../../domain/post.ts';
import { currentPhase } from '../../../domain/review.ts';
import { renderLoadingView } from '../../blocks/views/loading-view.ts';
import { renderMessageView } from '../../blocks/views/message-view.ts';
import { parsePlace } from '../../outbox/sent-part.ts';
import { mentionedIn, plainText } from '../../parse/plain-text.ts';
import { parseTarget, type Target } from '../../target.ts';
import { isTriggerGone, openForm, replyTo } from '../interaction.ts';
import { findAnswerForm } from '../open-answer-form.ts';
import { findDraftForm, findReplyForm } from '../open-reply-form.ts';
import { answerRefusalText } from '../refusal-text.ts';
import type { ActionArgs } from '../run-listener.ts';

/** *Say what kind of trouble*: the form of the very complaint that was typed, with what its words sound like. */
export async function tagReply({ ctx, actor, body, value }: ActionArgs): Promise<void> {
  const target = parseTarget(value);
  const channelId = body.channel?.id;
  if (!target?.messageTs || !channelId) return replyTo(ctx, body, { text: actor.t.refusals.oldButton });
  const { reviewId, messageTs, signals = [] } = target;
  const form = await findReplyForm(ctx, actor, { reviewId, channelId, messageTs, signals });
  if (!form.ok) {
    const review = await ctx.storage.forWorkspace(actor.workspaceId).reviews.find(reviewId);
    return replyTo(ctx, body, { text: answerRefusalText(form.reason, review?.facilitatorId ?? null, actor.t) });
  }
  if (!(await openForm(ctx, body, form.view))) await replyTo(ctx, body, { text: actor.t.refusals.formTooSlow });
}

/**
 * *Answer in the form*, after a message in the thread of a private review: the form of the question asked now, with the words of
 * that message. They are read from Slack at this moment, for their author alone, and go nowhere but into the form.
 */
export async function answerInForm(args: ActionArgs): Promise<void> {
  const { ctx, actor, body, value } = args;
  const target = parseTarget(value);
  if (!target?.messageTs) return replyTo(ctx, body, { text: actor.t.refusals.oldButton });
  let viewId: string | undefined;
  try {
    // Slack waits three seconds for a form; reading the message may take longer.
    const opened = await ctx.slack.views.open({ trigger_id: body.trigger_id, view: renderLoadingView(actor.t) });
    viewId = opened.view?.id;
  } catch (error) {
    if (!isTriggerGone(error)) throw error;
    return replyTo(ctx, body, { text: actor.t.refusals.formTooSlow });
  }
  if (viewId) await ctx.slack.views.update({ view_id: viewId, view: await buildView(args, target) });
}

async function buildView(args: ActionArgs, target: Target): Promise<ModalView> {
  const { ctx, actor } = args;
  const { reviewId } = target;
  const review = await ctx.storage.forWorkspace(actor.workspaceId).reviews.find(reviewId);
  const phase = review && currentPhase(review.state);
  const text = phase === null || phase === 'vote' ? '' : await readOwnMessage(args, target);
  const form =
    phase === null
      ? { ok: false as const, reason: review ? ('review_closed' as const) : ('review_not_found' as const) }
      : phase === 'vote' || text === ''
        ? await findAnswerForm(ctx, actor, { reviewId, phase })
        : await findDraftForm(ctx, actor, { reviewId, phase, text });
  if (form.ok) return form.view;
  const why = answerRefusalText(form.reason, review?.facilitatorId ?? null, actor.t);
  return renderMessageView({ title: actor.t.refusals.title, text: why }, actor.t);
}

/** The words of a message in the review's thread, if the presser wrote it; empty when not, or when Slack does not say. */
async function readOwnMessage({ ctx, actor }: ActionArgs, { reviewId, messageTs = '' }: Target): Promise<string> {
  const { outbox } = ctx.storage.forWorkspace(actor.workspaceId);
  const card = await outbox.find(purposeOf.card(reviewId));
  const place = card && parsePlace(card, card.sentTs[0]);
  if (!place) return '';
  const window = { oldest: messageTs, latest: messageTs, inclusive: true, limit: 10 };
  const page = await ctx.reads.conversations
    .replies({ channel: place.channel, ts: place.ts, ...window })
    .catch((err: unknown) => {
      ctx.logger.warn({ err }, 'a message was not read into a form');
      return null;
    });
  const message = page?.messages?.find(({ ts }) => ts === messageTs);
  if (message?.user !== actor.userId || !message.text) return '';
  const people = await ctx.directory.findAll(mentionedIn(message.text));
  return plainText(message.text, new Map(people.map(({ id, name }) => [id, name])));
}
