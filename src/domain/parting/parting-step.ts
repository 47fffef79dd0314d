import { accepted, type Checked, refused } from '../checked.ts';
import { checkDueDate, type DueDateRefusal } from '../due-date.ts';
import { checkItemText, checkReason, type ItemTextRefusal } from '../plan/plan-item.ts';
import type { PartingStepId } from './parting-steps.ts';
import { type PartingFacts, planParting } from './plan-parting.ts';

export const STEP_STATES = ['open', 'done', 'not_needed'] as const;
export type StepState = (typeof STEP_STATES)[number];

export const MAX_NOTE_LENGTH = 1000;
/** A playbook with its own steps and those that were added still fits one form. */
export const MAX_STEPS = 25;

/** One step of a client's playbook. */
export type PartingStep = {
  readonly id: string;
  /** Null for a step that was added by hand; then `title` says what it is. */
  readonly stepId: PartingStepId | null;
  readonly title: string | null;
  /** Null until somebody has taken it. */
  readonly ownerId: string | null;
  /** The manager who gave it to its owner; null until it was given. */
  readonly givenById: string | null;
  /** How many times it was given to somebody. Each giving has messages of its own. */
  readonly giving: number;
  /** YYYY-MM-DD */
  readonly dueOn: string;
  /** Somebody chose the date by hand: a new end date does not move it. */
  readonly isDateOwn: boolean;
  readonly state: StepState;
  readonly note: string | null;
  /** Why it is not needed; null unless it is so. */
  readonly reason: string | null;
  readonly version: number;
};

export type StepChange =
  | { readonly kind: 'done'; readonly note: string | null }
  | { readonly kind: 'not_needed'; readonly reason: string | null }
  | { readonly kind: 'reopen' }
  /** The new owner has been checked by `ownerRefusal`; null: nobody yet. */
  | {
      readonly kind: 'edit';
      readonly ownerId: string | null;
      readonly dueOn: string | null;
      readonly note: string | null;
    };

export type StepActor = { readonly userId: string; readonly isManager: boolean; readonly today: string };

export type StepRefusal =
  | 'not_yours'
  | 'already_done'
  | 'already_not_needed'
  | 'still_open'
  | 'reason_missing'
  | 'reason_too_long'
  | 'note_too_long'
  | 'after_end'
  | 'client_parted'
  | DueDateRefusal;

/** What a step belongs to. */
export type PlaybookFacts = { readonly endOn: string; readonly isParted: boolean };

/**
 * A step after a change: open → done, or not needed with a reason, and back. Managers change every step, an owner ends and notes
 * their own. Nothing changes once the client is parted, until the client is opened again; no step is due after the end date.
 */
export function changeStep(
  step: PartingStep,
  change: StepChange,
  { actor, playbook }: { readonly actor: StepActor; readonly playbook: PlaybookFacts },
): Checked<PartingStep, StepRefusal> {
  if (playbook.isParted) return refused('client_parted');
  if (!actor.isManager && (actor.userId !== step.ownerId || movesStep(step, change))) return refused('not_yours');
  const next = { ...step, version: step.version + 1 };
  if (change.kind === 'reopen')
    return step.state === 'open' ? refused('still_open') : accepted({ ...next, state: 'open', reason: null });
  if (step.state !== 'open') return refused(step.state === 'done' ? 'already_done' : 'already_not_needed');
  if (change.kind === 'not_needed') {
    const reason = checkReason(change.reason);
    return reason.ok ? accepted({ ...next, state: 'not_needed', reason: reason.value }) : reason;
  }
  const note = change.note?.trim() || null;
  if ((note?.length ?? 0) > MAX_NOTE_LENGTH) return refused('note_too_long');
  if (change.kind === 'done') return accepted({ ...next, state: 'done', note: note ?? step.note });
  const due = checkStepDate(change.dueOn, step.dueOn, { today: actor.today, endOn: playbook.endOn });
  if (!due.ok) return due;
  const isDateOwn = step.isDateOwn || due.value !== step.dueOn;
  return accepted({ ...next, ...givenTo(step, change.ownerId, actor), dueOn: due.value, isDateOwn, note });
}

/** Whose the step is now; another owner was given it by whoever acts. */
function givenTo(
  { ownerId: before, givenById, giving }: PartingStep,
  ownerId: string | null,
  { userId }: StepActor,
): Pick<PartingStep, 'ownerId' | 'givenById' | 'giving'> {
  if (ownerId === before || ownerId === null) return { ownerId, givenById, giving };
  return { ownerId, givenById: userId, giving: giving + 1 };
}

/** Gives the step to somebody else or moves its date, which is for managers. */
function movesStep(step: PartingStep, change: StepChange): boolean {
  return change.kind === 'edit' && (change.ownerId !== step.ownerId || change.dueOn !== step.dueOn);
}

export type NewStepRefusal = ItemTextRefusal | DueDateRefusal | 'after_end' | 'client_parted' | 'too_many_steps';

/** A step that somebody adds: its words and its day, which is not after the end date. */
export function checkNewStep(
  typed: { readonly title: string; readonly dueOn: string | null },
  { steps, playbook, today }: { readonly steps: number; readonly playbook: PlaybookFacts; readonly today: string },
): Checked<{ readonly title: string; readonly dueOn: string }, NewStepRefusal> {
  if (playbook.isParted) return refused('client_parted');
  if (steps >= MAX_STEPS) return refused('too_many_steps');
  const title = checkItemText(typed.title);
  if (!title.ok) return title;
  const due = checkStepDate(typed.dueOn, null, { today, endOn: playbook.endOn });
  return due.ok ? accepted({ title: title.value, dueOn: due.value }) : due;
}

/**
 * The steps after the end date was moved: what is open gets its date anew, unless somebody chose it by hand; those dates stay, as far
 * as they are not after the new end. What is closed stays as it is.
 */
export function redateSteps(steps: readonly PartingStep[], facts: PartingFacts): PartingStep[] {
  const planned = planParting(facts);
  return steps.map((step) => {
    if (step.state !== 'open') return step;
    const anew = step.isDateOwn ? undefined : planned.find(({ id }) => id === step.stepId)?.dueOn;
    const kept = step.dueOn > facts.endOn ? facts.endOn : step.dueOn;
    const dueOn = anew ?? kept;
    return dueOn === step.dueOn ? step : { ...step, dueOn, version: step.version + 1 };
  });
}

/** Whether every step is done or not needed, which makes the client parted; a playbook without steps is not finished. */
export function isPartingFinished(steps: readonly Pick<PartingStep, 'state'>[]): boolean {
  return steps.length > 0 && steps.every(({ state }) => state !== 'open');
}

function checkStepDate(
  typed: string | null,
  current: string | null,
  { today, endOn }: { readonly today: string; readonly endOn: string },
): Checked<string, DueDateRefusal | 'after_end'> {
  if (typed !== null && typed === current) return accepted(current);
  const due = checkDueDate(typed, today);
  if (!due.ok) return due;
  return due.value > endOn ? refused('after_end') : due;
}
