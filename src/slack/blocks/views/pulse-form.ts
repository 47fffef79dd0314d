import type { ModalView } from '@slack/types';
import { MAX_ANSWER_LENGTH } from '../../../domain/answer.ts';
import { RATINGS } from '../../../domain/health.ts';
import { MAX_PULSE_SIGNALS } from '../../../domain/pulse.ts';
import type { Messages } from '../../../i18n/index.ts';
import type { OwnPulse } from '../../../usecases/read-pulse.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { encodePulseTarget } from '../../pulse-target.ts';
import { section } from '../building-blocks.ts';
import { signalGroups } from './complaint-form.ts';
import { multiSelectInput, radioInput, selectInput, textInput } from './form-inputs.ts';
import { formView } from './form-view.ts';
import { rangeOptions } from './option-range.ts';

/** Which client somebody wants to say more about, where they have several. */
export function renderPulseClientForm({ week, clients }: Pick<OwnPulse, 'week' | 'clients'>, t: Messages): ModalView {
  const { title, which, whichPlaceholder } = t.pulse.form;
  const choices = clients.map(({ id, name }) => ({ value: id, text: name }));
  const { groups } = rangeOptions(choices, t.forms.locale);
  return formView(
    {
      callbackId: VIEWS.pulseClient,
      title,
      submit: t.forms.button.next,
      metadata: encodePulseTarget({ week }),
      blocks: [selectInput({ id: FIELDS.client, label: which, placeholder: whichPlaceholder, groups })],
    },
    t,
  );
}

type Model = { readonly week: number; readonly client: OwnPulse['clients'][number] };

/** All that one person says about one client in a week, with what they said before. */
export function renderPulseForm({ week, client: { id, name, answer } }: Model, t: Messages): ModalView {
  const texts = t.pulse.form;
  return formView(
    {
      callbackId: VIEWS.pulse,
      title: texts.title,
      submit: t.forms.button.save,
      metadata: encodePulseTarget({ week, clientId: id }),
      blocks: [
        section(texts.about(name)),
        radioInput({
          id: FIELDS.rating,
          label: texts.rating,
          choices: [...RATINGS].reverse().map((value) => ({ value: String(value), text: texts.ratings[value] })),
          initial: answer === null ? null : String(answer.rating),
        }),
        multiSelectInput({
          id: FIELDS.signals,
          label: texts.signals,
          hint: texts.signalsHint,
          isOptional: true,
          placeholder: texts.signalsPlaceholder,
          groups: signalGroups(t),
          maxSelected: MAX_PULSE_SIGNALS,
          initial: answer?.signals ?? [],
        }),
        textInput({
          id: FIELDS.comment,
          label: texts.comment,
          hint: texts.commentHint,
          isMultiline: true,
          isOptional: true,
          maxLength: MAX_ANSWER_LENGTH,
          initial: answer?.comment ?? null,
        }),
      ],
    },
    t,
  );
}
