import type { CardModel } from '../../domain/card.ts';
import { join, md } from '../../domain/escaping.ts';
import type { PostMessage } from '../../domain/post.ts';
import type { Messages } from '../../i18n/index.ts';
import { ACTIONS } from '../ids.ts';
import { encodeTarget } from '../target.ts';
import { actions, button, context, section } from './building-blocks.ts';
import { type RenderedMessage, rendered } from './rendered-message.ts';
import { stepButtons } from './step-buttons.ts';

type Reminder = Extract<PostMessage, { kind: 'reminder' }>;

/**
 * The one reminder of a question, to somebody who has not answered it; nothing once the question is over. It can be put off, and
 * then says until when; the one that comes then says that it was asked for.
 */
export function renderReminder(
  { snoozedUntil, isAgain }: Pick<Reminder, 'snoozedUntil' | 'isAgain'>,
  { card, channelId }: { readonly card: CardModel; readonly channelId: string },
  t: Messages,
): RenderedMessage[] {
  if (card.phase === null) return [];
  const value = encodeTarget({ reviewId: card.reviewId, phase: card.phase });
  const { snooze } = t.desk;
  const later = [
    button({ text: snooze.twoHours, actionId: ACTIONS.snoozeTwoHours, value }),
    button({ text: snooze.tomorrow, actionId: ACTIONS.snoozeTomorrow, value }),
  ];
  const isPutOff = snoozedUntil !== undefined;
  const note = isPutOff ? snooze.until(new Date(snoozedUntil)) : md`${isAgain ? snooze.again : t.thread.reminder.once}`;
  const until = card.phaseEndsAt === null ? [] : [t.thread.prompt.until(card.phaseEndsAt)];
  return [
    rendered([
      section(t.thread.reminder.text(card.clientName, channelId)),
      section(join([t.thread.invitation.question(t.vocabulary.step[card.phase]), ...until], '   ')),
      context(md`${t.thread.invitation.mode[card.mode]}`),
      actions('step', stepButtons(card.reviewId, card.phase, t)),
      context(note),
      ...(isPutOff || isAgain ? [] : [actions('snooze', later)]),
    ]),
  ];
}
