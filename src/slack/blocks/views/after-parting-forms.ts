import type { ModalView } from '@slack/types';
import { MAX_ANSWER_LENGTH } from '../../../domain/answer.ts';
import { MAX_REASON_LENGTH } from '../../../domain/plan/plan-item.ts';
import type { ReviewMode } from '../../../domain/review.ts';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { encodePartingTarget } from '../../parting-target.ts';
import { context, section } from '../building-blocks.ts';
import { textInput } from './form-inputs.ts';
import { formView } from './form-view.ts';

/** *Work with them again*: why. */
export function renderReopenClientForm(client: { readonly id: string; readonly name: string }, t: Messages): ModalView {
  const texts = t.partingForms.reopenClient;
  return formView(
    {
      callbackId: VIEWS.reopenClient,
      title: t.partingForms.title.reopenClient,
      submit: t.partingForms.submit.reopenClient,
      metadata: client.id,
      blocks: [
        section(texts.intro(client.name)),
        textInput({ id: FIELDS.reason, label: texts.label, isMultiline: true, maxLength: MAX_REASON_LENGTH }),
      ],
    },
    t,
  );
}

export type LastLessonFormModel = {
  readonly reviewId: string;
  readonly clientName: string;
  readonly mode: ReviewMode;
  readonly formKey: string;
};

/** One thing to remember from a parting, and whether it is kept under a name. */
export function renderLastLessonForm(
  { reviewId, clientName, mode, formKey }: LastLessonFormModel,
  t: Messages,
): ModalView {
  const texts = t.partingForms.lesson;
  return formView(
    {
      callbackId: VIEWS.lastLesson,
      title: t.partingForms.title.lesson,
      submit: t.partingForms.submit.save,
      metadata: encodePartingTarget({ reviewId, formKey }),
      blocks: [
        section(t.parting.lastLesson(clientName)),
        textInput({ id: FIELDS.learned, label: texts.label, isMultiline: true, maxLength: MAX_ANSWER_LENGTH }),
        context(mode === 'private' ? texts.private : texts.open),
      ],
    },
    t,
  );
}
