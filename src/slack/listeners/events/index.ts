import type { App } from '@slack/bolt';
import { followChannel } from '../../../usecases/follow-channel.ts';
import type { ListenerContext } from '../listener-context.ts';
import { syncChannel, syncPerson } from '../sync-presence.ts';
import { registerAppHome } from './app-home.ts';
import { lookAgain } from './look-again.ts';
import { messageListener } from './message.ts';
import { registerUserGroupEvents } from './user-groups.ts';

/** Something about a channel itself has changed; each names it as `channel`. */
const CHANNEL_CHANGES = [
  'channel_shared',
  'channel_unshared',
  'channel_archive',
  'group_archive',
  'channel_left',
  'group_left',
] as const;

/**
 * Events make what is remembered of channels and people fresh again (the guard asks Slack itself), and bring replies in threads. Reviews
 * of a channel that may not hear about clients any more pause at once, and go on when it is ours again.
 */
export function registerEvents(app: App, ctx: ListenerContext): void {
  const { guard, directory } = ctx;
  app.event('member_joined_channel', async ({ event, body, context }) => {
    directory.forget(event.user);
    const channel = { workspaceId: context.teamId ?? body.team_id, channelId: event.channel };
    await lookAgain(ctx, channel);
    await syncChannel(ctx, channel);
  });
  app.event('member_left_channel', async ({ event, body, context }) => {
    guard.forget(event.channel);
    await syncChannel(ctx, { workspaceId: context.teamId ?? body.team_id, channelId: event.channel });
  });
  for (const change of CHANNEL_CHANGES)
    app.event(change, async ({ event, body, context }) =>
      lookAgain(ctx, { workspaceId: context.teamId ?? body.team_id, channelId: event.channel }),
    );
  app.event('channel_id_changed', async ({ event, body, context }) => {
    const workspaceId = context.teamId ?? body.team_id;
    await followChannel(ctx, {
      workspaceId,
      oldId: event.old_channel_id,
      newId: event.new_channel_id,
    });
    guard.forget(event.old_channel_id);
    await lookAgain(ctx, { workspaceId, channelId: event.new_channel_id });
  });
  app.event('user_change', async ({ event, body, context }) => {
    const workspaceId = context.teamId ?? body.team_id;
    directory.forget(event.user.id);
    ctx.touchHomes(workspaceId, { kind: 'person', userId: event.user.id });
    await syncPerson(ctx, { workspaceId, userId: event.user.id });
  });
  app.event('message', messageListener(ctx));
  registerUserGroupEvents(app, ctx);
  registerAppHome(app, ctx);
}
