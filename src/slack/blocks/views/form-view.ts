import type { KnownBlock, ModalView } from '@slack/types';
import type { Messages } from '../../../i18n/index.ts';
import { plain } from '../building-blocks.ts';

type FormView = {
  readonly callbackId: string;
  readonly title: string;
  readonly submit: string;
  /** What Slack sends back with the form: a target, see target.ts, or the start form's own. */
  readonly metadata: string;
  readonly blocks: readonly KnownBlock[];
};

/** A form with a button that sends it and one that leaves it. Title and button: at most 24 characters. */
export function formView({ callbackId, title, submit, metadata, blocks }: FormView, t: Messages): ModalView {
  return {
    type: 'modal',
    callback_id: callbackId,
    title: plain(title),
    submit: plain(submit),
    close: plain(t.forms.button.cancel),
    private_metadata: metadata,
    blocks: [...blocks],
  };
}
