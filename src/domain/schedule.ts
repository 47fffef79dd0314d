import { type Calendar, dayOf, isWorkingDay } from './calendar.ts';
import type { Preset } from './review.ts';
import { fromWallClock, wallClock } from './wall-clock.ts';

/** How long a step of a live review lasts. */
export const LIVE_PHASE_MINUTES = 10;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** No review is planned further ahead. */
const MAX_DAYS = 366;

/** Besides the step, the workspace's calendar: its weekends and days off are not counted. */
export type PhaseEndFacts = Calendar & {
  readonly preset: Preset;
  /** When the whole review should be done, if the manager set a day. */
  readonly deadline: Date | null;
  /** Steps from this one to the vote, this one included: 4, 3, 2 or 1. */
  readonly phasesLeft: number;
};

/** Deadlines are met by the end of a working day, at this hour of the workspace's zone. */
const WORKING_DAY_ENDS_AT = 18;
const WORKING_DAY_STARTS_AT = 9;

/**
 * When the step that starts `now` ends. Live: ten minutes. Async without a deadline: one working day, the same wall-clock time on
 * the next day that is no Saturday, Sunday or day off in `timeZone`. With one: the working days left are shared out evenly among the steps
 * left, and the step ends with the last of its days; where there are fewer days than steps, it gets an equal share of the time.
 * Never less than the ten minutes of a live step, so that nobody is cut off at once.
 */
export function planPhaseEnd(facts: PhaseEndFacts, now: Date): Date {
  const soonest = new Date(now.getTime() + LIVE_PHASE_MINUTES * MINUTE_MS);
  if (facts.preset === 'live') return soonest;
  if (facts.deadline === null) return nextWorkingDay(now, facts);
  const phasesLeft = Math.max(1, facts.phasesLeft);
  const days = workingDayEnds(now, facts.deadline, facts);
  const share = new Date(now.getTime() + (facts.deadline.getTime() - now.getTime()) / phasesLeft);
  const end = days.length < phasesLeft ? share : (days[Math.ceil(days.length / phasesLeft) - 1] ?? share);
  return end < soonest ? soonest : end;
}

/** The ends of the working days after `now`, up to and including that of the deadline's day. */
function workingDayEnds(now: Date, deadline: Date, { timeZone, daysOff }: Calendar): Date[] {
  const ends: Date[] = [];
  const day = wallClock(now, timeZone);
  day.setUTCHours(WORKING_DAY_ENDS_AT, 0, 0, 0);
  for (
    let at = day;
    fromWallClock(at, timeZone) <= deadline && ends.length < MAX_DAYS;
    at = new Date(at.getTime() + DAY_MS)
  ) {
    const end = fromWallClock(at, timeZone);
    if (end > now && isWorkingDay(dayOfWall(at), daysOff)) ends.push(end);
  }
  return ends;
}

/**
 * The same wall-clock time on the next day that is neither Saturday nor Sunday nor a day off of this calendar. Where no such day
 * comes within a year, the day a year from now.
 */
export function nextWorkingDay(now: Date, { timeZone, daysOff }: Calendar): Date {
  const wall = wallClock(now, timeZone);
  const after = (days: number) => new Date(wall.getTime() + days * DAY_MS);
  let days = 1;
  while (days < MAX_DAYS && !isWorkingDay(dayOfWall(after(days)), daysOff)) days += 1;
  return fromWallClock(after(days), timeZone);
}

function dayOfWall(wall: Date): string {
  return wall.toISOString().slice(0, 10);
}

/** The instant of `hour`:00 (18:00 unless given) on `date` (YYYY-MM-DD) in `timeZone`; null when that is not a date of the calendar. */
export function endOfWorkingDay(date: string, timeZone: string, hour = WORKING_DAY_ENDS_AT): Date | null {
  const wall = new Date(`${date}T${String(hour).padStart(2, '0')}:00:00.000Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(wall.getTime()) || wall.toISOString().slice(0, 10) !== date)
    return null;
  return fromWallClock(wall, timeZone);
}

/** YYYY-MM-DD of the day `workingDays` working days after `now`, by this calendar. */
export function dateAfterWorkingDays(now: Date, workingDays: number, calendar: Calendar): string {
  let at = now;
  for (let i = 0; i < workingDays; i += 1) at = nextWorkingDay(at, calendar);
  return dayOf(at, calendar.timeZone);
}

/** Whether `now` is on a working day of this calendar, from 9:00 to 18:00. */
export function isWorkingHour(now: Date, { timeZone, daysOff }: Calendar): boolean {
  const wall = wallClock(now, timeZone);
  const hour = wall.getUTCHours();
  return isWorkingDay(dayOfWall(wall), daysOff) && hour >= WORKING_DAY_STARTS_AT && hour < WORKING_DAY_ENDS_AT;
}

/** True for a zone that `Intl` knows, such as Europe/Berlin. */
export function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
