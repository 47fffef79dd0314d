import type { ModalView } from '@slack/types';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { encodeTarget } from '../../target.ts';
import { dateInput, dateTimeInput } from './form-inputs.ts';
import { formView } from './form-view.ts';

export type TimesFormModel = {
  readonly reviewId: string;
  readonly phaseEndsAt: Date | null;
  /** YYYY-MM-DD in the workspace's zone, or none; not asked for in a meeting. */
  readonly deadline: string | null;
  readonly isLive: boolean;
};

/** When the current step ends, and by when the whole review should be done. */
export function renderTimesForm({ reviewId, phaseEndsAt, deadline, isLive }: TimesFormModel, t: Messages): ModalView {
  const texts = t.desk.times;
  const doneBy = dateInput({
    id: FIELDS.doneBy,
    label: texts.doneBy,
    hint: texts.doneByHint,
    isOptional: true,
    initial: deadline,
  });
  return formView(
    {
      callbackId: VIEWS.times,
      title: t.desk.title.times,
      submit: t.forms.button.save,
      metadata: encodeTarget({ reviewId }),
      blocks: [
        dateTimeInput({ id: FIELDS.stepEndsAt, label: texts.stepEnds, initial: phaseEndsAt }),
        ...(isLive ? [] : [doneBy]),
      ],
    },
    t,
  );
}
