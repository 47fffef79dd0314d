import { byNeed, NEEDS, type Need, needOf } from './client-need.ts';
import { bandOf, type HealthBand, type NamedSignal, type WeekHealth } from './health.ts';
import type { AlertCondition } from './health-alert.ts';
import { ALERT_CONDITIONS } from './health-alert.ts';
import { changeInWeek, type ScoredWeek } from './health-trend.ts';
import type { PlanFigures } from './plan/plan-figures.ts';
import { MIN_RESPONDENTS_FOR_COMMENTS } from './pulse.ts';
import type { WeightedSignalId } from './signals.ts';

/** How many items of its plans are open, and how many of those are overdue. */
export type OpenItems = Pick<PlanFigures, 'open' | 'overdue'>;

/** What is known of one client when its week has closed. */
export type DigestClientFacts = {
  readonly id: string;
  readonly name: string;
  /** Up to the digest's week, in any order. */
  readonly weeks: readonly ScoredWeek[];
  /** Null when nobody was asked about the client in this week. */
  readonly now: (Pick<WeekHealth, 'asked' | 'respondents' | 'signals' | 'hardStops'> & { comments: number }) | null;
  /** What people wrote, in no telling order. */
  readonly texts: readonly string[];
  readonly alerts: readonly AlertCondition[];
  readonly hasOpenReview: boolean;
  readonly items: OpenItems;
};

export type DigestFacts = {
  readonly week: number;
  /** People who had a pulse in this week, and how many of them answered anything. */
  readonly asked: number;
  readonly answered: number;
  readonly clients: readonly DigestClientFacts[];
};

/** One client as managers read of it. */
export type DigestClient = {
  readonly id: string;
  readonly name: string;
  readonly need: Need;
  readonly weeks: readonly ScoredWeek[];
  readonly health: number | null;
  readonly band: HealthBand | null;
  /** Points since the week before; null unless both weeks have a score. */
  readonly change: number | null;
  /** The newest score from before, for a client without one this week. */
  readonly last: { readonly week: number; readonly health: number } | null;
  /** Null when nobody was asked. `areFew`: some answered, and so few that what they said would name them. */
  readonly answers: { readonly asked: number; readonly respondents: number; readonly areFew: boolean } | null;
  /** Most named first; none where so few answered that a signal would name its author. */
  readonly signals: readonly NamedSignal<WeightedSignalId>[];
  /** In the order of ALERT_CONDITIONS. A hard stop is always among them, whatever was sent before. */
  readonly alerts: readonly AlertCondition[];
  readonly comments: { readonly texts: readonly string[]; readonly withheld: number };
  readonly hasOpenReview: boolean;
  readonly items: OpenItems;
};

export type Digest = Omit<DigestFacts, 'clients'> & {
  /** By need: each client once. */
  readonly clients: readonly DigestClient[];
};

/**
 * The digest of a week (product: weekly digest): clients by need, the least healthy first. Where fewer than three people answered, comments
 * are only counted and signals are not named (docs/decisions/015-digest.md).
 */
export function planDigest({ week, asked, answered, clients }: DigestFacts): Digest {
  return { week, asked, answered, clients: byNeed(clients, week).map((client) => planClient(client, week)) };
}

function planClient({ now, texts, alerts, ...client }: DigestClientFacts, week: number): DigestClient {
  const { id, name, weeks, hasOpenReview, items } = client;
  const health = scoreIn(weeks, week);
  const mayShow = now !== null && now.respondents >= MIN_RESPONDENTS_FOR_COMMENTS;
  const areFew = !mayShow && now !== null && now.respondents > 0;
  const conditions = [...alerts, ...(now !== null && now.hardStops.length > 0 ? ['hard_stop' as const] : [])];
  return {
    ...{ id, name, weeks, health, hasOpenReview, items, need: needOf(weeks, week) },
    band: health === null ? null : bandOf(health),
    change: changeInWeek(weeks, week),
    last: health === null ? lastBefore(weeks, week) : null,
    answers: now && { asked: now.asked, respondents: now.respondents, areFew },
    signals: mayShow ? now.signals : [],
    alerts: ALERT_CONDITIONS.filter((condition) => conditions.includes(condition)),
    comments: mayShow ? { texts, withheld: 0 } : { texts: [], withheld: now?.comments ?? 0 },
  };
}

/** How many clients there are of each need. */
export function countByNeed(clients: readonly Pick<DigestClient, 'need'>[]): Readonly<Record<Need, number>> {
  const count = (need: Need) => clients.filter((client) => client.need === need).length;
  return Object.fromEntries(NEEDS.map((need) => [need, count(need)])) as Record<Need, number>;
}

/** With more clients than this, those of whom there is nothing to say but their score share a paragraph. */
const FOLD_FROM = 20;

/** Which clients have a line of their own, and which are folded together. Both keep the order by need; each client is in one of them. */
export function foldQuiet(clients: readonly DigestClient[]): {
  readonly own: readonly DigestClient[];
  readonly folded: readonly DigestClient[];
} {
  const isFolded = (client: DigestClient) => clients.length > FOLD_FROM && isQuiet(client);
  return { own: clients.filter((client) => !isFolded(client)), folded: clients.filter(isFolded) };
}

function isQuiet({ need, alerts, signals, comments, hasOpenReview, items }: DigestClient): boolean {
  const isWell = need === 'healthy' || need === 'no_data';
  const nothingSaid = comments.texts.length === 0 && comments.withheld === 0 && signals.length === 0;
  return isWell && nothingSaid && alerts.length === 0 && !hasOpenReview && items.open === 0;
}

/** How many comments of each client are read in the digest, and how many in all of it: the rest is counted. */
const COMMENTS_PER_CLIENT = 5;
const COMMENTS_IN_ALL = 40;

/** The comments that are read in the digest, by client, those in greatest need first; what has no room is counted. */
export function pickComments(
  clients: readonly DigestClient[],
): ReadonlyMap<string, { readonly texts: readonly string[]; readonly more: number }> {
  let room = COMMENTS_IN_ALL;
  const picked = clients.map(({ id, comments }) => {
    const texts = comments.texts.slice(0, Math.min(room, COMMENTS_PER_CLIENT));
    room -= texts.length;
    return [id, { texts, more: comments.texts.length - texts.length }] as const;
  });
  return new Map(picked);
}

/** The weeks that the digest's chart looks back. */
const CHART_WEEKS = 12;

/** Scores of the clients that need attention, one for each week. */
export type DigestChart = {
  readonly weeks: readonly number[];
  readonly lines: readonly { readonly name: string; readonly scores: readonly (number | null)[] }[];
  /** Clients that need attention and have no line. */
  readonly left: number;
};

/**
 * The chart of the clients that need attention (critical, falling or watch), at most `maxLines` of them: the last 12 weeks, from the first
 * in which one of them has a score. Null when no client needs attention.
 */
export function planChart({ week, clients }: Digest, maxLines: number): DigestChart | null {
  const matter = clients.filter(({ need }) => need === 'critical' || need === 'falling' || need === 'watch');
  if (matter.length === 0) return null;
  const shown = matter.slice(0, maxLines);
  const last = Array.from({ length: CHART_WEEKS }, (_, i) => week - CHART_WEEKS + 1 + i);
  const first = last.findIndex((at) => shown.some(({ weeks }) => scoreIn(weeks, at) !== null));
  const weeks = last.slice(first);
  return {
    weeks,
    lines: shown.map((client) => ({ name: client.name, scores: weeks.map((at) => scoreIn(client.weeks, at)) })),
    left: matter.length - shown.length,
  };
}

function scoreIn(weeks: readonly ScoredWeek[], week: number): number | null {
  return weeks.find((one) => one.week === week)?.health ?? null;
}

function lastBefore(weeks: readonly ScoredWeek[], week: number): DigestClient['last'] {
  const earlier = weeks.flatMap((one) =>
    one.week < week && one.health !== null ? [{ ...one, health: one.health }] : [],
  );
  const newest = earlier.sort((a, b) => b.week - a.week)[0];
  return newest === undefined ? null : { week: newest.week, health: newest.health };
}
