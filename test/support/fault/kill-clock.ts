const DAY_MS = 24 * 60 * 60_000;
const TUESDAY = 2;
/** Far enough back for a hundred reviews, each of four working days at most, to come to their ends before today. */
const DAYS_BACK = 728;

export type KillClock = ReturnType<typeof createKillClock>;

/**
 * The time the app lives in: it begins on a Tuesday two years ago at 9:00 UTC, runs on as real time does, and jumps when the test
 * says so. It stays in the past.
 */
export function createKillClock() {
  const startedAt = Date.now();
  const first = new Date(startedAt - DAYS_BACK * DAY_MS);
  first.setUTCHours(9, 0, 0, 0);
  while (first.getUTCDay() !== TUESDAY) first.setTime(first.getTime() + DAY_MS);
  const jumps = [{ from: startedAt, aheadMs: first.getTime() - startedAt }];
  const aheadMs = () => jumps.at(-1)?.aheadMs ?? 0;
  return {
    /** What is added to real time. */
    aheadMs,
    now: () => new Date(Date.now() + aheadMs()),
    advance(ms: number) {
      if (aheadMs() + ms > 0) throw new Error('the app would live in the future');
      jumps.push({ from: Date.now(), aheadMs: aheadMs() + ms });
    },
    /** When it was this time of the app in reality; the moment of the jump for a time that was jumped over. */
    toReal(appMs: number): number {
      const last = jumps.findLast((jump) => appMs >= jump.from + jump.aheadMs) ?? jumps[0];
      const next = last && jumps[jumps.indexOf(last) + 1];
      const real = appMs - (last?.aheadMs ?? 0);
      return next ? Math.min(real, next.from) : real;
    },
  };
}
