import type { Absence } from './absence-reason.ts';
import type { Phase, Role } from './answer.ts';
import type { Choice, HardStopFinding } from './decision.ts';
import type { Figures } from './figures.ts';
import type { ReviewMode, ReviewState } from './review.ts';
import type { WordPhase } from './statement.ts';
import type { Verdict } from './verdict.ts';

/** A decision as it is shown: who, what, why, when, and whether the verdict said the same. */
export type ShownDecision = {
  readonly choice: Choice;
  readonly rationale: string | null;
  readonly hardStop: HardStopFinding | null;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly differs: boolean;
};

/** Everything the card in the channel says. Without a name beside any private answer. */
export type CardModel = {
  readonly reviewId: string;
  readonly clientName: string;
  readonly mode: ReviewMode;
  readonly state: ReviewState;
  readonly facilitatorId: string;
  readonly cancelledById: string | null;
  readonly question: string | null;
  /** The question being asked; null once the review closed. */
  readonly phase: Phase | null;
  readonly phaseEndsAt: Date | null;
  /** Private: the questions whose words were shown already; what is said to them now is kept back. */
  readonly revealed: readonly WordPhase[];
  readonly invited: number;
  readonly answered: number;
  /** Who has answered the current question; null in a private review, which shows only how many. */
  readonly answeredBy: readonly string[] | null;
  /** The team's roles, with whether anybody of that role has answered the current question. */
  readonly roles: readonly { readonly role: Role; readonly isHeard: boolean }[];
  /** Whom the review does not wait for, and why: all of them, whether they have answered or not. */
  readonly notWaitedFor: readonly { readonly userId: string; readonly absence: Absence }[];
  /** Answers a verdict needs and has, while waiting for voices. */
  readonly voices: { readonly have: number; readonly need: number } | null;
  readonly result: { readonly verdict: Verdict; readonly figures: Figures; readonly closedAt: Date } | null;
  readonly decision: ShownDecision | null;
  /** Nothing follows from the decision of a rehearsal. */
  readonly isRehearsal?: boolean;
  /** Links to the summary in the thread, once it is there. */
  readonly summaryUrl: string | null;
};
