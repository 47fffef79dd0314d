import { join } from '../../../domain/escaping.ts';
import type { SignalId } from '../../../domain/signals.ts';
import type { WordPhase } from '../../../domain/statement.ts';
import type { Messages } from '../../../i18n/index.ts';
import { ACTIONS } from '../../ids.ts';
import { encodeTarget } from '../../target.ts';
import { button } from '../building-blocks.ts';
import type { RenderedMessage } from '../rendered-message.ts';
import { renderNotice } from './notice.ts';

export type ReplyTaken = {
  readonly reviewId: string;
  readonly phase: WordPhase;
  readonly messageTs: string;
  /** What a complaint sounds like; none for other answers. */
  readonly signals: readonly SignalId[];
};

/** Tells the author that their reply is an answer now, and offers to say more of it: of a complaint, what kind of trouble it is. */
export function renderReplyTaken({ reviewId, phase, messageTs, signals }: ReplyTaken, t: Messages): RenderedMessage {
  const { taken, soundsLike, untagged, button: texts } = t.replies;
  if (phase !== 'complaints') {
    const value = encodeTarget({ reviewId, phase });
    return renderNotice(taken[phase], [button({ text: texts.edit, actionId: ACTIONS.answer, value })]);
  }
  const labels = signals.map((signal) => t.vocabulary.signal[signal]).join(' · ');
  const lines = [taken.complaints, ...(labels === '' ? [] : [soundsLike(labels)]), untagged];
  const value = encodeTarget({ reviewId, messageTs, ...(signals.length === 0 ? {} : { signals }) });
  const tag = button({ text: texts.tag, actionId: ACTIONS.tagReply, value, style: 'primary' });
  return renderNotice(join(lines), [tag]);
}
