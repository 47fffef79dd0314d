import { dayOf } from '../src/domain/calendar.ts';
import type { Deps } from '../src/usecases/deps.ts';

/** Where the sample agency is. */
export const ZONE = 'Europe/Berlin';

const DAY_MS = 24 * 3_600_000;

/** The use cases as they were so many days ago. */
export function daysAgo(deps: Deps, days: number): Deps {
  const now = new Date(deps.clock().getTime() - days * DAY_MS);
  return { ...deps, clock: () => now };
}

/** The day of the agency, YYYY-MM-DD. */
export function todayOf({ clock }: Pick<Deps, 'clock'>): string {
  return dayOf(clock(), ZONE);
}
