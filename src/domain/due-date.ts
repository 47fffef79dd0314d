import { addDays } from './calendar.ts';
import { accepted, type Checked, refused } from './checked.ts';
import { parseDay } from './days-off.ts';

/** Nothing is planned further ahead: a wrong year is refused rather than kept. */
export const MAX_YEARS_AHEAD = 2;

export type DueDateRefusal = 'date_missing' | 'date_invalid' | 'date_past' | 'date_too_far';

/**
 * A due date as somebody chose or typed it (2026-12-04 or 04.12.2026), as YYYY-MM-DD. It is a day of the calendar, so 31 February is
 * none; today is not too late; two years from `today` are far enough. `today` is the day of the person who asks.
 */
export function checkDueDate(typed: string | null, today: string): Checked<string, DueDateRefusal> {
  if (typed === null || typed.trim() === '') return refused('date_missing');
  const day = parseDay(typed.trim());
  if (day === null) return refused('date_invalid');
  if (day < today) return refused('date_past');
  return day > addDays(today, MAX_YEARS_AHEAD * 366) ? refused('date_too_far') : accepted(day);
}
