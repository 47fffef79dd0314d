import { dayOf } from '../../domain/calendar.ts';
import type { ClientProfile } from '../../domain/client-profile.ts';
import { readClient } from '../../usecases/read-client.ts';
import { readClientParting } from '../../usecases/read-parting.ts';
import { renderClientChoice } from '../blocks/ephemeral/client-choice.ts';
import { renderClientPage } from '../blocks/ephemeral/client-page.ts';
import type { RenderedMessage } from '../blocks/rendered-message.ts';
import type { Actor } from './actor.ts';
import { followGroupNow } from './follow-group.ts';
import type { ListenerContext } from './listener-context.ts';

/** The page of the client that was typed, or of which one it may have been. For managers: the caller has made sure. */
export async function findClientPage(ctx: ListenerContext, actor: Actor, typed: string): Promise<RenderedMessage> {
  const match = await readClient(ctx, { workspaceId: actor.workspaceId, typed });
  if (match.kind === 'one') return clientPage(ctx, actor, match.client);
  const clients = match.kind === 'several' ? match.clients : match.nearest;
  return renderClientChoice({ typed, kind: match.kind, clients }, actor.t);
}

/** The page of a client, its team as the user group has it now: an event may have been missed. */
export async function clientPage(ctx: ListenerContext, actor: Actor, client: ClientProfile): Promise<RenderedMessage> {
  const { workspaceId, settings, t } = actor;
  if (client.userGroup) await followGroupNow(ctx, { workspaceId, groupId: client.userGroup.id });
  const stores = ctx.storage.forWorkspace(workspaceId);
  const now = client.userGroup ? await stores.clients.findProfile(client.id) : client;
  const stored = await stores.intakes.find(client.id);
  const intake = stored?.intake ?? null;
  const parting = await readClientParting(ctx, { workspaceId, clientId: client.id });
  const planItems = await stores.plans.listOpenOfClient(client.id);
  const shown = { client: now ?? client, usualCurrency: settings.currency, intake, parting, planItems };
  return renderClientPage({ ...shown, today: dayOf(ctx.clock(), settings.timeZone) }, t);
}
