import type { Calendar } from './calendar.ts';
import { dateAfterWorkingDays, endOfWorkingDay } from './schedule.ts';

/** What somebody who is reminded can choose. */
export const SNOOZES = ['two_hours', 'tomorrow'] as const;
export type Snooze = (typeof SNOOZES)[number];

const TWO_HOURS_MS = 2 * 60 * 60_000;
const MORNING_HOUR = 9;

export type SnoozePlan =
  | { readonly ok: true; readonly until: Date }
  | { readonly ok: false; readonly reason: 'step_ends_before'; readonly phaseEndsAt: Date };

/**
 * When a reminder comes again: two hours from `now`, or at 9:00 of the person's own zone on their next working day. Refused where
 * the step has ended by then.
 */
export function planSnooze(
  choice: Snooze,
  { phaseEndsAt, ...calendar }: Calendar & { readonly phaseEndsAt: Date },
  now: Date,
): SnoozePlan {
  const until = choice === 'two_hours' ? new Date(now.getTime() + TWO_HOURS_MS) : nextMorning(now, calendar);
  return until < phaseEndsAt ? { ok: true, until } : { ok: false, reason: 'step_ends_before', phaseEndsAt };
}

function nextMorning(now: Date, calendar: Calendar): Date {
  const { timeZone } = calendar;
  const at = endOfWorkingDay(dateAfterWorkingDays(now, 1, calendar), timeZone, MORNING_HOUR);
  if (at === null) throw new Error(`no morning follows ${now.toISOString()} in ${timeZone}`);
  return at;
}
