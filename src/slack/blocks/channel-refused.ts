import { join, md } from '../../domain/escaping.ts';
import type { PostMessage } from '../../domain/post.ts';
import type { Messages } from '../../i18n/index.ts';
import { section } from './building-blocks.ts';
import type { RenderedMessage } from './rendered-message.ts';
import { rendered } from './rendered-message.ts';

type ChannelRefused = Extract<PostMessage, { kind: 'channel_refused' }>;

/** Tells the facilitator in a direct message why a channel is silent now, and what to do (product: never in front of the client). */
export function renderChannelRefused({ clientName, channelId, reason }: ChannelRefused, t: Messages): RenderedMessage {
  const { title, why, whatToDo, remedy, kept } = t.thread.channelRefused;
  const text = join([
    title(clientName, channelId),
    md`${why[reason]}`,
    md`*${whatToDo}* ${remedy[reason]}`,
    md`${kept}`,
  ]);
  return rendered([section(text)]);
}
