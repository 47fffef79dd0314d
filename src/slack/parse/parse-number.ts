/** A number of a form; null where nothing was typed. */
export type ParsedNumber = { readonly ok: true; readonly value: number | null } | { readonly ok: false };

/** A number from 0 to `max` as people write it: "3.5", "3,5", "1 000"; no sign, no exponent, no unit. */
export function parseNumber(typed: string | null, max: number): ParsedNumber {
  if (typed === null) return { ok: true, value: null };
  const digits = typed.replace(/\s/gu, '').replace(',', '.');
  if (!/^\d+(\.\d*)?$|^\.\d+$/.test(digits)) return { ok: false };
  const value = Number(digits);
  return value <= max ? { ok: true, value } : { ok: false };
}
