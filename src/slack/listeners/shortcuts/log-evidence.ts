import type { AllMiddlewareArgs, MessageShortcut as SlackShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { MAX_EVIDENCE_LENGTH } from '../../../domain/evidence/evidence.ts';
import { type MessageShortcut, parseMessageShortcut } from '../../parse/message-shortcut.ts';
import { mentionedIn, plainText } from '../../parse/plain-text.ts';
import { findActor, findMessages } from '../actor.ts';
import { isDatabaseGone } from '../database-gone.ts';
import { buildEvidenceForm, type EvidenceDraft } from '../evidence-form.ts';
import type { ListenerContext } from '../listener-context.ts';
import { openLoadedForm } from '../open-loaded-form.ts';
import { contextOf } from '../workspace-context.ts';

type Args = SlackShortcutMiddlewareArgs<SlackShortcut> & Pick<AllMiddlewareArgs, 'context'>;

/**
 * *Log as evidence*, in the menu of any message: the form with its words as they are now. Nothing is said in the channel, which may be
 * shared with the client: what cannot be said in the form comes as a direct message.
 */
export async function logMessageAsEvidence({ ack, body, context }: Args): Promise<void> {
  await ack();
  const ctx = contextOf(context);
  const shortcut = parseMessageShortcut(body);
  if (!shortcut) return;
  const tell = (text: string) => ctx.slack.chat.postMessage({ channel: shortcut.userId, text });
  try {
    const actor = await findActor(ctx, shortcut);
    const build = async () => buildEvidenceForm(ctx, actor, await draftOf(ctx, shortcut, actor.t.evidence.tooLong));
    const isOpened = await openLoadedForm(ctx, { triggerId: shortcut.triggerId, t: actor.t, build });
    if (!isOpened) await tell(actor.t.refusals.formTooSlow);
  } catch (error) {
    ctx.logger.error({ err: error, workspaceId: shortcut.workspaceId }, 'a shortcut failed');
    const { refusals } = await findMessages(ctx, shortcut);
    const text = isDatabaseGone(error) ? refusals.databaseGone : refusals.somethingWrong;
    await tell(text).catch((err: unknown) => ctx.logger.warn({ err }, 'and nobody could be told'));
  }
}

async function draftOf(
  ctx: ListenerContext,
  shortcut: MessageShortcut,
  tooLong: NonNullable<EvidenceDraft['notices']>[number],
): Promise<EvidenceDraft> {
  const { text: sent, channelId, ts } = shortcut;
  const people = await ctx.directory.findAll(mentionedIn(sent));
  const text = plainText(sent, new Map(people.map(({ id, name }) => [id, name])));
  const at = ts === null ? Number.NaN : Number(ts) * 1000;
  return {
    clientId: null,
    channelId,
    text: beginningOf(text),
    notices: text.length > MAX_EVIDENCE_LENGTH ? [tooLong] : [],
    ...(Number.isFinite(at) ? { happenedAt: new Date(at) } : {}),
    link: await findLink(ctx, shortcut),
  };
}

/** As much as one field holds, never half a character. */
function beginningOf(text: string): string {
  return text.slice(0, MAX_EVIDENCE_LENGTH).replace(/\p{Surrogate}$/u, '');
}

/** The address of the message; put together from its parts where the app is not in the channel and so cannot ask. */
async function findLink(ctx: ListenerContext, { channelId, ts, domain }: MessageShortcut): Promise<string | null> {
  if (ts === null) return null;
  const asked = await ctx.reads.chat.getPermalink({ channel: channelId, message_ts: ts }).catch(() => null);
  if (asked?.permalink?.startsWith('https://')) return asked.permalink;
  const isPlain = domain !== null && /^[a-z0-9-]+$/i.test(domain);
  return isPlain ? `https://${domain}.slack.com/archives/${channelId}/p${ts.replace('.', '')}` : null;
}
