/** A client's health in a week; weeks are numbered one by one, see pulse-week.ts. */
export type ScoredWeek = { readonly week: number; readonly health: number | null };

/** How much the newest week weighs in the trend (method 7). */
const TREND_FACTOR = 0.5;

/** The exponentially weighted mean of the weeks that have a score, oldest first, with one decimal; null when none has. */
export function trendOf(weeks: readonly ScoredWeek[]): number | null {
  const scores = inOrder(weeks).flatMap(({ health }) => (health === null ? [] : [health]));
  const [first, ...later] = scores;
  if (first === undefined) return null;
  const mean = later.reduce((trend, health) => TREND_FACTOR * health + (1 - TREND_FACTOR) * trend, first);
  return Math.round(mean * 10) / 10;
}

/** Points gained or lost from the week before; null unless both weeks have a score. */
export function changeInWeek(weeks: readonly ScoredWeek[], week: number): number | null {
  const now = scoreOf(weeks, week);
  const before = scoreOf(weeks, week - 1);
  return now === null || before === null ? null : now - before;
}

/** For how many weeks in a row, up to `week`, the health has been lower than in the week before; a week without a score ends it. */
export function weeksFalling(weeks: readonly ScoredWeek[], week: number): number {
  let falling = 0;
  while (isFall(changeInWeek(weeks, week - falling))) falling += 1;
  return falling;
}

function isFall(change: number | null): boolean {
  return change !== null && change < 0;
}

function scoreOf(weeks: readonly ScoredWeek[], week: number): number | null {
  return weeks.find((one) => one.week === week)?.health ?? null;
}

function inOrder(weeks: readonly ScoredWeek[]): ScoredWeek[] {
  return [...weeks].sort((a, b) => a.week - b.week);
}
