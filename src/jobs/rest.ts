import { setTimeout as wait } from 'node:timers/promises';

/** However long something took, as while the database is away. */
const LONGEST_REST_MS = 5_000;

/** For how long what can wait leaves the app to others, after it took so long: the busier the app is, the longer, `times` as much. */
export function restAfter(tookMs: number, times: number): number {
  return Math.min(LONGEST_REST_MS, tookMs * times);
}

/** Waits so long, or until `stopping`: once something is stopping nothing waits any more. */
export async function pause(ms: number, stopping: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal: stopping }).catch(() => undefined);
}
