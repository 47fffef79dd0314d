/** How long answers took to be acknowledged, by the share that were quicker. */
export type AnswerTimes = ReadonlyMap<number, number>;

const SHARES = [0.5, 0.95, 0.99] as const;

/**
 * Gathers how long answers took and tells quantiles over the last `window` of them, once for every `every`. There is no count and no
 * histogram of answers: a click is acknowledged at once and a form is saved first, so that these would say how many had nothing to
 * complain about, which is neither stored nor said (docs/decisions/003), and at the moment of one answer also who.
 */
export function createAnswerTimes({ window, every }: { window: number; every: number }) {
  let recent: number[] = [];
  let fresh = 0;
  return {
    /** Null until there are `every` more. */
    add(seconds: number): AnswerTimes | null {
      recent = [...recent.slice(1 - window), seconds];
      fresh += 1;
      if (fresh < every) return null;
      fresh = 0;
      return quantilesOf(recent);
    },
  };
}

function quantilesOf(values: readonly number[]): AnswerTimes {
  const sorted = [...values].sort((a, b) => a - b);
  return new Map(SHARES.map((share) => [share, sorted[Math.ceil(share * sorted.length) - 1] ?? 0]));
}
