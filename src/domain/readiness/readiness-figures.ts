import { accepted, type Checked, refused } from '../checked.ts';
import { MAX_REVENUE } from '../client-profile.ts';

/** What the manager knows about living without the client (method 6). Amounts are a month, in the client's currency. */
export type ReadinessFigures = {
  /** 0..1; null when not known. */
  readonly revenueShare: number | null;
  /** Pay of our people that depends on this client. */
  readonly dependentPay: number | null;
  readonly costsToCut: number | null;
  readonly replacementIncome: number | null;
};

export type ReadinessField = keyof ReadinessFigures;
export const READINESS_FIELDS = [
  'revenueShare',
  'dependentPay',
  'costsToCut',
  'replacementIncome',
] as const satisfies readonly ReadinessField[];

export type FigureRefusal = 'number_invalid' | 'number_negative' | 'share_over_100' | 'number_too_large';

export type ReadinessFiguresPlan =
  | { readonly ok: true; readonly figures: ReadinessFigures }
  | {
      readonly ok: false;
      readonly problems: readonly { readonly field: ReadinessField; readonly reason: FigureRefusal }[];
    };

/** Reads the figures as typed, the revenue share in per cent from 0 to 100. What is left empty is not known; every field is checked. */
export function checkReadinessFigures(typed: Readonly<Record<ReadinessField, string | null>>): ReadinessFiguresPlan {
  const problems: { field: ReadinessField; reason: FigureRefusal }[] = [];
  const read = (field: ReadinessField, max: number): number | null => {
    const checked = checkNumber(typed[field], max, field === 'revenueShare' ? 'share_over_100' : 'number_too_large');
    if (checked.ok) return checked.value;
    problems.push({ field, reason: checked.reason });
    return null;
  };
  const perCent = read('revenueShare', 100);
  const figures: ReadinessFigures = {
    revenueShare: perCent === null ? null : perCent / 100,
    dependentPay: read('dependentPay', MAX_REVENUE),
    costsToCut: read('costsToCut', MAX_REVENUE),
    replacementIncome: read('replacementIncome', MAX_REVENUE),
  };
  return problems.length === 0 ? { ok: true, figures } : { ok: false, problems };
}

/**
 * What is missing a month once the client is gone: what it pays, without the costs we can cut and the income that replaces it; null
 * where its revenue is not known. Below 0 we are better off.
 */
export function monthlyGap(monthlyRevenue: number | null, figures: ReadinessFigures): number | null {
  if (monthlyRevenue === null) return null;
  return monthlyRevenue - (figures.costsToCut ?? 0) - (figures.replacementIncome ?? 0);
}

function checkNumber(
  typed: string | null,
  max: number,
  tooLarge: FigureRefusal,
): Checked<number | null, FigureRefusal> {
  const plain = (typed ?? '').replace(/[\s%]/gu, '').replace(',', '.').replace('−', '-');
  if (plain === '') return accepted(null);
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return refused('number_invalid');
  const value = Number(plain);
  if (value < 0) return refused('number_negative');
  return value > max ? refused(tooLarge) : accepted(value);
}
