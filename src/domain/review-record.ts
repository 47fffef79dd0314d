import type { Phase, Role } from './answer.ts';
import type { Language } from './language.ts';
import type { Preset, ReviewMode, ReviewState } from './review.ts';
import type { WordPhase } from './statement.ts';

/** A review as it is stored. */
export type Review = {
  readonly id: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly channelId: string;
  readonly facilitatorId: string;
  readonly mode: ReviewMode;
  readonly preset: Preset;
  /** The language of its posts in the channel. */
  readonly language: Language;
  readonly question: string | null;
  readonly state: ReviewState;
  /** Raised by every transition. */
  readonly version: number;
  readonly deadline: Date | null;
  readonly phaseStartedAt: Date | null;
  readonly phaseEndsAt: Date | null;
  /** Private: the questions whose words were shown when they closed. */
  readonly revealed: readonly WordPhase[];
  readonly startedAt: Date;
  readonly closedAt: Date | null;
};

export type Participant = { readonly userId: string; readonly role: Role };

/** An answer under its key: the user id in an open review, a key per phase in a private one. */
export type KeyedAnswer<A> = {
  readonly phase: Phase;
  readonly personKey: string;
  readonly answer: A;
  readonly isLate: boolean;
};
