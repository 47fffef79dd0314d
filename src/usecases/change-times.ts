import { refuseTimes, type TimesRefusal } from '../domain/change-of-times.ts';
import { purposeOf } from '../domain/post.ts';
import { currentPhase } from '../domain/review.ts';
import type { Review } from '../domain/review-record.ts';
import { endOfWorkingDay } from '../domain/schedule.ts';
import type { Stores } from '../storage/storage.ts';
import { asFacilitator, type Facilitating, type FacilitationRefused } from './as-facilitator.ts';
import type { Deps } from './deps.ts';
import { cardPostOf } from './refresh-card.ts';

export type ChangeTimes = Facilitating & {
  readonly phaseEndsAt: Date;
  /** YYYY-MM-DD in the workspace's zone: the whole review should be done by the end of that working day; null for no such day. */
  readonly deadlineDate: string | null;
};

export type ChangeTimesResult =
  | { readonly ok: true; readonly phaseEndsAt: Date }
  | { readonly ok: false; readonly reason: TimesRefusal | 'deadline_invalid' }
  | FacilitationRefused;

/** Sets when the current step ends and by when the review should be done. What the thread says of these times follows. */
export async function changeTimes(deps: Deps, request: ChangeTimes): Promise<ChangeTimesResult> {
  const { phaseEndsAt, deadlineDate, userId } = request;
  return asFacilitator(deps, request, async ({ stores, review, now }): Promise<ChangeTimesResult> => {
    const { timeZone } = await stores.workspace.findOrCreate(deps.defaults);
    const deadline = deadlineDate === null ? null : endOfWorkingDay(deadlineDate, timeZone);
    if (deadlineDate !== null && deadline === null) return { ok: false, reason: 'deadline_invalid' };
    const current = { ...(review.phaseEndsAt ? { phaseEndsAt: review.phaseEndsAt } : {}), deadline: review.deadline };
    const refusal = refuseTimes({ phaseEndsAt, deadline }, current, now);
    if (refusal !== null) return { ok: false, reason: refusal };
    await stores.reviews.change(review.id, { phaseEndsAt, deadline });
    await sayAgain(stores, review, phaseEndsAt);
    await stores.audit.add({
      actorId: userId,
      action: 'times_changed',
      subject: review.id,
      details: { phaseEndsAt: phaseEndsAt.toISOString(), deadline: deadline?.toISOString() ?? null },
      at: now,
    });
    return { ok: true, phaseEndsAt };
  });
}

/** The messages that say until when the current step lasts. */
async function sayAgain(stores: Stores, review: Review, until: Date): Promise<void> {
  const { id: reviewId, channelId } = review;
  const phase = currentPhase(review.state);
  const inThread = { reviewId, channelId, parentPurpose: purposeOf.card(reviewId) };
  await stores.outbox.put(cardPostOf(review));
  if (phase !== null && review.state !== 'short_of_voices')
    await stores.outbox.put({
      ...inThread,
      purpose: purposeOf.prompt(reviewId, phase),
      message: { kind: 'prompt', phase },
    });
  // Both are named after the version that the step began from.
  for (const purpose of [purposeOf.reopened, purposeOf.shortOfVoices].map((of) => of(reviewId, review.version - 1))) {
    const message = (await stores.outbox.find(purpose))?.message;
    if (message?.kind === 'reopened') await stores.outbox.put({ ...inThread, purpose, message });
    if (message?.kind === 'short_of_voices')
      await stores.outbox.put({ ...inThread, purpose, message: { ...message, until: until.toISOString() } });
  }
}
