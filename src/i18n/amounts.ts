import { formatNumber } from './plural.ts';

/** A pressure or a readiness as a whole number, with one decimal only where rounding would put it on the wrong side of `bound`. */
export function formatPoints(locale: string, value: number, bound?: number): string {
  const rounded = Math.round(value);
  const misleads = (bound !== undefined && rounded >= bound !== value >= bound) || (rounded === 0 && value > 0);
  return formatNumber(locale, misleads ? value : rounded);
}

/** Money without cents, in the currency as the language writes it; a currency Intl does not know stands as it is. */
export function formatMoney(locale: string, amount: number, currency: string): string {
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount);
  } catch {
    return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(amount)} ${currency}`;
  }
}

/** A share of 0..1 (or more) as per cent. */
export function formatShare(locale: string, share: number): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** "a, b, and c", or with "or" where any one is enough. */
export function formatList(locale: string, items: readonly string[], type: 'all' | 'any'): string {
  return new Intl.ListFormat(locale, { type: type === 'all' ? 'conjunction' : 'disjunction' }).format(items);
}
