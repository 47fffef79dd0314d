import type { Button } from '@slack/types';
import type { CardModel } from '../../domain/card.ts';
import type { Messages } from '../../i18n/index.ts';
import { ACTIONS } from '../ids.ts';
import { encodeTarget } from '../target.ts';
import { button } from './building-blocks.ts';

/** *Answer everything now*, where more than one question is still to come: not in the vote, nor while waiting for voices. */
export function walkButtons({ reviewId, state }: Pick<CardModel, 'reviewId' | 'state'>, t: Messages): Button[] {
  if (state !== 'complaints' && state !== 'positives' && state !== 'lessons') return [];
  return [button({ text: t.walk.button, actionId: ACTIONS.answerAll, value: encodeTarget({ reviewId }) })];
}
