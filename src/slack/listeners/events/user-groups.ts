import { followGroupNow } from '../follow-group.ts';
import type { ListenerContext } from '../listener-context.ts';
import { contextOf } from '../workspace-context.ts';
import type { EventRouter } from './event-router.ts';

/** User groups that change: the account teams that follow them do too. Slack is asked anew, so events in any order end in the same team. */
export function registerUserGroupEvents(events: EventRouter): void {
  const follow = async (ctx: ListenerContext, groupId: string) => {
    ctx.clientLookups.userGroups.forget();
    await followGroupNow(ctx, { workspaceId: ctx.workspaceId, groupId });
  };
  events.on('subteam_updated', async ({ event, context }) => follow(contextOf(context), event.subteam.id));
  events.on('subteam_members_changed', async ({ event, context }) => follow(contextOf(context), event.subteam_id));
}
