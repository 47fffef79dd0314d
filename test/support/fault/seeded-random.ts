/** Random choices that a seed repeats exactly (mulberry32). */
export type Random = {
  readonly seed: number;
  /** From 0 up to but not including 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
};

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    ...{ seed, next, whole },
    chance: (share) => next() < share,
    pick<T>(from: readonly T[]): T {
      const one = from[whole(0, from.length - 1)];
      if (one === undefined) throw new Error('there is nothing to pick from');
      return one;
    },
  };
}

/** The seeds of a suite: `few` of them, or as many as FAULT_SEEDS says; FAULT_SEED repeats one that failed. */
export function seedsOf(few: number): number[] {
  const { FAULT_SEEDS, FAULT_SEED } = process.env;
  if (FAULT_SEED) return [Number(FAULT_SEED)];
  return Array.from({ length: FAULT_SEEDS ? Number(FAULT_SEEDS) : few }, (_, index) => index + 1);
}
