import type { App } from '@slack/bolt';
import { followGroupNow } from '../follow-group.ts';
import type { ListenerContext } from '../listener-context.ts';

/** User groups that change: the account teams that follow them do too. Slack is asked anew, so events in any order end in the same team. */
export function registerUserGroupEvents(app: App, ctx: ListenerContext): void {
  const follow = async (workspaceId: string, groupId: string) => {
    ctx.clientLookups.userGroups.forget();
    await followGroupNow(ctx, { workspaceId, groupId });
  };
  app.event('subteam_updated', async ({ event, body }) => follow(body.team_id, event.subteam.id));
  app.event('subteam_members_changed', async ({ event, body }) => follow(body.team_id, event.subteam_id));
}
