export type HiddenCostInput = {
  readonly hoursPerWeek: number;
  /** The workspace's cost of one hour of work, in its currency; null when not set. */
  readonly hourlyCost: number | null;
  /** What the client pays a month, in the same currency; null when not known. */
  readonly monthlyRevenue: number | null;
};

export type HiddenCost = {
  readonly hoursPerMonth: number;
  /** In the workspace's currency, to two decimals; null without an hourly cost. */
  readonly perMonth: number | null;
  /** Cost over revenue, 0 and up, above 1 where friction costs more than the client pays; null where either is unknown. */
  readonly shareOfRevenue: number | null;
};

/** Money value of the hours lost to friction: hours a week × 52/12 × hourly cost (method 2). A revenue of 0 gives no share. */
export function hiddenCost({ hoursPerWeek, hourlyCost, monthlyRevenue }: HiddenCostInput): HiddenCost {
  const hoursPerMonth = (hoursPerWeek * 52) / 12;
  const perMonth = hourlyCost === null ? null : Math.round(((hoursPerWeek * 52 * hourlyCost) / 12) * 100) / 100;
  const isShareKnown = perMonth !== null && monthlyRevenue !== null && monthlyRevenue > 0;
  return { hoursPerMonth, perMonth, shareOfRevenue: isShareKnown ? perMonth / monthlyRevenue : null };
}
