import type { BlockAction, ViewSubmitAction } from '@slack/bolt';
import type { ContextBlock, KnownBlock, ModalView } from '@slack/types';
import type { WebAPIPlatformError } from '@slack/web-api';
import type { Mrkdwn } from '../../domain/escaping.ts';
import { sections } from '../blocks/building-blocks.ts';
import { findMark, withMark } from '../blocks/rehearsal-mark.ts';
import type { ListenerContext } from './listener-context.ts';

/** Who did something, and where. */
export type Who = { readonly workspaceId: string; readonly userId: string };

/** The workspace and the person of a button or a form. The team is the person's own: somebody from outside is somebody else. */
export function whoOf(body: BlockAction | ViewSubmitAction): Who {
  return { workspaceId: body.team?.id ?? body.user.team_id ?? '', userId: body.user.id };
}

type Reply = { readonly text: Mrkdwn | string; readonly blocks?: readonly KnownBlock[] };

/**
 * Answers the person alone, where they pressed. In a direct message where that is not possible: in a form, which has no place for it, and
 * in a channel where nothing about clients is said, not even to one person (product: never in front of the client). In a rehearsal the
 * answer is marked and, where it can be, one that does not stay: nothing of it is to be left.
 */
export async function replyTo(ctx: ListenerContext, body: BlockAction | ViewSubmitAction, reply: Reply): Promise<void> {
  const mark = markOf(body);
  const blocks = reply.blocks ?? (mark === null ? null : sections([reply.text as Mrkdwn]));
  const message = {
    text: reply.text,
    ...(blocks ? { blocks: withMark(blocks, mark) } : {}),
    unfurl_links: false,
    unfurl_media: false,
  };
  const channel = 'channel' in body ? body.channel?.id : undefined;
  const isElsewhere =
    channel === undefined || (channel.startsWith('D') ? mark === null : !(await ctx.guard.check(channel)).ok);
  if (isElsewhere) {
    await ctx.slack.chat.postMessage({ channel: body.user.id, ...message });
    return;
  }
  const thread = 'message' in body ? body.message?.thread_ts : undefined;
  await ctx.slack.chat.postEphemeral({
    channel,
    user: body.user.id,
    ...(typeof thread === 'string' ? { thread_ts: thread } : {}),
    ...message,
  });
}

/** The mark of what was pressed or sent, if it belongs to a rehearsal. */
function markOf(body: BlockAction | ViewSubmitAction): ContextBlock | null {
  return findMark(('message' in body ? body.message : undefined) ?? body.view);
}

/** Opens a form, or puts it on top of the one the button is in. False when the press is too old for Slack to open anything. */
export async function openForm(ctx: ListenerContext, body: BlockAction, form: ModalView): Promise<boolean> {
  return (await showForm(ctx, body, form)) !== null;
}

/** The same, giving the id of the view that is shown; null when the press is too old. */
export async function showForm(ctx: ListenerContext, body: BlockAction, form: ModalView): Promise<string | null> {
  return (await showView(ctx, body, form))?.id ?? null;
}

/** A view as it stands on somebody's screen; the hash changes with whatever is shown in it. */
export type ShownView = { readonly id: string; readonly hash: string };

/** The same, giving also its hash. */
export async function showView(ctx: ListenerContext, body: BlockAction, form: ModalView): Promise<ShownView | null> {
  const view = { ...form, blocks: withMark(form.blocks, markOf(body)) };
  const isInView = body.view !== undefined && body.view.type === 'modal';
  try {
    const shown = isInView
      ? await ctx.slack.views.push({ trigger_id: body.trigger_id, view })
      : await ctx.slack.views.open({ trigger_id: body.trigger_id, view });
    return { id: shown.view?.id ?? '', hash: shown.view?.hash ?? '' };
  } catch (error) {
    if (!isTriggerGone(error)) throw error;
    return null;
  }
}

/** Slack opens one form per press, within three seconds of it. */
export function isTriggerGone(error: unknown): boolean {
  const code = (error as Partial<WebAPIPlatformError>).data?.error ?? '';
  return ['expired_trigger_id', 'exchanged_trigger_id', 'trigger_expired', 'invalid_trigger_id'].includes(code);
}
