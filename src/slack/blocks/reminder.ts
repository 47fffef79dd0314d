import type { CardModel } from '../../domain/card.ts';
import { join, md } from '../../domain/escaping.ts';
import type { Messages } from '../../i18n/index.ts';
import { actions, context, section } from './building-blocks.ts';
import { type RenderedMessage, rendered } from './rendered-message.ts';
import { stepButtons } from './step-buttons.ts';

/** The one reminder of a question, to somebody who has not answered it; nothing once the question is over. */
export function renderReminder(card: CardModel, channelId: string, t: Messages): RenderedMessage[] {
  if (card.phase === null) return [];
  const until = card.phaseEndsAt === null ? [] : [t.thread.prompt.until(card.phaseEndsAt)];
  return [
    rendered([
      section(t.thread.reminder.text(card.clientName, channelId)),
      section(join([t.thread.invitation.question(t.vocabulary.step[card.phase]), ...until], '   ')),
      context(md`${t.thread.invitation.mode[card.mode]}`),
      actions('step', stepButtons(card.reviewId, card.phase, t)),
      context(md`${t.thread.reminder.once}`),
    ]),
  ];
}
