import type { SignalChoice } from './signals.ts';

/** The questions of the ritual, in the order it enforces (method 3). */
export const PHASES = ['complaints', 'positives', 'lessons', 'vote'] as const;

export type Phase = (typeof PHASES)[number];

/** What a person does for the client: the roles of an account team (method 1). */
export const ROLES = ['sales', 'account', 'delivery', 'support', 'finance', 'other'] as const;

export type Role = (typeof ROLES)[number];

/** 1 annoying, 2 harmful, 3 unbearable. */
export const SEVERITIES = [1, 2, 3] as const;

export type Severity = (typeof SEVERITIES)[number];

/** How often it happens, from rare to constant. */
export const FREQUENCIES = ['once', 'sometimes', 'constantly'] as const;

export type Frequency = (typeof FREQUENCIES)[number];

/** Whom at the client it concerns. */
export const CONCERNS = ['one_person', 'few_people', 'everyone'] as const;

export type Concerns = (typeof CONCERNS)[number];

/** What a person wants to happen with the client. */
export const VOTES = ['keep', 'part', 'unsure'] as const;

export type Vote = (typeof VOTES)[number];

/** Longest text of one field, in characters as Slack counts them (UTF-16 code units). */
export const MAX_ANSWER_LENGTH = 3000;

/** Most complaints in one person's answer. */
export const MAX_COMPLAINTS = 8;

/** Most signals on one complaint; at least one is required. */
export const MAX_SIGNALS = 3;

/** Hours in a week: the most that friction can cost one person. */
export const MAX_HOURS_PER_WEEK = 168;

export type Complaint = {
  readonly text: string;
  /** One to three; repeats mean nothing. */
  readonly signals: readonly SignalChoice[];
  readonly severity: Severity;
  readonly frequency: Frequency;
  /** Null when not said. */
  readonly concerns: Concerns | null;
};

/** Set where a private answer was taken back and only that its author took part is left, see taken-back.ts. */
type TakenBack = { readonly isTakenBack?: true };

/** No complaints is an answer: "nothing to complain about". */
export type ComplaintsAnswer = TakenBack & {
  readonly phase: 'complaints';
  readonly complaints: readonly Complaint[];
};

/** Null is an answer: "I cannot name one". */
export type PositivesAnswer = TakenBack & { readonly phase: 'positives'; readonly text: string | null };

/** How the person made the relationship better or worse, what they learned, where it helped; all null: nothing to add. */
export type LessonsAnswer = TakenBack & {
  readonly phase: 'lessons';
  readonly relationship: string | null;
  readonly learned: string | null;
  readonly elsewhere: string | null;
};

/** Hours a week lost to friction, 0..168; null when not said. */
export type VoteAnswer = { readonly phase: 'vote'; readonly vote: Vote; readonly hoursPerWeek: number | null };

/** What one person says in one phase: one answer set per person and phase. */
export type Answer = ComplaintsAnswer | PositivesAnswer | LessonsAnswer | VoteAnswer;
