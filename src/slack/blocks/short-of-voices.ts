import type { CardModel } from '../../domain/card.ts';
import { join, md } from '../../domain/escaping.ts';
import type { PostMessage } from '../../domain/post.ts';
import type { Messages } from '../../i18n/index.ts';
import { actions, context, section } from './building-blocks.ts';
import type { RenderedMessage } from './rendered-message.ts';
import { rendered } from './rendered-message.ts';
import { stepButtons } from './step-buttons.ts';

type ShortOfVoices = Extract<PostMessage, { kind: 'short_of_voices' }>;

/** Asks the thread for the answers that a verdict still needs, and says how long the review waits (method 5, rule 2). */
export function renderShortOfVoices(
  { have, need, invited, until }: ShortOfVoices,
  card: CardModel,
  t: Messages,
): RenderedMessage {
  const { text, help } = t.thread.shortOfVoices;
  return rendered([
    section(join([text(have, need, invited), help(new Date(until))])),
    context(md`${t.thread.prompt.whoSees[card.mode].late}`),
    actions('step', stepButtons(card.reviewId, 'complaints', t)),
  ]);
}
