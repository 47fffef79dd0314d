import type { Messages } from '../../i18n/index.ts';
import { section } from './building-blocks.ts';
import { type RenderedMessage, rendered } from './rendered-message.ts';

/** First in the thread of a review that came from another channel: where it was, and that nothing is missing. */
export function renderMoved(fromChannelId: string, t: Messages): RenderedMessage {
  return rendered([section(t.pauses.movedHere(fromChannelId))]);
}
