import type { KnownBlock, ModalView } from '@slack/types';
import { MAX_ANSWER_LENGTH, type PositivesAnswer } from '../../../domain/answer.ts';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { encodeTarget, type Target } from '../../target.ts';
import { type Asked, answerHeading } from './answer-heading.ts';
import { textInput } from './form-inputs.ts';
import { formView } from './form-view.ts';
import { nothingInput, submitText, withOwnFields } from './walk-fields.ts';
import { withdrawInput } from './withdraw-input.ts';

export type PositiveFormModel = Asked & {
  readonly target: Target;
  readonly previous: PositivesAnswer | null;
  /** The words that the form shows at first in place of the previous ones. */
  readonly draft?: string;
};

/** One good thing (method 3). Once answered, the text is no longer required by Slack, so that it can be withdrawn. */
export function renderPositiveForm(model: PositiveFormModel, t: Messages): ModalView {
  const { target, previous, draft } = model;
  const hasAnswered = previous !== null;
  const isWalk = model.walk !== undefined;
  return formView(
    {
      callbackId: VIEWS.positive,
      title: t.forms.title.positives,
      submit: submitText(model, t),
      metadata: encodeTarget(target),
      blocks: ownFields(model, [
        ...answerHeading('positives', model, t),
        textInput({
          id: FIELDS.text,
          label: t.forms.positive.text,
          hint: t.forms.positive.hint,
          isMultiline: true,
          isOptional: hasAnswered || isWalk,
          maxLength: MAX_ANSWER_LENGTH,
          initial: draft ?? previous?.text ?? null,
        }),
        ...(isWalk ? [nothingInput('positives', t)] : []),
        ...(hasAnswered ? [withdrawInput(t.forms.withdraw.answer, model, t)] : []),
      ]),
    },
    t,
  );
}

/** In *Answer everything now* this form takes the place of a complaint, whose text has the same name. */
function ownFields({ walk }: PositiveFormModel, blocks: readonly KnownBlock[]): KnownBlock[] {
  return walk ? withOwnFields('positives', blocks) : [...blocks];
}
