import { followChannel } from '../../../usecases/follow-channel.ts';
import { syncChannel, syncPerson } from '../sync-presence.ts';
import { contextOf } from '../workspace-context.ts';
import { registerAppHome } from './app-home.ts';
import type { EventRouter } from './event-router.ts';
import { lookAgain } from './look-again.ts';
import { takeMessage } from './message.ts';
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
export function registerEvents(events: EventRouter): void {
  events.on('member_joined_channel', async ({ event, context }) => {
    const ctx = contextOf(context);
    ctx.directory.forget(event.user);
    const channel = { workspaceId: ctx.workspaceId, channelId: event.channel };
    await lookAgain(ctx, channel);
    await syncChannel(ctx, channel);
  });
  events.on('member_left_channel', async ({ event, context }) => {
    const ctx = contextOf(context);
    ctx.guard.forget(event.channel);
    await syncChannel(ctx, { workspaceId: ctx.workspaceId, channelId: event.channel });
  });
  for (const change of CHANNEL_CHANGES)
    events.on(change, async ({ event, context }) => {
      const ctx = contextOf(context);
      await lookAgain(ctx, { workspaceId: ctx.workspaceId, channelId: event.channel });
    });
  events.on('channel_id_changed', async ({ event, context }) => {
    const ctx = contextOf(context);
    const { workspaceId } = ctx;
    await followChannel(ctx, {
      workspaceId,
      oldId: event.old_channel_id,
      newId: event.new_channel_id,
    });
    ctx.guard.forget(event.old_channel_id);
    await lookAgain(ctx, { workspaceId, channelId: event.new_channel_id });
  });
  events.on('user_change', async ({ event, context }) => {
    const ctx = contextOf(context);
    const { workspaceId } = ctx;
    ctx.directory.forget(event.user.id);
    ctx.touchHomes(workspaceId, { kind: 'person', userId: event.user.id });
    await syncPerson(ctx, { workspaceId, userId: event.user.id });
  });
  events.on('message', takeMessage);
  registerUserGroupEvents(events);
  registerAppHome(events);
}
