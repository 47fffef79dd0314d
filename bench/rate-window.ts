export type RateWindow = {
  /** Counts one call at `now`; gives 0 when it is allowed, otherwise how long to wait, in milliseconds: then it is not counted. */
  take(now: number): number;
};

/** At most `limit` calls in any `windowMs`. */
export function createRateWindow(limit: number, windowMs: number): RateWindow {
  const calls: number[] = [];
  return {
    take(now) {
      while (calls[0] !== undefined && calls[0] <= now - windowMs) calls.shift();
      const [oldest] = calls;
      if (calls.length >= limit && oldest !== undefined) return oldest + windowMs - now;
      calls.push(now);
      return 0;
    },
  };
}
