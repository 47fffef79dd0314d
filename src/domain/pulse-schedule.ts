import { addDays, type Calendar, dayOf, isInDays, isWorkingDay } from './calendar.ts';
import { isPausedOn } from './own-pause.ts';
import { mondayOf, weekOf } from './pulse-week.ts';
import { endOfWorkingDay, isWorkingHour } from './schedule.ts';
import { fromWallClock } from './wall-clock.ts';

/** When the pulse goes out, by the wall clock of each person. */
export type PulseSchedule = {
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number;
  /** 0 to 23. */
  readonly hour: number;
};

export const DEFAULT_PULSE_SCHEDULE: PulseSchedule = { weekday: 4, hour: 15 };

/** From when to when somebody can answer the pulse of one week. */
export type PulseWindow = { readonly week: number; readonly opensAt: Date; readonly closesAt: Date };

/** One person's zone with everybody's days off, and their own beside it. */
export type PulsePerson = {
  readonly userId: string;
  readonly calendar: Calendar;
  readonly ownDaysOff: Calendar['daysOff'];
  /** The last day of their pause, YYYY-MM-DD; null while they are not paused. */
  readonly pausedUntil: string | null;
  /** Weeks whose pulse this person had, or was left out of. */
  readonly settledWeeks: readonly number[];
};

/** What becomes of a person's pulse now: `stale` when the app was down for the whole window, `day_off` and `paused` when they are not asked. */
export type PulsePlan = { readonly userId: string } & (
  | { readonly kind: 'send'; readonly window: PulseWindow }
  | { readonly kind: 'skip'; readonly week: number; readonly why: 'stale' | 'day_off' | 'paused' }
);

/** A pulse on time goes out at its hour, whatever the hour is; a late one waits for working hours. */
const ON_TIME_MS = 60 * 60_000;
const NEXT_DAYS = 366;

/**
 * What is due now for each person (product: weekly pulse). Nobody has two pulses of one week, nobody is asked on a day off of
 * theirs or of everybody's, nor while they are paused. After downtime what can still be answered is sent in working hours, and what cannot is skipped. People
 * for whom nothing is due are not in the plan. `since` is when the pulse was switched on: earlier weeks owe nothing.
 */
export function planPulse(
  { schedule, since }: { schedule: PulseSchedule; since: Date },
  people: readonly PulsePerson[],
  now: Date,
): PulsePlan[] {
  const windowsOf = createWindows(schedule, now);
  return people.flatMap((person) => {
    const windows = windowsOf(person.calendar).filter(({ week }) => !person.settledWeeks.includes(week));
    return windows.flatMap((window) => planFor(person, window, { since, now }));
  });
}

/**
 * The windows of this week and the one before, which may reach over the weekend, and downtime too. Made once for all who share a clock:
 * there are thousands of people and a few dozen zones.
 */
function createWindows(schedule: PulseSchedule, now: Date): (calendar: Calendar) => readonly PulseWindow[] {
  const known = new Map<string, readonly PulseWindow[]>();
  return (calendar) => {
    const key = `${calendar.timeZone} ${JSON.stringify(calendar.daysOff)}`;
    const before = known.get(key);
    if (before) return before;
    const thisWeek = weekOf(dayOf(now, calendar.timeZone));
    const windows = [thisWeek - 1, thisWeek].map((week) => pulseWindow(schedule, week, calendar));
    known.set(key, windows);
    return windows;
  };
}

/**
 * The window of one week's pulse for somebody: from the hour of the schedule on its day, to the end (18:00) of the next working day.
 * In a gap of the clock it opens right after the gap; an hour that comes twice opens it once.
 */
export function pulseWindow(schedule: PulseSchedule, week: number, { timeZone, daysOff }: Calendar): PulseWindow {
  const day = addDays(mondayOf(week), schedule.weekday - 1);
  const opensAt = fromWallClock(new Date(`${day}T${String(schedule.hour).padStart(2, '0')}:00:00.000Z`), timeZone);
  let last = addDays(day, 1);
  for (let i = 0; i < NEXT_DAYS && !isWorkingDay(last, daysOff); i += 1) last = addDays(last, 1);
  const closesAt = endOfWorkingDay(last, timeZone);
  if (closesAt === null) throw new Error(`the pulse of week ${week} has no closing day: ${last}`);
  return { week, opensAt, closesAt };
}

function planFor(
  { userId, calendar, ownDaysOff, pausedUntil }: PulsePerson,
  window: PulseWindow,
  { since, now }: { since: Date; now: Date },
): PulsePlan[] {
  const { week, opensAt, closesAt } = window;
  if (now < opensAt || opensAt < since) return [];
  const day = dayOf(opensAt, calendar.timeZone);
  if (isInDays(day, ownDaysOff) || isInDays(day, calendar.daysOff))
    return [{ userId, kind: 'skip', week, why: 'day_off' }];
  if (isPausedOn(pausedUntil, day)) return [{ userId, kind: 'skip', week, why: 'paused' }];
  if (now >= closesAt) return [{ userId, kind: 'skip', week, why: 'stale' }];
  const isOnTime = now.getTime() - opensAt.getTime() < ON_TIME_MS;
  const canBeAsked = isOnTime || isWorkingHour(now, { ...calendar, daysOff: [...calendar.daysOff, ...ownDaysOff] });
  return canBeAsked ? [{ userId, kind: 'send', window }] : [];
}
