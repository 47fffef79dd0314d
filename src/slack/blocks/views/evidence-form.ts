import type { KnownBlock, ModalView } from '@slack/types';
import type { Mrkdwn } from '../../../domain/escaping.ts';
import { md } from '../../../domain/escaping.ts';
import { MAX_EVIDENCE_LENGTH } from '../../../domain/evidence/evidence.ts';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { type EvidenceMetadata, encodeEvidenceMetadata } from '../../parse/evidence-form.ts';
import { context, section } from '../building-blocks.ts';
import { signalGroups } from './complaint-form.ts';
import { dateInput, selectInput, textInput } from './form-inputs.ts';
import { formView } from './form-view.ts';
import { rangeOptions } from './option-range.ts';

export type EvidenceFormModel = {
  readonly metadata: EvidenceMetadata;
  /** The one client it is about, or those to choose from. */
  readonly client:
    | { readonly name: string }
    | { readonly choices: readonly { readonly id: string; readonly name: string }[]; readonly likelyId: string | null };
  /** What the person is told above the fields. */
  readonly notices: readonly Mrkdwn[];
  readonly initial: {
    readonly text: string;
    /** YYYY-MM-DD */
    readonly happenedOn: string;
    readonly signal: string | null;
    readonly amount: number | null;
    readonly currency: string;
    readonly link: string | null;
  };
};

/** One entry of the evidence log (method 1), or the correction of one: what happened, when, which trouble, how much, where to see it. */
export function renderEvidenceForm(model: EvidenceFormModel, t: Messages): ModalView {
  const texts = t.evidence;
  const isCorrection = model.metadata.correctsId !== null;
  return formView(
    {
      callbackId: VIEWS.evidence,
      title: isCorrection ? texts.correctTitle : texts.title,
      submit: t.forms.button.save,
      metadata: encodeEvidenceMetadata(model.metadata),
      blocks: [
        ...model.notices.map(section),
        context(md`${texts.intro}`),
        ...(isCorrection ? [context(md`${texts.correctIntro}`)] : []),
        clientBlock(model, t),
        ...inputs(model.initial, t),
      ],
    },
    t,
  );
}

function clientBlock({ client }: EvidenceFormModel, t: Messages): KnownBlock {
  const { about, question, placeholder } = t.evidence;
  if ('name' in client) return section(about(client.name));
  const { choices, likelyId } = client;
  const initial = likelyId === null ? [] : [likelyId];
  const options = choices.map(({ id, name }) => ({ value: id, text: name }));
  const { groups, shown } = rangeOptions(options, t.forms.locale, initial);
  const hint = shown < choices.length ? t.startForm.clientsLeftOut({ shown, total: choices.length }) : undefined;
  return selectInput({
    ...{ id: FIELDS.client, label: question.client, placeholder: placeholder.client },
    ...{ hint, groups, initial },
  });
}

function inputs(initial: EvidenceFormModel['initial'], t: Messages): KnownBlock[] {
  const { question, hint, placeholder } = t.evidence;
  return [
    textInput({
      ...{ id: FIELDS.text, label: question.text, hint: hint.text, isMultiline: true },
      ...{ maxLength: MAX_EVIDENCE_LENGTH, initial: initial.text },
    }),
    dateInput({ id: FIELDS.happenedOn, label: question.happenedOn, initial: initial.happenedOn }),
    selectInput({
      ...{ id: FIELDS.signal, label: question.signal, placeholder: placeholder.signal, isOptional: true },
      groups: signalGroups(t),
      initial: initial.signal === null ? [] : [initial.signal],
    }),
    textInput({
      ...{ id: FIELDS.amount, label: question.amount, hint: hint.amount, isOptional: true },
      initial: initial.amount === null ? null : String(initial.amount),
    }),
    textInput({ id: FIELDS.currency, label: question.currency, isOptional: true, initial: initial.currency }),
    textInput({ id: FIELDS.link, label: question.link, isOptional: true, initial: initial.link }),
  ];
}
