import type { ModalView } from '@slack/types';
import { emptyFields } from '../../domain/client-profile.ts';
import { md } from '../../domain/escaping.ts';
import { marksOf } from '../../usecases/client-marks.ts';
import { renderClientForm } from '../blocks/views/client-form.ts';
import { renderMessageView } from '../blocks/views/message-view.ts';
import type { Actor } from './actor.ts';
import type { ListenerContext } from './listener-context.ts';
import { openLoadedForm } from './open-loaded-form.ts';
import { managerRefusalText } from './refusal-text.ts';

/** A new client, with a name if one was typed, or one that is there. */
export type ClientFormTarget = { readonly newName: string | null } | { readonly clientId: string };

/** Opens the form of a client, or shows it in place of another one. False when the press was too old for Slack to open anything. */
export function openClientForm(
  ctx: ListenerContext,
  actor: Actor,
  { triggerId, target, inPlaceOf }: { triggerId: string; target: ClientFormTarget; inPlaceOf?: string | undefined },
): Promise<boolean> {
  return openLoadedForm(ctx, { triggerId, inPlaceOf, t: actor.t, build: () => buildView(ctx, actor, target) });
}

async function buildView(ctx: ListenerContext, actor: Actor, target: ClientFormTarget): Promise<ModalView> {
  const { t, settings, workspaceId } = actor;
  if (!actor.isManager) return renderMessageView({ title: t.refusals.title, text: managerRefusalText(actor) }, t);
  const shared = { userGroups: await ctx.clientLookups.userGroups.list(), usualCurrency: settings.currency };
  if ('newName' in target)
    return renderClientForm({ ...shared, fields: emptyFields(target.newName ?? ''), edited: null }, t);
  const client = await ctx.storage.forWorkspace(workspaceId).clients.findProfile(target.clientId);
  if (!client) return renderMessageView({ title: t.refusals.title, text: md`${t.forms.errors.client_unknown}` }, t);
  return renderClientForm({ ...shared, fields: client, edited: { clientId: client.id, read: marksOf(client) } }, t);
}
