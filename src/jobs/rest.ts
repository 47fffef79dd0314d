/** However long something took, as while the database is away. */
const LONGEST_REST_MS = 5_000;

/** For how long what can wait leaves the app to others, after it took so long: the busier the app is, the longer, `times` as much. */
export function restAfter(tookMs: number, times: number): number {
  return Math.min(LONGEST_REST_MS, tookMs * times);
}
