import type { Button } from '@slack/types';
import type { Phase } from '../../domain/answer.ts';
import type { Messages } from '../../i18n/index.ts';
import { ACTIONS } from '../ids.ts';
import { encodeTarget } from '../target.ts';
import { button } from './building-blocks.ts';

/** The ways to answer one question. A vote has no primary button: nobody is nudged. */
export function stepButtons(reviewId: string, phase: Phase, t: Messages): Button[] {
  const texts = t.card.buttons;
  const value = encodeTarget({ reviewId, phase });
  if (phase === 'vote') {
    return [
      button({ text: texts.keep, actionId: ACTIONS.voteKeep, value }),
      button({ text: texts.part, actionId: ACTIONS.votePart, value }),
      button({ text: texts.unsure, actionId: ACTIONS.voteUnsure, value }),
      button({ text: texts.hours, actionId: ACTIONS.voteForm, value }),
    ];
  }
  return [
    button({ text: texts.answer, actionId: ACTIONS.answer, value, style: 'primary' }),
    button({ text: texts.nothing[phase], actionId: ACTIONS.nothingToSay, value }),
  ];
}
