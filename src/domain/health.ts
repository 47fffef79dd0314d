import type { SignalChoice, WeightedSignalId } from './signals.ts';
import { HARD_STOP_IDS, type HardStopId, SIGNALS, WEIGHTED_SIGNAL_IDS } from './signals.ts';

/** How a week with a client was: 1 unbearable, 5 a pleasure. */
export const RATINGS = [1, 2, 3, 4, 5] as const;
export type Rating = (typeof RATINGS)[number];

/** What one person says about one client in one week; whoever gives no rating is no respondent (method 7). */
export type PulseRating = { readonly rating: Rating; readonly signals: readonly SignalChoice[] };

export type HealthBand = 'healthy' | 'watch' | 'critical';

export const HEALTHY_FROM = 70;
export const WATCH_FROM = 40;

export type NamedSignal<Id> = { readonly id: Id; readonly respondents: number };

/** The health of a client in one week with all that it was made from: kept as it is, so that weights may change later. */
export type WeekHealth = {
  readonly asked: number;
  readonly respondents: number;
  /** 0..100; null when nobody answered: no answer is no zero. */
  readonly health: number | null;
  readonly band: HealthBand | null;
  /** Mean of the ratings, 1..5 with two decimals; null when nobody answered. */
  readonly meanRating: number | null;
  /** Weighted signals named, by how many, most named first. */
  readonly signals: readonly NamedSignal<WeightedSignalId>[];
  readonly hardStops: readonly NamedSignal<HardStopId>[];
};

const MAX_WEIGHT = 5;

/**
 * The health of one client in one week (method 7): 0.7 of the mean rating and 0.3 of the calm that the named signals leave. People
 * who were asked and did not answer are left out. The order of the answers does not matter.
 */
export function healthOf(asked: number, answers: readonly PulseRating[]): WeekHealth {
  const respondents = answers.length;
  const namedBy = (id: SignalChoice) => answers.filter(({ signals }) => signals.includes(id)).length;
  const named = <Id extends SignalChoice>(ids: readonly Id[]) =>
    ids
      .map((id) => ({ id, respondents: namedBy(id) }))
      .filter((signal) => signal.respondents > 0)
      .sort((a, b) => b.respondents - a.respondents);
  const signals = named(WEIGHTED_SIGNAL_IDS);
  const sum = answers.reduce<number>((total, { rating }) => total + rating, 0);
  const health = respondents === 0 ? null : scoreOf(sum, respondents, signals);
  return {
    asked: Math.max(asked, respondents),
    respondents,
    health,
    band: health === null ? null : bandOf(health),
    meanRating: respondents === 0 ? null : Math.round((100 * sum) / respondents) / 100,
    signals,
    hardStops: named(HARD_STOP_IDS),
  };
}

/** Healthy from 70, watch from 40, critical below. */
export function bandOf(health: number): HealthBand {
  if (health >= HEALTHY_FROM) return 'healthy';
  return health >= WATCH_FROM ? 'watch' : 'critical';
}

/** Share of those asked who answered, 0..1; null when nobody was asked. */
export function responseRate({ asked, respondents }: Pick<WeekHealth, 'asked' | 'respondents'>): number | null {
  return asked === 0 ? null : respondents / asked;
}

// In whole numbers, so that a tie such as 69.5 rounds up whatever the signals and their order.
function scoreOf(sum: number, respondents: number, signals: readonly NamedSignal<WeightedSignalId>[]): number {
  const full = BigInt(MAX_WEIGHT * respondents);
  let whole = 1n;
  let calm = 1n;
  for (const { id, respondents: naming } of signals) {
    whole *= full;
    calm *= full - BigInt(SIGNALS[id].weight * naming);
  }
  const n = BigInt(respondents);
  // 0.7 × 25 × (sum − n)/n + 0.3 × 100 × calm/whole, over the common divisor 10 × n × whole.
  const score = 175n * (BigInt(sum) - n) * whole + 300n * calm * n;
  const divisor = 10n * n * whole;
  return Number((2n * score + divisor) / (2n * divisor));
}
