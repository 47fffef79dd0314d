import { WebAPIPlatformError } from '@slack/web-api';
import { suggestSignals } from '../../domain/lexicon/suggest-signals.ts';
import { memberRefusal } from '../../domain/member.ts';
import { currentPhase } from '../../domain/review.ts';
import type { Review } from '../../domain/review-record.ts';
import type { WordPhase } from '../../domain/statement.ts';
import type { ReplyRefusal } from '../../domain/typed-reply.ts';
import type { Messages } from '../../i18n/index.ts';
import { renderNotice } from '../blocks/ephemeral/notice.ts';
import { renderReplyRefused } from '../blocks/ephemeral/reply-refused.ts';
import { renderReplyTaken } from '../blocks/ephemeral/reply-taken.ts';
import type { RenderedMessage } from '../blocks/rendered-message.ts';
import { findActor, findMessages } from './actor.ts';
import type { ListenerContext } from './listener-context.ts';

/** A reply's message and its author. */
export type RepliedBy = {
  readonly workspaceId: string;
  readonly reviewId: string;
  readonly channelId: string;
  readonly threadTs: string;
  readonly messageTs: string;
  readonly userId: string;
};

const RECEIPT = 'white_check_mark';

/** The receipt, for everybody in the thread to see, and the offer to say more, for the author alone. Failing does no harm. */
export async function tellTaken(
  ctx: ListenerContext,
  reply: RepliedBy & { readonly phase: WordPhase; readonly text: string },
): Promise<void> {
  const { reviewId, phase, messageTs, text } = reply;
  const signals = phase === 'complaints' ? suggestSignals(text) : [];
  await quietly(ctx, reply, async () => {
    if (ctx.abilities.reacts) await react(ctx, reply);
    await tell(ctx, reply, (t) => renderReplyTaken({ reviewId, phase, messageTs, signals }, t));
  });
}

/** Why a message is no answer, for its author alone. Nothing while the review is paused. */
export async function tellRefused(
  ctx: ListenerContext,
  reply: RepliedBy & { readonly review: Review; readonly reason: ReplyRefusal },
): Promise<void> {
  const { review, reason, reviewId, messageTs } = reply;
  if (review.pausedReason !== null) return;
  const { facilitatorId } = review;
  const refused = { reason, reviewId, facilitatorId, phase: currentPhase(review.state), messageTs };
  await quietly(ctx, reply, () => tell(ctx, reply, (t) => renderReplyRefused(refused, t)));
}

/** That a message could not be stored, when something is wrong on our side: the person's language is all that is looked up. */
export async function tellNotSaved(ctx: ListenerContext, reply: RepliedBy): Promise<void> {
  await quietly(ctx, reply, async () => {
    if (!(await ctx.guard.check(reply.channelId)).ok) return;
    const t = await findMessages(ctx, reply);
    await sendEphemeral(ctx, reply, renderNotice(t.replies.notSaved));
  });
}

/** Says something of a client in a channel: only where the guard lets us, and never to somebody from outside. */
async function tell(ctx: ListenerContext, reply: RepliedBy, render: (t: Messages) => RenderedMessage): Promise<void> {
  const actor = await findActor(ctx, reply);
  if (memberRefusal(actor.member) !== null || !(await ctx.guard.check(reply.channelId)).ok) return;
  await sendEphemeral(ctx, reply, render(actor.t));
}

async function sendEphemeral({ slack }: ListenerContext, reply: RepliedBy, message: RenderedMessage): Promise<void> {
  const { channelId: channel, userId: user, threadTs } = reply;
  await slack.chat.postEphemeral({
    ...{ channel, user, thread_ts: threadTs, text: message.text, blocks: message.blocks },
    ...{ unfurl_links: false, unfurl_media: false },
  });
}

async function react({ slack, guard, logger }: ListenerContext, { channelId, messageTs }: RepliedBy): Promise<void> {
  if (!(await guard.check(channelId)).ok) return;
  try {
    await slack.reactions.add({ channel: channelId, timestamp: messageTs, name: RECEIPT });
  } catch (error) {
    if (error instanceof WebAPIPlatformError && error.data.error === 'already_reacted') return;
    logger.warn({ err: error }, 'a reply has no receipt');
  }
}

/** The answer is safe, or was refused: what cannot be said about it is no reason to do it again. */
async function quietly(ctx: ListenerContext, { workspaceId }: RepliedBy, work: () => Promise<void>): Promise<void> {
  await work().catch((err: unknown) => ctx.logger.warn({ err, workspaceId }, 'the author of a reply was not told'));
}
