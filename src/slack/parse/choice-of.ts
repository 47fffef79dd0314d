/** The member of `allowed` that equals `value`; null for anything else, such as a value of an older form. */
export function choiceOf<T extends string>(allowed: readonly T[], value: string | null): T | null {
  return allowed.find((one) => one === value) ?? null;
}
