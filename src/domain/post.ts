import type { Answer, Phase, Role } from './answer.ts';
import type { AssignmentMessageKind } from './assignments/assignment-messages.ts';
import type { ShownDecision } from './card.ts';
import type { Choice } from './decision.ts';
import type { Figures } from './figures.ts';
import type { OutcomeAnswer, OutcomeDay } from './outcome/outcome-check.ts';
import type { HiddenReasons, Said, WordPhase } from './statement.ts';
import type { SummaryModel } from './summary.ts';
import type { Verdict } from './verdict.ts';
import type { WillingToMend } from './verdict-context.ts';

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
  /** To a manager, 30 and 90 days after a decision: was it right? `answer`: once they have said; `isOwn`: they decided. */
  | {
      readonly kind: 'outcome';
      readonly verdictVersion: number;
      readonly day: OutcomeDay;
      /** YYYY-MM-DD */
      readonly decidedOn: string;
      /** How many days after the decision it was asked: later than on `day` where days off came between. */
      readonly daysAgo?: number;
      readonly choice: Choice;
      readonly isOwn: boolean;
      readonly answer: OutcomeAnswer | null;
    }
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
  /** Of one week to the managers' channel, read afresh at delivery. `picture`: its chart, once it is with Slack; see digest-renderer.ts. */
  | { readonly kind: 'digest'; readonly week: number; readonly picture?: StoredPicture }
  /** To a manager: a digest stays unsaid because of who reads its channel. */
  | {
      readonly kind: 'digest_refused';
      readonly week: number;
      readonly channelId: string;
      readonly reason: ChannelRefusal;
    }
  /** The plan card in the thread, read afresh at delivery. */
  | { readonly kind: 'plan' }
  /** About one item of a plan, to its owner or a manager, read afresh at delivery. */
  | {
      readonly kind: 'plan_item';
      readonly about: AssignmentMessageKind;
      readonly itemId: string;
      readonly userId: string;
    }
  /** About steps of one parting, to their owner or a manager, read afresh at delivery. */
  | {
      readonly kind: 'parting_steps';
      readonly about: AssignmentMessageKind;
      /** As they were when the message was owed. */
      readonly steps: readonly { readonly id: string; readonly giving: number; readonly dueOn: string }[];
      readonly userId: string;
    }
  /** To a manager, once a week: what is overdue, of plans and of partings. */
  | {
      readonly kind: 'plan_overdue';
      readonly itemIds: readonly string[];
      readonly stepIds?: readonly string[];
      readonly userId: string;
    }
  /** In the review's thread: when and where the client is met. Read afresh at delivery. */
  | { readonly kind: 'meeting_note'; readonly meetingId: string }
  /** To each of us who comes: the meeting with its prep sheet, read afresh at delivery; and the reminder of it. */
  | { readonly kind: 'meeting' | 'meeting_reminder'; readonly meetingId: string; readonly userId: string }
  /** A further version of the verdict: what changed and why. `willing`: what the client said, where a meeting is the cause. */
  | {
      readonly kind: 'verdict_again';
      readonly clientName: string;
      readonly version: number;
      readonly willing: WillingToMend | null;
      readonly before: Verdict;
      readonly verdict: Verdict;
      readonly figures: Figures;
    }
  /** To one of the team: are we ready for the consequences? Read afresh at delivery. */
  | { readonly kind: 'readiness'; readonly userId: string }
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

/** A file that Slack has of us and that nobody sees but in a message; `at`: when it was sent, an ISO instant. */
export type StoredPicture = { readonly fileId: string; readonly at: string };

/** What is said of the weekly digest. */
export type DigestMessage = Extract<PostMessage, { kind: 'digest' | 'digest_refused' }>;

/** How the purposes of digests begin. */
export const DIGEST_PURPOSE = 'digest:';
/** What is said to people about the items of plans, which outlive their reviews. */
export type PlanMessage = Extract<PostMessage, { kind: 'plan_item' | 'plan_overdue' }>;

/** What is said of a meeting with a client and of our readiness to part. */
export type MeetingMessage = Extract<
  PostMessage,
  { kind: 'meeting_note' | 'meeting' | 'meeting_reminder' | 'readiness' }
>;

/** What is said of a parting, in the thread of its review or to one person. */
export type PartingMessage = Extract<PostMessage, { kind: 'parting' | 'parted' | 'last_lesson' | 'parting_steps' }>;

/** What is said of a review. */
export type ReviewMessage = Exclude<
  PostMessage,
  PulseMessage | DigestMessage | PlanMessage | MeetingMessage | PartingMessage
>;

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
  digest: (week: number) => `${DIGEST_PURPOSE}${week}`,
  digestRefused: (week: number, reason: ChannelRefusal, userId: string) => `digest-refused:${week}:${reason}:${userId}`,
  plan: (reviewId: string) => `plan:${reviewId}`,
  meetingNote: (meetingId: string) => `meeting:${meetingId}`,
  /** A meeting that is moved to another time is told anew. */
  meeting: ({ id, startsAt }: { readonly id: string; readonly startsAt: Date }, userId: string) =>
    `meeting:${id}:${startsAt.getTime()}:${userId}`,
  /** Versions from the second on; the first stands in the summary. */
  verdictAgain: (reviewId: string, version: number) => `verdict:${reviewId}:${version}`,
  readiness: (reviewId: string, userId: string) => `readiness:${reviewId}:${userId}`,
  outcome: ({ reviewId, verdictVersion }: { reviewId: string; verdictVersion: number }, day: OutcomeDay) =>
    `outcome:${reviewId}:${verdictVersion}:${day}`,
  /** Put to somebody else, because the one who was asked before has left. */
  outcomeAgain: (
    { reviewId, verdictVersion }: { reviewId: string; verdictVersion: number },
    day: OutcomeDay,
    userId: string,
  ) => `outcome:${reviewId}:${verdictVersion}:${day}:${userId}`,
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

/** Whether a message is about the weekly digest. */
export function isDigestMessage(message: PostMessage): message is DigestMessage {
  return message.kind === 'digest' || message.kind === 'digest_refused';
}

/** Whether a message is about items of plans. */
export function isPlanMessage(message: PostMessage): message is PlanMessage {
  return message.kind === 'plan_item' || message.kind === 'plan_overdue';
}

/** Whether a message is about a meeting with a client or about readiness. */
export function isMeetingMessage(message: PostMessage): message is MeetingMessage {
  return ['meeting_note', 'meeting', 'meeting_reminder', 'readiness'].includes(message.kind);
}

/** Whether a message is about a parting. */
export function isPartingMessage(message: PostMessage): message is PartingMessage {
  return ['parting', 'parted', 'last_lesson', 'parting_steps'].includes(message.kind);
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
