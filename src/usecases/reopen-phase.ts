import { isEveryoneDone } from '../domain/absence.ts';
import { PHASES, type Phase } from '../domain/answer.ts';
import { purposeOf } from '../domain/post.ts';
import { rehearsalPhaseEnd } from '../domain/rehearsal/rehearsal.ts';
import { planReopen } from '../domain/reopen.ts';
import { planPhaseEnd } from '../domain/schedule.ts';
import { asFacilitator, type Facilitating, type FacilitationRefused } from './as-facilitator.ts';
import type { Deps } from './deps.ts';
import { readOpenReview } from './open-review-facts.ts';
import { cardPostOf } from './refresh-card.ts';
import { reopenedPostOf } from './reopened-step.ts';

export type ReopenResult =
  | { readonly ok: true; readonly phase: Phase; readonly phaseEndsAt: Date }
  | { readonly ok: false; readonly reason: 'not_earlier' }
  | FacilitationRefused;

/**
 * Opens an earlier step again, with a new window of the usual length (method 3). The thread says so; the ritual leads on from there
 * as usual. Asked twice, the second finds that the step is the current one and changes nothing.
 */
export async function reopenPhase(
  deps: Deps,
  request: Facilitating & { readonly phase: Phase },
): Promise<ReopenResult> {
  const { phase, userId } = request;
  return asFacilitator(deps, request, async ({ stores, review, now }): Promise<ReopenResult> => {
    const plan = planReopen(review.state, phase);
    if (!plan.ok) return plan;
    const { respondents, participants, timeZone, daysOff } = await readOpenReview(deps, stores, review);
    const usualEnd = planPhaseEnd(
      {
        preset: review.preset,
        // A deadline that has passed would leave ten minutes for each step.
        deadline: review.deadline !== null && review.deadline > now ? review.deadline : null,
        phasesLeft: PHASES.length - PHASES.indexOf(phase),
        timeZone,
        daysOff,
      },
      now,
    );
    const phaseEndsAt = review.isRehearsal ? rehearsalPhaseEnd(now) : usualEnd;
    await stores.reviews.moveTo(review.id, { state: plan.state, phaseEndsAt, now });
    const wasComplete = isEveryoneDone(participants, respondents[phase]);
    await stores.outbox.put(reopenedPostOf(review, phase, wasComplete));
    await stores.outbox.put({
      purpose: purposeOf.prompt(review.id, phase),
      reviewId: review.id,
      channelId: review.channelId,
      parentPurpose: purposeOf.card(review.id),
      message: { kind: 'prompt', phase },
    });
    await stores.outbox.put(cardPostOf(review));
    await stores.audit.add({
      actorId: userId,
      action: 'phase_reopened',
      subject: review.id,
      details: { from: review.state, to: phase },
      at: now,
    });
    return { ok: true, phase, phaseEndsAt };
  });
}
