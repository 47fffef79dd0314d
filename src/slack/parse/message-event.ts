import * as z from 'zod';

/** A message in a thread, by its place alone: nothing of what it says. */
export type ThreadPlace = { readonly channelId: string; readonly threadTs: string };

/** What happened to a person's message in a thread. The text is Slack's, see plain-text.ts. */
export type ThreadMessage = ThreadPlace & { readonly messageTs: string } & (
    | { readonly kind: 'said' | 'edited'; readonly userId: string; readonly text: string }
    | { readonly kind: 'deleted' }
  );

const PlaceSchema = z.object({ ts: z.string().optional(), thread_ts: z.string().optional() });

const EnvelopeSchema = z.object({
  channel: z.string(),
  subtype: z.string().optional(),
  ts: z.string().optional(),
  thread_ts: z.string().optional(),
  message: PlaceSchema.optional(),
  previous_message: PlaceSchema.optional(),
});

/**
 * Where a message of an event belongs; null for one outside a thread, for the message that begins a thread, and for kinds of events
 * that no person causes by writing. It reads nothing but the channel, the kind and the two time stamps.
 */
export function parseThreadPlace(event: unknown): ThreadPlace | null {
  const parsed = EnvelopeSchema.safeParse(event);
  if (!parsed.success) return null;
  const { channel, subtype, message, previous_message: previous, ...own } = parsed.data;
  const about = subtype === 'message_changed' ? message : subtype === 'message_deleted' ? previous : own;
  if (about === own && !isSaid(subtype)) return null;
  if (!about?.thread_ts || about.thread_ts === about.ts) return null;
  return { channelId: channel, threadTs: about.thread_ts };
}

function isSaid(subtype: string | undefined): boolean {
  return subtype === undefined || subtype === 'file_share' || subtype === 'thread_broadcast';
}

const SaidSchema = z.object({
  ts: z.string(),
  user: z.string(),
  text: z.string().catch(''),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  edited: z.object({}).optional().catch(undefined),
});

const ChangedSchema = z.object({ subtype: z.literal('message_changed'), message: SaidSchema });
const DeletedSchema = z.object({
  subtype: z.literal('message_deleted'),
  deleted_ts: z.string(),
  previous_message: z.object({ bot_id: z.string().optional() }),
});

/**
 * Reads the message of an event whose place is one of our threads. Null for what a bot says, ourselves included: Slack tells us of
 * our own updates and deletions too; and for a change that nobody made by editing, such as a preview that was added.
 */
export function parseThreadMessage(event: unknown, place: ThreadPlace): ThreadMessage | null {
  const deleted = DeletedSchema.safeParse(event);
  if (deleted.success) {
    const isBot = deleted.data.previous_message.bot_id !== undefined;
    return isBot ? null : { ...place, kind: 'deleted', messageTs: deleted.data.deleted_ts };
  }
  const changed = ChangedSchema.safeParse(event);
  const said = changed.success ? changed.data.message : SaidSchema.safeParse(event).data;
  if (!said || said.bot_id !== undefined || !isSaid(said.subtype)) return null;
  if (changed.success && said.edited === undefined) return null;
  return {
    ...place,
    kind: changed.success ? 'edited' : 'said',
    messageTs: said.ts,
    userId: said.user,
    text: said.text,
  };
}
