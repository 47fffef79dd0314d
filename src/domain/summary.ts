import type { Role } from './answer.ts';
import type { Figures } from './figures.ts';
import type { ReviewMode } from './review.ts';
import type { Said, WordPhase } from './statement.ts';
import type { Verdict } from './verdict.ts';

/** Everything the summary says (method 5). Words of a private review carry no author and stand in no telling order. */
export type SummaryModel = {
  readonly reviewId: string;
  readonly clientName: string;
  readonly mode: ReviewMode;
  readonly verdict: Verdict;
  readonly figures: Figures;
  /** What may be shown, by question; the words that were withheld are only counted. */
  readonly said: Readonly<Record<WordPhase, readonly Said[]>>;
  readonly withheld: Readonly<Record<WordPhase, number>>;
  /** Things said that the facilitator has hidden; none in summaries that were made before this was possible. */
  readonly hidden?: number;
  readonly hiddenCost: {
    readonly hoursPerWeek: number;
    readonly money: number | null;
    readonly revenueShare: number | null;
  };
  readonly currency: string;
  /** Roles of the team without a voice. */
  readonly notHeard: readonly Role[];
  /** Slack ids of those who took part; null in a private review, which says only how many. */
  readonly tookPart: readonly string[] | null;
  /** In an open review who voted what; null in a private one. */
  readonly voters: Readonly<Record<'keep' | 'part' | 'unsure', readonly string[]>> | null;
};
