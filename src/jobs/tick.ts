import { deletedFrom } from '../domain/installation.ts';
import type { Logger } from '../ops/logging.ts';
import type { ReviewRef } from '../storage/sweep.ts';
import { advanceReview } from '../usecases/advance-review.ts';
import { deleteRehearsal } from '../usecases/delete-rehearsal.ts';
import type { Deps } from '../usecases/deps.ts';
import { endCompleteSteps } from '../usecases/end-complete-steps.ts';
import { remindParticipants } from '../usecases/remind-participants.ts';
import { remindSnoozed } from '../usecases/remind-snoozed.ts';
import { syncAbsence } from '../usecases/sync-absence.ts';
import { shuffleNewAnswers } from './shuffle-answers.ts';
import { tickMeetings } from './tick-meetings.ts';
import { tickOutcomes } from './tick-outcomes.ts';
import { tickPlan } from './tick-plan.ts';
import { type TickPulsesDeps, tickPulses } from './tick-pulses.ts';
import type { LookupsOf } from './workspace-lookups.ts';

export type TickDeps = Deps & {
  readonly logger: Logger;
  readonly lookupsOf: LookupsOf;
  readonly redeliver: () => Promise<unknown>;
  readonly unlockDeadWorkers: () => Promise<unknown>;
  readonly touchHomes: TickPulsesDeps['touchHomes'];
  /** Pauses reviews whose channel is not ours alone, and lets those go on whose channel is again. */
  readonly watchChannels: (now: Date) => Promise<unknown>;
};

/** A day. */
const KEEP_IMPORTS_MS = 24 * 60 * 60_000;

/**
 * What the clock asks for every minute, of the database and never of a memory: paused reviews that can go on, people who came or went
 * without an event that told of it, steps whose time is up (also while the app was down), steps that everybody has answered, people to
 * remind, weekly pulses and their alerts, rehearsals to delete, posts that are still owed, jobs of processes that died. Two replicas may tick at
 * once: each review is moved under its lock, and what is not due any more is refused.
 */
export async function tick(deps: TickDeps, now: Date): Promise<void> {
  const { sweep } = deps.storage;
  await attempt(deps, 'free the jobs of dead workers', () => deps.unlockDeadWorkers());
  // First: a review whose channel became shared must not move on, and one that goes on has its times moved before they are read.
  await attempt(deps, 'look at the channels of open reviews', () => deps.watchChannels(now));
  await attempt(deps, 'find the steps that everybody has answered', async () => {
    for (const ref of await sweep.findCompleteReviews()) await move(deps, ref, 'everyone_answered');
  });
  await attempt(deps, 'find the steps whose time is up', async () => {
    for (const ref of await sweep.findDueReviews(now)) await move(deps, ref, 'time_up');
  });
  await attempt(deps, 'shuffle the answers that lie in the order in which they came', () => shuffleNewAnswers(sweep));
  await attempt(deps, 'find who is to be reminded', async () => {
    for (const ref of await sweep.findRemindableReviews(now))
      await attempt(deps, `remind people of review ${ref.reviewId}`, () =>
        remindParticipants({ ...deps, ...deps.lookupsOf(ref.workspaceId) }, ref),
      );
  });
  await attempt(deps, 'find who asked to be reminded again', async () => {
    for (const ref of await sweep.findSnoozedReviews(now))
      await attempt(deps, `remind people of review ${ref.reviewId} again`, () =>
        remindSnoozed({ ...deps, ...deps.lookupsOf(ref.workspaceId) }, ref),
      );
  });
  await attempt(deps, 'find the rehearsals that are over', async () => {
    for (const ref of await sweep.findExpiredRehearsals(now))
      await attempt(deps, `delete rehearsal ${ref.reviewId}`, () => deleteRehearsal(deps, ref));
  });
  await attempt(deps, 'delete what was pasted for an import and left', () =>
    sweep.deleteOldImports(new Date(now.getTime() - KEEP_IMPORTS_MS)),
  );
  await attempt(deps, 'find the workspaces that left', async () => {
    const before = deletedFrom(now);
    for (const workspaceId of await sweep.findLeftWorkspaces(before))
      await attempt(deps, `delete what is stored of workspace ${workspaceId}`, async () => {
        if (await sweep.deleteLeftWorkspace(workspaceId, before))
          deps.logger.info({ workspaceId }, 'deleted what was stored of a workspace that uninstalled the app');
      });
  });
  await tickPulses({ ...deps, attempt: (what, work) => attempt(deps, what, work) }, now);
  await tickPlan({ ...deps, attempt: (what, work) => attempt(deps, what, work) });
  await tickMeetings({ ...deps, attempt: (what, work) => attempt(deps, what, work) }, now);
  await tickOutcomes({ ...deps, attempt: (what, work) => attempt(deps, what, work) });
  await attempt(deps, 'deliver what is owed', () => deps.redeliver());
  // Last: these ask Slack, which may take its time.
  await attempt(deps, 'find whose presence is to be looked at', async () => {
    for (const ref of await sweep.findReviewsToSync(now))
      await attempt(deps, `see who is there for review ${ref.reviewId}`, () =>
        syncAbsence({ ...deps, ...deps.lookupsOf(ref.workspaceId) }, ref),
      );
  });
}

async function move(
  deps: TickDeps,
  { workspaceId, reviewId }: ReviewRef,
  event: 'everyone_answered' | 'time_up',
): Promise<void> {
  await attempt(deps, `move review ${reviewId} on`, async () => {
    const result = await advanceReview(deps, { workspaceId, reviewId, event, actorId: null });
    if (!result.ok) return;
    deps.logger.info({ workspaceId, reviewId, event, state: result.state }, 'review moved on');
    // The step that opens now may have been answered by everybody ahead.
    for (const state of await endCompleteSteps(deps, { workspaceId, reviewId }))
      deps.logger.info({ workspaceId, reviewId, event: 'everyone_answered', state }, 'review moved on');
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
