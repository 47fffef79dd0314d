import { addDays, type DayRange, isWorkingDay } from './calendar.ts';

/** Nobody plans around more days off in a row than this. */
const MAX_DAYS = 366;

/**
 * The day `count` working days before `day` (YYYY-MM-DD), which need not be a working day itself; `day` for a count of 0. Where
 * there are not enough working days within a year, the day a year before.
 */
export function workingDaysBefore(day: string, count: number, daysOff: readonly DayRange[]): string {
  let at = day;
  for (let left = count, steps = 0; left > 0 && steps < MAX_DAYS; steps += 1) {
    at = addDays(at, -1);
    if (isWorkingDay(at, daysOff)) left -= 1;
  }
  return at;
}

/** The day `count` working days after `day`; the same rules the other way round. */
export function workingDaysAfter(day: string, count: number, daysOff: readonly DayRange[]): string {
  let at = day;
  for (let left = count, steps = 0; left > 0 && steps < MAX_DAYS; steps += 1) {
    at = addDays(at, 1);
    if (isWorkingDay(at, daysOff)) left -= 1;
  }
  return at;
}

/** The working days from `from` to `to`, both included, in order; none when `to` is before `from`. */
export function workingDaysBetween(from: string, to: string, daysOff: readonly DayRange[]): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day, daysOff)) days.push(day);
  return days;
}
