import { assignmentPurpose } from '../src/domain/assignments/assignment.ts';
import type { PartingStep } from '../src/domain/parting/parting-step.ts';
import type { PartingStepId } from '../src/domain/parting/parting-steps.ts';
import { beginParting } from '../src/usecases/begin-parting.ts';
import { changePartingStep } from '../src/usecases/change-parting-step.ts';
import type { Deps } from '../src/usecases/deps.ts';
import { PEOPLE, TEAM_ID } from './sample-agency.ts';

const MARA = PEOPLE.mara.id;
const AS_MANAGER = { workspaceId: TEAM_ID, userId: MARA, isManager: true } as const;

/** Who takes which step; the manager takes the others that are closed. */
const OWNERS: Partial<Record<PartingStepId, string>> = {
  collect_evidence: PEOPLE.omar.id,
  hand_over: PEOPLE.tom.id,
  final_invoice: PEOPLE.jonas.id,
};

/** Begins the checklist of a decision to part and gives some of its steps to people. */
export async function seedParting(deps: Deps, { reviewId, endOn }: { reviewId: string; endOn: string }): Promise<void> {
  const begun = await beginParting(deps, { ...AS_MANAGER, reviewId, endOn });
  if (!begun.ok) throw new Error(`the sample parting was refused: ${begun.reason}`);
  for (const step of await listSteps(deps, reviewId)) {
    const ownerId = step.stepId && OWNERS[step.stepId];
    if (ownerId) await change(deps, { reviewId, step, to: { ownerId } });
  }
  // Their owners have heard of them.
  const { given, dueSoon, overdue } = assignmentPurpose;
  const { settledPurposes } = deps.storage.forWorkspace(TEAM_ID);
  for (const step of await listSteps(deps, reviewId)) {
    const named = { ...step, kind: 'step' } as const;
    await settledPurposes.settle([given(named), dueSoon(named), overdue(named)], deps.clock());
  }
}

type Closing = {
  readonly reviewId: string;
  readonly ids: 'all' | readonly PartingStepId[];
  readonly notes: Partial<Record<PartingStepId, string>>;
  /** Why a step is not needed. */
  readonly notNeeded: Partial<Record<PartingStepId, string>>;
};

/** Closes steps; with the last one the client is parted. */
export async function closeSteps(deps: Deps, { reviewId, ids, notes, notNeeded }: Closing): Promise<void> {
  for (const step of await listSteps(deps, reviewId)) {
    const id = step.stepId;
    if (id === null || (ids !== 'all' && !ids.includes(id))) continue;
    const reason = notNeeded[id] ?? null;
    const state = reason === null ? 'done' : 'not_needed';
    const ownerId = step.ownerId ?? MARA;
    await change(deps, { reviewId, step, to: { ownerId, note: notes[id] ?? null, state, reason } });
  }
}

type Change = { readonly reviewId: string; readonly step: PartingStep; readonly to: Partial<PartingStep> };

async function change(deps: Deps, { reviewId, step, to }: Change): Promise<void> {
  const { id: stepId, version, ownerId, dueOn, note, state, reason } = { ...step, ...to };
  const changed = await changePartingStep(deps, {
    ...{ ...AS_MANAGER, reviewId, stepId, version },
    ...{ ownerId, dueOn, note, state, reason },
  });
  if (!changed.ok) throw new Error(`the sample step was refused: ${changed.reason}`);
}

function listSteps({ storage }: Deps, reviewId: string): Promise<PartingStep[]> {
  return storage.forWorkspace(TEAM_ID).partings.listSteps(reviewId);
}
