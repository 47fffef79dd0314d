import { fieldKey, followGroup } from '../domain/client-profile.ts';
import type { Deps } from './deps.ts';

/** A user group as Slack gives it now. */
export type GroupNow =
  | { readonly isGone: true }
  /** `memberIds`: those who can be in a team; no guests, no bots, nobody from outside. Null name: not asked. */
  | { readonly isGone: false; readonly name: string | null; readonly memberIds: readonly string[] };

/**
 * Brings the teams that follow a user group up to date. New members get the role they had before, else `other`; who left the group
 * leaves the team. A group that is gone leaves the teams as they are and marks it, so that the client's page can say so.
 */
export async function followUserGroup(
  deps: Deps,
  { workspaceId, groupId, group }: { workspaceId: string; groupId: string; group: GroupNow },
): Promise<void> {
  const now = deps.clock();
  await deps.storage.forWorkspace(workspaceId).transaction(async (stores) => {
    const clientIds = await stores.clients.listByUserGroup(groupId);
    if (clientIds.length === 0) return;
    await stores.clients.setUserGroup(
      groupId,
      group.isGone ? { name: null, goneAt: now } : { name: group.name, goneAt: null },
    );
    if (group.isGone) return;
    const roles = await stores.participants.findRoles(group.memberIds);
    for (const clientId of clientIds) {
      await stores.clients.lock(clientId);
      const before = await stores.clients.findProfile(clientId);
      if (!before) continue;
      const team = followGroup(before.team, group.memberIds, roles);
      if (fieldKey({ ...before, team }, 'team') === fieldKey(before, 'team')) continue;
      await stores.accountMembers.replace(clientId, team);
      await stores.audit.add({
        actorId: null,
        action: 'client_team_followed',
        subject: clientId,
        details: { groupId, before: before.team.length, after: team.length },
        at: now,
      });
    }
  });
}
