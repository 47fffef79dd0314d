import { addDays, type Calendar, dayOf, isInDays } from './calendar.ts';
import { type PulseSchedule, pulseWindow } from './pulse-schedule.ts';
import { mondayOf, weekOf } from './pulse-week.ts';

const WEEKS_AHEAD = 53;

/** The day (YYYY-MM-DD) of the next pulse on this calendar: one that is no day off; null where none comes within a year. */
export function nextPulseDay(schedule: PulseSchedule, calendar: Calendar, now: Date): string | null {
  const thisWeek = weekOf(dayOf(now, calendar.timeZone));
  for (let week = thisWeek; week < thisWeek + WEEKS_AHEAD; week += 1) {
    const day = addDays(mondayOf(week), schedule.weekday - 1);
    if (pulseWindow(schedule, week, calendar).opensAt > now && !isInDays(day, calendar.daysOff)) return day;
  }
  return null;
}
