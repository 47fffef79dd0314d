import { followUserGroup } from '../../usecases/follow-user-group.ts';
import type { ListenerContext } from './listener-context.ts';

/** Brings the teams that follow a group up to date with Slack; does nothing where none does, or Slack does not say. */
export async function followGroupNow(
  ctx: ListenerContext,
  { workspaceId, groupId }: { workspaceId: string; groupId: string },
): Promise<void> {
  const followers = await ctx.storage.forWorkspace(workspaceId).clients.listByUserGroup(groupId);
  if (followers.length === 0) return;
  const group = await ctx.clientLookups.userGroups.find(groupId);
  if (group) await followUserGroup(ctx, { workspaceId, groupId, group });
}
