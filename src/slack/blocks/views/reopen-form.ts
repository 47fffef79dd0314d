import type { ModalView } from '@slack/types';
import type { Phase } from '../../../domain/answer.ts';
import type { ReviewMode } from '../../../domain/review.ts';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { encodeTarget } from '../../target.ts';
import { radioInput } from './form-inputs.ts';
import { formView } from './form-view.ts';

export type ReopenFormModel = {
  readonly reviewId: string;
  readonly mode: ReviewMode;
  /** One at least, in the order of the ritual. */
  readonly earlier: readonly Phase[];
};

/** Which of the steps that have closed is opened again. */
export function renderReopenForm({ reviewId, mode, earlier }: ReopenFormModel, t: Messages): ModalView {
  const texts = t.desk.reopen;
  return formView(
    {
      callbackId: VIEWS.reopen,
      title: t.desk.title.reopen,
      submit: t.desk.button.reopenSubmit,
      metadata: encodeTarget({ reviewId }),
      blocks: [
        radioInput({
          id: FIELDS.step,
          label: texts.which,
          hint: mode === 'private' ? texts.hintPrivate : texts.hint,
          choices: earlier.map((phase) => ({ value: phase, text: t.vocabulary.step[phase] })),
          initial: earlier.at(-1) ?? null,
        }),
      ],
    },
    t,
  );
}
