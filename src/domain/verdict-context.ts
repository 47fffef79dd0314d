import type { Thresholds } from './thresholds.ts';

export type WillingToMend = 'yes' | 'partly' | 'no';

/** What a verdict needs besides the answers of the review itself. */
export type VerdictContext = {
  /** Pressure of the client's last closed review, when it closed within a year. */
  readonly previousPressure: number | null;
  /** The client's weekly health, 0..100, latest last; weeks without a pulse are left out. */
  readonly recentPulseHealth: readonly number[];
  /** Null until the client meeting was held. */
  readonly clientMeeting: { readonly willingToMend: WillingToMend } | null;
  /** The client's share of our revenue, 0..1. */
  readonly revenueShare: number | null;
  /** Mean readiness to live without the client, 0..100. */
  readonly readiness: number | null;
  readonly thresholds: Thresholds;
};
