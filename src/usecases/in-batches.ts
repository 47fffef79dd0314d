/** As many rows as one transaction writes: few enough to be quick, so many that its commit does not count. */
export const BATCH = 250;

/** The items in batches, in their order. */
export function inBatches<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, i) => items.slice(i * BATCH, (i + 1) * BATCH));
}
