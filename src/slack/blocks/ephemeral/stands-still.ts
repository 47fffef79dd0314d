import type { Messages } from '../../../i18n/index.ts';
import { actions, section } from '../building-blocks.ts';
import { moveButton } from '../move-button.ts';
import type { RenderedMessage } from '../rendered-message.ts';

/** To somebody who wanted to move on a review that is paused: why not, and the way to another channel. */
export function renderStandsStill(reviewId: string, t: Messages): RenderedMessage {
  const text = t.pauses.standsStill;
  return { text, blocks: [section(text), actions('paused', [moveButton(reviewId, t)])] };
}
