import type { Phase } from '../domain/answer.ts';
import type { DayRange } from '../domain/calendar.ts';
import type { ClientStatus } from '../domain/client.ts';
import type { HealthBand, Rating } from '../domain/health.ts';
import type { ScoredWeek } from '../domain/health-trend.ts';
import type { Language } from '../domain/language.ts';
import type { PartingStep } from '../domain/parting/parting-step.ts';
import type { ReviewMode, ReviewState } from '../domain/review.ts';
import type { WorkspaceSettings } from '../domain/workspace.ts';

/** An open review, as far as a Home says it. */
export type HomeReview = {
  readonly id: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly channelId: string;
  readonly facilitatorId: string;
  readonly mode: ReviewMode;
  readonly state: ReviewState;
  readonly phaseEndsAt: Date | null;
  readonly isPaused: boolean;
};

/** An open review that somebody was invited to, with what tells whether they have answered. */
export type HomeInvitation = Pick<HomeReview, 'id' | 'clientName' | 'mode' | 'state' | 'phaseEndsAt' | 'isPaused'> & {
  /** The sealed secret of a private review; null for an open one, and when it has just closed. */
  readonly sealed: Uint8Array | null;
  /** Under which keys it was answered: "phase key". Of an open review the person's own alone. */
  readonly answered: readonly string[];
};

export type HomePulse = {
  readonly week: number;
  readonly closesAt: Date;
  readonly isDeclined: boolean;
  readonly clientIds: readonly string[];
  /** What the person gave so far, by client. */
  readonly ratings: Readonly<Record<string, Rating>>;
};

/** An open item of a plan, as far as a Home says it. */
export type HomeItem = {
  readonly id: string;
  readonly clientName: string;
  readonly text: string;
  readonly ownerId: string;
  /** YYYY-MM-DD */
  readonly dueOn: string;
};

/** An open step of a parting that goes on, as far as a Home says it. */
export type HomeStep = Pick<PartingStep, 'id' | 'stepId' | 'title' | 'dueOn'> & {
  readonly reviewId: string;
  readonly clientName: string;
};

export type HomeClient = {
  readonly id: string;
  readonly name: string;
  readonly status: ClientStatus;
  readonly weeks: readonly ScoredWeek[];
  readonly lastReviewedAt: Date | null;
  /** Its open review; null where there is none. */
  readonly open: Pick<HomeReview, 'state' | 'isPaused'> | null;
};

/** How many clients there are, and how many of them stand how. `falling`: lower than the week before, whatever the colour. */
export type ClientCounts = Readonly<Record<'total' | HealthBand | 'none' | 'falling', number>>;

/** How many of a list are read, the most pressing first; how many there are is read always. */
export type HomeRoom = { readonly clients: number; readonly reviews: number };

/** Everything that one person's Home may say. What only managers see is empty for whom the settings do not make one. */
export type HomeFacts = {
  readonly settings: WorkspaceSettings;
  readonly own: {
    readonly language: Language | null;
    readonly pausedUntil: string | null;
    readonly daysOff: readonly DayRange[];
  };
  readonly invitations: readonly HomeInvitation[];
  /** Open reviews that this person facilitates and that need them. */
  readonly facilitated: readonly Pick<HomeReview, 'id' | 'clientName' | 'state' | 'isPaused'>[];
  /** Pulses of theirs that are not closed. */
  readonly pulses: readonly HomePulse[];
  /** The clients of whose account team they are. */
  readonly ownClients: readonly { readonly id: string; readonly name: string }[];
  /** Open items of plans: those of this person, for managers all; first due first. */
  readonly items: readonly HomeItem[];
  /** Open steps of partings that are this person's, first due first. */
  readonly steps: readonly HomeStep[];
  /** As many as there is room for, the neediest first. */
  readonly clients: readonly HomeClient[];
  readonly clientCounts: ClientCounts;
  readonly openReviewCount: number;
  /** As many as there is room for, oldest first. */
  readonly openReviews: readonly (HomeReview & {
    readonly invited: number;
    readonly answered: Readonly<Partial<Record<Phase, number>>>;
  })[];
  readonly undecided: readonly (Pick<HomeReview, 'id' | 'clientId' | 'clientName'> & {
    readonly closedAt: Date | null;
  })[];
};
