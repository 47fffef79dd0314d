import type { Button, KnownBlock } from '@slack/types';
import type { CardModel } from '../../domain/card.ts';
import { join, md } from '../../domain/escaping.ts';
import type { Messages } from '../../i18n/index.ts';
import { ACTIONS } from '../ids.ts';
import { encodeTarget } from '../target.ts';
import { actions, button, context, section } from './building-blocks.ts';
import type { RenderedMessage } from './rendered-message.ts';
import { rendered } from './rendered-message.ts';
import { stepButtons } from './step-buttons.ts';
import { walkButtons } from './walk-button.ts';

/** The direct message that invites one person: who asks, about whom, where, until when, and who will see the answer. */
export function renderInvitation(card: CardModel, channelId: string, t: Messages): RenderedMessage {
  const invited = section(t.thread.invitation.text(card.facilitatorId, card.clientName, channelId));
  if (card.phase === null) return rendered([invited, context(md`${t.thread.invitation.over}`)]);
  const isWaiting = card.state === 'short_of_voices';
  const now = isWaiting
    ? md`${t.thread.invitation.waiting}`
    : t.thread.invitation.question(t.vocabulary.step[card.phase]);
  const until = card.phaseEndsAt === null ? [] : [t.thread.prompt.until(card.phaseEndsAt)];
  const blocks: KnownBlock[] = [
    invited,
    section(join([now, ...until], '   ')),
    context(md`${t.thread.invitation.mode[card.mode]}`),
    actions('step', [
      ...stepButtons(card.reviewId, card.phase, t),
      ...walkButtons(card, t),
      awayButton(card.reviewId, t),
    ]),
  ];
  return rendered(blocks);
}

function awayButton(reviewId: string, t: Messages): Button {
  return button({ text: t.presence.button, actionId: ACTIONS.away, value: encodeTarget({ reviewId }) });
}
