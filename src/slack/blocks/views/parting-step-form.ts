import type { KnownBlock, ModalView } from '@slack/types';
import { boldLine, escapeText, md } from '../../../domain/escaping.ts';
import { MAX_NOTE_LENGTH, type PartingStep } from '../../../domain/parting/parting-step.ts';
import { MAX_REASON_LENGTH } from '../../../domain/plan/plan-item.ts';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { encodePartingTarget } from '../../parting-target.ts';
import { context, section } from '../building-blocks.ts';
import { stepLine, stepName } from '../parting-step-line.ts';
import { quote, words } from '../quote.ts';
import { dateInput, personInput, radioInput, textInput } from './form-inputs.ts';
import { formView } from './form-view.ts';

export type PartingStepFormModel = {
  readonly reviewId: string;
  readonly step: PartingStep;
  readonly today: string;
  /** Managers say who does it and until when. */
  readonly isManager: boolean;
};

/** One step: what it is about, who does it until when, and where it stands. A closed one can be opened again. */
export function renderPartingStepForm(
  { reviewId, step, today, isManager }: PartingStepFormModel,
  t: Messages,
): ModalView {
  const texts = t.partingForms.step;
  const isOpen = step.state === 'open';
  return formView(
    {
      callbackId: VIEWS.partingStep,
      title: t.partingForms.title.step,
      submit: t.partingForms.submit.save,
      metadata: encodePartingTarget({ reviewId, stepId: step.id, version: step.version }),
      blocks: [
        ...headingBlocks(step, t),
        ...(isOpen ? [] : closedBlocks(step, today, t)),
        ...(isOpen && isManager ? managerInputs(step, t) : []),
        ...(isOpen ? [noteInput(step, t)] : []),
        radioInput({
          id: FIELDS.stepState,
          label: texts.state,
          initial: step.state,
          choices: isOpen
            ? (['open', 'done', 'not_needed'] as const).map((value) => ({ value, text: texts.stateOption[value] }))
            : [
                { value: step.state, text: texts.stateOption[step.state] },
                { value: 'open', text: texts.reopenOption },
              ],
        }),
        ...(isOpen ? [reasonInput(t)] : []),
      ],
    },
    t,
  );
}

/** A step of the playbook says in one line what to look at; one that somebody added stands in their own words. */
function headingBlocks(step: PartingStep, t: Messages): KnownBlock[] {
  if (step.stepId === null) return quote(step.title ?? '');
  return [section(boldLine(escapeText(stepName(step, t)))), context(md`${t.parting.step[step.stepId].guide}`)];
}

/** What became of it, and every word that was written about it. */
function closedBlocks(step: PartingStep, today: string, t: Messages): KnownBlock[] {
  const { reason, note } = t.partingForms.step;
  return [
    section(stepLine(step, { today, room: { title: 75, note: 0 } }, t)),
    ...(step.reason === null ? [] : quote(step.reason, [words(reason)])),
    ...(step.note === null ? [] : quote(step.note, [words(note)])),
  ];
}

function managerInputs({ ownerId, dueOn }: PartingStep, t: Messages): KnownBlock[] {
  const { owner, ownerHint, due } = t.partingForms.step;
  return [
    personInput({ id: FIELDS.owner, label: owner, hint: ownerHint, isOptional: true, initial: ownerId }),
    dateInput({ id: FIELDS.dueOn, label: due, initial: dueOn }),
  ];
}

function noteInput({ note }: PartingStep, t: Messages): KnownBlock {
  const label = t.partingForms.step.note;
  return textInput({
    ...{ id: FIELDS.note, label, isMultiline: true, isOptional: true },
    ...{ maxLength: MAX_NOTE_LENGTH, initial: note },
  });
}

function reasonInput(t: Messages): KnownBlock {
  const { reason, reasonHint } = t.partingForms.step;
  return textInput({
    ...{ id: FIELDS.reason, label: reason, hint: reasonHint },
    ...{ isOptional: true, maxLength: MAX_REASON_LENGTH },
  });
}
