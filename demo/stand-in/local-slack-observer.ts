import { WebSocket } from 'undici';
import type { Block } from './block-shapes.ts';
import type { World } from './world.ts';

type Seen = {
  channel: string;
  ts: string;
  user: string;
  text?: string;
  thread_ts?: string;
  bot_id?: string;
  subtype?: string;
  blocks?: Block[];
};
type SeenChannel = { id: string; is_im: boolean; members: string[] };
type Notice = { t: string; message?: Seen; channel?: SeenChannel | string; ts?: string };

/** Listens to local-slack for what people write, edit and delete, and for direct messages it opens. */
export function observeLocalSlack(world: World, localSlackUrl: string): Promise<{ close: () => void }> {
  const socket = new WebSocket(`${localSlackUrl.replace(/^http/, 'ws')}/ui`);
  socket.addEventListener('message', (event) => note(world, JSON.parse(String(event.data)) as Notice));
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve({ close: () => socket.close() }));
    socket.addEventListener('error', () => reject(new Error(`No socket to local-slack at ${localSlackUrl}.`)));
  });
}

function note(world: World, notice: Notice): void {
  const { t, message, channel } = notice;
  if (t === 'channel' && typeof channel === 'object' && channel.is_im) {
    const [person = ''] = channel.members.filter((id) => id !== world.workspace.app.botUserId);
    world.directory.noteDirectMessage(person, channel.id);
  }
  if (t === 'message_delete' && typeof channel === 'string') world.messages.remove(channel, notice.ts ?? '');
  if (!message || (t !== 'message' && t !== 'message_update')) return;
  // What the app posts is recorded with its original blocks where the Web API is answered.
  if (message.bot_id && message.subtype !== 'file_share') return;
  const { user, ts, text = '', thread_ts, blocks } = message;
  world.messages.save({
    channel: message.channel,
    ts,
    user,
    text,
    ...(thread_ts ? { thread_ts } : {}),
    ...(blocks ? { blocks } : {}),
    ...(message.bot_id ? { bot_id: message.bot_id } : {}),
    ...(t === 'message_update' ? { isEdited: true } : {}),
  });
}
