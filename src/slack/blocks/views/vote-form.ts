import type { ModalView } from '@slack/types';
import { MAX_HOURS_PER_WEEK, VOTES, type VoteAnswer } from '../../../domain/answer.ts';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { encodeTarget, type Target } from '../../target.ts';
import { capitalised } from '../building-blocks.ts';
import { type Asked, answerHeading } from './answer-heading.ts';
import { numberInput, radioInput } from './form-inputs.ts';
import { formView } from './form-view.ts';
import { submitText } from './walk-fields.ts';
import { withdrawInput } from './withdraw-input.ts';

export type VoteFormModel = Asked & { readonly target: Target; readonly previous: VoteAnswer | null };

/** The vote and, if the person likes, the hours a week that friction costs (method 3). */
export function renderVoteForm(model: VoteFormModel, t: Messages): ModalView {
  const { target, previous } = model;
  const texts = t.forms.vote;
  return formView(
    {
      callbackId: VIEWS.vote,
      title: t.forms.title.vote,
      submit: submitText(model, t),
      metadata: encodeTarget(target),
      blocks: [
        ...answerHeading('vote', model, t),
        radioInput({
          id: FIELDS.vote,
          label: texts.vote,
          choices: VOTES.map((vote) => ({
            value: vote,
            text: capitalised(t.vocabulary.vote[vote]),
            description: texts.describe[vote],
          })),
          initial: previous?.vote ?? null,
        }),
        numberInput({
          id: FIELDS.hours,
          label: texts.hours,
          hint: texts.hoursHint,
          isOptional: true,
          initial: previous?.hoursPerWeek ?? null,
          min: 0,
          max: MAX_HOURS_PER_WEEK,
        }),
        ...(previous === null ? [] : [withdrawInput(t.forms.withdraw.answer, model, t)]),
      ],
    },
    t,
  );
}
