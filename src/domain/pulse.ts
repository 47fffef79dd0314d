import type { Rating, WeekHealth } from './health.ts';
import type { AlertCondition } from './health-alert.ts';
import type { MemberRefusal } from './member.ts';
import type { PulseSchedule } from './pulse-schedule.ts';
import { REMIND_AT_SHARE } from './reminder.ts';
import type { SignalChoice } from './signals.ts';

/** Signals that one person can name about one client in a week; none is fine. */
export const MAX_PULSE_SIGNALS = 5;

/** With fewer respondents a comment is shown only to its author and counted (method 7). */
export const MIN_RESPONDENTS_FOR_COMMENTS = 3;

/** The weekly pulse of a workspace. */
export type PulseSettings = {
  readonly isOn: boolean;
  readonly schedule: PulseSchedule;
  /** Since when it has been on at these times; null until there was somebody to ask. */
  readonly since: Date | null;
  /** Where managers read the digest of each week; null: nowhere. */
  readonly digestChannelId: string | null;
};

/** Why somebody has no pulse in a week: the app was down, they were added after it, a day off, a pause of theirs, or who they are in Slack. */
export type PulseSkip = 'stale' | 'new' | 'day_off' | 'paused' | MemberRefusal;

/** The pulse of one week as one person was asked. */
export type PulseInvite = {
  readonly week: number;
  readonly userId: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly clientIds: readonly string[];
  /** The person said "not this week". */
  readonly declinedAt: Date | null;
  readonly remindedAt: Date | null;
  /** No answer is taken any more. */
  readonly closedAt: Date | null;
};

/** What one person says about one client in one week. */
export type PulseAnswer = {
  readonly clientId: string;
  readonly userId: string;
  readonly rating: Rating;
  readonly signals: readonly SignalChoice[];
  readonly comment: string | null;
};

/** A client's week as it is kept. */
export type HealthWeek = WeekHealth & {
  readonly clientId: string;
  readonly week: number;
  readonly trend: number | null;
  /** How many left a comment. */
  readonly comments: number;
  readonly closedAt: Date;
};

/** One alert of one client. */
export type AlertKey = { readonly clientId: string; readonly condition: AlertCondition; readonly week: number };

/** Whether answers are taken: the window is open, also a moment before the clock has closed it. */
export function isPulseOpen({ closesAt, closedAt }: Pick<PulseInvite, 'closesAt' | 'closedAt'>, now: Date): boolean {
  return closedAt === null && now < closesAt;
}

/** The moment from which somebody who has answered nothing may be reminded: four fifths of their window. */
export function pulseRemindFrom({ opensAt, closesAt }: Pick<PulseInvite, 'opensAt' | 'closesAt'>): Date {
  return new Date(opensAt.getTime() + (closesAt.getTime() - opensAt.getTime()) * REMIND_AT_SHARE);
}

/** Why somebody would not be asked at this moment; `off_hours` and `unknown` are asked on the regular day instead. */
export type NotNow = MemberRefusal | 'day_off' | 'paused' | 'asked_already' | 'off_hours' | 'unknown';
