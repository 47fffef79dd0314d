import type { KnownBlock, ModalView } from '@slack/types';
import { MAX_ANSWER_LENGTH } from '../../../domain/answer.ts';
import type { ClientStatus } from '../../../domain/client.ts';
import { CHOICES, type Choice, type DecisionInput, HARD_STOP_FINDINGS } from '../../../domain/decision.ts';
import { boldLine, escapeText, type Mrkdwn, md } from '../../../domain/escaping.ts';
import { MAX_REASON_LENGTH } from '../../../domain/hidden-words.ts';
import type { HardStopId } from '../../../domain/signals.ts';
import { formatList } from '../../../i18n/amounts.ts';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { encodeTarget } from '../../target.ts';
import { actions, context, section } from '../building-blocks.ts';
import { radioInput, textInput } from './form-inputs.ts';
import { formView } from './form-view.ts';
import { readinessActions } from './readiness-view.ts';

export type DecisionFormModel = {
  readonly reviewId: string;
  readonly clientName: string;
  /** The verdict in one short plain sentence; null where there is none. */
  readonly verdict: string | null;
  readonly recommended: Choice | null;
  /** The hard stops that were reported; usually none. */
  readonly hardStops: readonly HardStopId[];
  readonly statusQuo: ClientStatus;
  /** The version of the verdict that it shows. */
  readonly version?: number;
  /** What was typed before the form is shown again. */
  readonly typed?: DecisionInput;
  /** What parting waits for, with the ways out of it. */
  readonly parting?: { readonly text: Mrkdwn; readonly skip: string | null } | null;
};

/** A manager's decision (method 6). Nothing is chosen beforehand: the verdict is marked, people decide. */
export function renderDecisionForm(model: DecisionFormModel, t: Messages): ModalView {
  const texts = t.decision.form;
  const { typed = null, version } = model;
  return formView(
    {
      callbackId: VIEWS.decision,
      title: texts.title,
      submit: texts.submit,
      metadata: encodeTarget({ reviewId: model.reviewId, ...(version === undefined ? {} : { version }) }),
      blocks: [
        context(boldLine(escapeText(model.clientName))),
        section(model.verdict === null ? texts.noVerdict : texts.verdict(model.verdict)),
        context(t.forms.decision.status(t.vocabulary.status[model.statusQuo])),
        ...partingBlocks(model, t),
        ...hardStopBlocks(model.hardStops, typed, t),
        choiceInput(model.recommended, typed, t),
        rationaleInput(model.recommended, typed, t),
        context(md`${texts.whoSees}`),
      ],
    },
    t,
  );
}

/** Nobody parts before it is said whether we are ready: ask, fill in, or say why not (method 6). */
function partingBlocks({ parting, reviewId }: DecisionFormModel, t: Messages): KnownBlock[] {
  if (!parting) return [];
  return [
    section(parting.text),
    actions('readiness', readinessActions(reviewId, t)),
    textInput({
      ...{ id: FIELDS.skipReadiness, label: t.readiness.skipReason, initial: parting.skip },
      ...{ isMultiline: true, isOptional: true, maxLength: MAX_REASON_LENGTH },
    }),
  ];
}

type Typed = DecisionInput | null;

function hardStopBlocks(hardStops: readonly HardStopId[], typed: Typed, t: Messages): KnownBlock[] {
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
      initial: typed?.hardStop ?? null,
    }),
  ];
}

function choiceInput(recommended: Choice | null, typed: Typed, t: Messages): KnownBlock {
  const { label, option } = t.decision.form.choice;
  return radioInput({
    id: FIELDS.choice,
    label,
    choices: CHOICES.map((value) => ({
      value,
      text: value === recommended ? `${option[value].text} · ${t.forms.decision.recommended}` : option[value].text,
      description: option[value].description,
    })),
    initial: typed?.choice ?? null,
  });
}

function rationaleInput(recommended: Choice | null, typed: Typed, t: Messages): KnownBlock {
  const { label, placeholder, hint, hintWithoutVerdict } = t.decision.form.rationale;
  return textInput({
    id: FIELDS.rationale,
    label,
    placeholder,
    hint: recommended === null ? hintWithoutVerdict : hint(t.vocabulary.choice[recommended]),
    isMultiline: true,
    isOptional: recommended !== null,
    maxLength: MAX_ANSWER_LENGTH,
    initial: typed?.rationale ?? null,
  });
}
