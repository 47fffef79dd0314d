import { bandOf } from './health.ts';
import { LONG_FALL_WEEKS } from './health-alert.ts';
import { changeInWeek, type ScoredWeek, weeksFalling } from './health-trend.ts';

/** How much a client needs its managers, most first: the order of the digest and of every list of clients. */
export const NEEDS = ['critical', 'falling', 'watch', 'healthy', 'no_data'] as const;
export type Need = (typeof NEEDS)[number];

export type ClientWeek = { readonly name: string; readonly weeks: readonly ScoredWeek[] };

/**
 * Points in one week from which a client is falling. Less is the mood of one person: one of five who gives a point less moves the
 * health by 3.5.
 */
export const FALLING_POINTS = 5;

/**
 * What a client needs in `week`: critical first; then falling, whatever its band: by five points or more in the week, or by anything
 * for the third week running (method 7); no score this week is no data.
 */
export function needOf(weeks: readonly ScoredWeek[], week: number): Need {
  const health = weeks.find((one) => one.week === week)?.health ?? null;
  if (health === null) return 'no_data';
  const band = bandOf(health);
  if (band === 'critical') return 'critical';
  const change = changeInWeek(weeks, week);
  const isFalling = (change !== null && change <= -FALLING_POINTS) || weeksFalling(weeks, week) >= LONG_FALL_WEEKS;
  return isFalling ? 'falling' : band;
}

/** Clients by need, the least healthy first among equals, then by name. Pure; the input stays as it is. */
export function byNeed<C extends ClientWeek>(clients: readonly C[], week: number): C[] {
  const ranked = clients.map((client) => ({
    client,
    need: NEEDS.indexOf(needOf(client.weeks, week)),
    health: client.weeks.find((one) => one.week === week)?.health ?? Number.POSITIVE_INFINITY,
  }));
  const order = (a: (typeof ranked)[number], b: (typeof ranked)[number]) =>
    a.need - b.need || (a.health === b.health ? 0 : a.health - b.health) || a.client.name.localeCompare(b.client.name);
  return ranked.sort(order).map(({ client }) => client);
}
