import type { Button } from '@slack/types';
import type { Messages } from '../../i18n/index.ts';
import { ACTIONS } from '../ids.ts';
import { encodeTarget } from '../target.ts';
import { button } from './building-blocks.ts';

/** *Move to another channel*: opens the form that moves this review. */
export function moveButton(reviewId: string, t: Messages): Button {
  return button({ text: t.pauses.button, actionId: ACTIONS.moveReview, value: encodeTarget({ reviewId }) });
}
