import type { Answer, Phase, Role } from './answer.ts';
import type { ShownDecision } from './card.ts';
import type { HiddenReasons, Said, WordPhase } from './statement.ts';
import type { SummaryModel } from './summary.ts';

/** Why nothing about a client is said in a channel (product: never in front of the client). */
export const CHANNEL_REFUSALS = [
  'external',
  'pending_external',
  'guests',
  'outsiders',
  'unknown',
  'not_member',
  'archived',
  'direct_message',
] as const;
export type ChannelRefusal = (typeof CHANNEL_REFUSALS)[number];

/** What one message of the outbox says. `card` and `prompt` are read afresh at delivery; the others carry what they say. */
export type PostMessage =
  | { readonly kind: 'card' }
  | { readonly kind: 'prompt'; readonly phase: Phase }
  | { readonly kind: 'invitation'; readonly userId: string }
  | {
      readonly kind: 'reminder';
      readonly userId: string;
      readonly phase: Phase;
      /** The person put it off until then. */
      readonly snoozedUntil?: string;
      /** The one they asked for when they put off the first. */
      readonly isAgain?: true;
    }
  | {
      readonly kind: 'answer';
      readonly userId: string;
      readonly role: Role;
      readonly answer: Answer;
      readonly isLate: boolean;
      readonly hidden?: HiddenReasons;
    }
  | { readonly kind: 'withdrawn'; readonly userId: string; readonly phase: Phase }
  /** Private: the words of one question, in shuffled order; none when too few answered. */
  | {
      readonly kind: 'reveal';
      readonly phase: WordPhase;
      readonly answered: number;
      readonly said: readonly Said[];
      readonly hidden?: HiddenReasons;
    }
  /** Private: late words, shown together with the summary. */
  | { readonly kind: 'late_reveal'; readonly said: readonly Said[]; readonly withheld: number }
  | {
      readonly kind: 'short_of_voices';
      readonly have: number;
      readonly need: number;
      readonly invited: number;
      readonly until: string;
    }
  /** An earlier step is open again; `wasComplete` when everybody had answered it by then. */
  | { readonly kind: 'reopened'; readonly phase: Phase; readonly wasComplete: boolean }
  | {
      readonly kind: 'taken_over';
      readonly clientName: string;
      readonly channelId: string;
      readonly byId: string;
    }
  | { readonly kind: 'cancelled'; readonly byId: string }
  | { readonly kind: 'summary'; readonly summary: SummaryModel }
  | {
      readonly kind: 'decision';
      readonly clientName: string;
      readonly decision: Omit<ShownDecision, 'decidedAt'> & { readonly decidedAt: string };
    }
  | {
      readonly kind: 'channel_refused';
      readonly clientName: string;
      readonly channelId: string;
      readonly reason: ChannelRefusal;
    }
  /** To the facilitator: the review stands still and why; once it is over, that it goes on, here or in another channel. */
  | {
      readonly kind: 'paused';
      readonly clientName: string;
      readonly channelId: string;
      readonly reason: ChannelRefusal;
      readonly ended: 'resumed' | { readonly movedTo: string } | null;
    }
  /** The line that says, in its new channel, where a review was before. */
  | { readonly kind: 'moved'; readonly fromChannelId: string }
  /** The weekly pulse of one person, read afresh at delivery, and its one reminder. */
  | { readonly kind: 'pulse' | 'pulse_reminder'; readonly week: number; readonly userId: string }
  /** To a manager of the client: all alerts of one week, read afresh at delivery. */
  | {
      readonly kind: 'health_alert';
      readonly clientId: string;
      readonly week: number;
      readonly userId: string;
      /** This manager said "not now". */
      readonly isDismissed?: true;
    }
  /** The checklist of a parting, read afresh at delivery. */
  | { readonly kind: 'parting' }
  /** All steps are closed. */
  | { readonly kind: 'parted'; readonly clientName: string }
  /** To each of the team, once we have parted: what is there to remember. */
  | { readonly kind: 'last_lesson'; readonly clientName: string; readonly userId: string }
  /** Says nothing any more: what stands in Slack is deleted there, of a review that moved, was cancelled or was a rehearsal. */
  | { readonly kind: 'retracted' };

/** What is said of pulses and health, which belong to no review. */
export type PulseMessage = Extract<PostMessage, { kind: 'pulse' | 'pulse_reminder' | 'health_alert' }>;

/** What is said of a parting, in the thread of its review or to one person. */
export type PartingMessage = Extract<PostMessage, { kind: 'parting' | 'parted' | 'last_lesson' }>;

/** What is said of a review. */
export type ReviewMessage = Exclude<PostMessage, PulseMessage | PartingMessage>;

/** The names of posts: one message for one purpose, however often it is asked for. */
export const purposeOf = {
  card: (reviewId: string) => `card:${reviewId}`,
  prompt: (reviewId: string, phase: Phase) => `prompt:${reviewId}:${phase}`,
  invitation: (reviewId: string, userId: string) => `invitation:${reviewId}:${userId}`,
  reminder: (reviewId: string, phase: Phase, userId: string) => `reminder:${reviewId}:${phase}:${userId}`,
  answer: (reviewId: string, phase: Phase, userId: string) => `answer:${reviewId}:${phase}:${userId}`,
  reveal: (reviewId: string, phase: WordPhase) => `reveal:${reviewId}:${phase}`,
  /** The words of a question that had too few answers when it closed for the first time. */
  revealAgain: (reviewId: string, phase: WordPhase) => `reveal:${reviewId}:${phase}:again`,
  /** `version`: the review's before it went back. */
  reopened: (reviewId: string, version: number) => `reopened:${reviewId}:${version}`,
  snoozed: (reviewId: string, phase: Phase, { userId, until }: { userId: string; until: Date }) =>
    `snoozed:${reviewId}:${phase}:${userId}:${until.getTime()}`,
  takenOver: (reviewId: string, at: Date) => `taken_over:${reviewId}:${at.getTime()}`,
  cancelled: (reviewId: string) => `cancelled:${reviewId}`,
  lateReveal: (reviewId: string) => `late:${reviewId}`,
  shortOfVoices: (reviewId: string, version: number) => `short:${reviewId}:${version}`,
  summary: (reviewId: string, version: number) => `summary:${reviewId}:${version}`,
  decision: (reviewId: string, version: number) => `decision:${reviewId}:${version}`,
  channelRefused: (reviewId: string, reason: ChannelRefusal) => `refused:${reviewId}:${reason}`,
  /** Each pause has its own, so that a second one is told as well. */
  paused: (reviewId: string, pausedAt: Date) => `paused:${reviewId}:${pausedAt.getTime()}`,
  moved: (reviewId: string, movedAt: Date) => `moved:${reviewId}:${movedAt.getTime()}`,
  pulse: (week: number, userId: string) => `pulse:${week}:${userId}`,
  pulseReminder: (week: number, userId: string) => `pulse-reminder:${week}:${userId}`,
  /** One for all alerts of a client's week; each manager has their own. */
  alert: ({ clientId, week }: { clientId: string; week: number }, userId: string) =>
    `alert:${clientId}:${week}:${userId}`,
  parting: (reviewId: string) => `parting:${reviewId}`,
  parted: (reviewId: string, at: Date) => `parted:${reviewId}:${at.getTime()}`,
  lastLesson: (reviewId: string, userId: string) => `last-lesson:${reviewId}:${userId}`,
  /** What stood in a channel that the review has left, under the purpose it had there. */
  old: (movedAt: Date, purpose: string) => `old:${movedAt.getTime()}:${purpose}`,
} as const;

/** Whether a message belongs to no review. */
export function isPulseMessage(message: PostMessage): message is PulseMessage {
  return message.kind === 'pulse' || message.kind === 'pulse_reminder' || message.kind === 'health_alert';
}

/** Whether a message is about a parting. */
export function isPartingMessage(message: PostMessage): message is PartingMessage {
  return message.kind === 'parting' || message.kind === 'parted' || message.kind === 'last_lesson';
}

/** Whether a post only takes back what it said. */
export function isRetracted({ message }: { readonly message: PostMessage | null }): boolean {
  return message?.kind === 'retracted';
}

/** The purpose a message was posted under: of one that is taken back, the one it had in the channel that was left. */
export function purposeWhenPosted(purpose: string): string {
  return purpose.replace(/^old:\d+:/, '');
}

/** The review whose summary a purpose names; null for any other post. */
export function reviewOfSummary(purpose: string): string | null {
  const [kind, reviewId] = purpose.split(':');
  return kind === 'summary' && reviewId ? reviewId : null;
}
