import type { ClientProfile } from '../client-profile.ts';
import type { Choice, HardStopFinding } from '../decision.ts';
import type { EvidenceEntry } from '../evidence/evidence.ts';
import type { Figures } from '../figures.ts';
import type { Intake } from '../intake.ts';
import type { Language } from '../language.ts';
import type { ClientMeeting } from '../meeting/client-meeting.ts';
import type { OutcomeAnswer, OutcomeDay } from '../outcome/outcome-check.ts';
import type { Channel } from '../parting/channel-choice.ts';
import type { PartingStep } from '../parting/parting-step.ts';
import type { Playbook } from '../parting/playbook.ts';
import type { PlanItem } from '../plan/plan-item.ts';
import type { PlanAnswers, PlanTexts } from '../plan/plan-questions.ts';
import type { HealthWeek } from '../pulse.ts';
import type { ReviewMode, ReviewState } from '../review.ts';
import type { Said } from '../statement.ts';
import type { Verdict } from '../verdict.ts';

/** One version of a review's verdict, with the figures that it rests on. */
export type RecordedVerdict = {
  readonly version: number;
  readonly at: Date;
  readonly verdict: Verdict;
  readonly figures: Figures;
};

export type RecordedDecision = {
  readonly verdictVersion: number;
  readonly choice: Choice;
  readonly rationale: string | null;
  readonly hardStop: HardStopFinding | null;
  readonly decidedBy: string;
  readonly decidedAt: Date;
};

/** What was said of a decision later. */
export type RecordedOutcome = {
  readonly verdictVersion: number;
  readonly day: OutcomeDay;
  readonly answer: OutcomeAnswer;
  readonly why: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
};

/** The guided questions behind a plan, as they were answered. */
export type RecordedPlan = {
  readonly answers: PlanAnswers;
  readonly words: PlanTexts;
  readonly madeById: string;
  readonly madeAt: Date;
};

/** A review with everything that came of it; lists oldest first. Of one that is open only the head is known. */
export type RecordedReview = {
  readonly id: string;
  readonly mode: ReviewMode;
  readonly state: ReviewState;
  readonly question: string | null;
  readonly facilitatorId: string;
  readonly startedAt: Date;
  readonly closedAt: Date | null;
  readonly said: readonly Said[];
  readonly verdicts: readonly RecordedVerdict[];
  readonly decisions: readonly RecordedDecision[];
  readonly outcomes: readonly RecordedOutcome[];
  readonly plan: RecordedPlan | null;
  readonly items: readonly PlanItem[];
  readonly meetings: readonly ClientMeeting[];
};

/** The notice as somebody left it, one for each channel; the app sends none. */
export type RecordedNotice = {
  readonly channel: Channel;
  readonly language: Language;
  readonly text: string;
  readonly savedById: string;
  readonly savedAt: Date;
};

export type RecordedParting = {
  readonly playbook: Playbook;
  readonly steps: readonly PartingStep[];
  readonly notices: readonly RecordedNotice[];
};

/** Everything that is kept of one client. */
export type ClientRecord = {
  readonly client: ClientProfile & { readonly revenueShare: number | null };
  /** Of the client's money where it has none of its own. */
  readonly usualCurrency: string;
  /** The workspace's, in which days are written. */
  readonly timeZone: string;
  readonly exportedAt: Date;
  readonly intake: Intake | null;
  /** Newest first, cancelled ones and rehearsals left out. */
  readonly reviews: readonly RecordedReview[];
  /** Newest first. */
  readonly partings: readonly RecordedParting[];
  /** What happened last comes first; corrected entries too. */
  readonly evidence: readonly EvidenceEntry[];
  /** Oldest first. */
  readonly weeks: readonly HealthWeek[];
};
