import type { Absence } from './absence-reason.ts';
import type { Phase, Role } from './answer.ts';
import type { Language } from './language.ts';
import type { ChannelRefusal } from './post.ts';
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
  /** Why nothing is said in the channel and no time runs, and since when; null while the review goes on. */
  readonly pausedReason: ChannelRefusal | null;
  readonly pausedAt: Date | null;
  /** The facilitator asked for this step's reminders from this moment on; null: at their usual time. */
  readonly remindFromAt: Date | null;
  readonly cancelledById: string | null;
  /** One person tries the ritual out, with sample voices: in no list, no figure, no history. */
  readonly isRehearsal: boolean;
  readonly startedAt: Date;
  readonly closedAt: Date | null;
};

export { ABSENCES, type Absence } from './absence-reason.ts';

/** Somebody who is to be invited. */
export type Invitee = { readonly userId: string; readonly role: Role };

/** Somebody who was invited; `absence` is null while the review waits for them. */
export type Participant = Invitee & { readonly absence: Absence | null };

/** An answer under its key: the user id in an open review, a key per phase in a private one. */
export type KeyedAnswer<A> = {
  readonly phase: Phase;
  readonly personKey: string;
  readonly answer: A;
  readonly isLate: boolean;
};
