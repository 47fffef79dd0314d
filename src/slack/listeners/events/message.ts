import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { changeReply } from '../../../usecases/change-reply.ts';
import type { ReplyResult } from '../../../usecases/reply-result.ts';
import { takeReply } from '../../../usecases/take-reply.ts';
import { withdrawReply } from '../../../usecases/withdraw-reply.ts';
import {
  parseThreadMessage,
  parseThreadPlace,
  type ThreadMessage,
  type ThreadPlace,
} from '../../parse/message-event.ts';
import { mentionedIn, plainText } from '../../parse/plain-text.ts';
import { isDatabaseGone } from '../database-gone.ts';
import type { ListenerContext } from '../listener-context.ts';
import { type RepliedBy, tellNotSaved, tellRefused, tellTaken } from '../tell-reply.ts';
import { contextOf } from '../workspace-context.ts';

type Ours = { readonly workspaceId: string; readonly reviewId: string };

type Args = SlackEventMiddlewareArgs<'message'> & Pick<AllMiddlewareArgs, 'context'>;

/**
 * Messages in channels. First only their place is looked at: what is not in the thread of a review's card is read no further,
 * nor stored, nor logged. A reply there is an answer; editing or deleting it changes the answer (product: surfaces). While the database
 * is away nobody knows whose thread it is: the message waits in memory for the next tick.
 */
export async function takeMessage({ event, context }: Args): Promise<void> {
  const place = parseThreadPlace(event);
  if (place) await read(contextOf(context), { event, place });
}

type Sent = { readonly event: unknown; readonly place: ThreadPlace };

async function read(ctx: ListenerContext, sent: Sent): Promise<void> {
  const { event, place } = sent;
  const { workspaceId } = ctx;
  let reviewId: string | null;
  try {
    reviewId = await ctx.storage.forWorkspace(workspaceId).outbox.findReviewOfCard(place.channelId, place.threadTs);
  } catch (error) {
    if (!isDatabaseGone(error) || !ctx.putOff.add(() => read(ctx, sent))) throw error;
    ctx.logger.warn({ err: error, workspaceId }, 'a reply is put off until the database is back');
    return;
  }
  const message = reviewId === null ? null : parseThreadMessage(event, place);
  if (reviewId === null || message === null) return;
  const ours = { workspaceId, reviewId };
  try {
    await handle(ctx, ours, message);
  } catch (error) {
    ctx.logger.error({ err: error, workspaceId, kind: message.kind }, 'a reply in a thread was not dealt with');
    if (message.kind === 'said') await tellNotSaved(ctx, { ...ours, ...message });
  }
}

async function handle(ctx: ListenerContext, ours: Ours, message: ThreadMessage): Promise<void> {
  if (message.kind === 'deleted') {
    const result = await withdrawReply(ctx, { ...ours, ...message });
    return conclude(ctx, { ...ours, ...message }, result);
  }
  const reply = { ...ours, ...message, text: await readText(ctx, message.text) };
  const changed = message.kind === 'edited' ? await changeReply(ctx, reply) : null;
  if (changed && changed.kind !== 'unknown') return conclude(ctx, reply, changed);
  // Also an edited message that was not taken as it was: too long, for instance.
  const result = await takeReply(ctx, reply);
  await conclude(ctx, reply, result);
  if (result.kind === 'done') await tellTaken(ctx, { ...reply, phase: result.phase });
}

type Told = Omit<RepliedBy, 'userId'>;

/** What follows, as after an answer in a form; and the one word to the person where nothing came of their message. */
async function conclude(ctx: ListenerContext, reply: Told, result: ReplyResult): Promise<void> {
  if (result.kind === 'refused' && result.isNews) await tellRefused(ctx, { ...reply, ...result });
  if (result.kind !== 'done') return;
  const { workspaceId, reviewId } = reply;
  // The answer is safe: what fails from here on is made up for by the clock.
  ctx.followAnswer({ workspaceId, reviewId, phase: result.phase });
}

async function readText({ directory }: ListenerContext, text: string): Promise<string> {
  const people = await directory.findAll(mentionedIn(text));
  return plainText(text, new Map(people.map(({ id, name }) => [id, name])));
}
