import type { ModalView } from '@slack/types';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { section } from '../building-blocks.ts';
import { channelInput } from './form-inputs.ts';
import { formView } from './form-view.ts';

export type StartChannelModel = {
  /** Null when the client is chosen later. */
  readonly clientName: string | null;
  /** The client's own channel, offered first. */
  readonly channelId: string | null;
};

/** In which channel a review is to take place: for those who start one where there is no channel. */
export function renderStartChannelForm({ clientName, channelId }: StartChannelModel, t: Messages): ModalView {
  const { title, intro, channel, channelHint, placeholder } = t.home.start;
  return formView(
    {
      callbackId: VIEWS.startChannel,
      title,
      submit: t.forms.button.next,
      metadata: clientName ?? '',
      blocks: [
        section(intro(clientName)),
        channelInput({ id: FIELDS.channel, label: channel, hint: channelHint, placeholder, initial: channelId }),
      ],
    },
    t,
  );
}
