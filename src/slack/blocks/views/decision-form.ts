import type { KnownBlock, ModalView } from '@slack/types';
import { MAX_ANSWER_LENGTH } from '../../../domain/answer.ts';
import type { ClientStatus } from '../../../domain/client.ts';
import { CHOICES, type Choice, HARD_STOP_FINDINGS } from '../../../domain/decision.ts';
import { boldLine, escapeText, md } from '../../../domain/escaping.ts';
import type { HardStopId } from '../../../domain/signals.ts';
import { formatList } from '../../../i18n/amounts.ts';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { encodeTarget } from '../../target.ts';
import { context, section } from '../building-blocks.ts';
import { radioInput, textInput } from './form-inputs.ts';
import { formView } from './form-view.ts';

export type DecisionFormModel = {
  readonly reviewId: string;
  readonly clientName: string;
  /** The verdict in one short plain sentence; null where there is none. */
  readonly verdict: string | null;
  readonly recommended: Choice | null;
  /** The hard stops that were reported; usually none. */
  readonly hardStops: readonly HardStopId[];
  readonly statusQuo: ClientStatus;
};

/** A manager's decision (method 6). Nothing is chosen beforehand: the verdict is marked, people decide. */
export function renderDecisionForm(model: DecisionFormModel, t: Messages): ModalView {
  const texts = t.decision.form;
  return formView(
    {
      callbackId: VIEWS.decision,
      title: texts.title,
      submit: texts.submit,
      metadata: encodeTarget({ reviewId: model.reviewId }),
      blocks: [
        context(boldLine(escapeText(model.clientName))),
        section(model.verdict === null ? texts.noVerdict : texts.verdict(model.verdict)),
        context(t.forms.decision.status(t.vocabulary.status[model.statusQuo])),
        ...hardStopBlocks(model.hardStops, t),
        choiceInput(model.recommended, t),
        rationaleInput(model.recommended, t),
        context(md`${texts.whoSees}`),
      ],
    },
    t,
  );
}

function hardStopBlocks(hardStops: readonly HardStopId[], t: Messages): KnownBlock[] {
  if (hardStops.length === 0) return [];
  const { reported, label, option } = t.decision.form.hardStop;
  const signals = formatList(
    t.forms.locale,
    hardStops.map((id) => t.vocabulary.signal[id]),
    'all',
  );
  return [
    section(reported(signals)),
    radioInput({
      id: FIELDS.hardStop,
      label,
      choices: HARD_STOP_FINDINGS.map((value) => ({ value, text: option[value] })),
    }),
  ];
}

function choiceInput(recommended: Choice | null, t: Messages): KnownBlock {
  const { label, option } = t.decision.form.choice;
  return radioInput({
    id: FIELDS.choice,
    label,
    choices: CHOICES.map((value) => ({
      value,
      text: value === recommended ? `${option[value].text} · ${t.forms.decision.recommended}` : option[value].text,
      description: option[value].description,
    })),
  });
}

function rationaleInput(recommended: Choice | null, t: Messages): KnownBlock {
  const { label, placeholder, hint, hintWithoutVerdict } = t.decision.form.rationale;
  return textInput({
    id: FIELDS.rationale,
    label,
    placeholder,
    hint: recommended === null ? hintWithoutVerdict : hint(t.vocabulary.choice[recommended]),
    isMultiline: true,
    isOptional: recommended !== null,
    maxLength: MAX_ANSWER_LENGTH,
  });
}
