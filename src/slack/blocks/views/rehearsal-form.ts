import type { ModalView } from '@slack/types';
import { MODES } from '../../../domain/review.ts';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { section } from '../building-blocks.ts';
import { radioInput } from './form-inputs.ts';
import { formView } from './form-view.ts';
import { renderMessageView } from './message-view.ts';

/** What a rehearsal is, and the one thing to choose: private, which is the default, or open. */
export function renderRehearsalForm(t: Messages): ModalView {
  const { title, submit, intro, promise } = t.rehearsal.form;
  const { mode, modeOption } = t.startForm;
  const choices = MODES.map((value) => ({ value, ...modeOption[value] }));
  return formView(
    {
      callbackId: VIEWS.rehearsal,
      title,
      submit,
      metadata: '',
      blocks: [
        section(intro),
        section(promise),
        radioInput({ id: FIELDS.mode, label: mode, choices, initial: 'private' }),
      ],
    },
    t,
  );
}

/** Where to look now; closing it closes the start form beneath as well. */
export function renderRehearsalStarted(t: Messages): ModalView {
  return { ...renderMessageView(t.rehearsal.started, t), clear_on_close: true };
}
