const DAY_MS = 24 * 60 * 60 * 1000;

/** A Monday: the first day of week 0. */
const FIRST_MONDAY = Date.UTC(1970, 0, 5);

/**
 * The number of the week (Monday to Sunday) in which a calendar day lies, counted one by one from the week of 5 January 1970, so that
 * the week before is always one less, also over a new year. `date` is YYYY-MM-DD; throws for anything else.
 */
export function weekOf(date: string): number {
  const at = Date.parse(`${date}T00:00:00.000Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date)
    throw new Error(`not a day of the calendar: ${date} (expected YYYY-MM-DD)`);
  return Math.floor((at - FIRST_MONDAY) / (7 * DAY_MS));
}

/** The Monday of a week, as YYYY-MM-DD. */
export function mondayOf(week: number): string {
  return new Date(FIRST_MONDAY + week * 7 * DAY_MS).toISOString().slice(0, 10);
}

/** The number that people give a week in their calendars (ISO 8601), 1 to 53: the week belongs to the year of its Thursday. */
export function isoWeekNumber(week: number): number {
  const thursday = new Date(FIRST_MONDAY + (week * 7 + 3) * DAY_MS);
  const firstOfYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.floor((thursday.getTime() - firstOfYear) / (7 * DAY_MS)) + 1;
}
