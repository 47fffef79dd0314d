import { addDays, type DayRange } from './calendar.ts';

/** Longer than any pause; a wrong year is refused rather than kept. */
export const MAX_PAUSE_DAYS = 366;

export type OwnPausePlan =
  | { readonly ok: true; readonly pausedUntil: string | null }
  | { readonly ok: false; readonly reason: 'pause_past' | 'pause_too_long' };

/**
 * What becomes of a pause that somebody asks for on the day `today` of their zone (product: a person can pause). It lasts to the
 * end of `until`, YYYY-MM-DD; null ends it.
 */
export function planOwnPause(until: string | null, today: string): OwnPausePlan {
  if (until === null) return { ok: true, pausedUntil: null };
  if (until < today) return { ok: false, reason: 'pause_past' };
  if (until > addDays(today, MAX_PAUSE_DAYS)) return { ok: false, reason: 'pause_too_long' };
  return { ok: true, pausedUntil: until };
}

/** Whether somebody is paused on this day of their zone; the last day is included. */
export function isPausedOn(pausedUntil: string | null, day: string): boolean {
  return pausedUntil !== null && day <= pausedUntil;
}

/** The pause as days on which nobody reminds the person: every day up to its last one. */
export function daysOfPause(pausedUntil: string | null): DayRange[] {
  return pausedUntil === null ? [] : [{ from: '0001-01-01', to: pausedUntil }];
}
