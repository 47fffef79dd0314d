import type { Block } from './block-shapes.ts';
import { withBlockIds } from './block-shapes.ts';
import { checkPictures, withPictureUrls } from './file-methods.ts';
import type { Message } from './message-book.ts';
import { pageText } from './page-text.ts';
import { pageBlocks } from './page-view.ts';
import { checkBlocks, checkMessageText } from './slack-limits.ts';
import type { ApiHandler } from './web-api.ts';
import type { ApiResult, Fields, World } from './world.ts';

type Draft = { text: string; blocks: Block[] | undefined };

/** The chat methods: limits and membership as in Slack, originals kept, page-ready blocks sent on. */
export const messageHandlers: Record<string, ApiHandler> = {
  'chat.postMessage': (world, args) => post(world, 'chat.postMessage', args),
  'chat.postEphemeral': (world, args) => post(world, 'chat.postEphemeral', args),
  'chat.update': async (world, args) => {
    const known = world.messages.find(String(args.channel), String(args.ts));
    if (!known || known.ephemeral_to) return { ok: false, error: 'message_not_found' };
    if (known.user !== world.workspace.app.botUserId) return { ok: false, error: 'cant_update_message' };
    if (String(args.text ?? '').length > 4000) return { ok: false, error: 'msg_too_long' };
    return updateMessage(world, known, args);
  },
  'chat.delete': async (world, args) => {
    const known = world.messages.find(String(args.channel), String(args.ts));
    if (!known || known.ephemeral_to) return { ok: false, error: 'message_not_found' };
    if (known.user !== world.workspace.app.botUserId) return { ok: false, error: 'cant_delete_message' };
    return deleteMessage(world, known);
  },
};

/** Replaces a message's text and blocks; metadata stays unless `{}` is given. */
export async function updateMessage(world: World, known: Message, args: Fields): Promise<ApiResult> {
  const draft = checkedDraft(world, 'chat.update', args);
  if ('ok' in draft) return draft;
  const result = await world.callLocalSlack('chat.update', {
    ...pageArgs(world, args, draft),
    channel: known.channel,
    ts: known.ts,
  });
  if (!result.ok) return result;
  const { blocks: _old, metadata, ...kept } = known;
  const next = (args.metadata as Message['metadata']) ?? metadata;
  const message: Message = {
    ...kept,
    text: draft.text,
    ...(draft.blocks ? { blocks: draft.blocks } : {}),
    ...(next?.event_type ? { metadata: next } : {}),
    isEdited: true,
  };
  world.messages.save(message);
  return { ok: true, channel: known.channel, ts: known.ts, text: draft.text, message: asSlackMessage(world, message) };
}

/** Removes a message from local-slack and from the record. */
export async function deleteMessage(world: World, known: Message): Promise<ApiResult> {
  const result = await world.callLocalSlack('chat.delete', { channel: known.channel, ts: known.ts });
  if (result.ok) world.messages.remove(known.channel, known.ts);
  return result;
}

/** Posts without a membership check, as a response URL may; `user` makes it ephemeral. */
export async function postUnchecked(world: World, method: string, args: Fields): Promise<ApiResult> {
  const draft = checkedDraft(world, method, args);
  if ('ok' in draft) return draft;
  const result = await world.callLocalSlack(method, pageArgs(world, args, draft));
  if (!result.ok) return result;
  const isEphemeral = method === 'chat.postEphemeral';
  const channel = String(result.channel ?? args.channel);
  const message: Message = {
    channel,
    ts: String(isEphemeral ? result.message_ts : result.ts),
    user: world.workspace.app.botUserId,
    bot_id: `B${world.workspace.app.botUserId.slice(1)}`,
    text: draft.text,
    ...(draft.blocks ? { blocks: draft.blocks } : {}),
    ...(args.thread_ts ? { thread_ts: String(args.thread_ts) } : {}),
    ...(args.metadata ? { metadata: args.metadata as NonNullable<Message['metadata']> } : {}),
    ...(isEphemeral ? { ephemeral_to: String(args.user) } : {}),
  };
  if (String(args.channel).startsWith('U')) world.directory.noteDirectMessage(String(args.channel), channel);
  world.messages.save(message);
  if (isEphemeral) return result;
  return { ok: true, channel, ts: message.ts, message: asSlackMessage(world, message) };
}

/** A recorded message as Slack's API and payloads show it. */
export function asSlackMessage(world: World, message: Message): Fields {
  const { isEdited, channel: _channel, ephemeral_to: _to, metadata, ...shown } = message;
  return {
    type: 'message',
    ...shown,
    team: world.workspace.team.id,
    ...(message.bot_id ? { app_id: world.workspace.app.appId } : {}),
    ...(metadata ? { metadata } : {}),
    ...(isEdited && !message.blocks ? { edited: { user: message.user, ts: message.ts } } : {}),
  };
}

async function post(world: World, method: string, args: Fields): Promise<ApiResult> {
  const recipient = method === 'chat.postEphemeral' ? String(args.user) : undefined;
  const error = world.directory.postRefusal(String(args.channel), recipient);
  return error ? { ok: false, error } : postUnchecked(world, method, args);
}

function checkedDraft(world: World, method: string, args: Fields): Draft | ApiResult {
  const text = typeof args.text === 'string' ? args.text : '';
  const blocks = Array.isArray(args.blocks) && args.blocks.length > 0 ? (args.blocks as Block[]) : undefined;
  if (!text && !blocks && !args.attachments) return { ok: false, error: 'no_text' };
  world.report(method, checkMessageText(text, blocks !== undefined));
  const rules = blocks ? checkBlocks(blocks) : [];
  world.report(method, rules);
  // A file that is not there yet is no fault of the app.
  const problems = [...rules, ...(blocks ? checkPictures(world, blocks) : [])];
  if (problems.length > 0) {
    return { ok: false, error: 'invalid_blocks', errors: problems, response_metadata: { messages: problems } };
  }
  return { text, blocks: blocks ? withBlockIds(blocks) : undefined };
}

function pageArgs(world: World, args: Fields, draft: Draft): Fields {
  const drawing = world.directory.drawing();
  const blocks = draft.blocks ? { blocks: pageBlocks(withPictureUrls(world, draft.blocks), drawing) } : {};
  return { ...args, text: pageText(draft.text, drawing.clock), ...blocks };
}
