import { parseListTarget } from '../../list-target.ts';
import { buildEvidenceForm, correctionForm, evidenceRefusalText } from '../evidence-form.ts';
import { openForm, replyTo } from '../interaction.ts';
import { mayManageClient } from '../may-manage.ts';
import type { ActionArgs } from '../run-listener.ts';

/** *Log as evidence*, above the log of a client: the form of a new entry. */
export async function logEvidence({ ctx, actor, body, value }: ActionArgs): Promise<void> {
  const view = await buildEvidenceForm(ctx, actor, { clientId: value ?? null, page: pageOf(body) });
  if (!(await openForm(ctx, body, view))) await replyTo(ctx, body, { text: actor.t.refusals.formTooSlow });
}

/** *Correct*: the form with what the entry says now, for who logged it and for managers. */
export async function correctEvidence({ ctx, actor, body, value }: ActionArgs): Promise<void> {
  const { t, userId, workspaceId } = actor;
  const refusal = evidenceRefusalText(actor);
  if (refusal !== null) return replyTo(ctx, body, { text: refusal });
  const stores = ctx.storage.forWorkspace(workspaceId);
  const entry = await stores.evidence.find(value ?? '');
  const client = entry && (await stores.clients.find(entry.clientId));
  if (!entry || !client || !(entry.loggedById === userId || (await mayManageClient(ctx, actor, client.id))))
    return replyTo(ctx, body, { text: t.evidence.refused.entry_not_found });
  const view = correctionForm(actor, { entry, clientName: client.name, page: pageOf(body) });
  if (!(await openForm(ctx, body, view))) await replyTo(ctx, body, { text: t.refusals.formTooSlow });
}

/** The page of the log that the button stands on; null where it stands elsewhere. */
function pageOf({ view }: ActionArgs['body']): number | null {
  const target = parseListTarget(view?.private_metadata);
  return target?.list === 'evidence' ? target.page : null;
}
