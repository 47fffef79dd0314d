import type { ActionsBlock } from '@slack/types';
import type { ChannelRefusal } from '../../../domain/post.ts';
import type { Messages } from '../../../i18n/index.ts';
import { ACTIONS } from '../../ids.ts';
import { plain, section } from '../building-blocks.ts';
import type { RenderedMessage } from '../rendered-message.ts';

/** Why no client is discussed in this channel, with a list of channels to do it in; Slack leaves shared ones out of it. */
export function renderChannelRefusedReply(reason: ChannelRefusal, t: Messages): RenderedMessage {
  const text = t.refusals.channel[reason];
  const choose: ActionsBlock = {
    type: 'actions',
    block_id: 'channel_refused',
    elements: [
      {
        type: 'conversations_select',
        action_id: ACTIONS.startInChannel,
        placeholder: plain(t.refusals.chooseChannel),
        filter: { include: ['public', 'private'], exclude_external_shared_channels: true },
      },
    ],
  };
  return { text, blocks: [section(text), choose] };
}
