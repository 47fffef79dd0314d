import { isEveryoneDone } from '../domain/absence.ts';
import { PHASES, type Phase } from '../domain/answer.ts';
import { figuresOfReview, hasEnoughVoices } from '../domain/closing.ts';
import { purposeOf } from '../domain/post.ts';
import { rehearsalPhaseEnd } from '../domain/rehearsal/rehearsal.ts';
import { currentPhase, type ReviewEffect, type ReviewState, transition } from '../domain/review.ts';
import { planPhaseEnd } from '../domain/schedule.ts';
import type { Stores } from '../storage/storage.ts';
import { answerAsSamples } from './answer-as-samples.ts';
import { closeReview } from './close-review.ts';
import type { Deps } from './deps.ts';
import { type OpenReviewFacts, readOpenReview } from './open-review-facts.ts';
import { oweAnswersAhead } from './owe-open-answer.ts';
import { cardPostOf } from './refresh-card.ts';
import { askAgain, waitsForItsTime } from './reopened-step.ts';
import { revealPhase } from './reveal-phase.ts';

/** `decide` and `cancel` have their own use cases. */
export type AdvanceEvent = 'everyone_answered' | 'time_up' | 'next_phase' | 'extend';

export type AdvanceReview = {
  readonly workspaceId: string;
  readonly reviewId: string;
  readonly event: AdvanceEvent;
  /** Slack id of who asked for it; null for the app itself. */
  readonly actorId: string | null;
  /** The state the person saw: two who press at once move it one step, not two. */
  readonly expectedState?: ReviewState;
};

export type AdvanceResult =
  | { readonly ok: true; readonly state: ReviewState }
  | {
      readonly ok: false;
      readonly reason:
        | 'review_not_found'
        | 'not_facilitator'
        | 'moved_already'
        | 'waits_already'
        | 'paused'
        | 'not_due'
        | 'review_closed'
        | 'still_open'
        | 'already_decided'
        | 'not_short_of_voices';
    };

/**
 * Moves a review on by one event of its table, in one transaction that holds the review: what follows (posts, timers, verdict) is
 * stored with the move or not at all. Safe to ask for twice: an event that is not due any more is refused, not repeated.
 */
export async function advanceReview(
  deps: Deps,
  { workspaceId, reviewId, event, actorId, expectedState }: AdvanceReview,
): Promise<AdvanceResult> {
  return deps.storage.forWorkspace(workspaceId).transaction(async (stores) => {
    const review = await stores.reviews.lock(reviewId);
    if (!review) return { ok: false, reason: 'review_not_found' };
    if (actorId !== null && actorId !== review.facilitatorId) return { ok: false, reason: 'not_facilitator' };
    if (expectedState !== undefined && expectedState !== review.state) return { ok: false, reason: 'moved_already' };
    const now = deps.clock();
    if (currentPhase(review.state) === null) return { ok: false, reason: 'review_closed' };
    // Its channel may not hear of it: no step ends until it goes on, so that nothing is left to say twice or to nobody.
    if (review.pausedReason !== null) return { ok: false, reason: 'paused' };
    const facts = await readOpenReview(deps, stores, review);
    if (!(await isDue(event, { stores, facts, now }))) return { ok: false, reason: 'not_due' };
    const moved = transition(review.state, event, hasEnoughVoices(figuresOfReview(facts), facts.context));
    if (!moved.ok) return moved;

    const phaseEndsAt = moved.state === 'closed' ? null : planEnd(facts, moved.state, now);
    // The state stays the same, so `expectedState` cannot tell a second press: it is the one that gains no time.
    if (event === 'extend' && !isLater(phaseEndsAt, review.phaseEndsAt)) return { ok: false, reason: 'waits_already' };
    await stores.reviews.moveTo(reviewId, { state: moved.state, phaseEndsAt, now });
    for (const effect of moved.effects) await apply({ deps, stores, facts, phaseEndsAt, now }, effect);
    await stores.outbox.put(cardPostOf(review));
    await stores.audit.add({
      actorId,
      action: event === 'extend' ? 'review_extended' : 'phase_closed',
      subject: reviewId,
      details: { from: review.state, to: moved.state, event },
      at: now,
    });
    return { ok: true, state: moved.state };
  });
}

type Due = { stores: Stores; facts: OpenReviewFacts; now: Date };

async function isDue(event: AdvanceEvent, { stores, facts, now }: Due): Promise<boolean> {
  const { review, participants, respondents } = facts;
  if (event === 'time_up') return review.phaseEndsAt !== null && review.phaseEndsAt <= now;
  if (event !== 'everyone_answered') return true;
  const phase = currentPhase(review.state);
  const isComplete = phase !== null && isEveryoneDone(participants, respondents[phase]);
  return isComplete && !(await waitsForItsTime(stores, review));
}

function planEnd({ review, timeZone, daysOff }: OpenReviewFacts, state: ReviewState, now: Date): Date {
  if (review.isRehearsal) return rehearsalPhaseEnd(now);
  // Waiting for voices is one step more, of the usual length: its own deadline may have passed.
  if (state === 'short_of_voices')
    return planPhaseEnd({ preset: review.preset, deadline: null, phasesLeft: 1, timeZone, daysOff }, now);
  const phasesLeft = PHASES.length - PHASES.indexOf(state as Phase);
  return planPhaseEnd({ preset: review.preset, deadline: review.deadline, phasesLeft, timeZone, daysOff }, now);
}

const LEAST_EXTENSION_MS = 60_000;

function isLater(end: Date | null, earlierEnd: Date | null): boolean {
  return end === null || earlierEnd === null || end.getTime() - earlierEnd.getTime() >= LEAST_EXTENSION_MS;
}

type Applying = { deps: Deps; stores: Stores; facts: OpenReviewFacts; phaseEndsAt: Date | null; now: Date };

async function apply({ deps, stores, facts, phaseEndsAt, now }: Applying, effect: ReviewEffect): Promise<void> {
  const { review } = facts;
  const inThread = { reviewId: review.id, channelId: review.channelId, parentPurpose: purposeOf.card(review.id) };
  switch (effect.kind) {
    case 'reveal': {
      // Open answers are in the thread already; a vote has no words.
      if (review.mode === 'open' || effect.phase === 'vote') return;
      await revealPhase({ deps, stores, facts }, effect.phase);
      return;
    }
    case 'open_phase':
      await askAgain(stores, facts, effect.phase);
      await stores.outbox.put({
        ...inThread,
        purpose: purposeOf.prompt(review.id, effect.phase),
        message: { kind: 'prompt', phase: effect.phase },
      });
      await oweAnswersAhead(stores, facts, effect.phase);
      await answerAsSamples({ deps, stores, review, phase: effect.phase });
      return;
    case 'ask_for_voices': {
      const { have, need } = facts.voices;
      const message = {
        kind: 'short_of_voices',
        have,
        need,
        invited: facts.participants.length,
        until: (phaseEndsAt ?? now).toISOString(),
      } as const;
      await stores.outbox.put({ ...inThread, purpose: purposeOf.shortOfVoices(review.id, review.version), message });
      return;
    }
    case 'close':
      await closeReview({ deps, stores, facts, now });
      return;
    case 'discard':
    case 'record_decision':
      throw new Error(`${effect.kind} has a use case of its own`);
  }
}
