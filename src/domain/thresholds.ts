/** Every number of method 5 that a workspace can tune. Shares are 0..1, pressure, health and readiness 0..100. */
export type Thresholds = {
  /** Rule 2: fewer voices than this, or a smaller share of those invited, give no verdict. */
  readonly minVoices: number;
  readonly minVoiceShare: number;
  /** Rule 4: from this pressure on, a client who will not mend is parted with. */
  readonly unwillingPressure: number;
  /** Rule 5: from this pressure on, systemic and chronic trouble means parting. */
  readonly partPressure: number;
  /** Rule 5, systemic: so many signals, each named by such a share of the voices. */
  readonly systemicSignals: number;
  readonly systemicVoiceShare: number;
  /** Rule 5, chronic: pressure of the last review; or so many of the last pulses under a health. */
  readonly chronicPressure: number;
  readonly chronicPulses: number;
  readonly chronicPulseWindow: number;
  readonly chronicHealth: number;
  /** Rule 6: from this pressure on the relationship needs a plan. */
  readonly repairPressure: number;
  /** Rule 6: a signal of this weight, reported once as unbearable and constant, is enough. */
  readonly heavyWeight: number;
  /** Adjustment: a client with this share of revenue is not left while readiness is under the second number. */
  readonly dependentRevenueShare: number;
  readonly minReadiness: number;
  /** Share of complaints about one or a few people from which a change of contact is suggested. */
  readonly concentratedShare: number;
  /** Confidence. */
  readonly highAnsweredShare: number;
  readonly highAgreementShare: number;
  readonly lowAnsweredShare: number;
};

/** The defaults of method 5. "Most" and "majority" always mean more than half and cannot be tuned. */
export const DEFAULT_THRESHOLDS: Thresholds = {
  minVoices: 3,
  minVoiceShare: 1 / 2,
  unwillingPressure: 30,
  partPressure: 60,
  systemicSignals: 3,
  systemicVoiceShare: 1 / 3,
  chronicPressure: 30,
  chronicPulses: 3,
  chronicPulseWindow: 4,
  chronicHealth: 50,
  repairPressure: 30,
  heavyWeight: 4,
  dependentRevenueShare: 1 / 4,
  minReadiness: 50,
  concentratedShare: 2 / 3,
  highAnsweredShare: 0.8,
  highAgreementShare: 0.7,
  lowAnsweredShare: 0.6,
};

/** Shares are 0..1; everything else is 0..100. */
const SHARES: readonly (keyof Thresholds)[] = [
  ...(['minVoiceShare', 'systemicVoiceShare', 'dependentRevenueShare', 'concentratedShare'] as const),
  ...(['highAnsweredShare', 'highAgreementShare', 'lowAnsweredShare'] as const),
];

/**
 * The numbers that a workspace has tuned, as they are stored, over the defaults (method: "every rule here is a default that a workspace
 * can tune"). What is no number of its range, or is not known, leaves the default: a verdict never fails on a setting.
 */
export function tunedThresholds(stored: unknown): Thresholds {
  if (typeof stored !== 'object' || stored === null) return DEFAULT_THRESHOLDS;
  const keys = Object.keys(DEFAULT_THRESHOLDS) as (keyof Thresholds)[];
  const tuned = keys.flatMap((key) => {
    const value = (stored as Readonly<Record<string, unknown>>)[key];
    const most = SHARES.includes(key) ? 1 : 100;
    return typeof value === 'number' && value >= 0 && value <= most ? [[key, value] as const] : [];
  });
  return { ...DEFAULT_THRESHOLDS, ...Object.fromEntries(tuned) };
}
