import { replyTo } from '../interaction.ts';
import { managerRefusalText } from '../refusal-text.ts';
import type { ActionArgs } from '../run-listener.ts';
import { openStartForm } from '../start-form.ts';

/** *Start a review* beside a client: the start form for the client's own channel, or where there is none for the one of the button. */
export async function startForClient({ ctx, actor, body, value }: ActionArgs): Promise<void> {
  const { t, workspaceId } = actor;
  if (!actor.isManager) return replyTo(ctx, body, { text: managerRefusalText(actor) });
  const client = await ctx.storage.forWorkspace(workspaceId).clients.findProfile(value ?? '');
  if (!client || client.isArchived) return replyTo(ctx, body, { text: t.forms.errors.client_unknown });
  const channelId = client.channelId ?? body.channel?.id ?? '';
  const isOpened = await openStartForm(ctx, actor, { channelId, clientName: client.name, triggerId: body.trigger_id });
  if (!isOpened) await replyTo(ctx, body, { text: t.refusals.formTooSlow });
}
