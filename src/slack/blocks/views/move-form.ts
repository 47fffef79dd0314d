import type { InputBlock, ModalView } from '@slack/types';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { encodeTarget } from '../../target.ts';
import { plain, section } from '../building-blocks.ts';
import { checkboxInput } from './form-inputs.ts';
import { formView } from './form-view.ts';

export type MoveFormModel = {
  readonly reviewId: string;
  readonly clientName: string;
  /** Where the review runs now. */
  readonly channelId: string;
};

/**
 * The form that moves a review to another channel. Slack leaves out what is shared with other organisations; whether the channel will do
 * is asked when the form is sent. The box is for public channels only, which cannot be told apart before one is chosen.
 */
export function renderMoveForm({ reviewId, clientName, channelId }: MoveFormModel, t: Messages): ModalView {
  const { title, submit, intro, publicLabel, publicConfirm } = t.pauses.form;
  return formView(
    {
      callbackId: VIEWS.moveReview,
      title,
      submit,
      metadata: encodeTarget({ reviewId }),
      blocks: [
        section(intro(clientName, channelId)),
        channelInput(t),
        checkboxInput({ id: FIELDS.publicConfirmed, label: publicLabel, text: publicConfirm, isOptional: true }),
      ],
    },
    t,
  );
}

function channelInput({ pauses: { form } }: Messages): InputBlock {
  return {
    type: 'input',
    block_id: FIELDS.channel,
    label: plain(form.channel),
    hint: plain(form.channelHint),
    element: {
      type: 'conversations_select',
      action_id: FIELDS.channel,
      placeholder: plain(form.placeholder),
      filter: { include: ['public', 'private'], exclude_external_shared_channels: true, exclude_bot_users: true },
    },
  };
}
