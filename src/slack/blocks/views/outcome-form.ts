import type { ModalView } from '@slack/types';
import { md } from '../../../domain/escaping.ts';
import { MAX_OUTCOME_WHY_LENGTH } from '../../../domain/outcome/outcome-check.ts';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { encodeOutcomeTarget, type OutcomeTarget } from '../../parse/outcome-form.ts';
import { section } from '../building-blocks.ts';
import { textInput } from './form-inputs.ts';
import { formView } from './form-view.ts';

/** Why a decision was right or not; for *too early* it may be left empty. */
export function renderOutcomeForm(target: OutcomeTarget, t: Messages): ModalView {
  const { title, answer, why } = t.outcome;
  const isOptional = target.answer === 'too_early';
  return formView(
    {
      ...{ callbackId: VIEWS.outcome, title, submit: t.forms.button.save, metadata: encodeOutcomeTarget(target) },
      blocks: [
        section(md`*${answer[target.answer]}*`),
        textInput({
          ...{ id: FIELDS.text, label: why.label, hint: isOptional ? why.hintTooEarly : why.hint },
          ...{ isMultiline: true, isOptional, maxLength: MAX_OUTCOME_WHY_LENGTH },
        }),
      ],
    },
    t,
  );
}
