import { join, md } from '../../domain/escaping.ts';
import type { PostMessage } from '../../domain/post.ts';
import type { Messages } from '../../i18n/index.ts';
import { actions, section } from './building-blocks.ts';
import { moveButton } from './move-button.ts';
import type { RenderedMessage } from './rendered-message.ts';
import { rendered } from './rendered-message.ts';

type Paused = Extract<PostMessage, { kind: 'paused' }>;

/**
 * Tells the facilitator in a direct message that a review stands still, why, and what to do, with a button to move it; and in its place,
 * once the pause is over, where the review goes on (product: never in front of the client).
 */
export function renderPaused(paused: Paused, reviewId: string, t: Messages): RenderedMessage {
  return paused.ended === null ? standing(paused, reviewId, t) : going(paused, t);
}

function standing({ clientName, channelId, reason }: Paused, reviewId: string, t: Messages): RenderedMessage {
  const { why, whatToDo, remedy } = t.thread.channelRefused;
  const text = join([
    t.pauses.paused(clientName, channelId),
    md`${why[reason]}`,
    md`*${whatToDo}* ${remedy[reason]} ${t.pauses.orMove}`,
    md`${t.pauses.stands}`,
  ]);
  return rendered([section(text), actions('paused', [moveButton(reviewId, t)])]);
}

function going({ clientName, channelId, ended }: Paused, t: Messages): RenderedMessage {
  const movedTo = typeof ended === 'object' && ended !== null ? ended.movedTo : null;
  return rendered([
    section(
      join([
        t.pauses.resumed(clientName, movedTo ?? channelId),
        md`${t.pauses.timeBack}`,
        ...(movedTo === null ? [] : [t.pauses.takenBack(channelId)]),
      ]),
    ),
  ]);
}
