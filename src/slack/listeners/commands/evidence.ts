import { matchClients } from '../../../domain/match-clients.ts';
import { readClient } from '../../../usecases/read-client.ts';
import { renderNotice } from '../../blocks/ephemeral/notice.ts';
import type { RenderedMessage } from '../../blocks/rendered-message.ts';
import type { Actor } from '../actor.ts';
import { buildEvidenceForm, evidenceRefusalText } from '../evidence-form.ts';
import { findListPage } from '../list-pages.ts';
import type { ListenerContext } from '../listener-context.ts';
import { openLoadedForm } from '../open-loaded-form.ts';

type Typed = { readonly clientName: string | null; readonly channelId: string; readonly triggerId: string };

/**
 * `evidence`, in a form that only this person sees, in any channel: to who manages the client, its log with the way to add to it; to
 * everybody else of ours, the form of a new entry. A client that is not found, or was not named, is chosen in the form.
 */
export async function answerEvidence(
  ctx: ListenerContext,
  actor: Actor,
  typed: Typed,
): Promise<RenderedMessage | null> {
  const { t } = actor;
  const refusal = evidenceRefusalText(actor);
  if (refusal !== null) return renderNotice(refusal);
  const build = async () => (await findLog(ctx, actor, typed.clientName)) ?? buildForm(ctx, actor, typed);
  const isOpened = await openLoadedForm(ctx, { triggerId: typed.triggerId, t, build });
  return isOpened ? null : renderNotice(t.refusals.formTooSlow);
}

async function findLog(ctx: ListenerContext, actor: Actor, clientName: string | null) {
  if (clientName === null) return null;
  const match = await readClient(ctx, { workspaceId: actor.workspaceId, typed: clientName });
  if (match.kind !== 'one') return null;
  return findListPage(ctx, actor, { list: 'evidence', page: 1, clientId: match.client.id });
}

async function buildForm(ctx: ListenerContext, actor: Actor, { clientName, channelId }: Typed) {
  if (clientName === null) return buildEvidenceForm(ctx, actor, { clientId: null, channelId });
  const clients = await ctx.storage.forWorkspace(actor.workspaceId).clients.list();
  const match = matchClients(clientName, clients);
  if (match.kind === 'one') return buildEvidenceForm(ctx, actor, { clientId: match.client.id });
  return buildEvidenceForm(ctx, actor, { clientId: null, notices: [actor.t.evidence.unknownClient(clientName)] });
}
