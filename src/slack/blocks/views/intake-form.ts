import type { KnownBlock, ModalView } from '@slack/types';
import { md } from '../../../domain/escaping.ts';
import {
  EMPTY_INTAKE,
  INTAKE_IN_WORDS,
  INTAKE_QUESTIONS,
  INTAKE_STATES,
  type Intake,
  type IntakeQuestion,
  MAX_INTAKE_NOTE_LENGTH,
} from '../../../domain/intake.ts';
import type { Messages } from '../../../i18n/index.ts';
import { FIELDS, VIEWS } from '../../ids.ts';
import { encodeIntakeMetadata, type IntakeMetadata } from '../../parse/intake-form.ts';
import { context, section } from '../building-blocks.ts';
import { radioInput, textInput } from './form-inputs.ts';
import { formView } from './form-view.ts';

export type IntakeFormModel = {
  readonly metadata: IntakeMetadata;
  readonly clientName: string;
  /** Null where nobody has filled it in. */
  readonly intake: Intake | null;
};

/** The eight questions about a client (method 8), each with yes or no and room for details; two are answered in words. */
export function renderIntakeForm({ metadata, clientName, intake }: IntakeFormModel, t: Messages): ModalView {
  return formView(
    {
      callbackId: VIEWS.intake,
      title: t.intake.title,
      submit: t.forms.button.save,
      metadata: encodeIntakeMetadata(metadata),
      blocks: [
        section(t.evidence.about(clientName)),
        context(md`${t.intake.intro}`),
        ...INTAKE_QUESTIONS.flatMap((question) => inputs(question, intake ?? EMPTY_INTAKE, t)),
      ],
    },
    t,
  );
}

function inputs(question: IntakeQuestion, intake: Intake, t: Messages): KnownBlock[] {
  const texts = t.intake;
  const { state, note } = intake[question];
  const isInWords = INTAKE_IN_WORDS.includes(question);
  const words = textInput({
    ...{ id: FIELDS.intakeNote(question), label: isInWords ? texts.question[question] : texts.note },
    ...{ placeholder: texts.placeholder[question], initial: note, isOptional: true, maxLength: MAX_INTAKE_NOTE_LENGTH },
  });
  if (isInWords) return [words];
  const choices = INTAKE_STATES.map((value) => ({ value, text: texts.state[value] }));
  const label = texts.question[question];
  return [radioInput({ id: FIELDS.intake(question), label, choices, isOptional: true, initial: state }), words];
}
