import type { ActionsBlock, ModalView } from '@slack/types';
import { join, type Mrkdwn } from '../../../domain/escaping.ts';
import type { Messages } from '../../../i18n/index.ts';
import { ACTIONS } from '../../ids.ts';
import { plain, sections } from '../building-blocks.ts';

type ChooseChannel = {
  readonly question: Mrkdwn;
  /** Why the channel that was wanted will not do. */
  readonly refusal: Mrkdwn | null;
  /** Which client the review is about, see pulse-target.ts. */
  readonly target: string;
};

/** Asks in which channel a review of a client is to run; the choice brings the start form in its place. */
export function renderChooseChannel({ question, refusal, target }: ChooseChannel, t: Messages): ModalView {
  const choose: ActionsBlock = {
    type: 'actions',
    block_id: 'choose_channel',
    elements: [
      {
        type: 'conversations_select',
        action_id: ACTIONS.startFromPulseIn,
        placeholder: plain(t.refusals.chooseChannel),
        filter: { include: ['public', 'private'], exclude_external_shared_channels: true },
      },
    ],
  };
  return {
    type: 'modal',
    title: plain(t.startForm.title),
    close: plain(t.forms.button.close),
    private_metadata: target,
    blocks: [...sections([join(refusal === null ? [question] : [refusal, question], '\n\n')]), choose],
  };
}
