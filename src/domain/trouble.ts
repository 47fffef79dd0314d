import type { Figures } from './figures.ts';
import { isMost, shareOf } from './share.ts';
import type { SignalId } from './signals.ts';
import type { Thresholds } from './thresholds.ts';
import type { VerdictContext } from './verdict-context.ts';

export type NamedSignal = { readonly id: SignalId; readonly voices: number };

export type SystemicFacts = {
  /** The signals named by enough voices, and how many such signals it takes. */
  readonly signals: readonly NamedSignal[];
  readonly neededSignals: number;
  readonly isBySignals: boolean;
  readonly everyone: number;
  readonly complaints: number;
  readonly isByEveryone: boolean;
};

export type ChronicFacts = {
  readonly constantly: number;
  readonly complaints: number;
  readonly isByFrequency: boolean;
  readonly previousPressure: number | null;
  readonly neededPressure: number;
  readonly isByPreviousReview: boolean;
  /** Of the last pulses considered, how many were low, and how many low ones it takes. */
  readonly lowPulses: number;
  readonly pulses: number;
  readonly neededLowPulses: number;
  readonly isByPulses: boolean;
};

/** Every signal named, hard stops included, with how many voices named it; `other` is no signal. */
export function namedSignals({ signals, hardStops }: Figures): readonly NamedSignal[] {
  return [...hardStops, ...signals].map(({ id, voices }) => ({ id, voices }));
}

/** How far the trouble spreads: the two ways of being systemic, each with its figures (method 5, rule 5). */
export function systemicFacts(figures: Figures, thresholds: Thresholds): SystemicFacts {
  const signals = namedSignals(figures).filter(
    ({ voices }) => shareOf(voices, figures.voices) >= thresholds.systemicVoiceShare,
  );
  const everyone = figures.complaints.byConcerns.everyone;
  const complaints = figures.complaints.total;
  return {
    signals,
    neededSignals: thresholds.systemicSignals,
    isBySignals: signals.length >= thresholds.systemicSignals,
    everyone,
    complaints,
    isByEveryone: isMost(everyone, complaints),
  };
}

/** How long the trouble lasts: the three ways of being chronic, each with its figures (method 5, rule 5). */
export function chronicFacts(
  figures: Figures,
  { previousPressure, recentPulseHealth, thresholds }: VerdictContext,
): ChronicFacts {
  const constantly = figures.complaints.byFrequency.constantly;
  const complaints = figures.complaints.total;
  const pulses = recentPulseHealth.slice(-thresholds.chronicPulseWindow);
  const lowPulses = pulses.filter((health) => health < thresholds.chronicHealth).length;
  return {
    constantly,
    complaints,
    isByFrequency: isMost(constantly, complaints),
    previousPressure,
    neededPressure: thresholds.chronicPressure,
    isByPreviousReview: previousPressure !== null && previousPressure >= thresholds.chronicPressure,
    lowPulses,
    pulses: pulses.length,
    neededLowPulses: thresholds.chronicPulses,
    isByPulses: lowPulses >= thresholds.chronicPulses,
  };
}

/** True where either way of being systemic holds. */
export function isSystemic({ isBySignals, isByEveryone }: SystemicFacts): boolean {
  return isBySignals || isByEveryone;
}

/** True where any way of being chronic holds. */
export function isChronic({ isByFrequency, isByPreviousReview, isByPulses }: ChronicFacts): boolean {
  return isByFrequency || isByPreviousReview || isByPulses;
}
