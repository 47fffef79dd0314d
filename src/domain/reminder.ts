import type { Calendar } from './calendar.ts';
import { isWorkingHour } from './schedule.ts';

/** A reminder goes out when this share of a step's time has passed (product: direct messages). */
export const REMIND_AT_SHARE = 0.8;

export type ReminderFacts = {
  readonly phaseStartedAt: Date;
  readonly phaseEndsAt: Date;
  /** The facilitator asked for reminders from this moment on; null when nobody did. */
  readonly remindFromAt?: Date | null;
  /** Those who have not answered the current question, each with their own zone and days off, everybody's included. */
  readonly waiting: readonly (Calendar & { readonly userId: string })[];
  /** Those who had the reminder of this question already. */
  readonly reminded: readonly string[];
};

/**
 * Who is reminded now: nobody before four fifths of the step have passed, or before the facilitator asked for it, or once the step
 * has ended, nobody twice for one question, and nobody outside their own working hours or on a day off. Who is asleep at that moment
 * is asked again by a later tick.
 */
export function planReminders(facts: ReminderFacts, now: Date): string[] {
  const { phaseStartedAt, phaseEndsAt, remindFromAt = null, waiting, reminded } = facts;
  const isAskedFor = remindFromAt !== null && now >= remindFromAt;
  if (now >= phaseEndsAt || (!isAskedFor && now < remindFrom(phaseStartedAt, phaseEndsAt))) return [];
  const isDue = ({ userId, ...calendar }: ReminderFacts['waiting'][number]) =>
    !reminded.includes(userId) && isWorkingHour(now, calendar);
  return waiting.filter(isDue).map(({ userId }) => userId);
}

/** The moment from which people may be reminded. */
export function remindFrom(phaseStartedAt: Date, phaseEndsAt: Date): Date {
  const windowMs = phaseEndsAt.getTime() - phaseStartedAt.getTime();
  return new Date(phaseStartedAt.getTime() + windowMs * REMIND_AT_SHARE);
}
