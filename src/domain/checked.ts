/** What a rule makes of something it may refuse: the value, or why not. Refusals are values, so that the person gets an answer. */
export type Checked<T, R extends string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: R };

/** A refusal. */
export function refused<R extends string>(reason: R): { readonly ok: false; readonly reason: R } {
  return { ok: false, reason };
}

/** What was accepted. */
export function accepted<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}
