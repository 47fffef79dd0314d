import { isClientManager } from '../../domain/client-managers.ts';
import type { Actor } from './actor.ts';
import type { ListenerContext } from './listener-context.ts';

/** Whether somebody may start a review of this client: a manager of the workspace, or one who was named for the client. */
export async function mayManageClient(ctx: ListenerContext, actor: Actor, clientId: string): Promise<boolean> {
  if (actor.isManager) return true;
  const client = await ctx.storage.forWorkspace(actor.workspaceId).clients.findProfile(clientId);
  return client !== null && isClientManager(actor.member, client);
}
