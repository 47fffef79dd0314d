import type { ModalView } from '@slack/types';
import { type Complaint, MAX_COMPLAINTS } from '../../../domain/answer.ts';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { encodeTarget, type Target } from '../../target.ts';
import { section } from '../building-blocks.ts';
import type { Asked } from './answer-heading.ts';
import { type Choice, radioInput } from './form-inputs.ts';
import { formView } from './form-view.ts';

type ChooserModel = Pick<Asked, 'shown'> & { readonly target: Target; readonly complaints: readonly Complaint[] };

/** What somebody with complaints wants to do next: change one, add one while there is room, or withdraw them all. */
export function renderComplaintChooser({ target, complaints, shown }: ChooserModel, t: Messages): ModalView {
  const texts = t.forms.chooser;
  const own = complaints.slice(0, MAX_COMPLAINTS);
  const choices: Choice[] = own.map(({ text }, index) => ({
    value: `edit:${index}`,
    text,
    description: texts.change,
  }));
  if (own.length < MAX_COMPLAINTS) choices.push({ value: 'add', text: texts.add });
  const hint = shown ? t.takenBack.choiceHint : texts.withdrawAllHint;
  choices.push({ value: 'withdraw_all', text: texts.withdrawAll, description: hint });
  return formView(
    {
      callbackId: VIEWS.chooseComplaint,
      title: t.forms.title.complaints,
      submit: t.forms.button.next,
      metadata: encodeTarget(target),
      blocks: [section(texts.intro(own.length)), radioInput({ id: FIELDS.which, label: texts.which, choices })],
    },
    t,
  );
}
