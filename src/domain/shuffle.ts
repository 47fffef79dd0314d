/** Gives a number from 0 (included) to `below` (excluded); the caller decides how random it is. */
export type RandomInt = (below: number) => number;

/** The items in an order that depends on nothing but `randomInt` (Fisher-Yates). The input stays as it is. */
export function shuffled<T>(items: readonly T[], randomInt: RandomInt): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i -= 1) {
    const j = randomInt(i + 1);
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}
