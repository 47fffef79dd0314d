import type { Button } from '@slack/types';
import type { Phase } from '../../../domain/answer.ts';
import type { ReplyRefusal } from '../../../domain/typed-reply.ts';
import type { Messages } from '../../../i18n/index.ts';
import { ACTIONS } from '../../ids.ts';
import { encodeTarget } from '../../target.ts';
import { button } from '../building-blocks.ts';
import type { RenderedMessage } from '../rendered-message.ts';
import { stepButtons } from '../step-buttons.ts';
import { renderNotice } from './notice.ts';

export type ReplyRefused = {
  readonly reason: ReplyRefusal;
  readonly reviewId: string;
  readonly facilitatorId: string;
  /** The question asked now; null once the review closed. */
  readonly phase: Phase | null;
  readonly messageTs: string;
};

/** Tells the author, and nobody else, that their message is no answer, why, and what to do instead, with the button that does it. */
export function renderReplyRefused(refused: ReplyRefused, t: Messages): RenderedMessage {
  const { refused: texts } = t.replies;
  const text = refused.reason === 'not_invited' ? texts.not_invited(refused.facilitatorId) : texts[refused.reason];
  return renderNotice(text, buttonsFor(refused, t));
}

function buttonsFor({ reason, reviewId, phase, messageTs }: ReplyRefused, t: Messages): Button[] {
  if (phase === null || reason === 'not_invited' || reason === 'review_closed') return [];
  if (reason === 'vote_by_button') return stepButtons(reviewId, 'vote', t);
  const { form, edit } = t.replies.button;
  if (reason === 'private') {
    const value = encodeTarget({ reviewId, messageTs });
    return [button({ text: form, actionId: ACTIONS.answerInForm, value, style: 'primary' })];
  }
  const isChange = reason === 'too_many' || reason === 'edit_too_long' || reason === 'changed_in_form';
  const value = encodeTarget({ reviewId, phase });
  return [button({ text: isChange ? edit : form, actionId: ACTIONS.answer, value })];
}
