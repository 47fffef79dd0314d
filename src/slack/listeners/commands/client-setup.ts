import { renderNotice } from '../../blocks/ephemeral/notice.ts';
import type { RenderedMessage } from '../../blocks/rendered-message.ts';
import { renderImportForm } from '../../blocks/views/import-form.ts';
import { FIRST_TOKEN } from '../../parse/import-form.ts';
import type { Actor } from '../actor.ts';
import { openClientForm } from '../client-form.ts';
import { findClientPage } from '../client-page.ts';
import { isTriggerGone } from '../interaction.ts';
import type { ListenerContext } from '../listener-context.ts';
import { managerRefusalText } from '../refusal-text.ts';

/** The reply to `client`: the page of the client that was named; without a name, the form of a new one. */
export async function answerClient(
  ctx: ListenerContext,
  actor: Actor,
  { clientName, triggerId }: { clientName: string | null; triggerId: string },
): Promise<RenderedMessage | null> {
  if (!actor.isManager) return renderNotice(managerRefusalText(actor));
  if (clientName !== null) return findClientPage(ctx, actor, clientName);
  const isOpened = await openClientForm(ctx, actor, { triggerId, target: { newName: null } });
  return isOpened ? null : renderNotice(actor.t.refusals.formTooSlow);
}

/** The reply to `import`: the form that takes lines. */
export async function openImport(
  ctx: ListenerContext,
  actor: Actor,
  { triggerId }: { triggerId: string },
): Promise<RenderedMessage | null> {
  if (!actor.isManager) return renderNotice(managerRefusalText(actor));
  try {
    const view = renderImportForm({ text: '', token: FIRST_TOKEN, notices: [], wrong: [] }, actor.t);
    await ctx.slack.views.open({ trigger_id: triggerId, view });
    return null;
  } catch (error) {
    if (!isTriggerGone(error)) throw error;
    return renderNotice(actor.t.refusals.formTooSlow);
  }
}
