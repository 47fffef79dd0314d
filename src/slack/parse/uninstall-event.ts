import * as z from 'zod';

const BodySchema = z.object({
  team_id: z.string().regex(/^[A-Z0-9]+$/),
  event_time: z.number().int().nonnegative().max(9_999_999_999),
  event: z.discriminatedUnion('type', [
    z.object({ type: z.literal('app_uninstalled') }),
    z.object({ type: z.literal('tokens_revoked'), tokens: z.object({ bot: z.array(z.string()).default([]) }) }),
  ]),
});

/** In which workspace the app's own token was taken away, and when; null for tokens of people, which are not used, and for anything else. */
export function parseUninstall(body: unknown): { readonly workspaceId: string; readonly at: Date } | null {
  const parsed = BodySchema.safeParse(body);
  if (!parsed.success) return null;
  const { team_id: workspaceId, event_time: seconds, event } = parsed.data;
  if (event.type === 'tokens_revoked' && event.tokens.bot.length === 0) return null;
  return { workspaceId, at: new Date(seconds * 1_000) };
}
