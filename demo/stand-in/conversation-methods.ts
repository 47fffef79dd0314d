import { asSlackMessage } from './message-methods.ts';
import type { ApiHandler } from './web-api.ts';
import type { ApiResult, Fields, World } from './world.ts';

/** People and channels with the fields local-slack lacks, and messages as the app sent them. */
export const conversationHandlers: Record<string, ApiHandler> = {
  'users.info': async (world, args) => {
    const result = await world.callLocalSlack('users.info', args);
    if (!result.ok) return result;
    return { ...result, user: world.directory.describeUser(result.user as Fields, isTrue(args.include_locale)) };
  },
  'users.list': async (world, args) => {
    const result = await world.callLocalSlack('users.list', args);
    const members = ((result.members ?? []) as Fields[])
      .filter((one) => world.directory.isListed(String(one.id)))
      .map((one) => world.directory.describeUser(one, isTrue(args.include_locale)));
    return { ...result, members };
  },
  'conversations.info': async (world, args) => {
    const known = world.directory.channel(String(args.channel));
    const isHidden = known?.is_private && !known.members.includes(world.workspace.app.botUserId);
    if (isHidden) return { ok: false, error: 'channel_not_found' };
    const result = await world.callLocalSlack('conversations.info', args);
    return result.ok ? { ...result, channel: world.directory.describeChannel(result.channel as Fields) } : result;
  },
  'conversations.list': (world, args) => describeAll(world, 'conversations.list', args),
  'users.conversations': (world, args) => describeAll(world, 'users.conversations', args),
  'conversations.members': async (world, args) => {
    const result = await world.callLocalSlack('conversations.members', args);
    const known = world.directory.channel(String(args.channel));
    return result.ok && known ? { ...result, members: known.members } : result;
  },
  'conversations.open': async (world, args) => {
    const result = await world.callLocalSlack('conversations.open', args);
    const { id } = (result.channel ?? {}) as { id?: string };
    const [user = ''] = String(args.users ?? '').split(',');
    if (id) world.directory.noteDirectMessage(user, id);
    return result;
  },
  'conversations.history': (world, args) => withOriginals(world, 'conversations.history', args),
  'conversations.replies': (world, args) => withOriginals(world, 'conversations.replies', args),
};

async function describeAll(world: World, method: string, args: Fields): Promise<ApiResult> {
  const result = await world.callLocalSlack(method, args);
  const bot = world.workspace.app.botUserId;
  const channels = ((result.channels ?? []) as Fields[])
    .map((one) => world.directory.describeChannel(one))
    .filter((one) => !one.is_private || one.is_im || world.directory.channel(String(one.id))?.members.includes(bot));
  return { ...result, channels };
}

async function withOriginals(world: World, method: string, args: Fields): Promise<ApiResult> {
  const result = await world.callLocalSlack(method, args);
  if (!result.ok) return result;
  const messages = ((result.messages ?? []) as Fields[])
    .filter((one) => one.subtype !== 'ephemeral')
    .map((one) => {
      const known = world.messages.find(String(args.channel), String(one.ts));
      if (!known) return one;
      const { metadata, ...shown } = asSlackMessage(world, known);
      return { ...one, ...shown, ...(metadata && isTrue(args.include_all_metadata) ? { metadata } : {}) };
    });
  return { ...result, messages };
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === '1';
}
