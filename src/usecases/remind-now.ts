import { currentPhase } from '../domain/review.ts';
import { asFacilitator, type Facilitating, type FacilitationRefused } from './as-facilitator.ts';
import { type RemindDeps, type Reminded, remindAndCount } from './remind-participants.ts';

export type RemindNowResult = { readonly ok: true; readonly reminded: Reminded } | FacilitationRefused;

/**
 * The facilitator asks for the reminder of the current step now, before its time: one direct message to each who has not answered,
 * at once or when their working day begins. Whoever had the reminder of this step gets no second one, however often this is asked.
 */
export async function remindNow(deps: RemindDeps, request: Facilitating): Promise<RemindNowResult> {
  const asked = await asFacilitator(deps, request, async ({ stores, review, now }) => {
    if (review.isRehearsal) return { ok: false, reason: 'review_not_found' } as const;
    await stores.reviews.change(review.id, { remindFromAt: now });
    await stores.audit.add({
      actorId: request.userId,
      action: 'reminders_asked',
      subject: review.id,
      details: { phase: currentPhase(review.state) },
      at: now,
    });
    return { ok: true } as const;
  });
  if (!asked.ok) return asked;
  // Outside the transaction: it asks Slack for time zones, and each reminder is safe to owe twice.
  return { ok: true, reminded: await remindAndCount(deps, request) };
}
