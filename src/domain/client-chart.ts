type ScoredWeek = { readonly week: number; readonly health: number | null };

/** One client's line over the weeks from its first to its newest, without gaps; null where no week has a score. */
export function planClientChart(
  name: string,
  scored: readonly ScoredWeek[],
): {
  readonly weeks: readonly number[];
  readonly lines: readonly { readonly name: string; readonly scores: readonly (number | null)[] }[];
} | null {
  const numbers = scored.filter(({ health }) => health !== null).map(({ week }) => week);
  if (numbers.length === 0) return null;
  const first = Math.min(...numbers);
  const last = Math.max(...scored.map(({ week }) => week));
  const weeks = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const scores = weeks.map((at) => scored.find(({ week }) => week === at)?.health ?? null);
  return { weeks, lines: [{ name, scores }] };
}
