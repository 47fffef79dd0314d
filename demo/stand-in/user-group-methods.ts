import type { ApiHandler } from './web-api.ts';
import type { UserGroupSpec } from './workspace.ts';
import type { ApiResult, World } from './world.ts';

/** User groups, which local-slack does not have. */
export const userGroupHandlers: Record<string, ApiHandler> = {
  'usergroups.list': async (world) =>
    granted(world, () => ({
      usergroups: (world.workspace.userGroups ?? [])
        .filter((one) => !one.date_delete)
        .map(({ users: _, ...one }) => one),
    })),
  'usergroups.users.list': async (world, args) =>
    granted(world, () => {
      const group = world.workspace.userGroups?.find(({ id }) => id === args.usergroup);
      return group ? { users: group.users } : { ok: false, error: 'no_such_subteam' };
    }),
};

function granted(world: World, answer: () => Record<string, unknown>): ApiResult {
  if (!world.workspace.scopes?.includes('usergroups:read'))
    return { ok: false, error: 'missing_scope', needed: 'usergroups:read' };
  return { ok: true, ...answer() };
}

/** Somebody changes a user group: Slack tells the app what changed. */
export async function changeUserGroup(world: World, id: string, change: Partial<UserGroupSpec>): Promise<void> {
  const group = world.workspace.userGroups?.find((one) => one.id === id);
  if (!group) throw new Error(`The stand-in workspace has no user group ${id}.`);
  Object.assign(group, change);
  const { users, ...subteam } = group;
  const event = change.users
    ? { type: 'subteam_members_changed', subteam_id: id, team_id: world.workspace.team.id }
    : { type: 'subteam_updated', subteam: { ...subteam, users } };
  await world.sockets.deliver('events_api', {
    type: 'event_callback',
    team_id: world.workspace.team.id,
    api_app_id: world.workspace.app.appId,
    event_id: `Ev${crypto.randomUUID()}`,
    event,
    authorizations: [{ team_id: world.workspace.team.id, user_id: world.workspace.app.botUserId, is_bot: true }],
  });
}
