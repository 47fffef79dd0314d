import type { Logger } from '../ops/logging.ts';
import type { ReviewRef } from '../storage/sweep.ts';
import { advanceReview } from '../usecases/advance-review.ts';
import { type RemindDeps, remindParticipants } from '../usecases/remind-participants.ts';

export type TickDeps = RemindDeps & {
  readonly logger: Logger;
  readonly redeliver: () => Promise<unknown>;
  readonly unlockDeadWorkers: () => Promise<unknown>;
};

/** A day. */
const KEEP_IMPORTS_MS = 24 * 60 * 60_000;

/**
 * What the clock asks for every minute, of the database and never of a memory: steps whose time is up (also while the app was
 * down), steps that everybody has answered, people to remind, posts that are still owed, jobs of processes that died. Two replicas may tick at
 * once: each review is moved under its lock, and what is not due any more is refused.
 */
export async function tick(deps: TickDeps, now: Date): Promise<void> {
  const { sweep } = deps.storage;
  await attempt(deps, 'free the jobs of dead workers', () => deps.unlockDeadWorkers());
  await attempt(deps, 'find the steps that everybody has answered', async () => {
    for (const ref of await sweep.findCompleteReviews()) await move(deps, ref, 'everyone_answered');
  });
  await attempt(deps, 'find the steps whose time is up', async () => {
    for (const ref of await sweep.findDueReviews(now)) await move(deps, ref, 'time_up');
  });
  await attempt(deps, 'find who is to be reminded', async () => {
    for (const ref of await sweep.findRemindableReviews(now))
      await attempt(deps, `remind people of review ${ref.reviewId}`, () => remindParticipants(deps, ref));
  });
  await attempt(deps, 'delete what was pasted for an import and left', () =>
    sweep.deleteOldImports(new Date(now.getTime() - KEEP_IMPORTS_MS)),
  );
  await attempt(deps, 'deliver what is owed', () => deps.redeliver());
}

async function move(
  deps: TickDeps,
  { workspaceId, reviewId }: ReviewRef,
  event: 'everyone_answered' | 'time_up',
): Promise<void> {
  await attempt(deps, `move review ${reviewId} on`, async () => {
    const result = await advanceReview(deps, { workspaceId, reviewId, event, actorId: null });
    if (result.ok) deps.logger.info({ workspaceId, reviewId, event, state: result.state }, 'review moved on');
  });
}

/** One thing that fails does not keep the others from being done; the next tick tries it again. */
async function attempt(deps: TickDeps, what: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    deps.logger.error({ err: error }, `could not ${what}; the next tick tries again`);
  }
}
