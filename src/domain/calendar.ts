import { wallClock } from './wall-clock.ts';

/** Days of the calendar, YYYY-MM-DD, both included; one day has the same `from` and `to`. */
export type DayRange = { readonly from: string; readonly to: string };

/** Which days count as working days: of a person in their own zone, or of the workspace in its own. */
export type Calendar = {
  /** IANA zone. */
  readonly timeZone: string;
  readonly daysOff: readonly DayRange[];
};

const DAY_MS = 24 * 60 * 60_000;

/** The day, YYYY-MM-DD, on which this instant falls in `timeZone`. */
export function dayOf(instant: Date, timeZone: string): string {
  return wallClock(instant, timeZone).toISOString().slice(0, 10);
}

/** The day that is `days` after `day`, or before it when negative. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whether a day is one of those named. */
export function isInDays(day: string, ranges: readonly DayRange[]): boolean {
  return ranges.some(({ from, to }) => from <= day && day <= to);
}

/** Saturday or Sunday. */
export function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

/** A day that is neither Saturday nor Sunday nor a day off (product: quiet). */
export function isWorkingDay(day: string, daysOff: readonly DayRange[]): boolean {
  return !isWeekend(day) && !isInDays(day, daysOff);
}

/** Whether the instant falls on a day off of this calendar, a weekend or not. */
export function isDayOff(instant: Date, { timeZone, daysOff }: Calendar): boolean {
  return isInDays(dayOf(instant, timeZone), daysOff);
}

export type AwayFacts = {
  readonly from: Date;
  /** Not before `from`, or the day of `from` alone counts. */
  readonly to: Date;
  readonly calendar: Calendar;
  /** Days off of everybody: nobody works on them, and they alone make nobody absent. */
  readonly holidays?: readonly DayRange[];
};

/**
 * Whether somebody has no working day from the day of `from` to the day of `to`, both included in their zone, and at least one of
 * these days is their own day off, not only a weekend or a holiday. A Saturday without plans makes nobody absent.
 */
export function isAwayThroughout({ from, to, calendar, holidays = [] }: AwayFacts): boolean {
  const last = dayOf(to < from ? from : to, calendar.timeZone);
  let hasOwnDayOff = false;
  for (let day = dayOf(from, calendar.timeZone); day <= last; day = addDays(day, 1)) {
    if (isInDays(day, calendar.daysOff)) hasOwnDayOff ||= isWorkingDay(day, holidays);
    else if (isWorkingDay(day, holidays)) return false;
  }
  return hasOwnDayOff;
}
