import { accepted, type Checked, refused } from './checked.ts';
import type { ClientStatus } from './client.ts';
import { type Choice, STATUS_AFTER } from './decision.ts';
import { isPartingFinished, type PartingStep } from './parting/parting-step.ts';

/** What can happen to a client's status besides a decision. */
export type StatusRefusal = 'client_parted' | 'not_parting' | 'steps_open' | 'not_parted' | 'reason_missing';

/**
 * The status after a decision (method 6). Every choice is open while we work together, also keeping a client we had begun to part
 * with; a parted client has to be opened again first, so that nobody is kept by a decision on an old review.
 */
export function statusAfterDecision(status: ClientStatus, choice: Choice): Checked<ClientStatus, 'client_parted'> {
  return status === 'parted' ? refused('client_parted') : accepted(STATUS_AFTER[choice]);
}

/** Parting → parted, once all steps of the playbook are closed. */
export function statusAfterPlaybook(
  status: ClientStatus,
  steps: readonly Pick<PartingStep, 'state'>[],
): Checked<'parted', StatusRefusal> {
  if (status === 'parted') return refused('client_parted');
  if (status !== 'parting') return refused('not_parting');
  return isPartingFinished(steps) ? accepted('parted') : refused('steps_open');
}

/** Parted → active, by a manager who says why: they work with us again. */
export function reopenClient(status: ClientStatus, reason: string | null): Checked<'active', StatusRefusal> {
  if (status !== 'parted') return refused('not_parted');
  return (reason?.trim() ?? '') === '' ? refused('reason_missing') : accepted('active');
}

/** What a decision does to the work of the decision before it: nothing that people wrote is lost. */
export type DecisionConsequences = {
  /** The open items of earlier plans: kept and followed, or at rest until the client is kept after all. */
  readonly plan: 'followed' | 'rests';
  /** The playbook: begun (or gone on with), stopped with its steps kept, or none. */
  readonly playbook: 'begins' | 'stops' | 'none';
};

/** What follows from a decision for plan and playbook (method 6: the plan is adjusted, not lost). */
export function consequencesOf(status: ClientStatus, choice: Choice): DecisionConsequences {
  const isParting = choice === 'part' || choice === 'part_now';
  const playbook = isParting ? 'begins' : status === 'parting' ? 'stops' : 'none';
  return { plan: isParting ? 'rests' : 'followed', playbook };
}
