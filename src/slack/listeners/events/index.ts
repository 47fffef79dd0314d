import type { App } from '@slack/bolt';
import { followChannel } from '../../../usecases/follow-channel.ts';
import type { ListenerContext } from '../listener-context.ts';
import { registerUserGroupEvents } from './user-groups.ts';

/** Events make what is remembered of channels and people fresh again; the guard asks Slack itself. */
export function registerEvents(app: App, ctx: ListenerContext): void {
  const { guard, directory } = ctx;
  app.event('member_joined_channel', async ({ event }) => {
    guard.forget(event.channel);
    directory.forget(event.user);
  });
  app.event('channel_shared', async ({ event }) => guard.forget(event.channel));
  app.event('channel_unshared', async ({ event }) => guard.forget(event.channel));
  app.event('channel_id_changed', async ({ event, body }) => {
    await followChannel(ctx, {
      workspaceId: body.team_id,
      oldId: event.old_channel_id,
      newId: event.new_channel_id,
    });
    guard.forget(event.old_channel_id);
    guard.forget(event.new_channel_id);
  });
  app.event('user_change', async ({ event }) => directory.forget(event.user.id));
  registerUserGroupEvents(app, ctx);
}
