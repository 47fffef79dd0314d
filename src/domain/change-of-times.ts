import { LIVE_PHASE_MINUTES } from './schedule.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A step cannot be made shorter than a live one, so that nobody is cut off while they write. */
export const LEAST_MINUTES_AHEAD = LIVE_PHASE_MINUTES;
export const MOST_DAYS_AHEAD = 60;

export type ChangeOfTimes = {
  readonly phaseEndsAt: Date;
  /** The end of the day by which the whole review should be done; null for none. */
  readonly deadline: Date | null;
};

export type TimesRefusal = 'step_too_soon' | 'step_too_late' | 'deadline_too_late' | 'deadline_before_step';

/**
 * Whether the facilitator's new times can be: the step ends at least ten minutes and at most sixty days ahead, and the review no
 * earlier than the step. What stays as it was is not refused. Null when both can be.
 */
export function refuseTimes(wanted: ChangeOfTimes, current: Partial<ChangeOfTimes>, now: Date): TimesRefusal | null {
  const { phaseEndsAt, deadline } = wanted;
  const latest = now.getTime() + MOST_DAYS_AHEAD * DAY_MS;
  const isSameEnd = isSame(phaseEndsAt, current.phaseEndsAt);
  if (!isSameEnd) {
    if (phaseEndsAt.getTime() < now.getTime() + LEAST_MINUTES_AHEAD * MINUTE_MS) return 'step_too_soon';
    if (phaseEndsAt.getTime() > latest) return 'step_too_late';
  }
  const isSameDeadline = deadline === null || isSame(deadline, current.deadline);
  if (deadline === null || (isSameEnd && isSameDeadline)) return null;
  if (!isSameDeadline && deadline.getTime() > latest) return 'deadline_too_late';
  return deadline < phaseEndsAt ? 'deadline_before_step' : null;
}

/** Slack's picker knows minutes. */
function isSame(one: Date, other: Date | null | undefined): boolean {
  return other instanceof Date && Math.floor(one.getTime() / MINUTE_MS) === Math.floor(other.getTime() / MINUTE_MS);
}
