import { daysOfPause } from '../domain/own-pause.ts';
import { purposeOf } from '../domain/post.ts';
import { planReminders } from '../domain/reminder.ts';
import { currentPhase } from '../domain/review.ts';
import type { Review } from '../domain/review-record.ts';
import type { Stores } from '../storage/storage.ts';
import type { Deps } from './deps.ts';
import { findWhoAnswered } from './who-answered.ts';

export type RemindDeps = Deps & {
  /** The IANA zones of people, in their order; null where Slack does not say. */
  readonly findTimeZones: (userIds: readonly string[]) => Promise<readonly (string | null)[]>;
};

/** People who have not answered: reminded just now, later (their working day has not begun), and before. */
export type Reminded = { readonly now: number; readonly later: number; readonly before: number };

const NOBODY: Reminded = { now: 0, later: 0, before: 0 };

/**
 * Owes the one reminder of the current question to those who have not answered it, when it is due for them (product: direct
 * messages). Asking again owes nothing twice: each reminder has its own purpose. In a meeting, where everybody is in the room, only
 * when the facilitator asks for it. Gives how many it is due for.
 */
export async function remindParticipants(
  deps: RemindDeps,
  ref: { workspaceId: string; reviewId: string },
): Promise<number> {
  return (await remindAndCount(deps, ref)).now;
}

/** The same, counting everybody who has not answered. */
export async function remindAndCount(
  deps: RemindDeps,
  { workspaceId, reviewId }: { workspaceId: string; reviewId: string },
): Promise<Reminded> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const review = await stores.reviews.find(reviewId);
  const phase = review && currentPhase(review.state);
  if (!review || !phase || review.phaseEndsAt === null || review.pausedReason !== null) return NOBODY;
  if (review.preset === 'live' && review.remindFromAt === null) return NOBODY;
  const waiting = await findWaiting(deps, stores, review);
  const posts = await Promise.all(
    waiting.map((userId) => stores.outbox.find(purposeOf.reminder(reviewId, phase, userId))),
  );
  const reminded = waiting.filter((_, i) => posts[i] !== null);
  const open = waiting.filter((userId) => !reminded.includes(userId));
  const zones = open.length === 0 ? [] : await deps.findTimeZones(open);
  const settings = await stores.workspace.findOrCreate(deps.defaults);
  const ownDaysOff = await stores.memberSettings.findDaysOff(open);
  const pauses = await stores.memberSettings.findPauses(open);
  const due = planReminders(
    {
      phaseStartedAt: review.phaseStartedAt ?? review.startedAt,
      phaseEndsAt: review.phaseEndsAt,
      remindFromAt: review.remindFromAt,
      waiting: open.map((userId, i) => ({
        userId,
        timeZone: zones[i] ?? settings.timeZone,
        daysOff: [...settings.daysOff, ...(ownDaysOff.get(userId) ?? []), ...daysOfPause(pauses.get(userId) ?? null)],
      })),
      reminded,
    },
    deps.clock(),
  );
  for (const userId of due) {
    const purpose = purposeOf.reminder(reviewId, phase, userId);
    await stores.outbox.put({
      purpose,
      reviewId,
      channelId: userId,
      parentPurpose: null,
      message: { kind: 'reminder', userId, phase },
    });
  }
  return { now: due.length, later: open.length - due.length, before: reminded.length };
}

/** Those who have not answered the current question and are waited for. Empty once the review has closed. */
async function findWaiting(deps: Deps, stores: Stores, review: Review): Promise<string[]> {
  const phase = currentPhase(review.state);
  const who = phase && (await findWhoAnswered({ deps, stores, review, phase }));
  return who ? who.waiting.map(({ userId }) => userId) : [];
}

/** Whether a reminder still says something true: the question is the current one and the person has not answered it. */
export async function isReminderDue(
  deps: Deps,
  { workspaceId, reviewId, userId, phase }: { workspaceId: string; reviewId: string; userId: string; phase: string },
): Promise<boolean> {
  const stores = deps.storage.forWorkspace(workspaceId);
  const review = await stores.reviews.find(reviewId);
  if (!review || review.pausedReason !== null || currentPhase(review.state) !== phase) return false;
  return (await findWaiting(deps, stores, review)).includes(userId);
}
