import type { Phase } from '../../domain/answer.ts';
import type { CardModel } from '../../domain/card.ts';
import { channelLink, join, md } from '../../domain/escaping.ts';
import type { PostMessage } from '../../domain/post.ts';
import type { Messages } from '../../i18n/index.ts';
import { actions, context, section } from './building-blocks.ts';
import { type RenderedMessage, rendered } from './rendered-message.ts';
import { stepButtons } from './step-buttons.ts';

/** Says in the thread that an earlier step is open again, and how what is added will be seen; once it is over, that it was. */
export function renderReopened(phase: Phase, card: CardModel, t: Messages): RenderedMessage {
  const texts = t.desk.reopened;
  const question = t.vocabulary.step[phase];
  if (card.phase !== phase || card.state === 'short_of_voices') return rendered([section(texts.over(question))]);
  const until = card.phaseEndsAt === null ? [] : [t.thread.prompt.until(card.phaseEndsAt)];
  const wasShown = card.mode === 'private' && phase !== 'vote' && card.revealed.includes(phase);
  const whoSees = wasShown
    ? texts.whoSeesPrivate
    : t.thread.prompt.whoSees[card.mode][phase === 'vote' ? 'vote' : 'words'];
  return rendered([
    section(join([texts.text(question), md`${texts.help}`])),
    context(join([md`${whoSees}`, ...until])),
    actions('step', stepButtons(card.reviewId, phase, t)),
  ]);
}

/** Tells somebody that another manager facilitates the review now. */
export function renderTakenOver(
  {
    byId,
    clientName,
    channelId,
  }: Pick<Extract<PostMessage, { kind: 'taken_over' }>, 'byId' | 'clientName' | 'channelId'>,
  t: Messages,
): RenderedMessage {
  return rendered([section(t.desk.takenOver({ byId, clientName, channel: channelLink(channelId) }))]);
}

/** The last line in the thread of a review that was cancelled. */
export function renderCancelledNote(byId: string, t: Messages): RenderedMessage {
  return rendered([section(t.desk.cancelled(byId))]);
}
