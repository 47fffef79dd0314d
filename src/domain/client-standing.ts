import { NEEDS, type Need, needOf } from './client-need.ts';
import { changeInWeek, type ScoredWeek } from './health-trend.ts';

/** How a client stands now, from its newest week. */
export type ClientStanding = {
  readonly need: Need;
  /** The week that the rest is about; null where there is none that still says something. */
  readonly week: number | null;
  readonly health: number | null;
  /** Points gained or lost from the week before; null unless both have a score. */
  readonly change: number | null;
};

/** A week older than this says nothing of today: holidays may leave one out, more is no data. */
export const WEEKS_THAT_COUNT = 2;

/**
 * A client's standing in the calendar week `now`. Each client by its own newest week: while one week's pulse closes zone by zone, a
 * client that is still asked about keeps the figures of the week before.
 */
export function standingOf(weeks: readonly ScoredWeek[], now: number): ClientStanding {
  const recent = weeks.map(({ week }) => week).filter((week) => week <= now && week >= now - WEEKS_THAT_COUNT);
  if (recent.length === 0) return { need: 'no_data', week: null, health: null, change: null };
  const week = Math.max(...recent);
  const health = weeks.find((one) => one.week === week)?.health ?? null;
  return { need: needOf(weeks, week), week, health, change: changeInWeek(weeks, week) };
}

/** By need, the least healthy first among equals, then by name. The input stays as it is. */
export function byStanding<C extends { readonly name: string; readonly standing: ClientStanding }>(
  clients: readonly C[],
): C[] {
  const health = ({ standing }: C) => standing.health ?? 0;
  const rank = ({ standing }: C) => NEEDS.indexOf(standing.need);
  return [...clients].sort((a, b) => rank(a) - rank(b) || health(a) - health(b) || a.name.localeCompare(b.name));
}
