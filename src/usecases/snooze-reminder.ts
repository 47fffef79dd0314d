import { mayAnswer } from '../domain/absence.ts';
import type { Phase } from '../domain/answer.ts';
import { purposeOf } from '../domain/post.ts';
import { currentPhase } from '../domain/review.ts';
import { planSnooze, type Snooze } from '../domain/snooze.ts';
import type { Stores } from '../storage/storage.ts';
import type { Facilitating } from './as-facilitator.ts';
import type { Deps } from './deps.ts';
import { findWhoAnswered } from './who-answered.ts';

export type SnoozeReminder = Facilitating & {
  readonly phase: Phase;
  readonly choice: Snooze;
  /** The person's own IANA zone; null where Slack does not say. */
  readonly timeZone: string | null;
};

export type SnoozeResult =
  | { readonly ok: true; readonly until: Date }
  | { readonly ok: false; readonly reason: 'step_ends_before'; readonly phaseEndsAt: Date }
  | { readonly ok: false; readonly reason: 'review_not_found' | 'not_invited' | 'step_over' | 'answered_already' };

/**
 * Puts somebody's own reminder of the current step off (product: direct messages): they get it once more at that moment, unless they
 * have answered by then or the step is over. The message they have says until when. Asked again, the last choice holds.
 */
export async function snoozeReminder(deps: Deps, input: SnoozeReminder): Promise<SnoozeResult> {
  const { workspaceId, reviewId, userId, phase, choice } = input;
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores): Promise<SnoozeResult> => {
    const review = await stores.reviews.lock(reviewId);
    if (!review) return { ok: false, reason: 'review_not_found' };
    const people = await stores.participants.list(reviewId);
    if (!people.some((person) => person.userId === userId && mayAnswer(person)))
      return { ok: false, reason: 'not_invited' };
    if (currentPhase(review.state) !== phase || review.phaseEndsAt === null) return { ok: false, reason: 'step_over' };
    const who = await findWhoAnswered({ deps, stores, review, phase });
    if (!who?.waiting.some((person) => person.userId === userId)) return { ok: false, reason: 'answered_already' };
    const settings = await stores.workspace.findOrCreate(deps.defaults);
    const now = deps.clock();
    const own = (await stores.memberSettings.findDaysOff([userId])).get(userId) ?? [];
    const calendar = { timeZone: input.timeZone ?? settings.timeZone, daysOff: [...settings.daysOff, ...own] };
    const plan = planSnooze(choice, { ...calendar, phaseEndsAt: review.phaseEndsAt }, now);
    if (!plan.ok) return plan;
    await sayUntil(stores, input, plan.until);
    await stores.participants.setSnooze(reviewId, userId, plan.until);
    await stores.audit.add({
      actorId: userId,
      action: 'reminder_snoozed',
      subject: reviewId,
      details: { phase, until: plan.until.toISOString() },
      at: now,
    });
    return { ok: true, until: plan.until };
  });
}

/** The reminder says until when it is put off: the first one, which is the only one that carries the buttons for it. */
async function sayUntil(stores: Stores, { reviewId, userId, phase }: SnoozeReminder, until: Date): Promise<void> {
  await stores.outbox.put({
    purpose: purposeOf.reminder(reviewId, phase, userId),
    reviewId,
    channelId: userId,
    parentPurpose: null,
    message: { kind: 'reminder', userId, phase, snoozedUntil: until.toISOString() },
  });
}
