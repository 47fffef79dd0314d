import type { ModalView } from '@slack/types';
import type { Messages } from '../../../i18n/index.ts';
import { ACTIONS } from '../../ids.ts';
import { encodeTarget } from '../../target.ts';
import { actions, button, context, plain, section } from '../building-blocks.ts';

/** The page at the end of *Answer everything now*: thank you, and where all of it can be changed. */
export function renderWalkDone(reviewId: string, t: Messages): ModalView {
  const value = encodeTarget({ reviewId });
  return {
    type: 'modal',
    title: plain(t.walk.done.title),
    close: plain(t.forms.button.close),
    blocks: [
      section(t.walk.done.text),
      context(t.walk.done.change),
      actions('done', [button({ text: t.card.buttons.myAnswers, actionId: ACTIONS.myAnswers, value })]),
    ],
  };
}
