import { isWorkingHour } from './schedule.ts';

/** A reminder goes out when this share of a step's time has passed (product: direct messages). */
export const REMIND_AT_SHARE = 0.8;

export type ReminderFacts = {
  readonly phaseStartedAt: Date;
  readonly phaseEndsAt: Date;
  /** The facilitator asked for reminders from this moment on; null when nobody did. */
  readonly remindFromAt?: Date | null;
  /** Those who have not answered the current question, with their own IANA zones. */
  readonly waiting: readonly { readonly userId: string; readonly timeZone: string }[];
  /** Those who had the reminder of this question already. */
  readonly reminded: readonly string[];
};

/**
 * Who is reminded now: nobody before four fifths of the step have passed, or before the facilitator asked for it, or once the step
 * has ended, nobody twice for one question, and nobody outside the working hours of their own zone. Who is asleep at that moment is asked again by a later tick.
 */
export function planReminders(facts: ReminderFacts, now: Date): string[] {
  const { phaseStartedAt, phaseEndsAt, remindFromAt = null, waiting, reminded } = facts;
  const isAskedFor = remindFromAt !== null && now >= remindFromAt;
  if (now >= phaseEndsAt || (!isAskedFor && now < remindFrom(phaseStartedAt, phaseEndsAt))) return [];
  const isDue = ({ userId, timeZone }: { userId: string; timeZone: string }) =>
    !reminded.includes(userId) && isWorkingHour(now, timeZone);
  return waiting.filter(isDue).map(({ userId }) => userId);
}

/** The moment from which people may be reminded. */
export function remindFrom(phaseStartedAt: Date, phaseEndsAt: Date): Date {
  const windowMs = phaseEndsAt.getTime() - phaseStartedAt.getTime();
  return new Date(phaseStartedAt.getTime() + windowMs * REMIND_AT_SHARE);
}
