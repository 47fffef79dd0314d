import { addDays, dayOf } from './calendar.ts';
import type { NamedSignal, WeekHealth } from './health.ts';
import { changeInWeek, type ScoredWeek, weeksFalling } from './health-trend.ts';
import type { HardStopId } from './signals.ts';

/** The four conditions under which managers are told (method 7). */
export const ALERT_CONDITIONS = ['hard_stop', 'critical', 'sharp_fall', 'long_fall'] as const;
export type AlertCondition = (typeof ALERT_CONDITIONS)[number];

/** A condition that holds, with the figures behind it. */
export type Alert =
  | { readonly condition: 'hard_stop'; readonly hardStops: readonly NamedSignal<HardStopId>[] }
  | { readonly condition: 'critical'; readonly health: number }
  | { readonly condition: 'sharp_fall'; readonly from: number; readonly to: number }
  /** Oldest first, four weeks: three falls. */
  | { readonly condition: 'long_fall'; readonly weeks: readonly number[] };

/** Points in one week that are a sharp fall. */
export const SHARP_FALL = 15;
/** Falls in a row that are a long one. */
export const LONG_FALL_WEEKS = 3;
/** An alert is not repeated for this many days. */
export const ALERT_PAUSE_DAYS = 14;
/** An alert that could not be told for this many days is no news any more. */
export const ALERT_STALE_DAYS = 7;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Every condition that holds for a client in `week`, in the order of ALERT_CONDITIONS. `earlier` are the weeks before, in any order. */
export function findAlerts(week: number, now: WeekHealth, earlier: readonly ScoredWeek[]): Alert[] {
  const weeks = [...earlier.filter((one) => one.week < week), { week, health: now.health }];
  const alerts: Alert[] = [];
  if (now.hardStops.length > 0) alerts.push({ condition: 'hard_stop', hardStops: now.hardStops });
  if (now.health === null) return alerts;
  if (now.band === 'critical') alerts.push({ condition: 'critical', health: now.health });
  const change = changeInWeek(weeks, week);
  if (change !== null && change <= -SHARP_FALL)
    alerts.push({ condition: 'sharp_fall', from: now.health - change, to: now.health });
  if (weeksFalling(weeks, week) >= LONG_FALL_WEEKS)
    alerts.push({ condition: 'long_fall', weeks: lastScores(weeks, week, LONG_FALL_WEEKS + 1) });
  return alerts;
}

/**
 * Those that may be sent at `now`: at most one per client and condition in 14 days of the calendar (UTC), so that it does not matter by
 * which minute of its hour a week's health is known. `sent` are the client's earlier alerts.
 */
export function alertsToSend(
  alerts: readonly Alert[],
  sent: readonly { readonly condition: AlertCondition; readonly at: Date }[],
  now: Date,
): Alert[] {
  const today = dayOf(now, 'UTC');
  const isRecent = ({ at }: { at: Date }) => addDays(dayOf(at, 'UTC'), ALERT_PAUSE_DAYS) > today;
  return alerts.filter(({ condition }) => !sent.some((one) => one.condition === condition && isRecent(one)));
}

/** Those that are no news any more at `now`: raised while the app was down, before there was anybody to tell, or long ago. */
export function isStaleAlert({ at }: { readonly at: Date }, now: Date): boolean {
  return now.getTime() - at.getTime() > ALERT_STALE_DAYS * DAY_MS;
}

/** The same alerts in the order of ALERT_CONDITIONS: the most serious first. */
export function mostSeriousFirst<A extends { readonly condition: AlertCondition }>(alerts: readonly A[]): A[] {
  return [...alerts].sort((a, b) => ALERT_CONDITIONS.indexOf(a.condition) - ALERT_CONDITIONS.indexOf(b.condition));
}

function lastScores(weeks: readonly ScoredWeek[], week: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => week - count + 1 + i).flatMap((at) => {
    const health = weeks.find((one) => one.week === at)?.health ?? null;
    return health === null ? [] : [health];
  });
}
