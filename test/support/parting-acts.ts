import { expect } from 'vitest';
import type { Choice, DecisionInput } from '../../src/domain/decision.ts';
import type { ReviewMode } from '../../src/domain/review.ts';
import { beginParting } from '../../src/usecases/begin-parting.ts';
import { type ChangePartingStep, changePartingStep } from '../../src/usecases/change-parting-step.ts';
import { decideReview } from '../../src/usecases/decide-review.ts';
import { readChecklist } from '../../src/usecases/read-parting.ts';
import { aTeam, SAID, WORKSPACE, type World } from './usecase-world.ts';

export const MANAGER = { workspaceId: WORKSPACE, userId: 'UBOSS', isManager: true } as const;
export const END = '2027-01-15';

type Decided = { readonly id: string; readonly clientId: string };

/** What a step becomes; the rest of it stays. */
export type Change = Partial<Omit<ChangePartingStep, 'reviewId'>>;

/** What a manager does about partings, in a world of use cases. */
export function createPartingActs(world: World) {
  /** A review that has closed and was decided. */
  async function decided(
    choice: Choice,
    { mode = 'private', clientId }: { mode?: ReviewMode; clientId?: string } = {},
  ) {
    const review = await world.start({ team: aTeam(3), mode, ...(clientId ? { client: { id: clientId } } : {}) });
    await world.play(
      review.id,
      aTeam(3).map(({ userId }) => [userId, SAID.noComplaint] as const),
    );
    expect(await decide(review.id, choice)).toMatchObject({ ok: true });
    return review;
  }

  function decide(reviewId: string, choice: Choice) {
    const input: DecisionInput = { choice, rationale: 'We know more', hardStop: null };
    const skipReadiness = 'We asked in person';
    return decideReview(world.deps, { workspaceId: WORKSPACE, reviewId, userId: 'UBOSS', ...input, skipReadiness });
  }

  const begin = (reviewId: string, endOn: string | null = END) =>
    beginParting(world.deps, { ...MANAGER, reviewId, endOn });

  async function begun(choice: Choice = 'part', mode: ReviewMode = 'private'): Promise<Decided> {
    const review = await decided(choice, { mode });
    expect(await begin(review.id)).toMatchObject({ ok: true });
    return review;
  }

  const stepsOf = async (reviewId: string) =>
    (await readChecklist(world.deps, { workspaceId: WORKSPACE, reviewId }))?.steps ?? [];

  async function firstStep(reviewId: string) {
    const [step] = await stepsOf(reviewId);
    if (!step) throw new Error(`the playbook of ${reviewId} has no steps`);
    return step;
  }

  async function change(reviewId: string, overrides: Change) {
    const step = (await stepsOf(reviewId)).find(({ id }) => id === overrides.stepId) ?? (await firstStep(reviewId));
    const as = { ownerId: undefined, dueOn: undefined, note: step.note, state: 'open', reason: null } as const;
    const input = { ...MANAGER, reviewId, stepId: step.id, version: step.version, ...as, ...overrides };
    return changePartingStep(world.deps, input);
  }

  async function closeAll(reviewId: string) {
    let last: unknown;
    for (const { id, state } of await stepsOf(reviewId))
      if (state === 'open') last = await change(reviewId, { stepId: id, state: 'done' });
    return last;
  }

  const statusOf = async (clientId: string) => (await world.stores.clients.find(clientId))?.status;
  const auditOf = async (action: string) => (await world.stores.audit.list()).filter((one) => one.action === action);

  return { decided, decide, begin, begun, stepsOf, firstStep, change, closeAll, statusOf, auditOf };
}
