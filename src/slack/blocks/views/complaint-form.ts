import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import {
  CONCERNS,
  type Complaint,
  FREQUENCIES,
  MAX_ANSWER_LENGTH,
  MAX_COMPLAINTS,
  MAX_SIGNALS,
  SEVERITIES,
} from '../../../domain/answer.ts';
import { complaintMark } from '../../../domain/complaint-mark.ts';
import { SIGNAL_GROUPS } from '../../../domain/signals.ts';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { encodeTarget, type Target } from '../../target.ts';
import { capitalised, context } from '../building-blocks.ts';
import { type Asked, answerHeading } from './answer-heading.ts';
import {
  type ChoiceGroup,
  checkboxInput,
  multiSelectInput,
  radioInput,
  selectInput,
  textInput,
} from './form-inputs.ts';
import { formView } from './form-view.ts';
import { nothingInput, submitText, withOwnFields } from './walk-fields.ts';
import { withdrawInput } from './withdraw-input.ts';

export type ComplaintFormModel = Asked & {
  readonly target: Target;
  /** What stands there now; null for a new complaint. */
  readonly previous: Complaint | null;
  /** What the form shows at first in place of that: words and kinds of trouble, with nothing else chosen. */
  readonly draft?: Pick<Complaint, 'text' | 'signals'>;
  /** Which of the person's complaints this is, from 1. */
  readonly number: number;
  /** How many the person will have when this one is sent, so at least `number`. */
  readonly total: number;
};

/** One complaint: what happened, what kind of trouble, how bad, how often, who (method 2). */
export function renderComplaintForm(model: ComplaintFormModel, t: Messages): ModalView {
  const { target, previous, number, total } = model;
  return formView(
    {
      callbackId: VIEWS.complaint,
      title: t.forms.title.complaints,
      submit: submitText(model, t),
      metadata: encodeTarget(previous === null ? target : { ...target, seen: complaintMark(previous) }),
      blocks: ownFields(target.index ?? 0, [
        ...answerHeading('complaints', model, t),
        ...(total > 1 ? [context(t.forms.complaint.number({ number, total }))] : []),
        ...questions(model, t),
        ...(Math.max(number, total) < MAX_COMPLAINTS ? [moreInput(t)] : []),
        ...(previous === null ? [] : [withdrawInput(t.forms.withdraw.complaint, model, t)]),
      ]),
    },
    t,
  );
}

function ownFields(index: number, blocks: readonly KnownBlock[]): KnownBlock[] {
  return index === 0 ? [...blocks] : withOwnFields(String(index), blocks);
}

function questions({ previous, draft, clientName, walk, total }: ComplaintFormModel, t: Messages): KnownBlock[] {
  const chosen = draft ? null : previous;
  const texts = t.forms.complaint;
  // Slack sends no form in which a required field is empty, and "nothing to complain about" leaves them all empty.
  const isOptional = walk !== undefined && total === 1;
  const { severity, frequency, concerns } = t.vocabulary;
  return [
    textInput({
      id: FIELDS.text,
      label: texts.text,
      hint: texts.textHint,
      isMultiline: true,
      isOptional,
      maxLength: MAX_ANSWER_LENGTH,
      initial: (draft ?? previous)?.text ?? null,
    }),
    ...(isOptional ? [nothingInput('complaints', t)] : []),
    multiSelectInput({
      id: FIELDS.signals,
      label: texts.signals,
      hint: texts.signalsHint,
      isOptional,
      placeholder: texts.signalsPlaceholder,
      groups: signalGroups(t),
      maxSelected: MAX_SIGNALS,
      initial: (draft ?? previous)?.signals ?? [],
    }),
    radioInput({
      id: FIELDS.severity,
      label: texts.severity,
      isOptional,
      choices: SEVERITIES.map((value) => ({ value: String(value), text: severity[value] })),
      initial: chosen === null ? null : String(chosen.severity),
    }),
    radioInput({
      id: FIELDS.frequency,
      label: texts.frequency,
      isOptional,
      choices: FREQUENCIES.map((value) => ({ value, text: frequency[value] })),
      initial: chosen?.frequency ?? null,
    }),
    selectInput({
      id: FIELDS.concerns,
      label: texts.concerns(clientName),
      isOptional: true,
      placeholder: texts.concernsPlaceholder,
      groups: [
        { label: texts.concernsPlaceholder, choices: CONCERNS.map((value) => ({ value, text: concerns[value] })) },
      ],
      initial: chosen?.concerns ? [chosen.concerns] : [],
    }),
  ];
}

/** Every signal under its group, and one for what has none. */
export function signalGroups(t: Messages): ChoiceGroup[] {
  const { signal, signalGroup } = t.vocabulary;
  const other = { label: t.forms.complaint.otherGroup, choices: [{ value: 'other', text: capitalised(signal.other) }] };
  const groups = SIGNAL_GROUPS.map(({ group, ids }) => ({
    label: signalGroup[group],
    choices: ids.map((id) => ({ value: id, text: capitalised(signal[id]) })),
  }));
  return [...groups, other];
}

function moreInput(t: Messages): InputBlock {
  const { more, moreOption } = t.forms.complaint;
  return checkboxInput({ id: FIELDS.more, label: more, text: moreOption, isOptional: true });
}
