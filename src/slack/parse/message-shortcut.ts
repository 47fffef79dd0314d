import * as z from 'zod';

const ShortcutSchema = z.object({
  trigger_id: z.string(),
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
  team: z.object({ id: z.string(), domain: z.string().optional() }).nullish(),
  channel: z.object({ id: z.string() }),
  message: z.object({ text: z.string().nullish(), ts: z.string().nullish() }),
  message_ts: z.string().nullish(),
});

/** An entry of a message's menu that somebody used. */
export type MessageShortcut = {
  readonly workspaceId: string;
  readonly userId: string;
  readonly triggerId: string;
  readonly channelId: string;
  /** Of the message. */
  readonly ts: string | null;
  /** As Slack sends it, see plain-text.ts; empty for a message without words. */
  readonly text: string;
  /** The first part of the workspace's address; null when Slack does not say. */
  readonly domain: string | null;
};

/** Null for a body that is not of a message's menu. */
export function parseMessageShortcut(body: unknown): MessageShortcut | null {
  const parsed = ShortcutSchema.safeParse(body);
  if (!parsed.success) return null;
  const { trigger_id, user, team, channel, message, message_ts } = parsed.data;
  return {
    workspaceId: team?.id ?? user.team_id ?? '',
    userId: user.id,
    triggerId: trigger_id,
    channelId: channel.id,
    ts: message_ts ?? message.ts ?? null,
    text: message.text ?? '',
    domain: team?.domain ?? null,
  };
}
