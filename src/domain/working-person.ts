import { type Calendar, dayOf } from './calendar.ts';
import { isWorkingHour } from './schedule.ts';

/** Somebody who can be written to: their zone and all their days off, everybody's included. */
export type WorkingPerson = Calendar & {
  readonly userId: string;
  /** Until and with this day of theirs they get no messages; null when not paused. */
  readonly pausedUntil: string | null;
};

/** Whether a message may reach this person now: a working hour of their own zone, no day off, no pause (product: quiet). */
export function mayBeWrittenTo(person: WorkingPerson, now: Date): boolean {
  const { pausedUntil, timeZone } = person;
  return isWorkingHour(now, person) && (pausedUntil === null || dayOf(now, timeZone) > pausedUntil);
}
