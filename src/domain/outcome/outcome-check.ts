import { addDays, dayOf } from '../calendar.ts';
import { accepted, type Checked, refused } from '../checked.ts';
import { mayBeWrittenTo, type WorkingPerson } from '../working-person.ts';

/** Calendar days after a decision on which the manager is asked whether it was right (method 6). */
export const OUTCOME_DAYS = [30, 90] as const;
export type OutcomeDay = (typeof OUTCOME_DAYS)[number];

export const OUTCOME_ANSWERS = ['yes', 'no', 'too_early'] as const;
export type OutcomeAnswer = (typeof OUTCOME_ANSWERS)[number];

export const MAX_OUTCOME_WHY_LENGTH = 3000;

/** A decision that may be asked about. */
export type DecidedReview = {
  readonly reviewId: string;
  readonly verdictVersion: number;
  readonly clientId: string;
  readonly decidedAt: Date;
};

export type OutcomeQuestion = {
  readonly reviewId: string;
  readonly verdictVersion: number;
  readonly day: OutcomeDay;
  readonly userId: string;
  readonly purpose: string;
};

const DAY_MS = 24 * 60 * 60_000;

/** The name of one question about one decision. */
export const outcomePurpose = ({ reviewId, verdictVersion }: DecidedReview, day: OutcomeDay) =>
  `outcome:${reviewId}:${verdictVersion}:${day}`;

export type OutcomeFacts = {
  readonly decision: DecidedReview;
  /** When the same client was decided on again, in this review or another; null when it was not. */
  readonly newerDecisionAt: Date | null;
  /** Who decided, or the client's manager where that person is gone; null when there is nobody. */
  readonly manager: WorkingPerson | null;
  /** The workspace's zone, in which the days are counted. */
  readonly timeZone: string;
  readonly sentPurposes: ReadonlySet<string>;
};

/** The first day (YYYY-MM-DD, of the workspace's zone) on which a question is asked. */
export function outcomeDueOn(decidedAt: Date, day: OutcomeDay, timeZone: string): string {
  return addDays(dayOf(decidedAt, timeZone), day);
}

/**
 * The question about a decision that is due now; null when none is. Asked from the 30th and from the 90th calendar day on, in the
 * manager's working hours, each once; after a long downtime only the later one. A newer decision about the client ends the questions
 * that were not asked yet: its own come instead. After 90 days nothing more is asked, also when it was still too early.
 */
export function planOutcomeQuestion(facts: OutcomeFacts, now: Date): OutcomeQuestion | null {
  const { decision, newerDecisionAt, manager, timeZone, sentPurposes } = facts;
  if (newerDecisionAt !== null || manager === null || !mayBeWrittenTo(manager, now)) return null;
  const today = dayOf(now, timeZone);
  const day = OUTCOME_DAYS.findLast((one) => today >= outcomeDueOn(decision.decidedAt, one, timeZone));
  if (day === undefined) return null;
  const purpose = outcomePurpose(decision, day);
  if (sentPurposes.has(purpose)) return null;
  const { reviewId, verdictVersion } = decision;
  return { reviewId, verdictVersion, day, userId: manager.userId, purpose };
}

/** A question that waits for its answer, and whether the one who was asked has left since. */
export type WaitingOutcome = { readonly day: OutcomeDay; readonly askedId: string; readonly hasLeft: boolean };

/**
 * Whether a question is put to another manager now: the one who was asked has left before they said anything. In the working hours of
 * the new one; a newer decision about the client ends it.
 */
export function isOutcomeAskedAgain(
  { askedId, hasLeft }: WaitingOutcome,
  { newerDecisionAt, manager }: Pick<OutcomeFacts, 'newerDecisionAt' | 'manager'>,
  now: Date,
): boolean {
  if (!hasLeft || newerDecisionAt !== null || manager === null || manager.userId === askedId) return false;
  return mayBeWrittenTo(manager, now);
}

/** Whole days from the day of a decision to the day on which it is asked about, in the workspace's zone. */
export function daysSinceDecision(decidedAt: Date, askedAt: Date, timeZone: string): number {
  return Math.round((Date.parse(dayOf(askedAt, timeZone)) - Date.parse(dayOf(decidedAt, timeZone))) / DAY_MS);
}

export type OutcomeRefusal = 'answer_missing' | 'why_missing' | 'why_too_long';

/** An answer that can be kept: *yes* and *no* say why, since that is what is learned from; *too early* may. */
export function checkOutcome(
  answer: OutcomeAnswer | null,
  typedWhy: string | null,
): Checked<{ readonly answer: OutcomeAnswer; readonly why: string | null }, OutcomeRefusal> {
  const why = typedWhy?.trim() || null;
  if (answer === null) return refused('answer_missing');
  if (why === null && answer !== 'too_early') return refused('why_missing');
  return (why?.length ?? 0) > MAX_OUTCOME_WHY_LENGTH ? refused('why_too_long') : accepted({ answer, why });
}
