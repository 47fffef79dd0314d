import type { Preset } from './review.ts';

/** How long a step of a live review lasts. */
export const LIVE_PHASE_MINUTES = 10;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** No review is planned further ahead. */
const MAX_DAYS = 366;

export type PhaseEndFacts = {
  readonly preset: Preset;
  /** When the whole review should be done, if the manager set a day. */
  readonly deadline: Date | null;
  /** Steps from this one to the vote, this one included: 4, 3, 2 or 1. */
  readonly phasesLeft: number;
  /** The workspace's IANA zone: its weekends are not counted. */
  readonly timeZone: string;
};

/** Deadlines are met by the end of a working day, at this hour of the workspace's zone. */
const WORKING_DAY_ENDS_AT = 18;
const WORKING_DAY_STARTS_AT = 9;

/**
 * When the step that starts `now` ends. Live: ten minutes. Async without a deadline: one working day, the same wall-clock time on
 * the next day that is no Saturday or Sunday in `timeZone`. With one: the working days left are shared out evenly among the steps
 * left, and the step ends with the last of its days; where there are fewer days than steps, it gets an equal share of the time.
 * Never less than the ten minutes of a live step, so that nobody is cut off at once.
 */
export function planPhaseEnd(facts: PhaseEndFacts, now: Date): Date {
  const soonest = new Date(now.getTime() + LIVE_PHASE_MINUTES * MINUTE_MS);
  if (facts.preset === 'live') return soonest;
  if (facts.deadline === null) return nextWorkingDay(now, facts.timeZone);
  const phasesLeft = Math.max(1, facts.phasesLeft);
  const days = workingDayEnds(now, facts.deadline, facts.timeZone);
  const share = new Date(now.getTime() + (facts.deadline.getTime() - now.getTime()) / phasesLeft);
  const end = days.length < phasesLeft ? share : (days[Math.ceil(days.length / phasesLeft) - 1] ?? share);
  return end < soonest ? soonest : end;
}

/** The ends of the working days after `now`, up to and including that of the deadline's day. */
function workingDayEnds(now: Date, deadline: Date, timeZone: string): Date[] {
  const ends: Date[] = [];
  const day = wallClock(now, timeZone);
  day.setUTCHours(WORKING_DAY_ENDS_AT, 0, 0, 0);
  for (
    let at = day;
    fromWallClock(at, timeZone) <= deadline && ends.length < MAX_DAYS;
    at = new Date(at.getTime() + DAY_MS)
  ) {
    const end = fromWallClock(at, timeZone);
    if (end > now && !isWeekend(at)) ends.push(end);
  }
  return ends;
}

/** The same wall-clock time in `timeZone` on the next day that is neither Saturday nor Sunday there. */
export function nextWorkingDay(now: Date, timeZone: string): Date {
  const wall = wallClock(now, timeZone);
  let days = 1;
  while (isWeekend(new Date(wall.getTime() + days * DAY_MS))) days += 1;
  return fromWallClock(new Date(wall.getTime() + days * DAY_MS), timeZone);
}

/** The instant of `hour`:00 (18:00 unless given) on `date` (YYYY-MM-DD) in `timeZone`; null when that is not a date of the calendar. */
export function endOfWorkingDay(date: string, timeZone: string, hour = WORKING_DAY_ENDS_AT): Date | null {
  const wall = new Date(`${date}T${String(hour).padStart(2, '0')}:00:00.000Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(wall.getTime()) || wall.toISOString().slice(0, 10) !== date)
    return null;
  return fromWallClock(wall, timeZone);
}

/** YYYY-MM-DD of the day `workingDays` working days after `now`, in `timeZone`. */
export function dateAfterWorkingDays(now: Date, workingDays: number, timeZone: string): string {
  let at = now;
  for (let i = 0; i < workingDays; i += 1) at = nextWorkingDay(at, timeZone);
  return wallClock(at, timeZone).toISOString().slice(0, 10);
}

/** Whether `now` is on a working day, from 9:00 to 18:00, in `timeZone`. */
export function isWorkingHour(now: Date, timeZone: string): boolean {
  const wall = wallClock(now, timeZone);
  const hour = wall.getUTCHours();
  return !isWeekend(wall) && hour >= WORKING_DAY_STARTS_AT && hour < WORKING_DAY_ENDS_AT;
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

function isWeekend(wall: Date): boolean {
  return wall.getUTCDay() === 0 || wall.getUTCDay() === 6;
}

/** The wall clock of `timeZone` at `instant`, written as if it were UTC. */
function wallClock(instant: Date, timeZone: string): Date {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((p) => p.type === type)?.value);
  return new Date(Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')));
}

/** The instant at which `timeZone` shows this wall clock; in a gap, the moment after it; in an overlap, one of the two. */
function fromWallClock(wall: Date, timeZone: string): Date {
  let guess = wall.getTime();
  for (let i = 0; i < 3; i += 1) {
    const miss = wall.getTime() - wallClock(new Date(guess), timeZone).getTime();
    if (miss === 0) break;
    guess += miss;
  }
  return new Date(guess);
}
