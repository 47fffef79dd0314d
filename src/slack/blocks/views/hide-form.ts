import type { ModalView } from '@slack/types';
import { MAX_REASON_LENGTH } from '../../../domain/hidden-words.ts';
import type { WordPhase } from '../../../domain/statement.ts';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { encodeTarget } from '../../target.ts';
import { section } from '../building-blocks.ts';
import { radioInput, selectInput, textInput } from './form-inputs.ts';
import { formView } from './form-view.ts';
import { rangeOptions } from './option-range.ts';

export type HideQuestionModel = {
  readonly reviewId: string;
  /** How many things the thread shows, by question; those with none are left out. */
  readonly counts: Readonly<Partial<Record<WordPhase, number>>>;
};

export type HideFormModel = {
  readonly reviewId: string;
  readonly phase: WordPhase;
  /** One at least; `name` is null in a private review. */
  readonly words: readonly { readonly digest: string; readonly text: string; readonly name: string | null }[];
};

/** The first of two pages: to which question. */
export function renderHideQuestion({ reviewId, counts }: HideQuestionModel, t: Messages): ModalView {
  const texts = t.desk.hide;
  return formView(
    {
      callbackId: VIEWS.hideQuestion,
      title: t.desk.title.hide,
      submit: t.forms.button.next,
      metadata: encodeTarget({ reviewId }),
      blocks: [
        radioInput({
          id: FIELDS.step,
          label: texts.question,
          choices: Object.entries(counts).map(([phase, count]) => ({
            value: phase,
            text: texts.questionOption(t.vocabulary.step[phase as WordPhase], count),
          })),
        }),
      ],
    },
    t,
  );
}

/** The second: which of the things said, in the order of the alphabet, and why. It says how many there is no room for, if any. */
export function renderHideForm({ reviewId, phase, words }: HideFormModel, t: Messages): ModalView {
  const texts = t.desk.hide;
  const choices = words.map(({ digest, text, name }) => ({
    value: digest,
    text,
    ...(name === null ? {} : { description: name }),
  }));
  const { groups, shown } = rangeOptions(choices, t.forms.locale);
  const hint = shown < words.length ? texts.someLeftOut({ shown, total: words.length }) : undefined;
  return formView(
    {
      callbackId: VIEWS.hide,
      title: t.desk.title.hide,
      submit: t.desk.button.hideSubmit,
      metadata: encodeTarget({ reviewId, phase }),
      blocks: [
        section(texts.whatHappens),
        selectInput({ id: FIELDS.words, label: texts.words, hint, placeholder: texts.wordsPlaceholder, groups }),
        textInput({
          id: FIELDS.reason,
          label: texts.reason,
          hint: texts.reasonHint,
          isMultiline: true,
          maxLength: MAX_REASON_LENGTH,
        }),
      ],
    },
    t,
  );
}
