import type { CannotAfford } from './affordability.ts';
import { affordableOutcome, cannotAfford } from './affordability.ts';
import type { Confidence } from './confidence.ts';
import { confidenceIn, dissentFrom } from './confidence.ts';
import type { Figures } from './figures.ts';
import { shareOf } from './share.ts';
import type { VerdictContext } from './verdict-context.ts';
import type { Outcome, Reason } from './verdict-rules.ts';
import { matchingReasons, RULE_OUTCOMES } from './verdict-rules.ts';
import type { Change } from './what-would-change.ts';
import { whatWouldChange } from './what-would-change.ts';

export type { Thresholds } from './thresholds.ts';
export { DEFAULT_THRESHOLDS } from './thresholds.ts';
export type { VerdictContext, WillingToMend } from './verdict-context.ts';
export type { Outcome, Reason, RepairCause, RuleId } from './verdict-rules.ts';

export type ChangeOfContact = {
  readonly onePerson: number;
  readonly fewPeople: number;
  readonly complaints: number;
};

/** A recommendation in plain JSON, free of sentences: the texts are made where it is shown. */
export type Verdict = Outcome & {
  /** A hard stop was reported: the facts come first. */
  readonly verifyFirst: boolean;
  /** Every rule that matched, the deciding one first. */
  readonly reasons: readonly [Reason, ...Reason[]];
  /** Set where a planned parting became keep and repair; the reasons are still those of the parting. */
  readonly adjusted: CannotAfford | null;
  /** Set where the complaints concentrate on one or a few people at the client. */
  readonly suggestChangeOfContact: ChangeOfContact | null;
  readonly confidence: Confidence;
  /** Votes against the stance, out of all cast. */
  readonly dissent: { readonly count: number; readonly of: number };
  /** Nearest first. */
  readonly wouldChange: readonly Change[];
};

/**
 * The verdict of method 5: the first rule that matches decides, all that match are its reasons. Total: any figures give
 * a verdict, if only "not enough voices". It recommends; people decide.
 */
export function decideVerdict(figures: Figures, context: VerdictContext): Verdict {
  const reasons = matchingReasons(figures, context);
  const ruled = RULE_OUTCOMES[reasons[0].rule];
  const outcome = affordableOutcome(ruled, context);
  return {
    ...outcome,
    verifyFirst: reasons[0].rule === 'hard_stop',
    reasons,
    adjusted: cannotAfford(ruled, context),
    suggestChangeOfContact: changeOfContact(figures, context),
    confidence: confidenceIn(outcome.stance, figures, context.thresholds),
    dissent: dissentFrom(outcome.stance, figures),
    wouldChange: whatWouldChange(figures, context),
  };
}

function changeOfContact({ complaints }: Figures, { thresholds }: VerdictContext): ChangeOfContact | null {
  const { one_person: onePerson, few_people: fewPeople } = complaints.byConcerns;
  const isConcentrated =
    complaints.total > 0 && shareOf(onePerson + fewPeople, complaints.total) >= thresholds.concentratedShare;
  return isConcentrated ? { onePerson, fewPeople, complaints: complaints.total } : null;
}
