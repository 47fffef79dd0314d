import { renderIntakeForm } from '../../blocks/views/intake-form.ts';
import { openForm, replyTo } from '../interaction.ts';
import { mayManageClient } from '../may-manage.ts';
import { managerRefusalText } from '../refusal-text.ts';
import type { ActionArgs } from '../run-listener.ts';

/** *Fill in the intake*: the eight questions with what was said so far, for who manages the client. */
export async function openIntake({ ctx, actor, body, value }: ActionArgs): Promise<void> {
  const { t, workspaceId } = actor;
  const clientId = value ?? '';
  if (!(await mayManageClient(ctx, actor, clientId))) return replyTo(ctx, body, { text: managerRefusalText(actor) });
  const stores = ctx.storage.forWorkspace(workspaceId);
  const [client, stored] = await Promise.all([stores.clients.find(clientId), stores.intakes.find(clientId)]);
  if (!client) return replyTo(ctx, body, { text: t.forms.errors.client_unknown });
  const metadata = { clientId, version: stored?.version ?? null };
  const view = renderIntakeForm({ metadata, clientName: client.name, intake: stored?.intake ?? null }, t);
  if (!(await openForm(ctx, body, view))) await replyTo(ctx, body, { text: t.refusals.formTooSlow });
}
