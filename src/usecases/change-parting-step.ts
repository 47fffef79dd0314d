import type { Checked } from '../domain/checked.ts';
import { statusAfterPlaybook } from '../domain/client-status.ts';
import {
  changeStep,
  type PartingStep,
  type StepActor,
  type StepChange,
  type StepRefusal,
  type StepState,
} from '../domain/parting/parting-step.ts';
import { purposeOf } from '../domain/post.ts';
import type { Deps } from './deps.ts';
import { oweStepMessages } from './owe-step-messages.ts';
import { type AtPlaybook, oweChecklist, type Parting, type PlaybookRefused, withPlaybook } from './with-playbook.ts';

export type ChangePartingStep = Parting & {
  readonly stepId: string;
  /** Of the step that the form showed. */
  readonly version: number;
  /** Checked by the caller; undefined: the form did not ask. */
  readonly ownerId: string | null | undefined;
  readonly dueOn: string | null | undefined;
  readonly note: string | null;
  readonly state: StepState;
  /** Why it is not needed. */
  readonly reason: string | null;
};

export type ChangeStepResult =
  | { readonly ok: true; readonly isParted: boolean }
  | { readonly ok: false; readonly reason: StepRefusal | 'step_not_found' | 'changed_meanwhile' }
  | PlaybookRefused;

/**
 * Changes one step, as its form says it; with the last one that is closed the client is parted, the thread says so and the team is
 * asked for a last lesson, in the same transaction. The same form sent twice changes it once; a form that shows an older step is told.
 */
export function changePartingStep(deps: Deps, input: ChangePartingStep): Promise<ChangeStepResult> {
  return withPlaybook(deps, input, async (at): Promise<ChangeStepResult> => {
    const step = at.steps.find(({ id }) => id === input.stepId);
    if (!step) return { ok: false, reason: 'step_not_found' };
    if (step.version !== input.version && isAsSent(step, input)) return { ok: true, isParted: false };
    const changed = changeAsSent(step, input, at);
    if (!changed.ok) return changed;
    if (step.version !== input.version) return { ok: false, reason: 'changed_meanwhile' };
    if (changed.value === step) return { ok: true, isParted: false };
    const isParted = await keepStep(at, { before: step, after: changed.value, userId: input.userId });
    return { ok: true, isParted };
  });
}

/** *Done* where a step is told of: closes it with the note it has. Of two presses the second is told that it is done already. */
export function finishPartingStep(deps: Deps, input: Parting & { readonly stepId: string }): Promise<ChangeStepResult> {
  return withPlaybook(deps, input, async (at): Promise<ChangeStepResult> => {
    const step = at.steps.find(({ id }) => id === input.stepId);
    if (!step) return { ok: false, reason: 'step_not_found' };
    const actor: StepActor = { userId: input.userId, isManager: input.isManager, today: at.today };
    const facts = { actor, playbook: { endOn: at.playbook.endOn, isParted: false } };
    const done = changeStep(step, { kind: 'done', note: null }, facts);
    if (!done.ok) return done;
    return { ok: true, isParted: await keepStep(at, { before: step, after: done.value, userId: input.userId }) };
  });
}

type Kept = { readonly before: PartingStep; readonly after: PartingStep; readonly userId: string };

/** Saves a step with everything that shows it; true when it was the last one that was open. */
async function keepStep(at: AtPlaybook, { before, after, userId }: Kept): Promise<boolean> {
  await at.stores.partings.saveStep(after, before.version);
  await at.stores.audit.add({
    ...{ actorId: userId, action: 'parting_step_changed', subject: at.review.id, at: at.now },
    details: { step: before.stepId ?? before.id, from: before.state, to: after.state },
  });
  const steps = at.steps.map((one) => (one.id === before.id ? after : one));
  const isParted = await finishIfClosed(at, steps, userId);
  await oweChecklist(at.stores, at.review);
  await oweStepMessages(at.stores, at.review.id, [before.id]);
  return isParted;
}

/** The step as one form changes it: who, until when and the note first, then what became of it. */
function changeAsSent(
  step: PartingStep,
  input: ChangePartingStep,
  { playbook, today }: AtPlaybook,
): Checked<PartingStep, StepRefusal> {
  const actor: StepActor = { userId: input.userId, isManager: input.isManager, today };
  const facts = { actor, playbook: { endOn: playbook.endOn, isParted: false } };
  const { state, note, reason, ownerId = step.ownerId, dueOn = step.dueOn } = input;
  if (step.state !== 'open') {
    if (state === 'open') return changeStep(step, { kind: 'reopen' }, facts);
    return changeStep(step, { kind: 'done', note }, facts);
  }
  const isEdited = ownerId !== step.ownerId || dueOn !== step.dueOn || note !== step.note;
  const edited = isEdited
    ? changeStep(step, { kind: 'edit', ownerId, dueOn, note }, facts)
    : ({ ok: true, value: step } as const);
  if (!edited.ok || state === 'open') return edited;
  const change: StepChange = state === 'done' ? { kind: 'done', note: null } : { kind: 'not_needed', reason };
  // Judged as the owner of before: whoever gives a step away with one form may close it with the same.
  const closed = changeStep({ ...edited.value, ownerId: step.ownerId }, change, facts);
  return closed.ok ? { ok: true, value: { ...closed.value, ownerId } } : closed;
}

/** The same form delivered twice: the step stands as it says already. */
function isAsSent(step: PartingStep, { state, note, ownerId, dueOn }: ChangePartingStep): boolean {
  const isSame = step.state === state && step.note === note;
  return isSame && (ownerId ?? step.ownerId) === step.ownerId && (dueOn ?? step.dueOn) === step.dueOn;
}

async function finishIfClosed(at: AtPlaybook, steps: readonly PartingStep[], userId: string): Promise<boolean> {
  const { stores, client, review, playbook, now } = at;
  const status = statusAfterPlaybook(client.status, steps);
  if (!status.ok) return false;
  await stores.clients.setStatus(client.id, status.value);
  await stores.partings.save({ ...playbook, state: 'finished' }, now);
  await stores.outbox.put({
    ...{ purpose: purposeOf.parted(review.id, now), parentPurpose: purposeOf.card(review.id) },
    ...{ reviewId: review.id, channelId: review.channelId, message: { kind: 'parted', clientName: client.name } },
  });
  for (const person of await findTeam(at)) await askLastLesson(at, person);
  await stores.audit.add({ actorId: userId, action: 'client_parted', subject: client.id, details: null, at: now });
  return true;
}

/** The account team; of a client without one, those whom the review invited. */
async function findTeam({ stores, client, review }: AtPlaybook): Promise<string[]> {
  if (client.team.length > 0) return client.team.map(({ userId }) => userId);
  return (await stores.participants.list(review.id)).map(({ userId }) => userId);
}

function askLastLesson({ stores, client, review }: AtPlaybook, userId: string): Promise<void> {
  return stores.outbox.put({
    ...{
      purpose: purposeOf.lastLesson(review.id, userId),
      reviewId: review.id,
      channelId: userId,
      parentPurpose: null,
    },
    message: { kind: 'last_lesson', clientName: client.name, userId },
  });
}
