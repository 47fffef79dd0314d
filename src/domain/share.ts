/** Count over total, 0 when the total is 0. Compares exactly with a bound written as a quotient, such as 1 / 3. */
export function shareOf(count: number, total: number): number {
  return total === 0 ? 0 : count / total;
}

/** "Most" and "majority" in the method: more than half; nothing is most of nothing. */
export function isMost(count: number, total: number): boolean {
  return count * 2 > total;
}
