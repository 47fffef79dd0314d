import { parseClientName } from '../../domain/client.ts';
import { parseStartButton } from '../blocks/ephemeral/start-button.ts';
import { renderStartChannelForm } from '../blocks/views/start-channel-form.ts';
import { openForm, replyTo } from './interaction.ts';
import { managerRefusalText } from './refusal-text.ts';
import type { ActionArgs } from './run-listener.ts';

/** *Start a review* where there is no channel: asks for one first, and offers the client's own. On a client's page in its place. */
export async function chooseStartChannel({ ctx, actor, body, value }: ActionArgs): Promise<void> {
  const { t, workspaceId } = actor;
  if (!actor.isManager) return replyTo(ctx, body, { text: managerRefusalText(actor) });
  const clientName = parseStartButton(value);
  const name = clientName === null ? null : parseClientName(clientName);
  const { clients } = ctx.storage.forWorkspace(workspaceId);
  const client = name?.ok ? await clients.findByNameKey(name.nameKey) : null;
  const profile = client && (await clients.findProfile(client.id));
  const view = renderStartChannelForm({ clientName, channelId: profile?.channelId ?? null }, t);
  if (body.view?.type === 'modal') await ctx.slack.views.update({ view_id: body.view.id, view });
  else if (!(await openForm(ctx, body, view))) await replyTo(ctx, body, { text: t.refusals.formTooSlow });
}
