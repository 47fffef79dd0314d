import type { Complaint, Frequency } from './answer.ts';
import { type Naming, namingOf, type Voice } from './naming.ts';
import type { WeightedSignalId } from './signals.ts';
import { SIGNALS, WEIGHTED_SIGNAL_IDS } from './signals.ts';

/** Frequency factor in quarters: once 0.5, sometimes 0.75, constantly 1. */
const FREQUENCY_QUARTERS: Record<Frequency, number> = { once: 2, sometimes: 3, constantly: 4 };

/** Severity thirds times frequency quarters: a load of 1 is twelve twelfths. */
const FULL_LOAD_TWELFTHS = 12;

const MAX_WEIGHT = 5;

export type SignalPressure = {
  readonly id: WeightedSignalId;
  /** 0..1: weight share times the mean load over all voices. */
  readonly load: number;
  readonly voices: number;
  /** Points of the pressure that this signal accounts for. */
  readonly contribution: number;
};

export type Pressure = { readonly pressure: number; readonly bySignal: readonly SignalPressure[] };

/**
 * How much trouble the team reports, 0..100 with one decimal (method 4). Each voice is one person's complaints; an empty
 * list is a voice with nothing to complain about. No voices: 0. The signals named come with the largest contribution
 * first. Contributions divide the pressure in proportion to the loads: the product has no natural sum, and this share
 * is never negative, favours no order, and stays defined at a load of 1. `naming`: the same voices by signal, where they were sorted
 * already.
 */
export function pressureOf(voices: readonly Voice[], naming: Naming = namingOf(voices)): Pressure {
  const tallies = WEIGHTED_SIGNAL_IDS.map((id) => tallyOf(id, naming.get(id) ?? [])).filter(
    (tally) => tally.voices > 0,
  );
  const pressure = combinedPressure(tallies, voices.length);
  const total = tallies.reduce((sum, tally) => sum + tally.weighted, 0);
  const bySignal = tallies.map(({ id, weighted, voices: naming }) => ({
    id,
    load: weighted / (MAX_WEIGHT * FULL_LOAD_TWELFTHS * voices.length),
    voices: naming,
    contribution: (pressure * weighted) / total,
  }));
  return { pressure, bySignal: bySignal.sort((a, b) => b.contribution - a.contribution) };
}

/** Load of one complaint in twelfths, 2..12: severity thirds times the frequency factor (method 4). */
export function complaintLoadTwelfths(complaint: Pick<Complaint, 'severity' | 'frequency'>): number {
  return complaint.severity * FREQUENCY_QUARTERS[complaint.frequency];
}

/** True where a complaint is both unbearable and constant, the heaviest there is (method 5, rule 6). */
export function isFullLoad(complaint: Pick<Complaint, 'severity' | 'frequency'>): boolean {
  return complaintLoadTwelfths(complaint) === FULL_LOAD_TWELFTHS;
}

/** `weighted`: weight times the loads of all voices in twelfths, a whole number. */
type Tally = { readonly id: WeightedSignalId; readonly weighted: number; readonly voices: number };

function tallyOf(id: WeightedSignalId, naming: readonly Voice[]): Tally {
  const loads = naming.reduce((sum, carrying) => sum + Math.max(...carrying.map(complaintLoadTwelfths)), 0);
  return { id, weighted: SIGNALS[id].weight * loads, voices: naming.length };
}

// In whole numbers, so that a tie such as 3.75 rounds the same way whatever the signals and their order.
function combinedPressure(tallies: readonly Tally[], voiceCount: number): number {
  const full = BigInt(MAX_WEIGHT * FULL_LOAD_TWELFTHS * voiceCount);
  let whole = 1n;
  let calm = 1n;
  for (const { weighted } of tallies) {
    whole *= full;
    calm *= full - BigInt(weighted);
  }
  const tenths = (2000n * (whole - calm) + whole) / (2n * whole);
  return Number(tenths) / 10;
}
