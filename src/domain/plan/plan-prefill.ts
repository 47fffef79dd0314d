import type { Said } from '../statement.ts';
import type { SummaryModel } from '../summary.ts';
import { withoutColleagues } from '../without-colleagues.ts';

/** Longest text of one field, in characters as Slack counts them. */
export const MAX_PREFILL_LENGTH = 3000;

/** What is known when the guided questions open. Words carry no author, in open reviews too. */
export type PlanPrefill = {
  /** What the team named as good: for keeping. */
  readonly keepPros: readonly string[];
  /** What the team complained of: against keeping. */
  readonly keepCons: readonly string[];
  /** What parting would give back; null where it is not known. */
  readonly partPros: { readonly hoursPerWeek: number; readonly money: number | null } | null;
  /** What parting would cost; null where it is not known. */
  readonly partCons: { readonly monthlyRevenue: number | null; readonly revenueShare: number | null } | null;
  readonly currency: string;
};

export type PrefillFacts = {
  readonly summary: Pick<SummaryModel, 'said' | 'hiddenCost' | 'currency'>;
  readonly monthlyRevenue: number | null;
  /** 0..1 */
  readonly revenueShare: number | null;
  /** Names of our own people and what stands in their place. */
  readonly colleagues: { readonly names: readonly string[]; readonly placeholder: string };
};

/**
 * Fills the pros and cons of keeping and of parting from what the team said (method 6). What a private review withheld is not in its
 * summary and so not here. Each list takes as many whole statements as fit a field.
 */
export function prefillPlan({ summary, monthlyRevenue, revenueShare, colleagues }: PrefillFacts): PlanPrefill {
  const { hoursPerWeek, money } = summary.hiddenCost;
  const texts = (said: readonly Said[]) => fitting(said.map(({ text }) => withoutColleagues(text, colleagues)));
  return {
    keepPros: texts(summary.said.positives),
    keepCons: texts(summary.said.complaints),
    partPros: hoursPerWeek > 0 ? { hoursPerWeek, money } : null,
    partCons: monthlyRevenue === null && revenueShare === null ? null : { monthlyRevenue, revenueShare },
    currency: summary.currency,
  };
}

/** As many texts from the start as fit one field, each with its mark and line break. */
function fitting(texts: readonly string[]): string[] {
  const kept: string[] = [];
  let length = 0;
  for (const text of texts) {
    length += text.length + 3;
    if (length > MAX_PREFILL_LENGTH) break;
    kept.push(text);
  }
  return kept;
}
