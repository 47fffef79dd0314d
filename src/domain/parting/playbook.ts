import type { Choice } from '../decision.ts';
import type { Channel } from './channel-choice.ts';
import type { EndDateBasis } from './end-date.ts';
import { type PartingStep, redateSteps } from './parting-step.ts';
import { type PartingMode, stepIdsOf } from './parting-steps.ts';
import { type PartingFacts, type PlannedStep, planParting } from './plan-parting.ts';

/** Running; stopped when the client is kept after all; finished when all steps are closed. */
export type PlaybookState = 'running' | 'stopped' | 'finished';

/** The parting of a client as it is kept, without its steps. */
export type Playbook = {
  /** The review whose decision it follows. */
  readonly reviewId: string;
  readonly clientId: string;
  readonly mode: PartingMode;
  /** YYYY-MM-DD */
  readonly endOn: string;
  /** What the end date rests on; `chosen` where somebody chose another day than the one proposed. */
  readonly basis: EndDateBasis | 'chosen';
  readonly channel: Channel | null;
  readonly startedById: string;
  readonly startedAt: Date;
  readonly state: PlaybookState;
};

/** How a decision parts with a client; null for one that keeps it. */
export function partingModeOf(choice: Choice): PartingMode | null {
  if (choice === 'part') return 'planned';
  return choice === 'part_now' ? 'now' : null;
}

/** Steps in the order of the playbook; those it does not have stand last, in the order in which they were added. */
export function inPlaybookOrder<T extends Pick<PartingStep, 'stepId'>>(steps: readonly T[], mode: PartingMode): T[] {
  const order = stepIdsOf(mode);
  const place = ({ stepId }: T) => {
    const at = stepId === null ? -1 : order.indexOf(stepId);
    return at < 0 ? order.length : at;
  };
  return [...steps].sort((a, b) => place(a) - place(b));
}

/** What becomes of the steps of a playbook that is gone on with: those there are, and those to be added. */
export type ContinuedSteps = { readonly kept: readonly PartingStep[]; readonly missing: readonly PlannedStep[] };

/**
 * The steps of a parting that is taken up again, perhaps in the other mode: what was done stays done, what is open gets new dates,
 * and what the playbook has besides is added. After a finished parting all steps are to be done anew.
 */
export function continueSteps(
  steps: readonly PartingStep[],
  facts: PartingFacts,
  { isAnew }: { readonly isAnew: boolean },
): ContinuedSteps {
  const open = (step: PartingStep): PartingStep =>
    step.state === 'open' ? step : { ...step, state: 'open', reason: null, version: step.version + 1 };
  const kept = redateSteps(isAnew ? steps.map(open) : steps, facts);
  const known = new Set(steps.map(({ stepId }) => stepId));
  return { kept, missing: planParting(facts).filter(({ id }) => !known.has(id)) };
}

/** How far a parting is: closed steps, all steps, and the first that is open. */
export type PartingProgress = { readonly closed: number; readonly all: number; readonly next: PartingStep | null };

/** The figures of the steps, which are in the order of the playbook; the next is the one that is due first. */
export function partingProgress(steps: readonly PartingStep[]): PartingProgress {
  const open = steps.filter(({ state }) => state === 'open');
  const [next = null] = [...open].sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  return { closed: steps.length - open.length, all: steps.length, next };
}
