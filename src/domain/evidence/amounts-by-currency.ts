import type { EvidenceEntry } from './evidence.ts';

export type AmountInCurrency = { readonly currency: string; readonly total: number };

/** The money that entries were about, summed by currency in cents, so that any order gives the same; nothing for 0. */
export function amountsByCurrency(
  entries: readonly Pick<EvidenceEntry, 'amount' | 'currency'>[],
): readonly AmountInCurrency[] {
  const cents = new Map<string, number>();
  for (const { amount, currency } of entries)
    if (amount !== null && amount > 0 && currency !== null)
      cents.set(currency, (cents.get(currency) ?? 0) + Math.round(amount * 100));
  return [...cents].map(([currency, total]) => ({ currency, total: total / 100 }));
}
