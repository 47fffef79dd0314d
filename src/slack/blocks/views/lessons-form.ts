import type { ModalView } from '@slack/types';
import { type LessonsAnswer, MAX_ANSWER_LENGTH } from '../../../domain/answer.ts';
import { md } from '../../../domain/escaping.ts';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { encodeTarget, type Target } from '../../target.ts';
import { section } from '../building-blocks.ts';
import { type Asked, answerHeading } from './answer-heading.ts';
import { textInput } from './form-inputs.ts';
import { formView } from './form-view.ts';
import { nothingInput, submitText, withOwnFields } from './walk-fields.ts';
import { withdrawInput } from './withdraw-input.ts';

export type LessonsFormModel = Asked & {
  readonly target: Target;
  readonly previous: LessonsAnswer | null;
  /** What the form shows at first as learned, in place of what was said before. */
  readonly draft?: string;
};

/** The three questions of the lessons, of which one needs an answer (method 3). */
export function renderLessonsForm(model: LessonsFormModel, t: Messages): ModalView {
  const { target, previous, draft } = model;
  const parts = ['relationship', 'learned', 'elsewhere'] as const;
  return formView(
    {
      callbackId: VIEWS.lessons,
      title: t.forms.title.lessons,
      submit: submitText(model, t),
      metadata: encodeTarget(target),
      blocks: [
        ...answerHeading('lessons', model, t),
        section(md`${t.forms.lessons.intro}`),
        ...parts.map((part) =>
          textInput({
            id: FIELDS[part],
            label: t.forms.lessons[part],
            isMultiline: true,
            isOptional: true,
            maxLength: MAX_ANSWER_LENGTH,
            initial: (part === 'learned' ? draft : undefined) ?? previous?.[part] ?? null,
          }),
        ),
        ...(model.walk ? withOwnFields('lessons', [nothingInput('lessons', t)]) : []),
        ...(previous === null ? [] : [withdrawInput(t.forms.withdraw.answer, model, t)]),
      ],
    },
    t,
  );
}
