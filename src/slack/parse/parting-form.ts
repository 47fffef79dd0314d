import { CHANNELS, type Channel } from '../../domain/parting/channel-choice.ts';
import { STEP_STATES, type StepState } from '../../domain/parting/parting-step.ts';
import { FIELDS } from '../ids.ts';
import { type PartingTarget, parsePartingTarget } from '../parting-target.ts';
import { choiceOf } from './choice-of.ts';
import { readFormFields } from './form-fields.ts';

export type StepSubmission = {
  readonly target: PartingTarget | null;
  /** Undefined where the form did not ask. */
  readonly ownerId: string | null | undefined;
  readonly dueOn: string | null | undefined;
  readonly note: string | null;
  readonly state: StepState;
  readonly reason: string | null;
};

/** Reads the form of one step. A state that it does not have leaves the step as it is. */
export function parseStepForm(view: unknown): StepSubmission {
  const fields = readFormFields(view);
  return {
    target: parsePartingTarget(fields.metadata),
    ownerId: fields.has(FIELDS.owner) ? fields.user(FIELDS.owner) : undefined,
    dueOn: fields.has(FIELDS.dueOn) ? fields.date(FIELDS.dueOn) : undefined,
    note: fields.text(FIELDS.note),
    state: choiceOf(STEP_STATES, fields.radio(FIELDS.stepState)) ?? 'open',
    reason: fields.text(FIELDS.reason),
  };
}

export type PartingSubmission = {
  readonly target: PartingTarget | null;
  readonly endOn: string | null;
  readonly dueOn: string | null;
  /** Null when empty, or only white space. */
  readonly text: string | null;
  readonly learned: string | null;
  readonly channel: Channel | null;
};

/** Reads any other form of a parting; what it has no field for is null. */
export function parsePartingForm(view: unknown): PartingSubmission {
  const fields = readFormFields(view);
  return {
    target: parsePartingTarget(fields.metadata),
    endOn: fields.date(FIELDS.endOn),
    dueOn: fields.date(FIELDS.dueOn),
    text: fields.text(FIELDS.text),
    learned: fields.text(FIELDS.learned),
    channel: choiceOf(CHANNELS, fields.radio(FIELDS.choice)),
  };
}
